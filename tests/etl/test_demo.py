"""The invented campaign: plausible, dirty, the same every time, and nobody's."""

import csv
import re
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from etl.demo.demo import write_demo

ENDS_ON = date(2023, 7, 14)
LAUNCHED_ON = date(2023, 4, 30)
EXAMPLE_ADDRESS = re.compile(r"[a-z0-9.]+@(example\.(org|com|net)|(uni|lab|post)\.example)")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data_dir = tmp_path_factory.mktemp("data")
    write_demo(data_dir, ENDS_ON)
    return data_dir


def test_the_same_seed_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    first = write_demo(tmp_path / "first", ENDS_ON)
    second = write_demo(tmp_path / "second", ENDS_ON)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_another_seed_gives_other_people_in_the_same_campaign(tmp_path: Path) -> None:
    description, events, signatures, *_ = write_demo(tmp_path / "first", ENDS_ON)
    other_description, other_events, other_signatures, *_ = write_demo(tmp_path / "second", ENDS_ON, seed=7)
    assert (description.read_bytes(), events.read_bytes()) == (
        other_description.read_bytes(),
        other_events.read_bytes(),
    )
    assert signatures.read_bytes() != other_signatures.read_bytes()


def test_writing_again_on_a_later_day_leaves_no_old_file_behind(tmp_path: Path) -> None:
    written = write_demo(tmp_path, ENDS_ON)
    assert write_demo(tmp_path, ENDS_ON + timedelta(days=1)) == written
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(written)


def test_the_campaign_says_that_it_is_invented_and_began_75_days_ago(demo: Path) -> None:
    text = (demo / "campaigns" / "demo" / "campaign.toml").read_text(encoding="utf-8")
    assert 'title = "Invented campaign: Open models for Europe"' in text
    assert "launched_on = 2023-04-30" in text
    assert "is_demo = true" in text


def test_no_address_could_belong_to_anybody(demo: Path) -> None:
    addresses = {row[2] for row in _form_rows(demo) if len(row) > 2 and row[2]}
    assert len(addresses) > 5000
    assert [address for address in addresses if not EXAMPLE_ADDRESS.fullmatch(address)] == []


def test_every_article_stands_under_an_example_domain(demo: Path) -> None:
    links = [
        row[2] for name in ("mentions", "feed-list") for row in _rows(demo / f"inbox/demo/media/{name}.csv") if row[2]
    ]
    assert len(links) > 100
    assert [link for link in links if not re.match(r"https://www\.[a-z-]+\.example/", link)] == []


def test_about_6500_signatures_of_which_the_second_export_repeats_fifteen_days(demo: Path) -> None:
    first = set(map(tuple, _rows(demo / "inbox/demo/signatures/web-form-1.csv")))
    second = set(map(tuple, _rows(demo / "inbox/demo/signatures/web-form-2.csv")))
    assert 6000 < len(first | second) < 7000
    assert 800 < len(first & second) < 2000


def test_about_one_row_in_a_hundred_is_faulty(demo: Path) -> None:
    rows = _form_rows(demo)
    ragged = sum(len(row) != 10 for row in rows)
    undated = sum(not _is_moment(row[0]) for row in rows)
    nameless = sum(row[1] == "" for row in rows)
    assert min(ragged, undated, nameless) > 0
    assert 0.003 * len(rows) < ragged + undated + nameless < 0.012 * len(rows)


@pytest.mark.parametrize("days_later", range(7))
def test_mailings_and_articles_go_out_on_working_days(tmp_path: Path, days_later: int) -> None:
    _, events, *_ = write_demo(tmp_path, ENDS_ON + timedelta(days=days_later))
    worked = [date.fromisoformat(row[1]).weekday() for row in _rows(events) if row[2] in ("mailing", "article")]
    assert len(worked) == 8
    assert max(worked) <= 4


def test_a_mailing_brings_more_signatures_than_the_same_weekdays_a_week_later(demo: Path) -> None:
    per_day = _signatures_by_day(demo)
    mailings = [
        date.fromisoformat(day)
        for _, day, kind, _, country in _rows(demo / "campaigns/demo/events.csv")
        if kind == "mailing" and not country
    ]
    assert len(mailings) == 3
    for day in mailings:
        wave = per_day[day] + per_day[day + timedelta(days=1)]
        later = per_day[day + timedelta(days=7)] + per_day[day + timedelta(days=8)]
        assert wave > 1.4 * later, day


def test_a_mailing_in_poland_moves_poland(demo: Path) -> None:
    mailing = next(
        date.fromisoformat(day)
        for _, day, _, title, _ in _rows(demo / "campaigns/demo/events.csv")
        if "Poland" in title
    )
    polish = Counter(
        date.fromisoformat(row[0][:10])
        for row in _form_rows(demo)
        if len(row) == 10 and _is_moment(row[0]) and row[4] in ("PL", "Poland", "Polska", "Polen")
    )
    before = sum(polish[mailing - timedelta(days=days)] for days in (1, 2, 3))
    after = sum(polish[mailing + timedelta(days=days)] for days in (0, 1, 2))
    assert after > 5 * max(before, 1)


def test_attention_is_told_for_every_day_that_is_over_and_never_more_than_was_published(demo: Path) -> None:
    rows = _rows(demo / "inbox/demo/attention/attention-over-time.csv")
    assert [date.fromisoformat(row[0]) for row in rows] == [LAUNCHED_ON + timedelta(days=n) for n in range(75)]
    assert 60 < sum(int(row[1]) for row in rows) < 130
    assert all(int(row[1]) < 50 and 20_000 < int(row[2]) < 50_000 for row in rows)


def test_the_last_day_is_not_over_and_nothing_lies_beyond_it(demo: Path) -> None:
    moments = sorted(datetime.fromisoformat(row[0]) for row in _form_rows(demo) if _is_moment(row[0]))
    assert moments[0].date() == LAUNCHED_ON
    assert moments[-1].date() == ENDS_ON
    assert moments[-1].hour < 11
    assert {str(moment.utcoffset()) for moment in moments} == {"2:00:00"}


def test_outreach_knows_every_stage_and_some_follow_ups(demo: Path) -> None:
    rows = [row for row in _rows(demo / "inbox/demo/outreach/contact-log.csv") if len(row) == 11]
    stages = Counter(row[6] for row in rows)
    known = {"target", "contacted", "delivered", "clicked", "replied", "committed", "signed", "declined"}
    assert known <= set(stages)
    assert stages["target"] > stages["contacted"] > stages["replied"] > stages["signed"] > 0
    assert sum(row[9] != "" for row in rows) > 50


def test_the_letter_names_societies_and_invented_professors(demo: Path) -> None:
    lines = (demo / "inbox/demo/signatures/first-signers.md").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("- **Prof. ") for line in lines) == 24
    assert "- Figment Developers Europe (FDE) - More than 400 invented companies" in lines


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))[1:]


def _form_rows(demo: Path) -> list[list[str]]:
    return [row for number in (1, 2) for row in _rows(demo / f"inbox/demo/signatures/web-form-{number}.csv")]


def _signatures_by_day(demo: Path) -> Counter[date]:
    """Signatures by day; one that stands in both exports counts once."""
    return Counter(date.fromisoformat(row[0][:10]) for row in set(map(tuple, _form_rows(demo))) if _is_moment(row[0]))


def _is_moment(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}T[\d:]{8}\+\d{2}:\d{2}", text) is not None
