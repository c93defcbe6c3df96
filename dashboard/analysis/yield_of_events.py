"""What an event brought for each contact that was made, and for each mention."""

from datetime import timedelta

import pandas as pd

from dashboard.analysis.lift import WINDOW


def per_contact_and_mention(events: pd.DataFrame, attention: pd.DataFrame) -> pd.DataFrame:
    """Add contacts and mentions of the event's 72 hours, where it took place, and lift_per_contact, lift_per_mention
    (missing where there were none, or no lift that is certain).

    events: day, country (missing: everywhere), lift, verdict. attention: day, country, contacts, mentions.
    """
    counted = _within(events, attention)
    lift = events["lift"].astype("float64").where(events["verdict"] == "lift")
    return events.assign(
        contacts_made=counted["contacts"],
        mentions=counted["mentions"],
        lift_per_contact=lift / counted["contacts"].where(counted["contacts"] > 0),
        lift_per_mention=lift / counted["mentions"].where(counted["mentions"] > 0),
    )


def _within(events: pd.DataFrame, attention: pd.DataFrame) -> pd.DataFrame:
    """Contacts and mentions of each event's window, where it took place."""
    days, countries = attention["day"].to_numpy(), attention["country"].to_numpy()
    counts = attention[["contacts", "mentions"]].to_numpy()
    totals = []
    for day, country in zip(events["day"], events["country"], strict=True):
        first, last = day.to_datetime64(), (day + timedelta(WINDOW - 1)).to_datetime64()
        there = (first <= days) & (days <= last) & (pd.isna(country) or countries == country)
        totals.append(counts[there].sum(axis=0))
    return pd.DataFrame(totals, columns=["contacts", "mentions"], index=events.index)
