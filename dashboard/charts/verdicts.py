"""How verdicts look wherever a member state is a dot, and the axis of ratios on which it stands."""

from html import escape
from typing import Any

import pandas as pd

from dashboard.palette import Palette

NOTHING = 0.04  # where a state without a signature stands: a ratio of nothing has no place on a logarithmic axis
MOST = 8.0
TICKS = {0.125: "⅛", 0.25: "¼", 0.5: "½", 1.0: "1 ×", 2.0: "2 ×", 4.0: "4 ×"}
_OPEN = "too_little_evidence"
_FAINT = 0.25


def verdict_colors(palette: Palette) -> dict[str, str]:
    """The colour of each verdict that says something."""
    return {"under": palette.marker, "over": palette.accent, "on_par": palette.context}


def verdict_marker(states: pd.DataFrame, palette: Palette) -> dict[str, Any]:
    """Plotly's marker of states by their verdict: a colour each, open where there is too little evidence; faint where
    it is not in view. states: verdict, chosen (in view)."""
    colors = verdict_colors(palette)
    verdicts = states["verdict"].tolist()
    return {
        "size": 10,
        "color": [colors.get(verdict, palette.muted) for verdict in verdicts],
        "symbol": ["circle-open" if verdict == _OPEN else "circle" for verdict in verdicts],
        "opacity": [1.0 if chosen else _FAINT for chosen in states["chosen"]],
        "line": {"width": [2 if verdict == _OPEN else 0 for verdict in verdicts]},
    }


def verdict_texts(states: pd.DataFrame) -> list[str]:
    """What hovering shows: the name, and the verdict in words, a sentence a line."""
    named = zip(states["name"], states["in_words"], strict=True)
    return [f"<b>{escape(name)}</b><br>{escape(words).replace('. ', '.<br>')}" for name, words in named]
