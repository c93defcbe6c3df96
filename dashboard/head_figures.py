"""The figures at the head of a page: a value, what it is compared with, a small line of the last weeks."""

from dataclasses import dataclass, field
from urllib.parse import quote

from dash.development.base_component import Component

from dashboard.ask import Ask
from dashboard.elements import html
from dashboard.glossary import term_for
from dashboard.hint import hint
from dashboard.later import later, skeleton
from dashboard.words import amount, percent, unbroken

_WIDTH, _HEIGHT = 120, 28
_CLASS = "head-figure"
_VALUE_HEIGHT = 60  # pixels, of a value and what it is compared with


@dataclass(frozen=True)
class HeadFigure:
    """label: what it is. value: as written. compared: with what, in words. line: numbers of the last weeks, if any.

    share: part of something whole, drawn as a bar.
    """

    label: str
    value: str
    compared: str
    line: list[float] = field(default_factory=list)
    share: float | None = None


def part_of(label: str, part: float, whole: float, what: str) -> HeadFigure:
    """A head figure that is a part of a whole: '1,234', '95 % of 1,300 signatures', drawn as a bar."""
    share = part / whole if whole else 0.0
    return HeadFigure(label, amount(part), f"{percent(share)} of {amount(whole)} {what}", share=share)


def head_figures(figures: list[HeadFigure], ask: Ask, *others: Component) -> Component:
    """The row of head figures. others: of those that come later."""
    shown = [html.Div(filled(figure, ask), className=_CLASS) for figure in figures]
    return html.Dl([*shown, *others], className="heads")


def to_come(label: str, place: str) -> Component:
    """A head figure that takes longer than its page. place: its name in dashboard.pages.listed.LATER."""
    return later(place, [html.Dt(label), html.Dd(skeleton(_VALUE_HEIGHT))], _CLASS)


def filled(figure: HeadFigure, ask: Ask) -> list[Component]:
    """What stands in the frame of a head figure."""
    term = term_for(figure.label)
    drawn: Component | None = None
    if len(figure.line) > 1:
        drawn = html.Img(src=_sparkline(figure.line, ask.palette.accent), alt="", width=_WIDTH, height=_HEIGHT)
    elif figure.share is not None:
        drawn = html.Div(html.Div(style={"width": f"{min(max(figure.share, 0), 1):.1%}"}), className="bar")
    return [
        html.Dt([html.Span(figure.label), hint(term, ask.filters.to_address()) if term else None]),
        html.Dd(figure.value, className="value"),
        html.Dd(unbroken(figure.compared), className="compared"),
        *([html.Dd(drawn, className="small-line")] if drawn is not None else []),
    ]


def _sparkline(values: list[float], color: str) -> str:
    """A line as an image in the address itself: a Plotly figure of this size would cost a hundred times as much."""
    low, high = min(values), max(values)
    step, scale = (_WIDTH - 4) / (len(values) - 1), (_HEIGHT - 4) / ((high - low) or 1)
    points = " ".join(f"{2 + i * step:.1f},{_HEIGHT - 2 - (v - low) * scale:.1f}" for i, v in enumerate(values))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/></svg>'
    )
    return f"data:image/svg+xml,{quote(svg)}"
