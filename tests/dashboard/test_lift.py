"""What events bring: lifts that were planted, days on which nothing was, and when nobody can tell."""

from pathlib import Path

import numpy as np
import pytest

from bench.campaigns import invented_campaign
from dashboard.analysis.lift import lifts
from dashboard.answers.events import events
from tests.dashboard.asking import ask
from tests.snapshots import Row, days, publish


def held(on: str, country: str | None = None, ident: str = "e1") -> Row:
    """A row of the table event."""
    return {
        "campaign_id": "open-letter", "event_id": ident, "day": on, "kind": "talk", "title": f"Talk {ident}",
        "country": country,
    }  # fmt: skip


def test_planted_lifts_are_covered_and_quiet_days_raise_no_alarm() -> None:
    random = np.random.default_rng(7)
    covered, alarms = [], []
    for number in range(150):
        signatures = invented_campaign(random, 120)
        planted = 0 if number % 2 else int(random.poisson(signatures[43:50].mean() * 4 + 3))
        signatures[50:53] += random.multinomial(planted, [0.5, 0.3, 0.2])
        (found,) = lifts(signatures, None, [50])
        assert found.low is not None
        assert found.high is not None
        covered.append(found.low <= planted <= found.high)
        if not planted:
            alarms.append(found.verdict == "lift")
    assert 0.85 <= np.mean(covered) <= 0.95
    assert np.mean(alarms) <= 0.1


def test_what_happened_everywhere_is_not_the_lift_of_one_country() -> None:
    own, others = np.full(60, 20.0), np.full(60, 200.0)
    own[40:43], others[40:43] = 60, 600
    (alone,) = lifts(own, None, [40])
    (beside,) = lifts(own, others, [40])
    assert alone.verdict == "lift"
    assert alone.lift == pytest.approx(120, abs=10)  # 180 came where 60 would have
    assert beside.verdict == "no_clear_lift"
    assert beside.lift == pytest.approx(0, abs=10)


def test_events_within_72_hours_are_not_separated() -> None:
    found = lifts(np.full(60, 20.0), None, [30, 32, 40])
    assert [one.verdict for one in found] == ["overlapping", "overlapping", "no_clear_lift"]


@pytest.mark.parametrize("day", [2, 59, 60, -1])
def test_without_a_week_before_or_72_hours_after_nobody_can_tell(day: int) -> None:
    assert lifts(np.full(60, 20.0), None, [day])[0].verdict == "cannot_tell"


def test_a_young_campaign_has_nothing_to_compare_with() -> None:
    assert lifts(np.full(16, 20.0), None, [10])[0].verdict == "cannot_tell"


def test_an_event_is_judged_in_its_own_country(tmp_path: Path) -> None:
    surge = [10] * 20 + [60, 60, 60] + [10] * 7
    publish(
        tmp_path,
        signature_daily=[*days("2026-03-02", surge, country="FR"), *days("2026-03-02", [50] * 30, country="DE")],
        event=[held("2026-03-22", "FR"), held("2026-03-22", "DE", "e2"), held("2026-03-31", None, "e3")],
    )
    found = events(ask(tmp_path)).rows.set_index("event_id")
    assert found["verdict"].to_dict() == {"e1": "lift", "e2": "no_clear_lift", "e3": "cannot_tell"}
    assert found.loc["e1", "lift"] == pytest.approx(150, abs=12)
    assert found.loc["e1", "lift_low"] > 0


def test_a_number_of_several_days_hides_what_an_event_brought(tmp_path: Path) -> None:
    counted = days("2026-03-02", [10] * 20 + [0, 0, 90] + [10] * 7)
    for row in counted:
        row["covers_many_days"] = row["signatures"] == 90
    publish(tmp_path, signature_daily=[row for row in counted if row["signatures"]], event=[held("2026-03-22")])
    assert events(ask(tmp_path)).rows["verdict"].tolist() == ["cannot_tell"]


def test_what_an_event_brought_is_told_per_contact_and_per_article_where_it_took_place(tmp_path: Path) -> None:
    surge = [10] * 20 + [60, 60, 60] + [10] * 7
    log = {"campaign_id": "open-letter", "institution_type": "unknown", "channel": "email", "wave": "", "contacts": 50}
    papers = {"campaign_id": "open-letter", "language": "fr", "outlet": "P", "outlet_type": "press", "stories": 1}
    publish(
        tmp_path,
        signature_daily=[*days("2026-03-02", surge, country="FR"), *days("2026-03-02", [50] * 30, country="DE")],
        outreach_daily=[
            log | {"day": "2026-03-23", "country": "FR", "stage": "contacted"},
            log | {"day": "2026-03-23", "country": "FR", "stage": "delivered"},  # the same contacts, further on
            log | {"day": "2026-03-23", "country": "DE", "stage": "contacted"},  # elsewhere
            log | {"day": "2026-03-25", "country": "FR", "stage": "contacted"},  # after the 72 hours
        ],
        media_daily=[papers | {"day": "2026-03-24", "country": "FR", "mentions": 3}],
        event=[held("2026-03-22", "FR"), held("2026-03-31", None, "e3")],
    )
    first, last = (row for _, row in events(ask(tmp_path)).rows.iterrows())
    assert (first.contacts_made, first.mentions) == (50, 3)
    assert first.lift_per_contact == pytest.approx(first.lift / 50)
    assert first.lift_per_mention == pytest.approx(first.lift / 3)
    assert (last.contacts_made, last.mentions) == (0, 0)
    assert np.isnan(last.lift_per_contact)
    assert np.isnan(last.lift_per_mention)
