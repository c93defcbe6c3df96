"""Does a protected snapshot give anybody away?

An invented campaign publishes a protected snapshot every day. The attacker knows every table of every one of them and
the rule by which they were made, also which cells have somebody at all. The same attacker is set on tables as they are
usually rounded, each margin by itself, to show what he can do.
"""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from bench.attack_campaign import CELL, AttackedCampaign
from bench.attacker import Attacker, Statement

WINDOW = 7  # snapshots that are looked at together
# 1-, 2- and 3-way tables; those with networks are sums over the sets that a network is in.
_MARGINS = [[], ["country"], ["shown_kind"], ["country", "shown_kind"]]
_PUBLISHED = {
    "signature_daily": "select country, institution_type, sum(signatures)::int from signature_daily group by all",
    "signature_daily_network": (
        "select country, institution_type, network_id, sum(signatures)::int from signature_daily_network group by all"
    ),
}


@dataclass(frozen=True)
class Found:
    """Hidden cells and increments that were asked for; how many follow exactly, or are known not to be none."""

    hidden: int
    single: int
    not_none: int
    increments: int
    single_increments: int

    @property
    def leaks(self) -> int:
        """Everything that must not be."""
        return self.single + self.not_none + self.single_increments

    def line(self) -> str:
        """One row of a table in Markdown."""
        return f"| {self.hidden} | {self.single} | {self.not_none} | {self.increments} | {self.single_increments} |"


def shown(people: np.ndarray) -> np.ndarray:
    """What is shown of counts of people: nothing below ten, else the nearest multiple of five."""
    return np.where(people < 10, 0, 5 * ((people + 2) // 5))


def attack(cells: pd.DataFrame, draws: int, random: np.random.Generator, *, margins_alone: bool = False) -> Found:
    """Draw hidden cells and increments and see what linear programs over windows of snapshots leave of them.

    ``margins_alone``: every margin is rounded from its own exact value instead of added up from the cells.
    """
    people = cells.to_numpy().T  # snapshots × cells
    hidden = _drawn(np.argwhere(people < 10), draws, random)
    later = np.arange(len(people))[:, None] > np.zeros(len(cells))
    grown = _drawn(np.argwhere(later), draws, random)
    left = [_around(cells, when, margins_alone).cell(cell, _place(cells, when)) for when, cell in hidden]
    steps = [_around(cells, when, margins_alone).increment(cell, _place(cells, when)) for when, cell in grown]
    return Found(
        len(left),
        sum(r.is_single for r in left),
        sum(r.low > 0 for r in left),
        len(steps),
        sum(r.is_single for r in steps),
    )


def propagated(cells: pd.DataFrame, *, margins_alone: bool = False) -> Found:
    """The same for all hidden cells and increments of all snapshots at once, by interval propagation alone."""
    low, high = _attacker(cells, margins_alone).bounds()
    hidden = cells.to_numpy().T < 10
    least = np.maximum(low[1:] - high[:-1], 0)
    single = int((high[1:] - low[:-1] == least).sum())
    return Found(int(hidden.sum()), int((low == high)[hidden].sum()), int((low > 0)[hidden].sum()), least.size, single)


def is_sum_of_cells(campaign: AttackedCampaign, cells: pd.DataFrame, day: int, folder: Path) -> bool:
    """Whether every number of that day's protected snapshot is a sum of what is shown of the cells."""
    alone = cells[[day]].apply(shown)[day].rename("people").reset_index()
    by_kind = alone.groupby(["country", "shown_kind"])["people"].sum()
    networks = alone[alone["networks"] != ""].assign(network_id=lambda rows: rows["networks"].str.split(" "))
    by_network = networks.explode("network_id").groupby(["country", "shown_kind", "network_id"])["people"].sum()
    with duckdb.connect(str(campaign.protected(day, folder)), read_only=True) as connection:
        found = {table: connection.execute(query).fetchall() for table, query in _PUBLISHED.items()}
    return all(
        {tuple(row[:-1]): row[-1] for row in found[table]} == expected[expected > 0].to_dict()
        for table, expected in (("signature_daily", by_kind), ("signature_daily_network", by_network))
    )


def _drawn(where: np.ndarray, draws: int, random: np.random.Generator) -> np.ndarray:
    return where[random.choice(len(where), min(draws, len(where)), replace=False)]


def _around(cells: pd.DataFrame, moment: int, margins_alone: bool) -> Attacker:
    """An attacker who knows the snapshots around a moment."""
    first = moment - _place(cells, moment)
    return _attacker(cells.iloc[:, first : first + WINDOW], margins_alone)


def _place(cells: pd.DataFrame, moment: int) -> int:
    """Where a moment stands in the window around it."""
    return moment - int(np.clip(moment - WINDOW // 2, 0, max(cells.shape[1] - WINDOW, 0)))


def _attacker(cells: pd.DataFrame, margins_alone: bool) -> Attacker:
    people = cells.to_numpy().T
    statements = [
        Statement((moment * len(cells) + cell,), *_between(int(count)))
        for moment, row in enumerate(people)
        for cell, count in enumerate(row)
    ]
    for members in _margins(cells):
        for moment, row in enumerate(people):
            parts = [_between(int(count)) for count in row[members]]
            summed = sum(low for low, _ in parts), sum(high for _, high in parts)
            known = _between(int(row[members].sum())) if margins_alone else summed
            statements.append(Statement(tuple(moment * len(cells) + members), *known))
    return Attacker(len(cells), len(people), statements)


def _between(people: int) -> tuple[int, int]:
    """What the published number of that many people leaves open."""
    number = int(shown(np.array(people)))
    return (max(number - 2, 10), number + 2) if number else (0, 9)


def _margins(cells: pd.DataFrame) -> list[np.ndarray]:
    """The cells of every margin."""
    labels = cells.index.to_frame(index=False)[CELL]
    found = [np.arange(len(cells))]
    for names in _MARGINS[1:]:
        found.extend(np.asarray(rows) for rows in labels.groupby(names).indices.values())
    for network in sorted({name for names in labels["networks"] for name in names.split()}):
        inside = labels[labels["networks"].str.split().apply(lambda names, n=network: n in names)]
        found.append(inside.index.to_numpy())
        for names in _MARGINS[1:]:
            found.extend(inside.index.to_numpy()[rows] for rows in inside.groupby(names).indices.values())
    return found
