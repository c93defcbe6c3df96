"""Pairs that are likely one person are listed; a merge is the organisers' word, and can be taken back."""

import shutil

import duckdb
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from etl.load.people import PersonVerdict, settle
from tests.installation import Installation

HEADER = "signed_at,name,email,affiliation\n"
FORM = (
    HEADER
    + """2023-05-01,Ada Invented,ada@uni.example,KU Leuven
2023-05-02,Ada Invented,ada@home.example,
2023-05-03,Bob Invented,,University of Vienna
2023-05-04,Robert Invented,,Universität Wien
"""
)
CONTENT = "select content_sha256 from snapshot"
TOTAL = "select sum(signatures) from signature_daily"


@pytest.fixture
def loaded(installation: Installation) -> Installation:
    installation.load(installation.write("form.csv", FORM))
    return installation


def pairs(installation: Installation) -> dict[str, tuple[str, str]]:
    """State → the two keys, for a form that has one pair of each."""
    found = installation.etl("people", "--json").json
    return {pair["state"]: (pair["person_key"], pair["other_key"]) for pair in found}


def test_likely_pairs_are_listed_by_key_and_line_and_not_merged(loaded: Installation) -> None:
    likely, merged = loaded.etl("people", "--json").json
    assert (likely["state"], likely["file"], {likely["line"], likely["other_line"]}) == ("likely", "form.csv", {2, 3})
    assert (merged["state"], {merged["line"], merged["other_line"]}) == ("merged", {4, 5})
    assert loaded.ask(TOTAL) == [(3,)]
    assert "Invented" not in loaded.etl("people").out
    for start, how_many in (("zzzz", "No person key begins"), ("", "Several person keys begin")):
        ended = loaded.etl("people", "--merge", start, "zzzy", "--yes")
        sentence = f"{how_many} with '{start}' in letter; `etl people --json` lists them whole."
        assert (ended.status, ended.err.strip()) == (2, sentence)


def test_two_full_names_behind_the_same_initials_are_no_likely_pair(installation: Installation) -> None:
    form = HEADER + "2023-05-01,Ada Invented,ada@uni.example,KU Leuven\n2023-05-01,Alva Invented,,KU Leuven\n"
    installation.load(installation.write("form.csv", form + "2023-05-01,A. Invented,,KU Leuven\n"))
    listed = installation.etl("people", "--json").json
    assert {frozenset((pair["line"], pair["other_line"])) for pair in listed} == {frozenset((2, 4)), frozenset((3, 4))}


def test_a_merge_and_its_undo_restore_the_same_totals(loaded: Installation) -> None:
    before = loaded.ask(CONTENT)
    for state, first, second, total in (("likely", "--merge", "--unmerge", 2), ("merged", "--unmerge", "--merge", 4)):
        keys = pairs(loaded)[state]
        assert loaded.etl("people", first, *keys, "--yes").status == 0
        assert loaded.ask(TOTAL) == [(total,)]
        assert loaded.etl("people", second, *reversed(keys), "--yes").status == 0
        assert loaded.ask(CONTENT) == before
    assert set(pairs(loaded)) == {"likely", "merged"}


def test_a_merge_shows_first_what_changes_and_survives_what_is_loaded_later(loaded: Installation) -> None:
    keys = pairs(loaded)["likely"]
    asked = loaded.etl("people", "--merge", *keys)
    assert (asked.status, "nothing was changed" in asked.err) == (2, True)
    assert ["letter", "signatures", "3", "2"] in [line.split() for line in asked.out.splitlines()]
    loaded.etl("people", "--merge", *keys, "--yes")
    loaded.load(loaded.write("more.csv", HEADER + "2023-05-09,Fay Invented,fay@uni.example,\n"))
    assert loaded.ask(TOTAL) == [(3,)]


def test_who_is_kept_apart_stays_so_when_a_third_comes_who_fits_both(loaded: Installation) -> None:
    loaded.etl("people", "--unmerge", *pairs(loaded)["merged"], "--yes")
    later = "2023-05-09,R. Invented,,Uni Wien\n2023-05-09,Rob Invented,,Uni Wien\n"
    loaded.load(loaded.write("more.csv", HEADER + later))
    assert loaded.ask(TOTAL) == [(4,)]


# One name in many spellings, with and without an address and a place.
MANY = HEADER + "".join(
    f"2023-05-01,{name},{address},{place}\n"
    for name in ("Ada Invented", "A. Invented", "Invented Ada Bea")
    for address in ("", "ada@uni.example", "ada@home.example")
    for place in ("KU Leuven", "Katholieke Universiteit Leuven", "")
)


def test_any_verdict_and_its_undo_are_the_identity_after_any_others(installation: Installation) -> None:
    installation.load(installation.write("form.csv", MANY))
    present = installation.root / "warehouse" / (installation.root / "warehouse" / "CURRENT").read_text().strip()
    copy = shutil.copyfile(present, installation.root / "tried.duckdb")
    with duckdb.connect(str(copy)) as connection:
        found = connection.execute("select distinct cast(person_key as varchar) from signature order by all").fetchall()
        keys = st.lists(st.sampled_from([key for (key,) in found]), min_size=2, max_size=2, unique=True)
        verdicts = st.tuples(keys, st.booleans())

        def state() -> list[list[tuple[object, ...]]]:
            return [
                sorted(connection.table(table).fetchall()) for table in ("person_verdict", "same_person", "superseded")
            ]

        @settings(max_examples=25)
        @given(st.lists(verdicts, max_size=3), verdicts)
        def undo_restores(earlier: list[tuple[list[str], bool]], last: tuple[list[str], bool]) -> None:
            (one, other), is_same = last
            assume(all({one, other} != set(pair) for pair, _ in earlier))
            connection.execute("delete from person_verdict")
            settle(connection)
            for (first, second), are_same in earlier:
                PersonVerdict("letter", first, second, are_same).apply(connection)
            before = state()
            PersonVerdict("letter", one, other, is_same).apply(connection)
            PersonVerdict("letter", other, one, not is_same).apply(connection)
            assert state() == before

        undo_restores()
