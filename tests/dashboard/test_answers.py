"""Answers to the organisers' questions, worked out by hand on small campaigns."""

from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from dashboard.answers.events import events
from dashboard.answers.ledger import ledger
from dashboard.answers.media import media
from dashboard.answers.momentum import momentum
from dashboard.answers.outreach import outreach
from dashboard.answers.questions import ask_by_name
from dashboard.answers.reach import reach
from dashboard.answers.under_reached import under_reached
from dashboard.errors import UnknownQuestionError
from tests.dashboard.asking import ask
from tests.snapshots import Row, campaign, days, publish, signed

# 2 March 2026 is a Monday; the snapshot is built on 1 April at noon in Brussels.
FOUR_WEEKS = [10] * 23 + [5] * 7


def test_momentum_compares_the_last_seven_finished_days_with_the_seven_before(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=days("2026-03-02", [*FOUR_WEEKS, 99]))
    found = momentum(ask(tmp_path))
    assert found.summary["last_finished_day"] == date(2026, 3, 31)
    assert (found.summary["last_7_days"], found.summary["previous_7_days"]) == (35, 70)
    assert found.summary["signatures"] == 23 * 10 + 7 * 5 + 99
    assert found.sentence.startswith("Slowing: 5 a day over the last 7 finished days, 50 % fewer than the week before")


def test_the_day_on_which_the_snapshot_was_built_is_not_finished(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=days("2026-03-02", [*FOUR_WEEKS, 99]))
    assert momentum(ask(tmp_path)).rows["finished"].tolist() == [True] * 30 + [False]


def test_a_day_ends_in_the_time_zone_of_the_campaign(tmp_path: Path) -> None:
    half_past_midnight = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)  # 00:30 on 1 April in Brussels
    publish(tmp_path, built_at=half_past_midnight, signature_daily=[signed("2026-03-31")])
    assert momentum(ask(tmp_path)).summary["last_finished_day"] == date(2026, 3, 31)


def test_as_of_shows_what_had_happened_and_counts_its_day_as_finished(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=days("2026-03-02", [*FOUR_WEEKS, 99]))
    found = momentum(ask(tmp_path, "?as_of=2026-03-15"))
    assert found.summary["signatures"] == 140
    assert found.rows["day"].iloc[-1] == pd.Timestamp("2026-03-15")
    assert found.rows["finished"].all()
    assert (found.as_of, found.summary["last_7_days"]) == (date(2026, 3, 15), 70)


def test_choosing_the_last_week_still_compares_it_with_the_week_before(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=days("2026-03-02", FOUR_WEEKS))
    found = momentum(ask(tmp_path, "?from=2026-03-25&to=2026-03-31"))
    assert found.summary["signatures"] == 35
    assert found.summary["previous_7_days"] == 70


def test_a_letter_of_one_day_has_no_pace(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-02", 29)])
    found = momentum(ask(tmp_path))
    assert found.sentence == "29 signatures, 2 March 2026; none in the 14 days up to 31 March 2026."


def test_an_empty_selection_is_a_sentence(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-02", 29)])
    asked = ask(tmp_path, "?countries=MT&from=2026-03-10")
    assert momentum(asked).sentence == "No signatures from Malta, since 10 March 2026."
    assert reach(asked).sentence == "No signatures from Malta, since 10 March 2026."


def test_a_campaign_without_anything_can_be_asked(tmp_path: Path) -> None:
    publish(tmp_path)
    said = {
        name: ask_by_name(name, ask(tmp_path)).sentence for name in ("momentum", "reach", "under-reached", "ledger")
    }
    assert said == {
        "momentum": "No signatures.",
        "reach": "No signatures.",
        "under-reached": "No signatures from member states in this selection.",
        "ledger": "No file has been loaded for this campaign yet.",
    }


def test_the_goal_is_a_share(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[campaign(goal=200)], signature_daily=[signed("2026-03-02", 50)])
    assert momentum(ask(tmp_path)).summary["goal_share"] == 0.25


def test_reach_names_the_countries_that_give_most(tmp_path: Path) -> None:
    given = {"DE": 50, "FR": 30, "MT": 20, "NO": 10, "ZZ": 90}
    publish(tmp_path, signature_daily=[signed("2026-03-02", count, country) for country, count in given.items()])
    found = reach(ask(tmp_path))
    # of the 110 with a known country, 100 are from the three
    assert found.sentence == (
        "3 of 4 member states reached; Germany, France and Malta give 91 % of the 110 signatures with a known country."
    )
    malta = found.rows.set_index("iso2").loc["MT"]
    assert (malta["per_million"], malta["share"]) == (40, 0.1)


def test_under_reached_keeps_parity_among_all_whichever_countries_are_chosen(tmp_path: Path) -> None:
    # 150.5 million people, 3,010 signatures: 20 a million
    given = {"DE": 2_400, "FR": 400, "GR": 200, "MT": 10}
    publish(tmp_path, signature_daily=[signed("2026-03-02", count, country) for country, count in given.items()])
    france = under_reached(ask(tmp_path, "?countries=FR")).rows
    assert france["expected"].tolist() == [1200]
    found = under_reached(ask(tmp_path))
    assert found.rows["iso2"].tolist() == ["FR", "GR", "MT", "DE"]
    assert found.rows["missing_to_parity"].tolist() == [800, 0, 0, 0]
    assert found.sentence == (
        "1 member state is below its share of the population beyond chance: France. "
        "1,331 more signatures would bring it to par."  # x = (3,010 + x) 60 / 150.5 - 400
    )
    assert found.rows["in_words"].iloc[0] == (
        "400 signatures, 1,200 at its share: 0.33 of it, could be anything between 0.30 and 0.37. "
        "Chance alone gives 1,147 to 1,253. Verdict: below its share beyond chance."
    )


def test_29_supporters_are_too_little_evidence(tmp_path: Path) -> None:
    given = {"DE": 13, "FR": 7, "GR": 5, "MT": 4}
    publish(tmp_path, signature_daily=[signed("2026-03-02", count, country) for country, count in given.items()])
    assert under_reached(ask(tmp_path)).sentence == (
        "Too little evidence: 29 signatures cannot show which member states lag."
    )


def test_outreach_media_and_events_are_added_up(tmp_path: Path) -> None:
    where = {"campaign_id": "open-letter", "day": "2026-03-05", "country": "DE"}
    contact = where | {"institution_type": "company", "channel": "email", "wave": ""}
    mention = where | {"language": "en", "outlet_type": "blog"}
    publish(
        tmp_path,
        outreach_daily=[contact | {"stage": "replied", "contacts": 2}, contact | {"stage": "target", "contacts": 5}],
        media_daily=[
            mention | {"outlet": "P", "mentions": 3, "stories": 1},
            mention | {"outlet": "Q", "mentions": 1, "stories": 0},
        ],
        event=[where | {"event_id": "e1", "kind": "talk", "title": "A hearing"}],
    )
    asked = ask(tmp_path)
    assert (
        outreach(asked).sentence
        == "2 entries in the contact log: 2 replied (100 %) and 0 signed (0 %). No follow-up is due."
    )
    assert outreach(asked).rows["stage"].tolist() == ["target", "replied"]
    assert media(asked).sentence == "4 mentions of 1 story in 2 outlets and 1 country."
    assert events(asked).sentence == "1 event; the last, on 5 March 2026: A hearing."


def file(name: str, accepted: int, rejected: int, rows_in: int) -> Row:
    return {
        "campaign_id": "open-letter", "file": name, "file_sha256": "0" * 64, "kind": "signatures", "format": "form",
        "loaded_at": "2026-03-05 10:00:00+00", "rows_in": rows_in, "accepted": accepted, "duplicate": 1,
        "rejected": rejected, "pending": 0, "note": "",
    }  # fmt: skip


def test_the_ledger_says_whether_files_balance(tmp_path: Path) -> None:
    publish(tmp_path, load_ledger=[file("a.csv", 7, 2, 10), file("b.csv", 4, 0, 5)])
    assert ledger(ask(tmp_path)).sentence == (
        "15 rows in 2 files: 11 accepted, 2 duplicate, 2 rejected, 0 pending. Every file balances."
    )


def test_a_file_that_does_not_balance_is_counted(tmp_path: Path) -> None:
    publish(tmp_path, load_ledger=[file("a.csv", 7, 2, 11)])
    assert ledger(ask(tmp_path)).summary["unbalanced"] == 1


def test_a_bare_question_is_answered_with_its_rows(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-02", 3, kind="company")])
    found = ask_by_name("reach-by-type", ask(tmp_path))
    assert found.rows[["label", "signatures"]].values.tolist() == [["Company", 3]]


def test_an_unknown_question_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    publish(tmp_path)
    with pytest.raises(UnknownQuestionError, match=r"There is no question 'weather'\. Ask one of: overview, momentum"):
        ask_by_name("weather", ask(tmp_path))
