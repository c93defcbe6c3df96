"""Europe in equal areas, its states coloured. Small states stand again as squares at the edge."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import pandas as pd

from dashboard.charts.boundaries import BOUNDARIES, COUNTRY_NAMES
from dashboard.charts.theme import CLEAR, Figure, layout
from dashboard.palette import Palette

# A few pixels each on the map, so they stand again in the Atlantic: longitude and latitude of their squares.
_EDGE = {"LU": (-25.0, 60.0), "CY": (-23.5, 56.3), "MT": (-22.2, 52.6)}
_HEIGHT = 560


def europe(
    states: pd.DataFrame,
    amount: str,
    palette: Palette,
    *,
    hover: str,
    colors: dict[str, Any],
    border: str,
    land: Mapping[str, str] = MappingProxyType({}),
) -> Figure:
    """states: iso2, name, outlined, link, said (which hover may show as customdata[1]), and the column named by amount.

    hover: Plotly's template, with %{z} for that amount. colors: Plotly's coloraxis. border: the colour of borders.
    land: what hovering over any other country shows beneath its name, by its code. An area leads to its link.
    """
    codes, names, amounts = (states[column].tolist() for column in ("iso2", "name", amount))
    leads = [[link, said] for link, said in zip(states["link"].tolist(), states["said"].tolist(), strict=True)]
    outlined = states["outlined"].tolist()
    small = [place for place, code in enumerate(codes) if code in _EDGE]
    return {
        "data": [
            _land(land, palette),
            {
                "type": "choropleth",
                "geojson": BOUNDARIES,
                "locations": codes,
                "z": amounts,
                "text": names,
                "customdata": leads,
                "coloraxis": "coloraxis",
                "marker": {"line": _outlines(outlined, palette, border)},
                "hovertemplate": hover,
            },
            {
                "type": "scattergeo",
                "mode": "markers+text",
                "lon": [_EDGE[codes[place]][0] for place in small],
                "lat": [_EDGE[codes[place]][1] for place in small],
                "text": [names[place] for place in small],
                "textposition": "middle right",
                "textfont": {"color": palette.text},
                "customdata": [leads[place] for place in small],
                "marker": {
                    "symbol": "square",
                    "size": 17,
                    "color": [amounts[place] for place in small],
                    "coloraxis": "coloraxis",
                    "line": _outlines([outlined[place] for place in small], palette, palette.context),
                },
                "hovertemplate": hover.replace("%{z", "%{marker.color"),
            },
        ],
        "layout": layout(palette, _HEIGHT, geo=_GEO, coloraxis=colors | {"colorbar": _COLORBAR | colors["colorbar"]}),
    }


_GEO = {
    "projection": {"type": "azimuthal equal area", "rotation": {"lon": 10, "lat": 52}},
    "lonaxis": {"range": [-26, 35]},
    "lataxis": {"range": [34, 71]},
    "domain": {"x": [0, 1], "y": [0.08, 1]},
    "bgcolor": CLEAR,
    "showframe": False,
    "showcoastlines": False,
    "showland": False,
    "visible": False,
}
_COLORBAR = {
    "orientation": "h",
    "thickness": 10,
    "len": 0.6,
    "x": 0.5,
    "y": 0,
    "yanchor": "bottom",
    "outlinewidth": 0,
}


def _outlines(outlined: Sequence[bool], palette: Palette, usual: str) -> dict[str, Any]:
    return {
        "color": [palette.text if chosen else usual for chosen in outlined],
        "width": [2.0 if chosen else 0.8 for chosen in outlined],
    }


def _land(said: Mapping[str, str], palette: Palette) -> dict[str, object]:
    return {
        "type": "choropleth",
        "geojson": BOUNDARIES,
        "locations": list(COUNTRY_NAMES),
        "z": [0] * len(COUNTRY_NAMES),
        "text": [f"<b>{name}</b>{said.get(code, '')}" for code, name in COUNTRY_NAMES.items()],
        "colorscale": [[0, palette.land], [1, palette.land]],
        "showscale": False,
        "marker": {"line": {"color": palette.surface, "width": 0.8}},
        "hovertemplate": "%{text}<extra></extra>",
    }
