"""The figures of the pages, in the language of a report."""

from typing import Any

from dashboard.charts.theme import Figure
from dashboard.reports.language import Language
from dashboard.reports.parts import ReportFigure

# Words that charts put beside numbers when one points at them.
_UNITS = (
    "could be anything between", "by chance alone", "per million inhabitants", "signatures", "Signatures",
    "Sites with a signature", "Sites",
)  # fmt: skip


def spoken(ident: str, title: str, figure: Figure, language: Language) -> ReportFigure:
    """A figure with a name, its numbers, days and units written as readers of that language do."""
    layout = figure["layout"] | {"separators": language.separators}
    for name in ("xaxis", "yaxis"):
        if layout.get(name, {}).get("type") == "date":
            layout[name] = layout[name] | {"tickformat": language.short_day}
    return ReportFigure(ident, title, title, _translated({"data": figure["data"], "layout": layout}, language))


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
    return text
