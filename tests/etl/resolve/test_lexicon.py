"""Phrases are found longest first, in one pass, and a slip of one letter is put right only where it is clear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.resolve.lexicon import Hit, Lexicon, Scanner, Spelling

CITIES = Lexicon([("new york", "city"), ("york", "other city"), ("new york state", "state")])
SCHOOLS = Lexicon([("york university", "university"), ("new", "adjective")])


def test_the_longest_phrase_counts() -> None:
    assert CITIES.hits("in new york state today".split()) == [Hit(1, 4, "state")]
    assert CITIES.hits("new york new".split()) == [Hit(0, 2, "city")]
    assert CITIES.hits("york york".split()) == [Hit(0, 1, "other city"), Hit(1, 2, "other city")]


@given(words=st.lists(st.sampled_from(["new", "york", "state", "university", "zorbax"]), max_size=8))
def test_one_pass_over_several_lexicons_finds_what_each_finds_alone(words: list[str]) -> None:
    scanner = Scanner([CITIES, SCHOOLS])
    assert scanner.hits(words, map(scanner.begun_by, words)) == [CITIES.hits(words), SCHOOLS.hits(words)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("univeristy", "university"),  # two letters swapped
        ("univrsity", "university"),  # one missing
        ("univversity", "university"),  # one too many
        ("univercity", "university"),  # one wrong
        ("unverzitty", "unverzitty"),  # too many slips
        ("universe", "universe"),  # a known word
        ("zuniversity", "zuniversity"),  # the first letter is taken to be right
        ("unit", "unit"),  # too short
    ],
)
def test_one_slip_is_put_right(written: str, meant: str) -> None:
    spelling = Spelling({"university": "u"}, {"universe"}, shortest=7)
    assert spelling(written) == meant


def test_a_slip_between_two_meanings_is_left_alone() -> None:
    spelling = Spelling({"slovakia": "SK", "slovaria": "??"}, set(), shortest=7)
    assert spelling("slovamia") == "slovamia"
    assert Spelling({"slovakia": "SK", "slovaria": "SK"}, set(), shortest=7)("slovamia") == "slovakia"
