"""Every question against plain SQL on the tables, for filters picked at random."""

import random
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.reach import whole
from dashboard.answers.beside import beside
from dashboard.answers.milestones import milestones
from dashboard.answers.momentum import momentum
from dashboard.answers.overview import overview
from dashboard.answers.reach import by_country, reach
from dashboard.answers.under_reached import under_reached
from dashboard.metric import metric, metric_names
from tests.dashboard.asking import ask
from tests.dashboard.at_random import COUNTRIES, TYPES, at_random, plainly
from tests.snapshots import Row, campaign, publish, signed

STAGES = ["target", "contacted", "replied", "signed"]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two campaigns with a few hundred rows of each kind, drawn with a fixed seed."""
    drawn = random.Random(2026)

    def rows(count: int, **own: list[object]) -> list[Row]:
        return [
            {"campaign_id": drawn.choice(["open-letter", "other-letter"]), "day": f"2026-03-{drawn.randint(2, 28):02}"}
            | {name: drawn.choice(values) for name, values in own.items()}
            for _ in range(count)
        ]

    numbers: list[object] = [*range(1, 9)]
    where: dict[str, list[object]] = {"country": [*COUNTRIES], "institution_type": [*TYPES]}
    institutions = rows(200, institution_id=["a", "b", "c", "d"], institution=["X"], signatures=numbers, **where)
    return publish(
        tmp_path_factory.mktemp("published"),
        campaign=[campaign(), campaign("other-letter")],
        signature_daily=[
            signed("2026-03-02") | row
            for row in rows(400, signatures=[*numbers, -1], signer_kind=[*["person"] * 3, "organisation"], **where)
        ],
        institution_daily=institutions,
        outreach_daily=rows(200, stage=[*STAGES], channel=["email"], wave=[""], contacts=numbers, **where),
        media_daily=rows(
            200,
            country=[*COUNTRIES],
            language=["en"],
            outlet=["P", "Q"],
            outlet_type=["blog"],
            mentions=numbers,
            stories=[0, 1],
        ),
    ).parent


@pytest.mark.parametrize("seed", range(25))
def test_every_total_equals_plain_sql_under_any_filter(published: Path, seed: int) -> None:
    address, parameters = at_random(seed)
    asked = ask(published, address)
    total = plainly(asked, "sum(signatures)", "signature_daily", parameters)
    totals = asked.totals
    assert totals.signatures == total
    assert totals.known_country == total - plainly(
        asked, "sum(signatures) filter (where country = 'ZZ')", "signature_daily", parameters
    )
    assert asked.institutions == plainly(asked, "count(distinct institution_id)", "institution_daily", parameters)
    for question in (
        "signatures_by_day",
        "countries_over_time",
        "reach_by_country",
        "reach_by_type",
        "reach_by_country_and_type",
    ):
        assert asked(question)["signatures"].sum() == total, question
    assert momentum(asked).rows["signatures"].sum() == total
    assert momentum(asked).summary["signatures"] == total
    assert reach(asked).rows["signatures"].sum() == total
    assert asked("institutions")["signatures"].sum() == plainly(
        asked, "sum(signatures)", "institution_daily", parameters
    )
    assert asked("outreach_by_stage")["contacts"].sum() == plainly(asked, "sum(contacts)", "outreach_daily", parameters)
    mentions = plainly(asked, "sum(mentions)", "media_daily", parameters, kinds=False)
    assert asked("media_by_outlet")["mentions"].sum() == asked("media_totals")["mentions"].iloc[0] == mentions


@pytest.mark.parametrize("seed", range(50, 65))
def test_what_lies_across_pages_equals_plain_sql_under_any_filter(published: Path, seed: int) -> None:
    address, parameters = at_random(seed)
    asked = ask(published, address)
    total = plainly(asked, "sum(signatures)", "signature_daily", parameters)
    assert overview(asked).summary["signatures"] == total
    by_country = asked("countries_over_time").groupby("iso2")["signatures"].sum()
    for country, signatures in by_country.items():
        assert signatures == plainly(asked, "sum(signatures)", "signature_daily", parameters | {"countries": [country]})
    first = {"first": "2026-01-01"}
    for row in milestones(asked).rows.dropna(subset="day").itertuples():
        until = {"last": str(row.day.date())}
        assert plainly(asked, "sum(signatures)", "signature_daily", parameters | first | until) >= row.milestone
        before = {"last": str(row.day.date() - timedelta(1))}
        assert plainly(asked, "sum(signatures)", "signature_daily", parameters | first | before) < row.milestone


@pytest.mark.parametrize("seed", range(50, 60))
def test_both_campaigns_of_a_comparison_equal_plain_sql_under_any_filter(published: Path, seed: int) -> None:
    address, parameters = at_random(seed)
    other = "other-letter" if parameters["campaign"] == "open-letter" else "open-letter"
    asked = ask(published, f"{address}&beside={other}")
    always = parameters | {"first": "2026-01-01", "last": "2026-12-31"}
    found = beside(asked).summary
    assert found["signatures"] == plainly(asked, "sum(signatures)", "signature_daily", always)
    assert found["beside_signatures"] == plainly(
        asked, "sum(signatures)", "signature_daily", always | {"campaign": other}
    )


@pytest.mark.parametrize("seed", range(100, 110))
def test_observed_of_each_member_state_equals_plain_sql(published: Path, seed: int) -> None:
    address, parameters = at_random(seed)
    asked = ask(published, address)
    for row in under_reached(asked).rows.itertuples():
        assert row.observed == plainly(
            asked, "sum(signatures)", "signature_daily", parameters | {"countries": [row.iso2]}
        )


@pytest.mark.parametrize("seed", range(100, 110))
def test_reach_by_the_first_affiliation_is_what_its_statement_says(published: Path, seed: int) -> None:
    address, _ = at_random(seed)
    asked = ask(published, address)
    stated, found = whole(asked("reach_by_country")), by_country(asked)
    has_row = stated["is_member_state"] | (stated["signatures"] != 0)
    pd.testing.assert_frame_equal(found, stated[has_row].reset_index(drop=True), check_dtype=False)


@pytest.mark.parametrize("name", metric_names())
def test_every_question_says_what_it_counts_and_can_be_asked(published: Path, name: str) -> None:
    question = metric(name)
    assert question.title
    assert question.unit
    assert question.counted.endswith(".")
    assert list(ask(published)(name).columns)


def test_a_member_state_without_a_signature_still_has_a_row(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-03", 4, "MT")])
    rows = ask(tmp_path)("reach_by_country").set_index("iso2")
    assert rows["signatures"].to_dict() == {"MT": 4, "FR": 0, "DE": 0, "GR": 0}
    assert rows.loc["MT", "per_million"] == 8.0  # 4 of half a million
