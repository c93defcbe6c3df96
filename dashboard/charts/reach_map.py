"""Where signatures come from: member states by how many, on a map."""

import pandas as pd

from dashboard.charts.europe import europe
from dashboard.charts.measures import MEASURES
from dashboard.charts.theme import Figure
from dashboard.filters import Measure
from dashboard.palette import Palette
from dashboard.words import amount


def reach_map(countries: pd.DataFrame, measure: Measure, palette: Palette) -> Figure:
    """countries: iso2, name, is_member_state, outlined, link, signatures and the measure. An area leads to its link."""
    is_state = countries["is_member_state"].to_numpy(bool)
    states = countries[is_state]
    others = zip(countries["iso2"].to_numpy()[~is_state], countries["signatures"].to_numpy()[~is_state], strict=True)
    words = MEASURES[measure]
    unit, count = f"%{{z:{words.hover}}} {words.unit}", "%{customdata[1]:,.1~f} signatures"
    return europe(
        states.assign(said=states["signatures"]),
        measure,
        palette,
        hover=f"<b>%{{text}}</b><br>{unit}<br>{count}<extra></extra>",
        colors={
            "cmin": 0,
            "cmax": float(states[measure].max() or 0) or 1.0,
            "colorscale": [[i / 4, color] for i, color in enumerate(palette.amounts)],
            "colorbar": {"tickformat": words.tick, "nticks": 5},
        },
        border=palette.surface,
        land={code: f"<br>{amount(count)} signatures" for code, count in others},
    )
