"""The share of attention: of two observations of one day the fuller one counts, and nothing is lost."""

import itertools
from pathlib import Path

from tests.installation import Installation

HEADER = "day,country,mentions,articles\n"
DAYS = "select cast(day as varchar), source, country, mentions, articles from attention_daily order by all"
CONTENT = "select content_sha256 from snapshot"


def test_of_two_observations_of_a_day_the_one_with_more_articles_counts(installation: Installation) -> None:
    installation.load(installation.write("monday.csv", HEADER + "2023-05-01,,3,900\n2023-05-02,,1,400\n"))
    installation.load(installation.write("friday.csv", HEADER + "2023-05-01,,4,1000\n2023-05-02,,1,400\n"))
    assert installation.ask(DAYS) == [
        ("2023-05-01", "the plain list", None, 4, 1000),
        ("2023-05-02", "the plain list", None, 1, 400),
    ]
    counted = [installation.counts(file) for file in ("monday.csv", "friday.csv")]
    assert sorted(accepted for _, accepted, *_ in counted) in ([0, 2], [1, 1])
    assert sum(duplicate for _, _, duplicate, *_ in counted) == 2


def test_sources_and_countries_stand_apart(installation: Installation) -> None:
    named = "day,country,mentions,articles,source\n2023-05-01,Germany,1,300,Archive\n2023-05-01,,2,500,Archive\n"
    installation.load(installation.write("named.csv", named))
    installation.load(installation.write("plain.csv", HEADER + "2023-05-01,DE,7,700\n2023-05-01,ZZ,0,20\n"))
    assert installation.ask(DAYS) == [
        ("2023-05-01", "Archive", "DE", 1, 300),
        ("2023-05-01", "Archive", None, 2, 500),
        ("2023-05-01", "the plain list", "DE", 7, 700),
        ("2023-05-01", "the plain list", "ZZ", 0, 20),
    ]
    assert installation.ask("select count(*) from media_daily") == [(0,)]  # these are no mentions


def test_the_order_of_loading_does_not_matter(tmp_path: Path, installation: Installation) -> None:
    files = [
        installation.write(f"{name}.csv", HEADER + rows)
        for name, rows in {
            "a": "2023-05-01,,3,900\n2023-05-02,DE,1,400\n",
            "b": "2023-05-01,,4,900\n2023-05-02,DE,1,399\n",
            "c": "2023-05-01,,2,900\n2023-05-01,,9,800\n",
        }.items()
    ]
    contents = set()
    for number, order in enumerate(itertools.permutations(files)):
        place = Installation(tmp_path / f"data-{number}")
        place.etl("campaign", "new", "letter", "--title", "An invented letter", "--launched-on", "2023-04-28")
        for file in order:
            place.load(file)
        ledger = place.ask("select file, rows_in, accepted, duplicate from load_ledger order by file")
        contents.add((str(place.ask(CONTENT)), str(ledger)))
    assert len(contents) == 1
    assert place.ask(DAYS) == [
        ("2023-05-01", "the plain list", None, 4, 900),
        ("2023-05-02", "the plain list", "DE", 1, 400),
    ]


def test_faults_are_told_with_line_column_and_reason_and_the_ledger_balances(installation: Installation) -> None:
    rows = (
        "soon,,1,10\n"  # line 2
        ",,1,10\n"
        "2023-05-01,,-1,10\n"
        "2023-05-01,,1.5,10\n"
        "2023-05-01,,1,\n"  # 6
        "2023-05-01,,11,10\n"
        "2023-05-01,Narnia,1,10\n"
        "1850-05-01,,1,10\n"
        "2023-05-01,,1\n"  # 10
        "2023-05-01,,10,10\n"
        "2023-05-02,,0,0\n"
    )
    installation.load(installation.write("plain.csv", HEADER + rows))
    found = [(r["line"], r["column"], r["reason"]) for r in installation.etl("rejects", "--json").json]
    number = "not a whole number from 0 on"
    assert found == [
        (2, "day", "not a date in a declared form"),
        (3, "day", "no date"),
        (4, "mentions", number),
        (5, "mentions", number),
        (6, "articles", number),
        (7, "mentions", "more than all articles"),
        (8, "country", "not a country (empty: articles of every country)"),
        (9, "day", "a year before 1990 or after 2100"),
        (10, "", "too few columns"),
    ]
    assert installation.counts("plain.csv") == (11, 2, 0, 9, 0)


def test_a_file_taken_back_shows_what_changes_and_leaves_the_others(installation: Installation) -> None:
    installation.load(installation.write("first.csv", HEADER + "2023-05-01,,3,900\n"))
    before = installation.ask(CONTENT)
    installation.load(installation.write("second.csv", HEADER + "2023-05-01,,4,1000\n2023-05-02,,1,400\n"))
    ((sha256,),) = installation.ask("select file_sha256 from load_ledger where file = 'second.csv'")
    shown = [line.split() for line in installation.etl("unload", sha256).out.splitlines()]
    assert ["letter", "days", "of", "attention,", "the", "plain", "list", "2", "1"] in shown
    assert installation.etl("unload", sha256, "--yes").status == 0
    assert installation.ask(CONTENT) == before


def test_a_mended_record_of_attention_is_read_again(installation: Installation) -> None:
    installation.load(installation.write("plain.csv", HEADER + "2023-05-01,,eleven,1000\n"))
    mended = installation.root.parent / "to-mend.csv"
    installation.etl("rejects", "--export", mended)
    mended.write_text(mended.read_text().replace("eleven", "11", 1))
    installation.load(mended)
    assert installation.ask(DAYS) == [("2023-05-01", "the plain list", None, 11, 1000)]
