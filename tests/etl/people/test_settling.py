"""Settled after every file, who is one person and what counts is what one settling of all files finds."""

import shutil

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.load.people import settle
from tests.installation import Installation

# Few people in many spellings, with and without an address and a place, so that names and initials meet.
SIGNED = "signed_at,name,email,affiliation\n" + "".join(
    f"2023-05-0{day},{name},{address},{place}\n"
    for day, name in ((1, "Ada Invented"), (2, "A. Invented"), (3, "Invented Ada Bea"), (4, "Alva Invented"))
    for address in ("", "ada@uni.example", "ada@home.example")
    for place in ("KU Leuven", "Katholieke Universiteit Leuven", "")
)
WITHDRAWN = "withdrawn_at,email,name,affiliation\n2023-05-02,ada@uni.example,,\n2023-05-09,,A. Invented,KU Leuven\n"
FILES = 3
KEEP_ALL = (
    "create temp table every_signature as from signature order by all",
    "create temp table every_withdrawal as from withdrawal order by all",
)
TAKE_OUT = ("delete from signature", "delete from withdrawal", "delete from person_verdict")
SIGN = """
insert into signature
select * replace ($file as file_id) from every_signature where list_contains($places, rowid)
"""
LEAVE = """
insert into withdrawal
select * replace ($file as file_id) from every_withdrawal where list_contains($places, rowid)
"""


def test_settled_file_by_file_it_is_as_settled_at_once(installation: Installation) -> None:
    installation.load(*[
        installation.write(name, text)
        for name, text in (("signed.csv", SIGNED), ("again.csv", SIGNED + "2023-05-05,Fay Invented,,\n"))
    ])  # fmt: skip
    installation.load(installation.write("withdrawn.csv", WITHDRAWN))
    present = installation.root / "warehouse" / (installation.root / "warehouse" / "CURRENT").read_text().strip()
    copy = shutil.copyfile(present, installation.root / "tried.duckdb")
    with duckdb.connect(str(copy)) as connection:
        for statement in KEEP_ALL:
            connection.execute(statement)
        ((signatures,),) = connection.execute("select count(*) from every_signature").fetchall()
        ((withdrawals,),) = connection.execute("select count(*) from every_withdrawal").fetchall()
        keys = [key for (key,) in connection.execute("select distinct person_key::varchar from signature").fetchall()]
        # Few rows in all: who stands alone is as common as who meets others.
        signed = st.dictionaries(st.integers(0, signatures - 1), st.integers(1, FILES), min_size=2, max_size=8)
        left = st.dictionaries(st.integers(0, withdrawals - 1), st.integers(1, FILES))
        pair = st.lists(st.sampled_from(sorted(keys)), min_size=2, max_size=2, unique=True)

        def settled() -> list[list[tuple[object, ...]]]:
            return [sorted(connection.table(table).fetchall()) for table in ("found_pair", "same_person", "superseded")]

        @settings(max_examples=15)
        @given(signed, left, st.lists(st.tuples(pair, st.booleans()), max_size=1))
        def one_by_one(signed: dict[int, int], left: dict[int, int], verdicts: list[tuple[list[str], bool]]) -> None:
            for statement in TAKE_OUT:
                connection.execute(statement)
            for (one, other), is_same in verdicts:
                connection.execute(
                    "insert or ignore into person_verdict values ('letter', ?, ?, ?)", [one, other, is_same]
                )
            settle(connection)
            for file in range(1, FILES + 1):
                for statement, chosen in ((SIGN, signed), (LEAVE, left)):
                    places = [place for place, number in chosen.items() if number == file]
                    connection.execute(statement, {"file": file, "places": places})
                settle(connection, file - 1)
            before = settled()
            settle(connection)
            assert before == settled()

        one_by_one()


def test_two_who_were_one_both_count_again_when_a_later_file_parts_them(installation: Installation) -> None:
    header = "signed_at,name,email,affiliation\n"
    first = "2023-05-01,Ada Invented,ada@uni.example,KU Leuven\n2023-05-02,A. Invented,,KU Leuven\n"
    total = "select sum(signatures) from signature_daily"
    installation.load(installation.write("first.csv", header + first))
    assert installation.ask(total) == [(1,)]
    installation.load(installation.write("later.csv", header + "2023-05-03,Alva Invented,,KU Leuven\n"))
    assert installation.ask(total) == [(3,)]
