"""Answers that are kept: the same numbers, whatever a reader of them does, and never those of another snapshot."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from dashboard.analysis.totals import Totals
from dashboard.answers.member_states import all_states
from dashboard.answers.reach import by_country
from tests.dashboard.asking import ask
from tests.snapshots import publish, signed


def test_what_one_page_does_to_its_rows_does_not_change_those_of_another(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-03", 5, "MT")])
    reader = ask(tmp_path)
    rows = reader("reach_by_country")
    rows["signatures"] = 0
    rows.loc[rows["iso2"] == "MT", "share"] = 0.5
    again = reader("reach_by_country").set_index("iso2")
    assert (again.loc["MT", "signatures"], again.loc["MT", "share"]) == (5, 1.0)


def test_other_filters_are_another_answer(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-03", 5, "MT"), signed("2026-03-04", 7, "DE")])
    reader = ask(tmp_path)
    counted = [reader("signatures_by_day", countries=chosen)["signatures"].sum() for chosen in ((), ("MT",), ())]
    assert counted == [12, 5, 12]


def test_other_days_take_no_statement(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-03", 5, "MT"), signed("2026-03-04", 7, "DE")])
    reader = ask(tmp_path)
    reader.counted()
    reader.days("signatures_by_day")
    all_states(reader)
    by_country(reader)
    reader.snapshot.connection.close()
    fourth = reader.with_filters(from_day=date(2026, 3, 4))
    with pytest.raises(duckdb.ConnectionException):
        fourth("signatures_by_day")
    assert fourth.totals == Totals(7, 0, 7, 7, 1, 1, date(2026, 3, 4), date(2026, 3, 4))
    assert fourth.days("signatures_by_day")["signatures"].tolist() == [7]
    assert all_states(fourth).set_index("iso2")["observed"][["DE", "MT"]].tolist() == [7, 0]
    assert by_country(fourth).set_index("iso2")["share"][["DE", "MT"]].tolist() == [1.0, 0.0]


def test_a_campaign_without_signatures_has_totals_of_nothing(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[])
    assert ask(tmp_path).totals == Totals(0, 0, 0, 0, 0, 0, None, None)


def test_a_new_snapshot_has_its_own_answers(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-03", 5)])
    assert ask(tmp_path).totals.signatures == 5
    publish(tmp_path, "20260402T100000Z-0000bbbb", signature_daily=[signed("2026-03-03", 6)])
    assert ask(tmp_path).totals.signatures == 6


def test_a_long_answer_is_cut_for_a_page_and_whole_in_a_file(tmp_path: Path) -> None:
    institutions = [
        {
            "campaign_id": "open-letter", "day": "2026-03-05", "institution_id": f"i{number}", "country": "DE",
            "institution": f"Institute {number}", "institution_type": "company", "signatures": number,
        }
        for number in (1, 2, 3)
    ]  # fmt: skip
    publish(tmp_path, institution_daily=institutions)
    reader = ask(tmp_path)
    assert reader("institutions")["signatures"].tolist() == [3, 2, 1]
    assert replace(reader, most=2)("institutions")["signatures"].tolist() == [3, 2]
