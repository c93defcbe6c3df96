"""The figures of the pages, in the language of a report."""

import re
from typing import Any

import pandas as pd

from dashboard.charts.theme import Figure
from dashboard.reports.language import Language
from dashboard.reports.parts import ReportFigure

# Words that charts put beside numbers when one points at them.
_UNITS = (
    "could be anything between", "by chance alone", "per million inhabitants", "signatures", "Signatures",
    "Sites with a signature", "Sites with ten signers or more", "Sites",
)  # fmt: skip
_DAY = "%-d %B %Y"  # in the charts' hover
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w.,]\d)|(?<![\w.,])\d+\.\d+(?![\w.,]\d)")
_HALF_A_DAY = pd.Timedelta(hours=12)
_ROOM_FOR_DAYS = {"l": 32, "r": 32}  # pixels: half of a label, which Plotly leaves out where it would be cut
_LABELS = 5  # on an axis of days, the first and the last day among them


def spoken(ident: str, title: str, figure: Figure, language: Language) -> ReportFigure:
    """A figure with a name, its numbers, days and units written as readers of that language do."""
    layout = figure["layout"] | {"separators": language.separators}
    for name in ("xaxis", "yaxis"):
        if layout.get(name, {}).get("type") == "date":
            layout[name] = layout[name] | _days(layout[name]["range"], language)
            layout["margin"] = layout["margin"] | _ROOM_FOR_DAYS
    return ReportFigure(ident, title, title, _translated({"data": figure["data"], "layout": layout}, language))


def _days(ends: list[str], language: Language) -> dict[str, list[str]]:
    """Days at equal distances from the first to the last, with the year where it is a new one."""
    first, last = pd.Timestamp(ends[0]) + _HALF_A_DAY, pd.Timestamp(ends[1]) - _HALF_A_DAY
    days = pd.date_range(first, last, periods=_LABELS).normalize().unique()
    is_new = pd.Series(days.year).diff() != 0
    words = [language.on_axis(day.date()) for day in days]
    return {
        "tickvals": days.strftime("%Y-%m-%d").tolist(),
        "ticktext": [
            f"{word}<br>{day.year}" if new else word for word, day, new in zip(words, days, is_new, strict=True)
        ],
    }


def _translated(part: Any, language: Language) -> Any:
    """The same with the units in every text that hovering shows."""
    if isinstance(part, dict):
        return {
            name: _in_words(value, language)
            if name in ("hovertemplate", "hovertext", "text")
            else _translated(value, language)
            for name, value in part.items()
        }
    return [_translated(value, language) for value in part] if isinstance(part, list) else part


def _in_words(text: Any, language: Language) -> Any:
    if isinstance(text, list):
        return [_in_words(one, language) for one in text]
    if isinstance(text, str):
        for unit in _UNITS:
            text = text.replace(unit, language.say(unit))
        text = _NUMBER.sub(lambda found: found[0].translate(str.maketrans(".,", language.separators)), text)
        return text.replace(_DAY, language.hover_day)
    return text
