"""What readers call the columns of tables, and how their values are written. A column that is not here is not shown."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import pandas as pd

from dashboard import words

Kind = Literal["text", "prose", "flag", "count", "rate", "ratio", "share", "day", "moment", "amount"]


@dataclass(frozen=True)
class Column:
    """label: the heading. kind: how values are written and on which side they stand."""

    label: str
    kind: Kind = "text"

    @property
    def is_number(self) -> bool:
        """Whether values stand on the right, under each other's digits."""
        return self.kind in ("count", "amount", "rate", "ratio", "share")

    @property
    def is_ordered(self) -> bool:
        """Whether rows are sorted by the value rather than by its letters."""
        return self.is_number or self.kind in ("day", "moment")

    @property
    def css_class(self) -> str:
        """The class of its cells."""
        return "number" if self.is_number else self.kind


COLUMNS: dict[str, Column] = {
    "day": Column("Day", "day"),
    "number": Column("No.", "count"),
    "kind": Column("Kind"),
    "title": Column("Event", "prose"),
    "name": Column("Country"),
    "institution": Column("Institution"),
    "spellings": Column("Spellings", "count"),
    "written_as": Column("Most often written", "prose"),
    "country_name": Column("Country"),
    "type_label": Column("Kind of institution"),
    "label": Column("Kind of institution"),
    "signatures": Column("Signatures", "amount"),
    "signatures_low": Column("Signatures, at least", "rate"),
    "signatures_high": Column("Signatures, at most", "rate"),
    "cumulative": Column("Signatures so far", "count"),
    "finished": Column("Day is over", "flag"),
    "is_pace": Column("Counts as pace", "flag"),
    "mean_of_7_days": Column("Mean of 7 days", "rate"),
    "population": Column("Population", "count"),
    "per_million": Column("Per million", "rate"),
    "per_million_low": Column("Per million, at least", "rate"),
    "per_million_high": Column("Per million, at most", "rate"),
    "share": Column("Share", "share"),
    "share_low": Column("Share, at least", "share"),
    "share_high": Column("Share, at most", "share"),
    "first_day": Column("First", "day"),
    "last_day": Column("Last day", "day"),
    "aspect": Column("What"),
    "network_title": Column("Network"),
    "sites": Column("Sites", "count"),
    "sites_reached": Column("Sites with a signature", "count"),
    "not_reached": Column("Sites without one", "prose"),
    "sites_known": Column("Sites with ten signers or more", "count"),
    "sites_other": Column("Other sites", "prose"),
    "basis": Column("Rests on"),
    "source": Column("Known from"),
    "place": Column("No.", "count"),
    "settled": Column("Settled so far", "count"),
    "settled_share": Column("Share of all signatures", "share"),
    "set_aside_at": Column("Set aside", "moment"),
    "chosen_by": Column("Which", "prose"),
    "records": Column("Records", "count"),
    "file": Column("File"),
    "files": Column("Files", "count"),
    "format": Column("Format"),
    "loaded_at": Column("Loaded", "moment"),
    "last_loaded_at": Column("Last loaded", "moment"),
    "rows_in": Column("Rows in", "count"),
    "accepted": Column("Accepted", "count"),
    "duplicate": Column("Duplicate", "count"),
    "rejected": Column("Rejected", "count"),
    "pending": Column("Pending", "count"),
    "note": Column("Note", "prose"),
    "reason": Column("Reason", "prose"),
    "rows": Column("Rows", "count"),
    "grouped_by": Column("By"),
    "group_name": Column("Which"),
    "step": Column("Step"),
    "contact_ref": Column("Reference"),
    "team": Column("Team"),
    "last_entry_at": Column("Last entry", "moment"),
    "days_waiting": Column("Days without an answer", "count"),
    "organisation_times": Column("Times contacted", "count"),
    "wave": Column("Mailing"),
    "sent": Column("Sent", "count"),
    "delivered": Column("Delivered", "count"),
    "bounced": Column("Bounced", "count"),
    "clicked": Column("Clicked", "count"),
    "unsubscribed": Column("Unsubscribed", "count"),
    "click_share": Column("Clicked of delivered", "share"),
    "click_low": Column("Of them, at least", "share"),
    "click_high": Column("Of them, at most", "share"),
    "member_group": Column("Group"),
    "committee": Column("Committee"),
    "is_lead": Column("Lead committee", "flag"),
    "seats": Column("Seats", "count"),
    "listed": Column("Members", "count"),
    "contacted_members": Column("Contacted", "count"),
    "declined": Column("Declined", "count"),
    "lead_listed": Column("In lead committees", "count"),
    "lead_contacted": Column("Contacted of these", "count"),
    "substitutes": Column("Substitutes", "count"),
    "substitutes_contacted": Column("Substitutes contacted", "count"),
    "age": Column("Days after the first contact"),
    "answered": Column("Answered", "count"),
    "unanswered": Column("Still without an answer", "count"),
    "contact_count": Column("Contacts", "count"),
    "of_previous": Column("Of the step before", "share"),
    "of_previous_low": Column("Of it, at least", "share"),
    "of_previous_high": Column("Of it, at most", "share"),
    "stage": Column("Stage"),
    "contacts": Column("Entries", "count"),
    "targets": Column("Targets", "count"),
    "replied": Column("Replied", "count"),
    "signed": Column("Signed", "count"),
    "countries": Column("Countries", "count"),
    "channel": Column("Channel"),
    "organisation": Column("Organisation"),
    "contact_role": Column("Role"),
    "last_contact_on": Column("Last contact", "day"),
    "follow_up_on": Column("Due", "day"),
    "days_overdue": Column("Days overdue", "count"),
    "period_from": Column("From", "day"),
    "period_to": Column("To", "day"),
    "language_name": Column("Language"),
    "story": Column("Story", "prose"),
    "outlets": Column("Outlets", "count"),
    "url": Column("Address", "prose"),
    "outlet": Column("Outlet"),
    "outlet_type": Column("Kind of outlet"),
    "mentions": Column("Mentions", "count"),
    "stories": Column("Stories", "count"),
    "stories_expected": Column("Stories at parity", "rate"),
    "coverage": Column("Stories, of parity", "ratio"),
    "coverage_low": Column("Stories of it, at least", "ratio"),
    "coverage_high": Column("Stories of it, at most", "ratio"),
    "corner": Column("Corner"),
    "states": Column("Member states", "count"),
    "calls_for": Column("Usually calls for", "prose"),
    "observed": Column("Signatures", "count"),
    "expected": Column("At parity", "rate"),
    "ratio": Column("Of parity", "ratio"),
    "ratio_low": Column("Of parity, at least", "ratio"),
    "ratio_high": Column("Of parity, at most", "ratio"),
    "verdict": Column("Verdict"),
    "missing_to_parity": Column("Missing to parity", "count"),
    "limit_low": Column("By chance, at least", "count"),
    "limit_high": Column("By chance, at most", "count"),
    "shrunk": Column("Of parity, steadied", "ratio"),
    "shrunk_low": Column("Steadied, at least", "ratio"),
    "shrunk_high": Column("Steadied, at most", "ratio"),
    "states_reached": Column("States reached", "count"),
    "in_words": Column("In words", "prose"),
    "missing_kinds": Column("No signature from", "prose"),
    "last_mention_on": Column("Last article", "day"),
    "lifted": Column("States lifted", "count"),
    "names": Column("Which", "prose"),
    "additional": Column("Signatures it takes", "count"),
    "contacts_needed": Column("Contacts it takes", "count"),
    "contacts_needed_low": Column("Contacts, at least", "count"),
    "contacts_needed_high": Column("Contacts, at most", "count"),
    "gain": Column("To expect", "rate"),
    "ask_from": Column("Not before", "day"),
    "threshold": Column("Threshold", "count"),
    "of_threshold": Column("Of the threshold", "share"),
    "reached": Column("Reached", "flag"),
    "from_day": Column("From", "day"),
    "to_day": Column("To", "day"),
    "hours": Column("Hours"),
    "usual": Column("Usual", "rate"),
    "times": Column("Times the usual", "rate"),
    "coincides": Column("Coincides with", "prose"),
    "what_if": Column("What if"),
    "lift": Column("Brought", "count"),
    "lift_low": Column("At least", "count"),
    "lift_high": Column("At most", "count"),
    "contacts_made": Column("Contacts made", "count"),
    "lift_per_contact": Column("Per contact", "rate"),
    "lift_per_mention": Column("Per article", "rate"),
    "p2_5": Column("2.5 %", "count"),
    "p10": Column("10 %", "count"),
    "p25": Column("25 %", "count"),
    "p50": Column("Median", "count"),
    "p75": Column("75 %", "count"),
    "p90": Column("90 %", "count"),
    "p97_5": Column("97.5 %", "count"),
    "straight": Column("Straight line", "count"),
    "horizon": Column("Days ahead", "count"),
    "forecasts": Column("Past forecasts", "count"),
    "held": Column("80 % band held", "share"),
    "miss": Column("Typical miss", "rate"),
    "straight_miss": Column("Miss of the straight line", "rate"),
    "loss": Column("Pinball loss", "rate"),
    "straight_loss": Column("Loss of the straight line", "rate"),
    "milestone": Column("Signatures", "count"),
    "goal_share": Column("Of the goal", "share"),
    "days_taken": Column("Days since the launch", "count"),
    "day_number": Column("Day since the launch", "count"),
    "beside_cumulative": Column("Signatures so far, other campaign", "count"),
    "page": Column("Page"),
    "measured": Column("What is counted"),
    "value": Column("Number"),
    "compared": Column("Compared with"),
    "changed": Column("What"),
    "told": Column("Told then", "count"),
    "known": Column("Known now", "count"),
    "difference": Column("Difference", "count"),
    "campaign_title": Column("Earlier campaign"),
    "standing": Column("Standing"),
    "people": Column("People", "count"),
    "changed_institution": Column("Changed institution", "count"),
    "finding": Column("Finding", "prose"),
}


_CODES = {
    "under": "below its share",
    "over": "above its share",
    "on_par": "at its share",
    "institution_type": "kind of institution",
}


def written(value: object, kind: Kind) -> str:
    """A value as readers see it; a missing one is an en dash."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]  # any scalar of a data frame
        return "–"
    if isinstance(value, datetime) and kind == "moment":
        return f"{words.short_day(value)}, {value:%H:%M}"
    if isinstance(value, date):
        return words.short_day(value)
    if kind == "flag":
        return "yes" if value else "no"
    if isinstance(value, int | float) or hasattr(value, "__float__"):
        number = float(value)
        if kind == "amount":
            return words.amount(number)
        digits = {"count": 0, "rate": 1 if abs(number) >= 10 else 2, "ratio": 2}
        return f"{number:,.{digits[kind]}f}" if kind in digits else words.percent(number)
    return _CODES.get(str(value), str(value).replace("_", " ")) if kind == "text" else str(value)
