"""Europe in equal areas, member states coloured. Small states stand again as squares at the edge."""

import pandas as pd

from dashboard.charts.boundaries import BOUNDARIES, COUNTRY_NAMES
from dashboard.charts.measures import MEASURES
from dashboard.charts.theme import CLEAR, Figure, layout
from dashboard.filters import Measure
from dashboard.palette import Palette
from dashboard.words import amount

# A few pixels each on the map, so they stand again in the Atlantic: longitude and latitude of their squares.
_EDGE = {"LU": (-25.0, 60.0), "CY": (-23.5, 56.3), "MT": (-22.2, 52.6)}


def reach_map(countries: pd.DataFrame, measure: Measure, palette: Palette) -> Figure:
    """countries: iso2, name, is_member_state, outlined, link, signatures and the measure. An area leads to its link."""
    states = countries[countries["is_member_state"]]
    others = countries[~countries["is_member_state"]]
    small = states[states["iso2"].isin(list(_EDGE))]
    words = MEASURES[measure]
    hover = (
        f"<b>%{{text}}</b><br>%{{z:{words.hover}}} {words.unit}<br>%{{customdata[1]:,.1~f}} signatures<extra></extra>"
    )
    top = float(states[measure].max() or 0) or 1.0
    return {
        "data": [
            _land(others, palette),
            {
                "type": "choropleth",
                "geojson": BOUNDARIES,
                "locations": states["iso2"].tolist(),
                "z": states[measure].tolist(),
                "text": states["name"].tolist(),
                "customdata": states[["link", "signatures"]].values.tolist(),
                "coloraxis": "coloraxis",
                "marker": {
                    "line": {
                        "color": [palette.text if chosen else palette.surface for chosen in states["outlined"]],
                        "width": [2.0 if chosen else 0.8 for chosen in states["outlined"]],
                    }
                },
                "hovertemplate": hover,
            },
            {
                "type": "scattergeo",
                "mode": "markers+text",
                "lon": [_EDGE[code][0] for code in small["iso2"]],
                "lat": [_EDGE[code][1] for code in small["iso2"]],
                "text": small["name"].tolist(),
                "textposition": "middle right",
                "textfont": {"color": palette.text},
                "customdata": small[["link", "signatures"]].values.tolist(),
                "marker": {
                    "symbol": "square",
                    "size": 17,
                    "color": small[measure].tolist(),
                    "coloraxis": "coloraxis",
                    "line": {
                        "color": [palette.text if chosen else palette.context for chosen in small["outlined"]],
                        "width": [2.0 if chosen else 0.8 for chosen in small["outlined"]],
                    },
                },
                "hovertemplate": hover.replace("%{z", "%{marker.color"),
            },
        ],
        "layout": layout(
            palette,
            560,
            geo={
                "projection": {"type": "azimuthal equal area", "rotation": {"lon": 10, "lat": 52}},
                "lonaxis": {"range": [-26, 35]},
                "lataxis": {"range": [34, 71]},
                "domain": {"x": [0, 1], "y": [0.08, 1]},
                "bgcolor": CLEAR,
                "showframe": False,
                "showcoastlines": False,
                "showland": False,
                "visible": False,
            },
            coloraxis={
                "cmin": 0,
                "cmax": top,
                "colorscale": [[i / 4, color] for i, color in enumerate(palette.amounts)],
                "colorbar": {
                    "orientation": "h",
                    "thickness": 10,
                    "len": 0.6,
                    "x": 0.5,
                    "y": 0,
                    "yanchor": "bottom",
                    "tickformat": words.tick,
                    "outlinewidth": 0,
                    "nticks": 5,
                },
            },
        ),
    }


def _land(others: pd.DataFrame, palette: Palette) -> dict[str, object]:
    known = others.set_index("iso2")["signatures"].to_dict()
    return {
        "type": "choropleth",
        "geojson": BOUNDARIES,
        "locations": list(COUNTRY_NAMES),
        "z": [0] * len(COUNTRY_NAMES),
        "text": [f"<b>{name}</b><br>{amount(known.get(code, 0))} signatures" for code, name in COUNTRY_NAMES.items()],
        "colorscale": [[0, palette.land], [1, palette.land]],
        "showscale": False,
        "marker": {"line": {"color": palette.surface, "width": 0.8}},
        "hovertemplate": "%{text}<extra></extra>",
    }
