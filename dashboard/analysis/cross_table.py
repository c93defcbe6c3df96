"""Country by kind of institution, with margins."""

from dataclasses import dataclass

import pandas as pd

_MOST_ROWS = 40


@dataclass(frozen=True)
class CrossTable:
    """cells: rows are countries, columns kinds, missing where there was never a signature. The margins add up to it.

    row_names and column_names: what readers call the codes of the index and the columns.
    """

    cells: pd.DataFrame
    row_names: list[str]
    column_names: list[str]
    by_row: list[float]
    by_column: list[float]


def cross_table(counted: pd.DataFrame) -> CrossTable:
    """counted: iso2, name, institution_type, label, sort_order, signatures; one row for each cell that has any.

    The country with most comes first, the unknown one last. Past 40 countries the rest is one row, 'Other countries'.
    """
    totals = counted.groupby("iso2")["signatures"].sum().sort_values(ascending=False, kind="stable")
    named = [code for code in totals.index if code != "ZZ"]
    kept, rest = (named, []) if len(named) <= _MOST_ROWS else (named[: _MOST_ROWS - 1], named[_MOST_ROWS - 1 :])
    shown = counted.assign(iso2=counted["iso2"].where(~counted["iso2"].isin(rest), ""))
    order = kept + ([""] if rest else []) + (["ZZ"] if "ZZ" in totals.index else [])
    kinds = counted.sort_values("sort_order").drop_duplicates("institution_type")
    cells = shown.pivot_table(index="iso2", columns="institution_type", values="signatures", aggfunc="sum")
    cells = cells.reindex(index=order, columns=kinds["institution_type"].tolist())
    names = dict(zip(counted["iso2"], counted["name"], strict=True)) | {"": "Other countries"}
    return CrossTable(
        cells,
        [names[code] for code in order],
        kinds["label"].tolist(),
        cells.sum(axis=1).tolist(),
        cells.sum(axis=0).tolist(),
    )
