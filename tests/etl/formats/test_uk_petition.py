"""Petitions to the UK Parliament: the petition's own total, at every moment, whatever its parts add up to."""

import json
import random

from tests.installation import Installation

TOTAL = "select sum(signatures) from signature_daily"
BY_COUNTRY = "select country, sum(signatures) from signature_daily group by all order by all"


def petition(total: int, updated_at: str, countries: dict[str, int] | None) -> str:
    """A saved page of an invented petition; ``countries``: code → signatures, None for a page without the table."""
    attributes: dict[str, object] = {"action": "An invented petition", "signature_count": total}
    attributes |= {"created_at": "2023-04-28T09:00:00.000Z", "updated_at": updated_at}
    if countries is not None:
        attributes["signatures_by_country"] = [
            {"name": f"Invented {code}", "code": code, "signature_count": count} for code, count in countries.items()
        ]
        attributes["signatures_by_constituency"] = [{"name": "Invented", "mp": None, "signature_count": total}]
    return json.dumps({"links": {"self": "https://petition.example/1.json"}, "data": {"attributes": attributes}})


def test_what_no_country_has_stands_under_zz_also_where_it_is_negative(installation: Installation) -> None:
    first = petition(1000, "2023-05-01T18:00:00.000Z", {"GB": 960, "FR": 30})
    second = petition(1100, "2023-05-02T18:00:00.000Z", {"GB": 1080, "FR": 31})
    (entry,) = installation.load(installation.write("1.json", first))["files"]
    assert (entry["format"], entry["rows_in"], entry["accepted"]) == ("uk_petition_json", 3, 3)
    assert installation.ask(BY_COUNTRY) == [("FR", 30), ("GB", 960), ("ZZ", 10)]
    installation.load(installation.write("2.json", second))
    assert installation.ask(BY_COUNTRY) == [("FR", 31), ("GB", 1080), ("ZZ", -11)]
    assert installation.ask(TOTAL) == [(1100,)]


def test_totals_that_fall_and_a_country_that_is_no_longer_listed_are_followed(installation: Installation) -> None:
    installation.load(
        installation.write("1.json", petition(100, "2023-05-01T18:00:00Z", {"GB": 90, "FR": 10})),
        installation.write("2.json", petition(80, "2023-05-02T18:00:00Z", {"GB": 80})),
    )
    assert installation.ask(BY_COUNTRY) == [("FR", 0), ("GB", 80)]
    assert installation.ask("select sum(signatures) from signature_daily where day = '2023-05-02'") == [(-20,)]


def test_an_early_page_without_a_country_table_counts_under_zz(installation: Installation) -> None:
    installation.load(installation.write("1.json", petition(40, "2023-04-30T18:00:00Z", None)))
    assert installation.ask(BY_COUNTRY) == [("ZZ", 40)]
    installation.load(installation.write("2.json", petition(50, "2023-05-01T18:00:00Z", {"GB": 45, "FR": 5})))
    assert installation.ask(BY_COUNTRY) == [("FR", 5), ("GB", 45), ("ZZ", 0)]
    assert installation.ask(TOTAL) == [(50,)]


def test_a_later_page_without_the_table_keeps_the_countries_and_the_order_of_loading_does_not_matter(
    installation: Installation,
) -> None:
    installation.load(
        installation.write("3.json", petition(70, "2023-05-03T18:00:00Z", None)),
        installation.write("1.json", petition(50, "2023-05-01T18:00:00Z", {"GB": 45, "FR": 5})),
    )
    assert installation.ask(BY_COUNTRY) == [("FR", 5), ("GB", 45), ("ZZ", 20)]


def test_a_code_that_is_no_country_is_reported_and_the_total_stays_the_petition_s(installation: Installation) -> None:
    installation.load(installation.write("1.json", petition(50, "2023-05-01T18:00:00Z", {"GB": 45, "Q9": 5})))
    assert installation.counts("1.json") == (3, 2, 0, 1, 0)
    assert installation.ask(BY_COUNTRY) == [("GB", 45), ("ZZ", 5)]
    (rejected,) = installation.etl("rejects", "--json").json
    assert (rejected["line"], rejected["column"], rejected["value"]) == (2, "code", "Q9")


def test_every_moment_s_total_and_table_are_those_of_the_page_whatever_the_order_of_loading(
    installation: Installation,
) -> None:
    chance = random.Random(4)
    pages = {}
    for day in range(1, 21):
        table = {code: chance.randrange(100) for code in ("GB", "FR", "DE", "MT") if chance.random() < 0.7}
        pages[f"2023-05-{day:02}"] = (chance.randrange(50, 400), table if table and chance.random() < 0.8 else None)
    files = [
        installation.write(f"{day}.json", petition(total, f"{day}T12:00:00Z", table))
        for day, (total, table) in pages.items()
    ]
    chance.shuffle(files)
    installation.load(*files)
    for day, (total, table) in pages.items():
        found = dict(
            installation.ask(f"select country, sum(signatures) from signature_daily where day <= '{day}' group by all")
        )
        assert sum(found.values()) == total, day
        if table is not None:
            named = {country: count for country, count in found.items() if country != "ZZ" and count}
            assert named == {country: count for country, count in table.items() if count}, day
