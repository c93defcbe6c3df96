"""Where the next contacts are likely to bring most."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

REST = timedelta(days=7)  # nobody is asked twice in so many days


def next_contacts(cells: pd.DataFrame, rates: pd.Series, rate_of_all: float, on: date) -> pd.DataFrame:
    """The cells of state and kind that miss signatures, those with the most to expect first.

    cells: institution_type, missing_to_parity, last_contact_on. rates: signatures to expect of a contact by kind;
    rate_of_all for kinds that were never contacted. on: the day on which contacts are chosen. Adds gain (signatures to
    expect when one contact is made for each that is missing; missing where nothing is known of contacts) and ask_from
    (the first day on which nobody is asked twice in REST; missing where it is past). Cells that must wait come last.
    """
    behind = cells[cells["missing_to_parity"] > 0]
    rate = behind["institution_type"].map(rates).astype("float64").fillna(rate_of_all)
    rested = pd.to_datetime(behind["last_contact_on"]) + REST
    ranked = behind.assign(
        gain=behind["missing_to_parity"] * rate.replace(0.0, np.nan),
        ask_from=rested.where(rested > pd.Timestamp(on)),
    )
    ranked["waits"] = ranked["ask_from"].notna()
    by = ["waits", "gain", "missing_to_parity", "name", "label"]
    ordered = ranked.sort_values(by, ascending=[True, False, False, True, True], ignore_index=True)
    return ordered.drop(columns="waits")
