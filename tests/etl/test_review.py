"""Review: what the rules do not know is asked, and the answers beat every rule, now and after any reload."""

import csv
import io
from pathlib import Path

import pytest

from tests.installation import Installation

HEADER = "signed_at,name,email,affiliation,country,institution_type\n"
TOTALS = "select country, institution_type, sum(signatures) from signature_daily group by all order by all"


@pytest.fixture
def loaded(installation: Installation) -> Installation:
    """Three signers of a company nobody knows, in two spellings; one of a club in no known country; a sure one."""
    signers = ["Zorbax Quuxly", "zorbax quuxly", "Zorbax Quuxly", "Quux Society", "RWTH Aachen", "PhD student", ""]
    rows = [f"2023-05-0{n + 1},Signer {n},s{n}@invented.example,{text},," for n, text in enumerate(signers)]
    installation.load(installation.write("form.csv", HEADER + "\n".join(rows) + "\n"))
    return installation


def exported(installation: Installation) -> list[dict[str, str]]:
    ended = installation.etl("review", "--export")
    assert ended.status == 0, ended
    return list(csv.DictReader(io.StringIO(ended.out)))


def answer(installation: Installation, *rows: str) -> str:
    """Import answers (affiliation,country,institution_type,institution); what the command says."""
    file = installation.write("answers.csv", "\n".join(["affiliation,country,institution_type,institution", *rows]))
    ended = installation.etl("review", "--import", file)
    assert ended.status == 0, ended
    return ended.out


def test_uncertain_and_frequent_texts_come_first_with_what_they_would_settle(loaded: Installation) -> None:
    found = [(row["affiliation"], row["signatures"], row["proposed_institution_type"]) for row in exported(loaded)]
    assert found == [
        ("Zorbax Quuxly", "3", "unknown"),
        ("Quux Society", "1", "network_or_association"),
    ]
    assert exported(loaded)[1]["why"] == "'Society' tells the type; no country"


def test_an_answer_counts_for_everything_loaded_before_and_for_every_way_to_write_it(loaded: Installation) -> None:
    answer(loaded, "Zorbax Quuxly,Estonia,Unternehmen,Zorbax")
    assert ("EE", "company", 3) in loaded.ask(TOTALS)
    institutions = "select institution, sum(signatures) from institution_daily where country = 'EE' group by all"
    assert loaded.ask(institutions) == [("Zorbax", 3)]
    assert [row["affiliation"] for row in exported(loaded)] == ["Quux Society"]


def test_an_answer_beats_the_rules_but_not_what_a_signer_states(loaded: Installation) -> None:
    stated = "2023-05-09,Other,o@invented.example,RWTH Aachen,Belgium,university\n"
    loaded.load(loaded.write("more.csv", HEADER + stated))
    answer(loaded, "RWTH Aachen,FR,ngo,")
    found = loaded.ask(TOTALS)
    assert ("FR", "ngo", 1) in found
    assert ("BE", "university", 1) in found
    assert not [row for row in found if row[0] == "DE"]


def test_answers_survive_a_reload_and_count_for_what_comes_later(loaded: Installation) -> None:
    answer(loaded, "Quux Society,Malta,,")
    loaded.load(loaded.write("later.csv", HEADER + "2023-05-09,Late,late@invented.example,QUUX SOCIETY,,\n"))
    assert ("MT", "network_or_association", 2) in loaded.ask(TOTALS)


def test_the_same_answers_again_change_nothing(loaded: Installation) -> None:
    row = "Quux Society,Malta,ngo,"
    first = answer(loaded, row)
    kept = (loaded.root / "campaigns" / "letter" / "overrides.csv").read_bytes()
    snapshot = loaded.snapshot()
    assert "1 answers read, 1 of them new" in first
    assert "1 answers read, 0 of them new" in answer(loaded, row)
    assert (loaded.root / "campaigns" / "letter" / "overrides.csv").read_bytes() == kept
    assert loaded.snapshot() == snapshot


def test_a_later_answer_takes_the_place_of_an_earlier_one(loaded: Installation) -> None:
    answer(loaded, "Quux Society,Malta,,")
    answer(loaded, "quux society,Cyprus,,")
    assert ("CY", "network_or_association", 1) in loaded.ask(TOTALS)
    assert not [row for row in loaded.ask(TOTALS) if row[0] == "MT"]


def test_an_institution_in_an_answer_brings_its_country_and_type(loaded: Installation) -> None:
    answer(loaded, "Zorbax Quuxly,,,TU München")
    assert ("DE", "university", 4) in loaded.ask(TOTALS)  # and RWTH Aachen
    assert loaded.ask("select signatures from institution_daily where institution_id = 'tu-muenchen'") == [(1,)] * 3


def test_yes_in_the_list_accepts_what_is_proposed(loaded: Installation, tmp_path: Path) -> None:
    file = tmp_path / "review.csv"
    loaded.etl("review", "--export", file)
    lines = file.read_text().splitlines()
    accepted = [line.removesuffix(",,,") + "yes,,," if line.startswith("Quux") else line for line in lines]
    file.write_text("\n".join(accepted))
    assert "1 answers read, 1 of them new" in loaded.etl("review", "--import", file).out
    assert ("institution_type", "answered", "answered", 1) in loaded.ask(
        "select aspect, source, basis, signatures from resolution"
    )


def test_what_cannot_be_told_can_be_said_so(loaded: Installation) -> None:
    answer(loaded, "RWTH Aachen,unknown,,")
    assert ("ZZ", "university", 1) in loaded.ask(TOTALS)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Quux Society,Atlantis,,", "line 2: column country: 'Atlantis' is no country; write its code or name"),
        ("Quux Society,,circus,", "line 2: column institution_type: 'circus' is no type"),
    ],
)
def test_an_answer_that_is_none_is_refused_with_its_line(loaded: Installation, row: str, sentence: str) -> None:
    file = loaded.write("answers.csv", f"affiliation,country,institution_type,institution\n{row}\n")
    ended = loaded.etl("review", "--import", file)
    assert ended.status == 2
    assert sentence in ended.err
    assert not (loaded.root / "campaigns" / "letter" / "overrides.csv").exists()


def test_the_snapshot_says_how_much_answers_would_settle_and_never_the_texts(loaded: Installation) -> None:
    assert loaded.ask("select place, signatures from open_question order by place") == [(1, 3), (2, 1)]
    assert loaded.ask("select aspect, basis, sum(signatures) from resolution group by all order by all") == [
        *(("country", "registry", 1), ("country", "unknown", 6)),
        *(("institution_type", "registry", 1), ("institution_type", "rule", 3), ("institution_type", "unknown", 3)),
    ]
