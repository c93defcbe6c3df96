"""A long tail as one row."""

import pandas as pd


def top_and_others(counted: pd.DataFrame, name: str, most: int) -> pd.DataFrame:
    """The first rows as they are, and the rest, where there is one, added up in a last row 'n others'.

    counted: the column called name, and counts; sorted. At most `most` rows are given back beside the one of the rest,
    which is the only one that is not chosen.
    """
    counts = counted.select_dtypes("number").columns
    shown, rest = counted.head(most)[[name, *counts]].assign(chosen=True), counted.iloc[most:]
    if rest.empty:
        return shown
    others = rest[counts].sum().to_frame().T.assign(**{name: f"{len(rest):,} others"}, chosen=False)
    return pd.concat([shown, others], ignore_index=True)
