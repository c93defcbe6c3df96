"""The filter bar: a menu for each filter, empty until a page says what there is to choose."""

from dash import dcc
from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.controls import UNSAID
from dashboard.elements import html

_TYPED_SECONDS = 0.8  # from the last key to the answer, so that half a year is not taken for a whole one


def filter_bar() -> Component:
    """Menus that say what is chosen, with the choices beneath; on a phone all of it unfolds from one button."""
    menus = [
        _menu("Campaign", "campaign", html.Div(id="campaigns")),
        _menu("Days", "days", html.Div(id="spans"), _day("First day", "first_day"), _day("Last day", "last_day")),
        _menu("Countries", "countries", html.Div(id="countries")),
        _menu("Kinds of institution", "types", html.Div(id="types")),
        _menu("As of a day", "as_of", _day("Nothing counts that came after", "as_of")),
        _menu("Snapshot", "snapshot", html.Div(id="snapshots")),
    ]
    return html.Section(
        [
            html.Button("Filters", id="filters-button", **aria(expanded="false", controls="controls")),
            html.Div(menus, id="controls"),
            html.Div(id="active-filters", **aria(live="polite")),
        ],
        id="filter-bar",
        **aria(label="Filters"),
    )


def _menu(name: str, ident: str, *choices: Component) -> Component:
    """name: what is chosen here, for who cannot see it."""
    said = html.Span(UNSAID[ident], id=f"{ident}-said")
    summary = html.Summary([html.Span(f"{name}: ", className="unseen"), said])
    within = html.Div(choices, role="group", **aria(label=name))
    return html.Details([summary, within], id=f"{ident}-menu", className="menu")


def _day(label: str, ident: str) -> Component:
    """The browser's own field for a day."""
    field = dcc.Input(id=ident, type="date", debounce=_TYPED_SECONDS)  # type: ignore[arg-type]  # Dash hands on any type
    return html.Label([html.Span(label), field])
