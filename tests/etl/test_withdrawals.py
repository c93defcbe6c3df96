"""Withdrawals: who takes a signature back counts no more, whatever is loaded first."""

import itertools

import pytest

from tests.installation import Installation

SIGNED = (
    "signed_at,name,email,affiliation,country\n"
    "2023-05-01,Ada Invented,ada@uni.example,,DE\n"
    "2023-05-02,Bob Invented,,University of Nowhere,FR\n"
    "2023-05-03,Cy Invented,cy@uni.example,,IT\n"
)
WITHDRAWN = (
    "withdrawn_at,email,name,affiliation\n"
    "2023-05-10,ADA@uni.example,,\n"
    "2023-05-10,,Dr. Bob INVENTED,University of Nowhere\n"
    "2023-05-10,nobody@uni.example,,\n"
    "2023-05-10,ada@uni.example,,\n"
    "2023-05-10,,,\n"
)
COUNTED = "select country, sum(signatures) from signature_daily group by 1 order by 1"


@pytest.mark.parametrize("order", list(itertools.permutations(["signed.csv", "withdrawn.csv"])))
def test_a_withdrawal_counts_before_and_after_its_signature_is_loaded(
    installation: Installation, order: tuple[str, ...]
) -> None:
    files = {
        "signed.csv": installation.write("signed.csv", SIGNED),
        "withdrawn.csv": installation.write("withdrawn.csv", WITHDRAWN),
    }
    for name in order:
        installation.load(files[name])
    assert installation.ask(COUNTED) == [("IT", 1)]
    assert installation.counts("signed.csv") == (3, 1, 0, 0, 2)
    assert installation.counts("withdrawn.csv") == (5, 2, 1, 1, 1)


def test_a_signature_that_is_loaded_again_stays_withdrawn(installation: Installation) -> None:
    installation.load(installation.write("signed.csv", SIGNED), installation.write("withdrawn.csv", WITHDRAWN))
    installation.load(installation.write("grown.csv", SIGNED + "2023-05-04,Dee Invented,dee@uni.example,,ES\n"))
    assert installation.ask(COUNTED) == [("ES", 1), ("IT", 1)]


def test_who_signs_again_after_the_day_of_the_withdrawal_counts_from_then(installation: Installation) -> None:
    again = "2023-05-10,Ada Invented,ada@uni.example,,DE\n2023-05-11,Ada Invented,ada@uni.example,,DE\n"
    installation.load(installation.write("signed.csv", SIGNED + again))
    installation.load(installation.write("withdrawn.csv", WITHDRAWN))
    assert installation.ask("select day::varchar from signature_daily where country = 'DE'") == [("2023-05-11",)]


def test_a_list_of_withdrawals_taken_back_lets_people_count_again(installation: Installation) -> None:
    installation.load(installation.write("signed.csv", SIGNED))
    before = installation.ask("select content_sha256 from snapshot")
    installation.load(installation.write("withdrawn.csv", WITHDRAWN))
    ((withdrawals,),) = installation.ask("select file_sha256 from load_ledger where kind = 'withdrawals'")
    ended = installation.etl("unload", withdrawals, "--yes")
    assert ["letter", "signatures", "1", "3"] in [line.split() for line in ended.out.splitlines()]
    assert installation.ask("select content_sha256 from snapshot") == before


def test_no_name_and_no_address_of_a_withdrawal_is_kept(installation: Installation) -> None:
    installation.load(
        installation.write("withdrawn.csv", WITHDRAWN.splitlines()[0] + "\n2023-05-10,zeb@quux.example,,\n")
    )
    kept = [path.read_bytes() for path in installation.root.rglob("*.duckdb")]
    assert not any(b"quux" in content for content in kept)
