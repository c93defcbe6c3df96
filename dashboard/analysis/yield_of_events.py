"""What an event brought for each contact that was made, and for each mention."""

from datetime import timedelta

import pandas as pd

from dashboard.analysis.lift import WINDOW


def per_contact_and_mention(events: pd.DataFrame, attention: pd.DataFrame) -> pd.DataFrame:
    """Add contacts and mentions of the event's 72 hours, where it took place, and lift_per_contact, lift_per_mention
    (missing where there were none, or no lift that is certain).

    events: day, country (missing: everywhere), lift, verdict. attention: day, country, contacts, mentions.
    """
    counted = pd.DataFrame([_within(event, attention) for _, event in events.iterrows()], index=events.index)
    lift = events["lift"].astype("float64").where(events["verdict"] == "lift")
    return events.assign(
        contacts_made=counted["contacts"],
        mentions=counted["mentions"],
        lift_per_contact=lift / counted["contacts"].where(counted["contacts"] > 0),
        lift_per_mention=lift / counted["mentions"].where(counted["mentions"] > 0),
    )


def _within(event: pd.Series, attention: pd.DataFrame) -> pd.Series:
    days = attention["day"].between(event["day"], event["day"] + timedelta(WINDOW - 1))
    there = pd.isna(event["country"]) or attention["country"] == event["country"]
    counted: pd.Series = attention.loc[days & there, ["contacts", "mentions"]].sum()
    return counted
