"""What surrounds every page: header, navigation, banners, and the places that the router fills."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dash import dcc
from dash.development.base_component import Component

from dashboard.access.reader import Reader
from dashboard.access.roles import Role
from dashboard.aria import aria
from dashboard.ask import Ask
from dashboard.elements import Link, html
from dashboard.filter_bar import filter_bar
from dashboard.pages.listed import PAGES
from dashboard.words import age, count_of, day, percent

FOLLOW_SECONDS = 4
_DROP_IT = "Drop a first file on the card “Load a file”, which stands above and on the page Data, or take three steps:"


def frame(beside: Sequence[Component] = ()) -> Component:
    """The whole document, empty. It is the same for everyone, so that it can be rendered before there is a snapshot.

    beside: what stands with every page without being a part of it.
    """
    return html.Div(
        [
            dcc.Location(id="address", refresh=False),
            dcc.Store(id="campaign"),
            dcc.Store(id="current"),
            dcc.Store(id="scheme"),
            dcc.Store(id="title"),
            dcc.Interval(id="follow", interval=FOLLOW_SECONDS * 1000),
            html.A("Skip to the page", href="#page", className="skip"),
            html.Header(
                [
                    html.Div("Campaign dashboard", className="product"),
                    html.Nav(id="navigation", **aria(label="Pages")),
                    html.Button(id="scheme-button", **aria(label="Light or dark")),
                ],
                className="top",
            ),
            filter_bar(),
            html.Section(id="banners", **aria(label="Notices")),
            html.Div([*beside, html.Main(html.Div(className="skeleton"), id="page")], id="body"),
            html.Footer(id="page-footer"),
        ]
    )


def navigation(path: str, address: str, role: Role) -> list[Component]:
    """Links to the pages of a role that keep the filters."""
    return [
        Link(page.title, href=page.path + address, className="here" if page.path == path else "")
        for page in PAGES
        if role.may_open(page.path)
    ]


def active_filters(ask: Ask, path: str) -> list[Component]:
    """The active filters as a sentence: each piece is a link that takes it off, and one link takes off all."""
    pieces = ask.filters.pieces(ask.known)
    if not pieces:
        return []
    bare = replace(
        ask.filters,
        from_day=None,
        to_day=None,
        countries=(),
        institution_types=(),
        as_of=None,
        snapshot_id=None,
        left_out=None,
    )
    return [
        html.Span("Showing "),
        *(
            Link([words, html.Span(" ×")], href=path + rest.to_address(), title="Take this off", className="piece")
            for words, rest in pieces
        ),
        Link("Reset", href=path + bare.to_address(), className="reset"),
    ]


def banners(ask: Ask, notices: tuple[str, ...]) -> list[Component]:
    """What the reader must know before reading on."""
    said: list[Component] = []
    if ask.campaign.is_demo:
        said.append(html.P("Invented data: this campaign, its supporters and its numbers do not exist."))
    if ask.campaign.is_protected:
        said.append(html.P("Counts of fewer than ten people are hidden here, and all others are rounded to five."))
    said.extend(_which_then(ask))
    old = datetime.now(UTC) - ask.snapshot.checked_at
    if not ask.filters.snapshot_id and old > timedelta(hours=ask.campaign.max_age_hours):
        said.append(html.P(f"These numbers are old: they were last brought up to date {age(old)}.", className="stale"))
    for notice in notices:
        said.append(html.P(f"{notice} That part of the address was left out.", className="notice", role="status"))
    return said


def _which_then(ask: Ask) -> list[Component]:
    """Which past is shown, or what is left out, where that is so, and the way to what is different today."""
    filters = ask.filters
    said: list[Component] = []
    if filters.snapshot_id:
        local = ask.snapshot.built_at.astimezone(ZoneInfo(ask.campaign.time_zone))
        told = f"This is what was told on {day(local)} at {local:%H:%M}. What was learnt since is not in it. "
        changes = Link("What has changed", href=f"/data{filters.to_address()}#changes-card")
        said.append(html.P([told, changes], className="then"))
    if filters.as_of:
        told = f"As of {day(ask.as_of)}: nothing that happened after it counts, with what is known "
        said.append(html.P(told + ("then." if filters.snapshot_id else "today."), className="then"))
    if filters.left_out:
        what_if = f"What if: every figure is {filters.left_out.in_words(ask.known)}. Nothing has been removed; "
        said.append(html.P([what_if, html.Code(filters.left_out.command()), " would."], className="then"))
    return said


def page_footer(ask: Ask) -> list[Component]:
    """How complete the data are, of which snapshot, and the way to the definitions."""
    signatures = int(ask.totals.signatures)
    known = [
        f"{what} known for {percent(int(part) / signatures)} of {count_of(signatures, 'signature')}"
        for what, part in (("Country", ask.totals.known_country), ("kind of institution", ask.totals.known_type))
        if signatures
    ]
    now, snapshot = datetime.now(UTC), ask.snapshot
    checked_at = snapshot.checked_at
    told = f"Snapshot {snapshot.snapshot_id}, put together {age(now - snapshot.built_at)}"
    if checked_at > snapshot.built_at and not ask.filters.snapshot_id:
        told += f", found up to date {age(now - checked_at)}"
    definitions = Link("Definitions", href=f"/glossary{ask.filters.to_address()}")
    return [html.P([". ".join([*([", ".join(known)] if known else []), told]) + ". ", definitions])]


def who_reads(reader: Reader) -> list[Component]:
    """Who is signed in, and the way out, where somebody signed in."""
    if not reader.can_leave:
        return []
    leave = html.Form(html.Button("Sign out"), action="/sign-out", method="post")
    return [html.Div([f"Signed in as {reader.name} ({reader.role}).", leave], className="who-reads")]


def no_such_page(path: str, address: str, role: Role) -> list[Component]:
    """What an unknown path shows."""
    links = [Link(page.title, href=page.path + address) for page in PAGES if role.may_open(page.path)]
    return [
        html.Section(
            [html.H1("No such page"), html.P(f"There is nothing at {path}. These pages exist:"), html.Nav(links)],
            className="card wide plain",
        )
    ]


def no_data_yet(campaign_id: str, can_load: bool) -> list[Component]:
    """The ways to a first file for an installation, or a campaign, into which nothing has been loaded.

    can_load: whether a file may also be dropped on the page Data.
    """
    steps = [
        (
            "Name the campaign, unless that is done.",
            f'campaign-etl campaign new {campaign_id} --title "Our open letter"',
        ),
        (
            "Put the files that your tools export into the campaign's inbox, by kind: signatures, outreach, media.",
            f"data/inbox/{campaign_id}/signatures/",
        ),
        ("Load them. This page follows by itself.", "campaign-etl run"),
    ]
    return [
        html.Section(
            [
                html.H1("Nothing has been loaded yet"),
                *([html.P(_DROP_IT)] if can_load else []),
                html.Ol([html.Li([html.P(words), html.Code(command)]) for words, command in steps]),
            ],
            className="card wide plain",
        )
    ]
