"""The three ways to express reach, and how each is written."""

from dataclasses import dataclass

from dashboard.filters import Measure


@dataclass(frozen=True)
class MeasureWords:
    """label: in a subtitle. switch: on the switch. unit: after a number. hover, tick: Plotly's number formats."""

    label: str
    switch: str
    unit: str
    hover: str
    tick: str


MEASURES: dict[Measure, MeasureWords] = {
    "per_million": MeasureWords("per million inhabitants", "Per million", "per million inhabitants", ",.1f", ",~r"),
    "signatures": MeasureWords("in number", "Number", "signatures", ",d", ",~d"),
    "share": MeasureWords("as a share of all", "Share", "of all signatures", ".1%", ".0%"),
}
