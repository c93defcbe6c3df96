"""Member states by coverage and by signatures, in four corners about their shares. Choosing a dot chooses the state."""

import math
from typing import Any

import pandas as pd

from dashboard.charts.labels import beside_points
from dashboard.charts.theme import Figure, axis, layout
from dashboard.charts.verdicts import MOST, NOTHING, TICKS, verdict_marker, verdict_texts
from dashboard.palette import Palette

_HEIGHT, _WIDTH = 540, 420  # pixels; the width lies between that of a phone and that of half a page
_ENDS = [math.log10(NOTHING), math.log10(MOST)]
_CORNERS = {
    (0.01, 0.99): "signing, not written about",
    (0.99, 0.99): "both",
    (0.01, 0.01): "neither",
    (0.99, 0.01): "written about, not signing",
}
_LOOKS = {"written_about_not_signing": "under", "neither": "under", "signing_not_written_about": "over", "both": "over"}


def coverage_map(states: pd.DataFrame, palette: Palette) -> Figure:
    """states: name, link, chosen, in_words, corner, and both steadied ratios as in dashboard.analysis.coverage."""
    looks = states.assign(verdict=states["corner"].replace(_LOOKS))
    x, y = _drawn(states["coverage_shrunk"]), _drawn(states["shrunk"])
    names = states["name"].where(states["corner"] != "too_little_evidence", "").tolist()
    points = [(_pixels(a, _WIDTH), _HEIGHT - _pixels(b, _HEIGHT)) for a, b in zip(x, y, strict=True)]
    labels = beside_points(points, names, (y > 1).tolist())
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": x.tolist(),
                "y": y.tolist(),
                "error_x": _whiskers(states, "coverage_shrunk", palette),
                "error_y": _whiskers(states, "shrunk", palette),
                "text": [label.text for label in labels],
                "textposition": [label.place for label in labels],
                "textfont": {"size": 11, "color": palette.muted},
                "customdata": states["link"].tolist(),
                "hovertext": verdict_texts(states),
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": verdict_marker(looks, palette),
            }
        ],
        "layout": layout(
            palette,
            _HEIGHT,
            xaxis=_ratios(palette, "Stories, of its share"),
            yaxis=_ratios(palette, "Signatures, of its share"),
            shapes=[_parity("x", palette), _parity("y", palette)],
            annotations=[_corner(place, text, palette) for place, text in _CORNERS.items()],
        ),
    }


def _drawn(ratios: pd.Series) -> pd.Series:
    return ratios.clip(NOTHING, MOST)


def _whiskers(states: pd.DataFrame, name: str, palette: Palette) -> dict[str, Any]:
    middle = _drawn(states[name])
    return {
        "type": "data",
        "symmetric": False,
        "array": (_drawn(states[f"{name}_high"]) - middle).tolist(),
        "arrayminus": (middle - _drawn(states[f"{name}_low"])).tolist(),
        "color": palette.context,
        "thickness": 1,
        "width": 0,
    }


def _pixels(ratio: float, length: int) -> float:
    return length * (math.log10(ratio) - _ENDS[0]) / (_ENDS[1] - _ENDS[0])


def _ratios(palette: Palette, title: str) -> dict[str, Any]:
    return axis(
        palette,
        type="log",
        range=_ENDS,
        tickvals=list(TICKS),
        ticktext=list(TICKS.values()),
        tickangle=0,
        title={"text": title, "font": {"size": 12}},
    )


def _parity(side: str, palette: Palette) -> dict[str, Any]:
    across = "y" if side == "x" else "x"
    ends = {f"{side}0": 1, f"{side}1": 1, f"{across}0": 0, f"{across}1": 1, f"{across}ref": "paper"}
    return ends | {"type": "line", "layer": "below", "line": {"color": palette.context, "width": 1.5}}


def _corner(place: tuple[float, float], text: str, palette: Palette) -> dict[str, Any]:
    x, y = place
    return {
        "text": text,
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left" if x < 0.5 else "right",
        "yanchor": "bottom" if y < 0.5 else "top",
        "showarrow": False,
        "font": {"size": 12, "color": palette.muted},
    }
