"""What became of each mailing, and what did it bring?"""

import pandas as pd

from dashboard.analysis.wilson import wilson
from dashboard.answers.answer import Answer, answer
from dashboard.answers.lifts import lifts_of
from dashboard.ask import Ask
from dashboard.words import count_of, day, number, percent


def mailings(ask: Ask) -> Answer:
    """Rows: those of the question mailings with click_share (of the delivered), click_low, click_high (95 %, Wilson);
    and as in dashboard.analysis.lift: lift, lift_low, lift_high (signatures above what would have come anyway in the 72
    hours from the first day on, 90 %), verdict; in the order of their days.

    Summary: mailings, delivered, clicked.
    """
    rows = ask("mailings")
    summary = {"mailings": len(rows), **{name: int(rows[name].sum()) for name in ("delivered", "clicked")}}
    if not len(rows):
        return answer(
            ask, "mailings", summary, rows, "No mailings in this selection: a log of one names it as its wave."
        )
    low, high = wilson(rows["clicked"], rows["delivered"])
    share = rows["clicked"] / rows["delivered"].where(rows["delivered"] > 0)
    rows = rows.assign(click_share=share, click_low=low, click_high=high)
    rows = rows.merge(_brought(ask), on="wave", how="left")
    return answer(ask, "mailings", summary, rows, _sentence(rows))


def _brought(ask: Ask) -> pd.DataFrame:
    """The lift of every mailing; an event on the day of a mailing is that mailing."""
    sent = ask("mailings", from_day=None)[["wave", "day"]]
    sent = sent.assign(event_id="mailing " + sent["wave"], country=None)
    events = ask.days("events", from_day=None, to_day=None)[["event_id", "day", "country"]]
    known = pd.concat([sent, events[~events["day"].isin(sent["day"])]])
    return sent[["wave", "event_id"]].merge(lifts_of(ask, known), on="event_id").drop(columns="event_id")


def _sentence(rows: pd.DataFrame) -> str:
    last = rows.iloc[-1]
    said = f"{count_of(len(rows), 'mailing')}; the last, {last.wave} on {day(last.day)}: {_clicked(last)}"
    before = rows.iloc[:-1]
    if not before["delivered"].sum():
        return f"{said}."
    usual = before["clicked"].sum() / before["delivered"].sum()
    compared = (
        "more than" if last.click_low > usual else "fewer than" if last.click_high < usual else "about as many as"
    )
    return f"{said}, {compared} of those before ({percent(usual)})."


def _clicked(mailing: pd.Series) -> str:
    """'of 420 delivered 84 clicked (20 %, between 16 and 24 %)'."""
    low, high = percent(mailing.click_low).removesuffix(" %"), percent(mailing.click_high)
    share = f" ({percent(mailing.click_share)}, between {low} and {high})" if mailing.delivered else ""
    return f"of {number(mailing.delivered)} delivered {number(mailing.clicked)} clicked{share}"
