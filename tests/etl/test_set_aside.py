"""Setting signatures aside: shown first, recorded, accounted for, and undone without a trace."""

from pathlib import Path

import pytest

from tests.installation import Installation, built_once

SIGNED = (
    "signed_at,name,email,affiliation,country,channel\n"
    "2023-05-01,Ada Invented,ada@uni.example,,DE,form\n"
    "2023-05-02T10:15:00+02:00,Bob Invented,bob@uni.example,,MT,list\n"
    "2023-05-02T10:45:00+02:00,Cy Invented,cy@uni.example,,MT,list\n"
    "2023-05-02T11:05:00+02:00,Dee Invented,dee@uni.example,,MT,form\n"
    "2023-05-02T10:50:00+02:00,Eve Invented,eve@uni.example,,DE,list\n"
)
HEADER = "signed_at,name,email,affiliation,country,channel\n"
AGAIN = HEADER + "2023-05-02T10:20:00+02:00,Bob Invented,bob@uni.example,,MT,list\n"
LATER = HEADER + "2023-05-09,Bob Invented,bob@uni.example,,MT,form\n"
COUNTED = "select country, sum(signatures) from signature_daily group by 1 order by 1"
CONTENT = "select content_sha256 from snapshot"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Five people; Bob is in a second file too."""
    with built_once(tmp_path_factory.mktemp("built")) as made:
        made.load(made.write("signed.csv", SIGNED))
        made.load(made.write("again.csv", AGAIN))
    return made


@pytest.fixture
def signed(built: Installation, tmp_path: Path) -> Installation:
    return built.copy_to(tmp_path)


def set_aside(installation: Installation, *arguments: str | Path) -> None:
    ended = installation.etl("set-aside", *arguments, "--yes")
    assert ended.status == 0, ended


def test_what_is_set_aside_counts_nowhere_and_stays_accounted_for(signed: Installation) -> None:
    set_aside(signed, "--from", "2023-05-02", "--to", "2023-05-02", "--country", "mt", "--reason", "a list of one club")
    assert signed.ask(COUNTED) == [("DE", 2)]
    assert signed.counts("signed.csv") == (5, 2, 0, 0, 3)
    assert signed.counts("again.csv") == (1, 0, 0, 0, 1)
    notes = dict(signed.ask("select file, note from load_ledger"))
    assert notes["signed.csv"].endswith("3 set aside by the organisers")
    acts = "select act, chosen_by, signatures from set_aside"
    assert signed.ask(acts) == [(1, "from 2023-05-02, to 2023-05-02, country MT", 4)]


def test_undone_it_is_as_if_nothing_had_been(signed: Installation) -> None:
    before = signed.ask(CONTENT)
    set_aside(signed, "--channel", "list")
    assert signed.ask(COUNTED) == [("DE", 1), ("MT", 1)]
    listed = signed.etl("set-aside").out
    assert "channel list" in listed
    set_aside(signed, "--undo", "1")
    assert signed.ask(CONTENT) == before
    assert signed.etl("set-aside").out.startswith("Nothing is set aside.")


def test_hours_are_those_of_the_campaigns_clock(signed: Installation) -> None:
    set_aside(signed, "--from", "2023-05-02T10:00", "--to", "2023-05-02T11:00", "--country", "MT")
    assert signed.ask(COUNTED) == [("DE", 2), ("MT", 1)]


def test_who_signed_again_outside_counts_by_that_signature(signed: Installation) -> None:
    signed.load(signed.write("later.csv", LATER))
    assert signed.counts("later.csv") == (1, 0, 1, 0, 0)
    set_aside(signed, "--to", "2023-05-02", "--country", "MT")
    assert signed.counts("later.csv") == (1, 1, 0, 0, 0)
    assert signed.ask(COUNTED) == [("DE", 2), ("MT", 1)]


def test_what_is_loaded_later_counts(signed: Installation) -> None:
    set_aside(signed, "--country", "MT")
    late = HEADER + "2023-05-02,Flo Invented,flo@uni.example,,MT,list\n"
    signed.load(signed.write("late.csv", late))
    assert signed.ask(COUNTED) == [("DE", 2), ("MT", 1)]


def test_a_file_taken_back_takes_along_what_of_it_was_set_aside(signed: Installation) -> None:
    set_aside(signed, "--channel", "list")
    for file in ("signed.csv", "again.csv"):
        ((sha256,),) = signed.ask(f"select file_sha256 from load_ledger where file = '{file}'")
        assert signed.etl("unload", sha256, "--yes").status == 0
    assert signed.ask("select * from set_aside") == []
    signed.load(signed.write("signed.csv", SIGNED))
    assert signed.ask(COUNTED) == [("DE", 2), ("MT", 3)]


def test_every_total_that_changes_is_shown_and_nothing_is_done_without_a_yes(signed: Installation) -> None:
    before = signed.snapshot()
    ended = signed.etl("set-aside", "--country", "MT")
    shown = [line.split() for line in ended.out.splitlines()]
    assert ["letter", "signatures", "5", "2"] in shown
    assert ["letter", "signatures,", "Malta", "3", "0"] in shown
    assert ["letter", "signed.csv:", "pending", "0", "3"] in shown
    assert ended.err.strip() == (
        "Set aside the signatures of letter (country MT)? "
        "There is no terminal to ask on: nothing was changed; say so with --yes."
    )
    assert signed.snapshot() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--country", "IT"), "No confirmed signature fits (country IT): nothing was changed."),
        (("--from", "May"), "'May' is no day and no moment; write 2023-05-03 or 2023-05-03T14:00."),
        (("--undo", "7"), "Nothing was set aside under the number 7; `etl set-aside` lists what was."),
    ],
)
def test_a_choice_that_means_nothing_is_refused_with_a_sentence(
    signed: Installation, arguments: tuple[str, ...], sentence: str
) -> None:
    ended = signed.etl("set-aside", *arguments, "--yes")
    assert (ended.status, ended.err.strip()) == (2, sentence)


def test_totals_by_country_have_no_single_signatures_to_set_aside(installation: Installation) -> None:
    installation.load(installation.write("totals.csv", "observed_at,country,total\n2023-05-02,DE,40\n"))
    ended = installation.etl("set-aside", "--country", "DE", "--yes")
    assert ended.status == 2
    assert "holds totals by country, and no single signatures that could be set aside" in ended.err


def test_addresses_of_one_domain_are_set_aside_and_the_domain_is_kept_nowhere(signed: Installation) -> None:
    elsewhere = HEADER + "2023-05-03,Gus Invented,gus@bücher.example,,DE,form\n"
    signed.load(signed.write("elsewhere.csv", elsewhere))
    set_aside(signed, "--email-domain", "xn--BCHER-kva.example")
    assert signed.ask(COUNTED) == [("DE", 2), ("MT", 3)]
    assert signed.ask("select chosen_by, signatures from set_aside") == [("one e-mail domain", 1)]
    kept = [path.read_bytes() for path in signed.root.rglob("*.duckdb")]
    assert kept
    assert not any(b"bcher-kva" in content or "bücher".encode() in content for content in kept)
