"""Every number in every sentence of a pack, against plain SQL on the snapshot that the pack was made from."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
from babel import Locale

from dashboard.analysis.forecast import QUANTILES
from dashboard.analysis.forecast import forecast as foretold
from dashboard.analysis.history import history
from dashboard.analysis.pace import daily_series, pace
from dashboard.filters import HORIZON
from dashboard.reports.language import languages
from dashboard.reports.parts import Report, Requested
from dashboard.reports.report import report
from dashboard.snapshot import Published
from tests.installation import Installation

PEOPLE = "from signature_daily where signer_kind = 'person' and day <= $until"
AT_SITES = "institution_daily join network_site_institution using (institution_id) where network_id = 'ellis'"
_CHANCE, _INTERVAL = 5, 95  # per cent, as the method says


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the invented campaign publishes."""
    with pytest.MonkeyPatch.context() as patched:
        folder = tmp_path_factory.mktemp("demo")
        patched.setenv("CAMPAIGN_KEY_FILE", str(folder / "person-key"))
        made = Installation(folder / "data")
        for word in ("demo", "run"):
            assert made.etl(word).status == 0
    return made.root / "published"


@dataclass(frozen=True)
class Asked:
    """Plain SQL on one snapshot, and what its campaign says."""

    connection: duckdb.DuckDBPyConnection
    until: date

    def numbers(self, sql: str, **others: Any) -> list[float]:
        """The one row of a statement."""
        given = {name: value for name, value in {"until": self.until, **others}.items() if f"${name}" in sql}
        row = self.connection.execute(sql, given).fetchone()
        assert row is not None
        return list(row)

    def texts(self, sql: str) -> list[Any]:
        return [value for row in self.connection.execute(sql).fetchall() for value in row]


@pytest.fixture(scope="module", params=["protected", "snapshot"])
def asked(request: pytest.FixtureRequest, demo: Path) -> Iterator[Asked]:
    """The protected snapshot, then the exact one."""
    (found,) = demo.glob(f"{request.param}-*.duckdb")
    path = shutil.copy(found, demo.parent / "plain.duckdb")  # the dashboard holds the other one open and locked
    with duckdb.connect(str(path), read_only=True) as connection:
        day = "select (built_at at time zone time_zone)::date from snapshot, campaign"
        yield Asked(connection, connection.execute(day).fetchall()[0][0])


def day(value: date) -> list[float]:
    """What a written day holds beside the name of its month."""
    return [value.day, value.year]


def in_per_cent(share: float) -> float:
    return round(100 * share, 0 if abs(share) >= 0.1 else 1)


def digits(texts: list[str]) -> list[float]:
    """Numbers in names that come from files."""
    return [float(found) for text in texts for found in re.findall(r"\d+", text)]


def expected(asked: Asked) -> dict[str, list[float]]:
    """The numbers of each chapter, whatever the order in which a language says them."""
    until, yesterday, then = asked.until, asked.until - timedelta(1), asked.until - timedelta(28)
    people, goal = asked.numbers(f"select sum(signatures), (select goal from campaign) {PEOPLE}")
    (before,) = asked.numbers(f"select sum(signatures) {PEOPLE}", until=then)
    states = asked.numbers(
        f"with reached as (select country {PEOPLE} group by country having sum(signatures) > 0) "
        "select count(r.country), count(*) from country left join reached r on iso2 = r.country where is_member_state"
    )
    (organisations,) = asked.numbers("select sum(signatures) from signature_daily where signer_kind = 'organisation'")
    known, most = asked.numbers(
        f"with known as (select country, sum(signatures) as n {PEOPLE} and country <> 'ZZ' group by country) "
        "select sum(n), (select sum(n) from (select n from known join country on iso2 = known.country "
        "where is_member_state order by n desc limit 3)) from known"
    )
    sites = asked.numbers(
        f"select (select count(distinct site) from {AT_SITES}), count(*) from network_site where network_id = 'ellis'"
    )
    of_members = "select sum(signatures) from signature_daily_network where network_id = 'ellis' and day <= $until"
    (members,), (members_before,) = asked.numbers(of_members), asked.numbers(of_members, until=then)
    week = "select coalesce(sum(signatures), 0) {} and day > $until::date - {} and day <= $until::date - {}"
    weeks = [asked.numbers(week.format(PEOPLE, 1 + 7 * n, 1 + 7 * n - 7))[0] for n in (1, 2)]
    events = asked.connection.execute("select day, title from event").fetchall()
    known_share = in_per_cent(known / people)
    return {
        "headline": [
            *day(until), people, *states, abs(people - before), *day(then), in_per_cent(people / goal), goal,
            organisations,
        ],
        "members": [
            members, members - members_before, *day(then), *sites,
            *digits(asked.texts(f"select distinct institution from {AT_SITES}")),
        ],
        "reach": [known_share, in_per_cent(most / known)],
        "momentum": [7, *day(yesterday), *weeks, *change(asked, yesterday), *forecast(asked, yesterday)],
        "next": [],
        "echo": asked.numbers("select sum(mentions), count(distinct outlet) from media_daily")
        + [number for on, title in events for number in (*day(on), *digits([title]))],
        "method": [known_share, _CHANCE, _INTERVAL, *day(until)],
    }  # fmt: skip


def series(asked: Asked, until: date) -> pd.DataFrame:
    """The days up to one, from SQL."""
    counted = asked.connection.execute(
        "select day, sum(signatures)::bigint as signatures, false as covers_many_days from signature_daily "
        "where signer_kind = 'person' and day <= $until group by day order by day", {"until": until},
    ).df()  # fmt: skip
    (launched_on,) = asked.texts("select launched_on from campaign")
    return daily_series(counted, launched_on, until, until)


def change(asked: Asked, until: date) -> list[float]:
    """The ends of the interval."""
    days = series(asked, until)
    found = pace(days, days["day"].min().date(), until)
    assert found.change_low is not None
    assert found.change_high is not None
    return [in_per_cent(found.change_low), in_per_cent(found.change_high)]


def forecast(asked: Asked, until: date) -> list[float]:
    """The ends of the band in which eight of ten forecasts lie, on its last day, and that day."""
    days = series(asked, until)
    last = foretold(history(days, until), int(days["signatures"].sum()), HORIZON)[-1].astype(int)
    low, high = last[QUANTILES.index(0.1)], last[QUANTILES.index(0.9)]
    return [low, high, *day(until + timedelta(HORIZON)), 80]


def told(made: Report, code: str) -> dict[str, list[float]]:
    """The numbers of each chapter as its readers write them; the snapshot's id is none."""
    symbols = Locale(code).number_symbols["latn"]
    group, point = re.escape(symbols["group"]), re.escape(symbols["decimal"])
    number = re.compile(rf"-?\d+(?:{group}\d{{3}})*(?:{point}\d+)?")
    return {
        section.ident: [
            float(found.replace(symbols["group"], "").replace(symbols["decimal"], "."))
            for sentence in section.sentences
            for found in number.findall(sentence.replace(made.about["snapshot_id"], ""))
        ]
        for section in made.sections
    }


@pytest.mark.parametrize("code", languages())
def test_every_number_of_every_sentence_is_that_of_the_snapshot(demo: Path, asked: Asked, code: str) -> None:
    is_protected = asked.numbers("select is_protected from campaign")[0]
    requested = Requested("demo", "ellis", code, is_internal=not is_protected)
    found = told(report(Published(demo, protected=bool(is_protected)), requested), code)
    known = expected(asked)
    assert found.keys() == known.keys()
    assert sum(map(len, found.values())) > 50
    for chapter, numbers in known.items():
        assert sorted(found[chapter]) == pytest.approx(sorted(map(float, numbers))), chapter
