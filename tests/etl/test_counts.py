"""Counts: cumulative totals by country become daily differences."""

from tests.installation import Installation

HEADER = "observed_at,country,total\n"
DAILY = "select cast(day as varchar), country, signatures, covers_many_days from signature_daily order by all"


def test_totals_become_differences_on_the_day_of_the_later_observation(installation: Installation) -> None:
    rows = "2023-05-01T18:00:00Z,DE,100\n2023-05-02T18:00:00Z,DE,130\n2023-05-05T18:00:00Z,DE,190\n"
    installation.load(installation.write("counts.csv", HEADER + rows))
    assert installation.ask(DAILY) == [
        ("2023-05-01", "DE", 100, True),
        ("2023-05-02", "DE", 30, False),
        ("2023-05-05", "DE", 60, True),
    ]


def test_a_total_taken_at_midnight_counts_for_the_day_before(installation: Installation) -> None:
    rows = "2023-05-02T00:00:00Z,DE,10\n2023-05-03T00:00:00+02:00,FR,20\n2023-05-04,IT,30\n"
    installation.load(installation.write("counts.csv", HEADER + rows))
    assert [row[:3] for row in installation.ask(DAILY)] == [
        ("2023-05-01", "DE", 10),
        ("2023-05-02", "FR", 20),
        ("2023-05-04", "IT", 30),
    ]


def test_a_fall_stays_visible_and_the_total_is_the_source_s_own(installation: Installation) -> None:
    rows = (
        "2023-05-01T18:00:00Z,DE,100\n2023-05-01T18:00:00Z,ZZ,7\n2023-05-01T18:00:00Z,,0\n2023-05-02T18:00:00Z,DE,90\n"
    )
    installation.load(installation.write("counts.csv", HEADER + rows.replace("2023-05-01T18:00:00Z,,0\n", "")))
    assert installation.ask(DAILY) == [
        ("2023-05-01", "DE", 100, True),
        ("2023-05-01", "ZZ", 7, True),
        ("2023-05-02", "DE", -10, False),
    ]
    assert installation.ask("select sum(signatures) from signature_daily") == [(97,)]
    assert installation.ask("select counted_from from campaign") == [("counts",)]


def test_a_country_that_is_none_and_a_total_that_is_no_number_are_rejected(installation: Installation) -> None:
    rows = '2023-05-01,Narnia,5\n2023-05-01,DE,"1,000"\n2023-05-01,EL,8\n'
    installation.load(installation.write("counts.csv", HEADER + rows))
    assert installation.counts("counts.csv") == (3, 1, 0, 2, 0)
    assert installation.ask("select country, signatures from signature_daily") == [("GR", 8)]


def test_an_observation_that_stands_in_two_files_counts_once(installation: Installation) -> None:
    first = "2023-05-01T18:00:00Z,DE,100\n"
    installation.load(installation.write("a.csv", HEADER + first))
    installation.load(installation.write("b.csv", HEADER + first + "2023-05-02T18:00:00Z,DE,110\n"))
    assert installation.ask("select sum(signatures) from signature_daily") == [(110,)]
    assert sorted(installation.ask("select rows_in, accepted + duplicate from load_ledger")) == [(1, 1), (2, 2)]
