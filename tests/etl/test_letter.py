"""Lists of supporters in Markdown letters."""

from tests.installation import Installation

BULLETS = """## Supporters

- Invented Network of Laboratories (INL) - a network of invented laboratories
- **Prof. Ada Invented**: Professor at [University of Invention](https://invention.example), Germany
- **Bob Invented**
- only words
"""
TABLE = """#### Supporters

| Name | Description |
|------|-------------|
| Board of the Invented Network (INL): Ada Invented, Bob Invented, Cem Invented | [Network](https://inl.example) |
| Dee Invented | Dee Invented : Director, Invented Institute, Denmark |
"""


def test_bullets_are_people_and_organisations(installation: Installation) -> None:
    installation.load(installation.write("letter.md", BULLETS))
    assert installation.counts("letter.md") == (4, 3, 0, 1, 0)
    kinds = installation.ask("select signer_kind, sum(signatures) from signature_daily group by all order by all")
    assert kinds == [("organisation", 1), ("person", 2)]


def test_a_stated_country_in_the_free_text_is_found(installation: Installation) -> None:
    installation.load(installation.write("letter.md", BULLETS))
    assert installation.ask("select sum(signatures) from signature_daily where country = 'DE'") == [(1,)]


def test_a_bullet_that_names_nobody_is_in_quarantine_with_its_line(installation: Installation) -> None:
    installation.load(installation.write("letter.md", BULLETS))
    (rejected,) = installation.etl("rejects", "--json").json
    assert (rejected["line"], rejected["value"]) == (6, "only words")


def test_a_row_that_names_a_board_is_as_many_records_as_people(installation: Installation) -> None:
    installation.load(installation.write("letter.md", TABLE))
    assert installation.counts("letter.md") == (4, 4, 0, 0, 0)


def test_a_name_repeated_in_its_description_is_no_part_of_the_affiliation(installation: Installation) -> None:
    installation.load(installation.write("letter.md", TABLE))
    assert installation.ask("select sum(signatures) from signature_daily where country = 'DK'") == [(1,)]
    assert installation.ask("select count(*) from institution_daily where institution like '%Dee%'") == [(0,)]
