"""The callbacks: an address becomes a page, controls become an address, an open page follows the current snapshot."""

import logging
from datetime import date
from typing import Any
from uuid import uuid4

from dash import ALL, MATCH, ClientsideFunction, Dash, Input, Output, State, ctx, no_update, set_props
from dash.development.base_component import Component
from flask import g

from dashboard.access.reader import reader
from dashboard.ask import Ask
from dashboard.controls import UNSAID, campaigns, countries, from_controls, menu_words, snapshots, spans, types
from dashboard.elements import html
from dashboard.errors import DashboardError, NoSnapshotError
from dashboard.pages.listed import GLOSSARY, LATER, PAGES, Page
from dashboard.plain import plain
from dashboard.requested import Requested, chosen_palette, requested
from dashboard.shell import active_filters, banners, navigation, no_data_yet, no_such_page, page_footer, who_reads
from dashboard.snapshot import Published

_CONTROLS = ("first_day", "last_day", "as_of")
_log = logging.getLogger(__name__)

_VIEW = {
    "address": Output("address", "search"),
    "page": Output("page", "children"),
    "footer": Output("page-footer", "children"),
    "banners": Output("banners", "children"),
    "navigation": Output("navigation", "children"),
    "active": Output("active-filters", "children"),
    "button": Output("filters-button", "children"),
    "bar": Output("filter-bar", "hidden"),
    **{f"{menu}-said": Output(f"{menu}-said", "children") for menu in UNSAID},
    "campaigns": Output("campaigns", "children"),
    "spans": Output("spans", "children"),
    "snapshots": Output("snapshots", "children"),
    "countries": Output("countries", "children"),
    "types": Output("types", "children"),
    **{name: Output(name, "value") for name in _CONTROLS},
    "campaign": Output("campaign", "data"),
    "current": Output("current", "data"),
    "title": Output("title", "data"),
}


def register(app: Dash, published: Published, can_load: bool) -> None:
    """Give an app its callbacks. Address and controls are inputs and outputs of one of them, so they cannot chase.

    can_load: whether readers may load files on the page Data.
    """

    @app.callback(
        output=_VIEW,
        inputs={
            "path": Input("address", "pathname"),
            "search": Input("address", "search"),
            "said": {name: Input(name, "value") for name in _CONTROLS},
            "_tick": [Input("current", "data"), Input("scheme", "data")],
        },
        prevent_initial_call=True,
    )
    def show(path: object, search: object, said: dict[str, object], _tick: object) -> dict[str, Any]:
        view = dict.fromkeys(_VIEW, no_update)
        by_control = ctx.triggered_id in _CONTROLS
        try:
            found = _requested(published, search)
            if by_control:
                found = requested(published, from_controls(found.ask.filters, said), chosen_palette())
        except NoSnapshotError:
            return view | {"page": no_data_yet("my-letter", can_load), "footer": [], "bar": True, "current": ""}
        shown = _view(found.ask, found.notices, path if isinstance(path, str) else "/", by_control, can_load)
        followed = found.ask.latest or found.ask.snapshot  # not what has become current since: the page is not of that
        shown |= {"snapshots": snapshots(found.ask, published.ids()), "current": followed.snapshot_id}
        return {name: plain(what) for name, what in shown.items()}

    @app.callback(
        Output({"later": MATCH}, "children"),
        Input({"later": MATCH}, "id"),
        State("address", "search"),
        on_error=_not_filled,
    )
    def fill(place: dict[str, str], search: object) -> Any:
        return plain(LATER[place["later"]](_requested(published, search).ask))

    @app.callback(
        Output("current", "data", allow_duplicate=True),
        Input("follow", "n_intervals"),
        State("current", "data"),
        prevent_initial_call=True,
    )
    def follow(_: object, shown: object) -> Any:
        try:
            current = published.current().snapshot_id
        except NoSnapshotError:
            current = ""
        return no_update if current == shown else current

    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction("campaign", "choose"),
        Output("address", "search", allow_duplicate=True),
        Input({"figure": ALL}, "clickData"),
        State({"figure": ALL}, "figure"),
        prevent_initial_call=True,
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction("campaign", "span"),
        Output("address", "search", allow_duplicate=True),
        Input({"figure": ALL}, "selectedData"),
        prevent_initial_call=True,
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction("campaign", "entitle"), Input("title", "data")
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction("campaign", "switchScheme"), Input("scheme-button", "n_clicks"), prevent_initial_call=True
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction("campaign", "unfold"),
        Output("filters-button", "aria-expanded"),
        Input("filters-button", "n_clicks"),
        State("filters-button", "aria-expanded"),
        prevent_initial_call=True,
    )


def _requested(published: Published, search: object) -> Requested:
    return requested(published, search if isinstance(search, str) else "", chosen_palette())


def _view(ask: Ask, notices: tuple[str, ...], path: str, by_control: bool, can_load: bool) -> dict[str, Any]:
    filters, address = ask.filters, ask.filters.to_address()
    page = next((page for page in (*PAGES, GLOSSARY) if page.path == path and ask.role.may_open(path)), None)
    active = active_filters(ask, path)
    count = len(filters.pieces(ask.known))
    return {
        "address": address if by_control else no_update,
        "page": _content(ask, page, path, can_load),
        "footer": [*page_footer(ask), *who_reads(reader())],
        "banners": banners(ask, notices),
        "navigation": navigation(path, address, ask.role),
        "active": active,
        "button": f"Filters ({count})" if count else "Filters",
        "bar": False,
        **{f"{menu}-said": words for menu, words in menu_words(ask).items()},
        "campaigns": campaigns(ask),
        "spans": spans(ask),
        "countries": countries(ask),
        "types": types(ask),
        "first_day": _written(filters.from_day),
        "last_day": _written(filters.to_day),
        "as_of": _written(filters.as_of),
        "campaign": filters.campaign_id,
        "title": f"{page.title if page else 'No such page'} · {ask.campaign.title}",
    }


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""


def _content(ask: Ask, page: Page | None, path: str, can_load: bool) -> list[Component]:
    if page is None:
        return no_such_page(path, ask.filters.to_address(), ask.role)
    if ask.role.sees_exact_counts and not ask.totals.signatures and not len(ask("ledger")):
        return no_data_yet(ask.campaign.campaign_id, can_load)
    return page.layout(ask)


def explain_failure(error: Exception) -> None:
    """Say what is wrong, or that something failed, with an id that finds it in the log; the old page stays."""
    said = _in_words(error, "The page shows what it showed before.")
    set_props("banners", {"children": html.P(said, className="stale", role="alert")})


def _not_filled(error: Exception) -> list[Component]:
    """The same, in the place of cards that were to come."""
    said = _in_words(error, "The rest of the page is not touched by it.")
    return [html.Section(html.P(said, className="stale", role="alert"), className="card wide")]


def _in_words(error: Exception, besides: str) -> str:
    g.failed = True
    ident = uuid4().hex[:8]
    _log.exception("failure %s", ident, exc_info=error)
    if isinstance(error, DashboardError):
        return str(error)
    return f"That did not work, and it is our fault. {besides} (In the log: {ident})"
