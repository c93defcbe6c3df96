"""What can be reported to the networks that support the campaign: a pack for each, at one click."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
from babel import Locale
from dash.development.base_component import Component

from dashboard.answers.momentum import days_of_period
from dashboard.aria import aria
from dashboard.ask import Ask
from dashboard.cards import card, graph, sentence
from dashboard.catalogue import catalogue
from dashboard.charts.cumulative_signatures import cumulative_signatures
from dashboard.charts.ranked_bars import ranked_bars
from dashboard.elements import html
from dashboard.filters import Filters
from dashboard.palette import Palette
from dashboard.reports.language import languages
from dashboard.snapshot import Snapshot
from dashboard.words import count_of, number

PATH = "/reports"
TITLE = "Reports"


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked: a report is of the whole campaign, as of the day and the snapshot that are chosen."""
    whole = Filters(ask.filters.campaign_id, as_of=ask.filters.as_of, snapshot_id=ask.filters.snapshot_id)
    ask = Ask(ask.snapshot, whole, ask.known, ask.palette, latest=ask.latest)
    shown = _shown(ask.snapshot, whole, ask.palette)
    networks = [_by_network(ask, shown)] if len(shown.networks) else []
    return [sentence(_sentence(shown.networks)), shown.packs, *networks, _so_far(ask, shown)]


@dataclass(frozen=True)
class _Shown:
    """What stands in the cards."""

    packs: Component
    networks: pd.DataFrame
    by_network: Component
    days: pd.DataFrame
    so_far: Component


@lru_cache(maxsize=16)  # the same, whichever days, countries and kinds are chosen
def _shown(snapshot: Snapshot, whole: Filters, palette: Palette) -> _Shown:
    ask = Ask(snapshot, whole, catalogue(snapshot), palette)
    networks, days = ask("networks").sort_values("sites_reached", ascending=False), days_of_period(ask)
    bars = ranked_bars(networks, palette, name="network_title", whole="sites", part="sites_reached")
    line = cumulative_signatures(days, ask.campaign.goal, palette)
    return _Shown(
        _packs(ask),
        networks,
        graph(bars, "networks", "Sites of each network, and how many of them are reached"),
        days,
        graph(line, "signatures-so-far", "Signatures so far"),
    )


def _sentence(networks: pd.DataFrame) -> str:
    if not len(networks):
        return "No network to report to yet: name networks in campaign.toml, or list their sites in reference/networks."
    sites, reached = int(networks["sites"].sum()), int(networks["sites_reached"].sum())
    return f"{count_of(len(networks), 'network')} to report to: {number(reached)} of {count_of(sites, 'site')} reached."


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


def _by_network(ask: Ask, shown: _Shown) -> Component:
    return card(
        ask,
        "networks",
        title="Sites of the networks that are reached",
        subtitle="Sites, those with at least one signature filled; networks overlap",
        rows=shown.networks,
        picture=lambda: shown.by_network,
    )


def _so_far(ask: Ask, shown: _Shown) -> Component:
    return card(
        ask,
        "signatures-so-far",
        question="momentum",
        title="What there is to report",
        subtitle="Signatures so far, from the launch to today; a report tells what has changed since the last one",
        rows=shown.days,
        picture=lambda: shown.so_far,
        defined_by="signatures_by_day",
    )
