"""How well the rules type affiliations: ``python -m bench.resolve FILE``, a CSV with labels (affiliation, country,
type, confidence), and how fast. An answer "unknown" is counted apart from a wrong one.
"""

import csv
import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from etl.resolve.affiliation import Affiliation, Resolver
from etl.resolve.reference import Reference
from etl.shipped import shipped

_UNKNOWN = {"", "unknown"}
_TEXTS = 200_000


@dataclass(frozen=True)
class Shares:
    """Of the answers: exactly right, wrong, and left open although the label knows, as shares of all."""

    exact: float
    wrong: float
    unknown: float


def shares(pairs: Iterable[tuple[str, str]]) -> Shares:
    """Compare (label, answer) pairs."""
    counted = Counter(
        "exact" if label == answer else "unknown" if answer in _UNKNOWN else "wrong" for label, answer in pairs
    )
    total = counted.total()
    return Shares(counted["exact"] / total, counted["wrong"] / total, counted["unknown"] / total)


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Mean over the labels that occur of the harmonic mean of precision and recall."""
    labels = sorted({label for label, _ in pairs})
    return sum(_f1(label, pairs) for label in labels) / len(labels)


def _f1(label: str, pairs: list[tuple[str, str]]) -> float:
    hits = sum(pair == (label, label) for pair in pairs)
    return 2 * hits / sum((pair[0] == label) + (pair[1] == label) for pair in pairs)


def main() -> None:
    """Print shares, macro-F1, a confusion table, the wrong rows with ``--wrong``, and the speed on texts like these."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--wrong"]
    began = perf_counter()
    resolver = Resolver(Reference(lambda name: shipped("reference", name)))
    print(f"rules read in {perf_counter() - began:.2f} s")
    known: list[str] = []
    for path in map(Path, arguments):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        known += [row["affiliation"] for row in rows]
        answers = resolver.resolve(row["affiliation"] for row in rows)
        for levels in (["high"], ["medium"], ["low"], ["high", "medium", "low"]):
            chosen = [(row, answer) for row, answer in zip(rows, answers, strict=True) if row["confidence"] in levels]
            if chosen:
                _print_quality(f"{path.name}, {' + '.join(levels)}", chosen, "--wrong" in sys.argv)
    _print_speed(resolver, known)


def _print_quality(title: str, chosen: list[tuple[dict[str, str], Affiliation]], with_wrong: bool) -> None:
    countries = [(row["country"], answer.country or "") for row, answer in chosen]
    types = [(row["type"], answer.institution_type) for row, answer in chosen]
    print(f"\n{title}: {len(chosen)} texts")
    for name, pairs in (("country", countries), ("type", types)):
        share = shares(pairs)
        print(f"  {name:8} exact {share.exact:6.1%}  wrong {share.wrong:6.1%}  unknown {share.unknown:6.1%}")
    print(f"  macro-F1 of type {macro_f1(types):.3f}")
    for (label, answer_type), count in sorted(Counter(types).items()):
        print(f"    {label:24} as {answer_type:24} {count:4}{'' if label == answer_type else '  *'}")
    if with_wrong:
        for row, answer in chosen:
            if (row["country"], row["type"]) != (answer.country or "", answer.institution_type):
                print(f"    {row['affiliation']!r}: {row['country']} {row['type']} / {answer}")


def _print_speed(resolver: Resolver, known: list[str]) -> None:
    texts = [f"{text} {number}" for number, text in enumerate(islice(cycle(known), _TEXTS))]
    began = perf_counter()
    resolver.resolve(texts)
    print(f"\n{len(texts):,} distinct texts in {perf_counter() - began:.1f} s on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
