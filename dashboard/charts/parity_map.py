"""Member states by their verdict, on a map: the same colours as of the dots beside it."""

import pandas as pd

from dashboard.charts.europe import europe
from dashboard.charts.theme import Figure
from dashboard.charts.verdicts import verdict_colors, verdict_texts
from dashboard.palette import Palette

_WORDS = {"under": "below", "too_little_evidence": "too little<br>evidence", "on_par": "at its share", "over": "above"}


def parity_map(states: pd.DataFrame, palette: Palette) -> Figure:
    """states: iso2, name, outlined, link, verdict, in_words. One with too little evidence is open, as its dot is."""
    order, colors = list(_WORDS), verdict_colors(palette) | {"too_little_evidence": palette.surface}
    steps = [[edge / len(order), colors[name]] for place, name in enumerate(order) for edge in (place, place + 1)]
    middles = [(place + 0.5) * (len(order) - 1) / len(order) for place in range(len(order))]
    return europe(
        states.assign(place=states["verdict"].map(order.index), said=verdict_texts(states)),
        "place",
        palette,
        hover="%{customdata[1]}<extra></extra>",
        colors={
            "cmin": 0,
            "cmax": len(order) - 1,
            "colorscale": steps,
            "colorbar": {"tickvals": middles, "ticktext": list(_WORDS.values()), "len": 0.95, "tickangle": 0},
        },
        border=palette.context,
    )
