"""What can be reported to the networks that support the campaign: a pack for each, at one click."""

from babel import Locale
from dash.development.base_component import Component

from dashboard.answers.momentum import days_of_period
from dashboard.aria import aria
from dashboard.ask import Ask
from dashboard.cards import card, graph, sentence
from dashboard.charts.cumulative_signatures import cumulative_signatures
from dashboard.charts.ranked_bars import ranked_bars
from dashboard.elements import html
from dashboard.filters import Filters
from dashboard.reports.language import languages
from dashboard.words import count_of, number

PATH = "/reports"
TITLE = "Reports"


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked: a report is of the whole campaign, as of the day and the snapshot that are chosen."""
    whole = Filters(ask.filters.campaign_id, as_of=ask.filters.as_of, snapshot_id=ask.filters.snapshot_id)
    ask = Ask(ask.snapshot, whole, ask.known, ask.palette, latest=ask.latest)
    networks = ask("networks")
    sites, reached = int(networks["sites"].sum()), int(networks["sites_reached"].sum())
    said = f"{count_of(len(networks), 'network')} to report to: {number(reached)} of {count_of(sites, 'site')} reached."
    if not len(networks):
        said = "No network to report to yet: name networks in campaign.toml, or list their sites in reference/networks."
    return [sentence(said), _packs(ask), *([_by_network(ask)] if len(networks) else []), _so_far(ask)]


def _packs(ask: Ask) -> Component:
    """For every network the links that make its pack, one for each language."""
    titles = ask.snapshot.table("network").set_index("network_id")["title"]
    named = ask.snapshot.table("campaign_network")
    ids = named.loc[named["campaign_id"] == ask.filters.campaign_id, "network_id"]
    rows = [html.Tr([html.Th(titles[one], scope="row"), html.Td(_links(ask, one))]) for one in sorted(ids)]
    told = (
        "One HTML file that opens on any computer without a network and prints well, tables as CSV and XLSX, and a "
        "summary for an e-mail. Counts of fewer than ten people are hidden and all others rounded to five, unless the "
        "signers of the campaign are published by name. With PDF and images: campaign-dashboard report."
    )
    return html.Section(
        [
            html.H2("Make a pack", id="packs-title"),
            html.P(told, className="subtitle"),
            html.Table(html.Tbody(rows), className="packs"),
        ],
        className="card wide",
        id="packs",
        **aria(labelledby="packs-title"),
    )


def _links(ask: Ask, network_id: str) -> list[Component]:
    address = ask.filters.to_address()
    return [
        html.A(
            Locale(code).get_display_name("en"),
            href=f"/pack/{network_id}.zip{address}&language={code}",
            download="",
            className="pack",
        )
        for code in languages()
    ]


def _by_network(ask: Ask) -> Component:
    rows = ask("networks").sort_values("sites_reached", ascending=False)
    return card(
        ask,
        "networks",
        title="Sites of the networks that are reached",
        subtitle="Sites, those with at least one signature filled; networks overlap",
        rows=rows,
        picture=lambda: graph(
            ranked_bars(rows, ask.palette, name="network_title", whole="sites", part="sites_reached"),
            "networks",
            "Sites of each network, and how many of them are reached",
        ),
    )


def _so_far(ask: Ask) -> Component:
    rows = days_of_period(ask)
    return card(
        ask,
        "signatures-so-far",
        question="momentum",
        title="What there is to report",
        subtitle="Signatures so far, from the launch to today; a report tells what has changed since the last one",
        rows=rows,
        picture=lambda: graph(
            cumulative_signatures(rows, ask.campaign.goal, ask.palette), "signatures-so-far", "Signatures so far"
        ),
        defined_by="signatures_by_day",
    )
