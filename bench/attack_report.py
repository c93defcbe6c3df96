"""Attacks a year of protected snapshots and writes bench/attack.md: python -m bench.attack_report [EVERY]

EVERY: publish and compare every so many days only (1: all of them, by far the longest part). All days are attacked.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from bench.attack import WINDOW, attack, is_sum_of_cells, propagated, shown
from bench.attack_campaign import attacked_campaign
from bench.machine import machine, software

_RESULTS = Path(__file__).with_name("attack.md")
_SEED, _PEOPLE, _COUNTRIES, _DAYS, _DRAWS = 2026, 20_000, 27, 365, 300
_CONTROL_DRAWS = 50  # from tables that give people away a program takes fifteen times as long
_SIZES = (1_000, 5_000, 20_000, 100_000, 1_000_000)
_REPORT = """\
# Attacks on protected snapshots

Written by `python -m bench.attack_report {every}` on {day}, in {seconds:.0f} seconds of one processor.

- Machine: {machine}
- Software: {software}

An invented campaign of {people:,} people in {countries} countries with 3 overlapping networks publishes a protected
snapshot on each of {days} days ({cells} cells). Published snapshots of which every number is a sum of what is shown of
the cells: {sums} of {published}. Linear programs over windows of {window} snapshots ask for {draws} hidden cells and
{draws} increments drawn by seed; interval propagation looks at all of them at once. To show what the same attacker can
do, he is set on tables whose margins are rounded by themselves too, with {control_draws} draws each.

| attack | hidden cells | follow exactly | known not to be none | increments | follow exactly |
|---|---:|---:|---:|---:|---:|
{found}

## What protection costs

People in hidden cells, and how far sums are from the truth, for campaigns of that kind.

| people | in hidden cells | by country: median | largest | by network: median | all people |
|---:|---:|---:|---:|---:|---:|
{costs}
"""


def write_report(every: int) -> Path:
    """Publish every day, attack, count the cost, and write all down with the machine."""
    began = time.process_time()
    campaign = attacked_campaign(np.random.default_rng(_SEED), _PEOPLE, _COUNTRIES, _DAYS)
    cells = campaign.cells(_DAYS)
    with TemporaryDirectory() as folder:
        published = range(_DAYS - 1, -1, -every)
        sums = sum(is_sum_of_cells(campaign, cells, day, Path(folder)) for day in published)
    found = []
    for name, alone, draws in (("", False, _DRAWS), (", margins rounded by themselves", True, _CONTROL_DRAWS)):
        random = np.random.default_rng(_SEED)
        found.append(f"| linear programs{name} {attack(cells, draws, random, margins_alone=alone).line()}")
        found.append(f"| propagation{name} {propagated(cells, margins_alone=alone).line()}")
    report = _REPORT.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}", machine=machine(), software=software(), people=_PEOPLE, days=_DAYS,
        countries=_COUNTRIES, cells=len(cells), sums=sums, every=every, published=len(published),
        window=WINDOW, draws=_DRAWS, control_draws=_CONTROL_DRAWS,
        found="\n".join(found), costs="\n".join(_cost(size) for size in _SIZES),
        seconds=time.process_time() - began,
    )  # fmt: skip
    _RESULTS.write_text(report, encoding="utf-8")
    return _RESULTS


def _cost(people: int) -> str:
    cells = attacked_campaign(np.random.default_rng(_SEED), people, _COUNTRIES, 1).cells(1)[0]
    seen = pd.DataFrame({"people": cells, "shown": shown(cells.to_numpy())}).reset_index()
    networks = seen.assign(network=seen["networks"].str.split(" ")).explode("network").query("network != ''")
    countries = _errors(seen, "country")
    figures = [
        cells[cells < 10].sum() / people, countries.median(), countries.max(),
        _errors(networks, "network").median(), abs(seen["shown"].sum() / people - 1),
    ]  # fmt: skip
    return f"| {people:,} | {' | '.join(f'{figure:.1%}' for figure in figures)} |"


def _errors(seen: pd.DataFrame, by: str) -> pd.Series:
    """Relative errors of sums over groups of at least ten people."""
    sums = seen.groupby(by)[["people", "shown"]].sum().query("people >= 10")
    return (sums["shown"] / sums["people"] - 1).abs()


if __name__ == "__main__":
    print(write_report(int(sys.argv[1]) if len(sys.argv) > 1 else 1).read_text(encoding="utf-8"))
