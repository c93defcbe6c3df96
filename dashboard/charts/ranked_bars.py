"""Counts as horizontal bars in the order of the rows: a pale whole, its solid part, a mark for what stands apart."""

import re
from html import escape

import pandas as pd

from dashboard.charts.hover import hover_texts
from dashboard.charts.theme import Figure, axis, layout
from dashboard.columns import COLUMNS
from dashboard.palette import Palette
from dashboard.words import count_of, number

_ROW = 24
_LONGEST_NAME = 28  # letters; the whole name is in the hover
_ACRONYM = re.compile(r"\(([\w-]{2,20})\)$")
_LABEL = 0.08  # of the longest bar: what a number takes up
_ROOM = 1.15  # beyond the longest bar, for its number


def ranked_bars(rows: pd.DataFrame, palette: Palette, *, name: str, whole: str, part: str, mark: str = "") -> Figure:
    """name, whole, part, mark: columns. A part is among the whole, a mark is not.

    Where rows have link, a bar leads to that address; where they have chosen, the others are grey.
    """
    places = list(range(len(rows)))
    names = rows[name].tolist()
    chosen = rows["chosen"].tolist() if "chosen" in rows else [True] * len(rows)
    colors = [palette.accent if own else palette.context for own in chosen]
    columns = [whole, part, mark] if mark else [whole, part]
    wholes, *others = (rows[column].tolist() for column in columns)
    ends = [max(counts) for counts in zip(wholes, *others, strict=True)]
    longest = max(ends, default=0)
    shared = {
        "y": places,
        "customdata": rows["link"].tolist() if "link" in rows else None,
        "hovertext": hover_texts(names, rows, columns),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    bar = shared | {"type": "bar", "orientation": "h", "width": 0.72}
    point = shared | {"type": "scatter", "cliponaxis": False}
    return {
        "data": [
            bar | {"x": wholes, "marker": {"color": colors, "opacity": 0.4}},
            bar | {"x": others[0], "marker": {"color": colors}},
            *([point | _upright(others[1], palette)] if mark else []),
            point
            | {
                "mode": "text",
                "x": [
                    n if n > 0 and end - n > _LABEL * longest else end  # the number fits before the mark
                    for n, end in zip(wholes, ends, strict=True)
                ],
                "text": _labels(wholes, others[1], mark) if mark else [f" {number(n)}" for n in wholes],
                "textposition": "middle right",
                "textfont": {"color": palette.text},
            },
        ],
        "layout": layout(
            palette,
            16 + _ROW * max(len(rows), 4),
            barmode="overlay",
            xaxis=axis(palette, showgrid=False, showticklabels=False, range=[0, _ROOM * max(longest, 1.0)]),
            yaxis=axis(
                palette,
                showgrid=False,
                range=[max(len(rows), 4) - 0.5, -0.5],
                tickvals=places,
                ticktext=[escape(_shortened(text)) for text in names],
                ticklabelstandoff=6,
                tickfont={"color": palette.text},
            ),
        ),
    }


def _upright(apart: list[int], palette: Palette) -> dict[str, object]:
    line = {"symbol": "line-ns", "size": 14, "line": {"width": 2, "color": palette.muted}}
    return {"mode": "markers", "x": [n if n > 0 else None for n in apart], "marker": line}


def _labels(wholes: list[int], apart: list[int], mark: str) -> list[str]:
    """The whole as a number; where there is only what stands apart, that, with its name."""
    one = COLUMNS[mark].label.lower().removesuffix("s")
    return [f" {number(n) if n or not m else count_of(m, one)}" for n, m in zip(wholes, apart, strict=True)]


def _shortened(text: str) -> str:
    """A long name by the acronym that ends it, else by its beginning."""
    if len(text) > _LONGEST_NAME and (acronym := _ACRONYM.search(text)):
        return acronym.group(1)
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"
