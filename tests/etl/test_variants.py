"""One institution under many spellings is one, and the snapshot names the spellings and nothing around them."""

from tests.installation import Installation

HEADER = "signed_at,name,email,affiliation,country,institution_type\n"
TEXTS = [
    *("PhD student Ada Invented, TU München", "Technische Universität Muenchen", "TUM", "tu münchen"),
    *("Chair of Zorbax, Technical University of Munich, Germany", "TUM"),
]


def test_the_spellings_of_one_institution_are_named_without_what_stands_around_them(installation: Installation) -> None:
    rows = [f'2023-05-0{n + 1},Signer,s{n}@invented.example,"{text}",,' for n, text in enumerate(TEXTS)]
    installation.load(installation.write("form.csv", HEADER + "\n".join(rows) + "\n"))
    assert installation.ask("select distinct institution_id from institution_daily") == [("tu-muenchen",)]
    assert installation.ask("select variant, signatures from institution_variant order by all") == [
        *(("TU München", 1), ("TUM", 2), ("Technical University of Munich", 1)),
        *(("Technische Universität Muenchen", 1), ("tu münchen", 1)),
    ]


def test_a_text_that_no_rule_understands_is_no_spelling_of_the_institution_in_its_answer(
    installation: Installation,
) -> None:
    file = installation.write("form.csv", HEADER + "2023-05-01,Ada,ada@invented.example,Ada Zorbax,,\n")
    installation.load(file)
    answer = "affiliation,country,institution_type,institution\nAda Zorbax,,,TU München\n"
    installation.etl("review", "--import", installation.write("answers.csv", answer))
    assert installation.ask("select institution_id from institution_daily") == [("tu-muenchen",)]
    assert installation.ask("from institution_variant") == []
