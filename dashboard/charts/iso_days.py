"""Days as Plotly reads them."""

import pandas as pd


def iso_days(days: pd.Series) -> list[str]:
    """'2026-04-30' for each; strftime takes many times as long."""
    written: list[str] = days.to_numpy("datetime64[D]").astype(str).tolist()
    return written
