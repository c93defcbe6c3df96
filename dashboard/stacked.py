"""Cards beneath each other beside a taller one."""

from dash.development.base_component import Component

from dashboard.elements import html


def stacked(*cards: Component) -> Component:
    """Cards in one place of the page's grid; the last fills what the taller neighbour leaves."""
    rows = " ".join(["auto"] * (len(cards) - 1) + ["1fr"])
    style = {"display": "grid", "gap": "16px", "gridTemplate": f"{rows} / minmax(0, 1fr)"}
    return html.Div(list(cards), style=style)
