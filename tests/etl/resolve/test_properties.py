"""What must hold for every text, however odd."""

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.resolve.affiliation import Resolver
from etl.resolve.country import Countries
from etl.resolve.fold import phrase, words_of

TYPES = {
    *("university", "research_institute", "company", "ngo", "network_or_association", "government", "media"),
    *("individual_or_none", "other", "unknown"),
}
WORDS = st.sampled_from(
    "University of and & the TU GmbH e.V. ( ) , ; / - Berlin Germany France Prof. Dr. at Institute ex- I is".split()
    + "2 . ' @ x.de Max Planck former n/a Google School".split()
    + ["\n", "\t", "Bonn\nParis", "München\u00a0;"]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join))


@settings(max_examples=300)
@given(texts=st.lists(TEXTS, max_size=5))
def test_every_text_gets_one_answer_that_depends_on_nothing_else(resolver: Resolver, texts: list[str]) -> None:
    answers = resolver.resolve(texts)
    assert [answer.text for answer in answers] == texts
    assert answers == [resolver.resolve([text])[0] for text in texts]
    for answer in answers:
        assert answer.institution_type in TYPES
        assert 0 <= answer.confidence <= 1
        assert (answer.country is None) == (answer.country_from in ("unknown", "many_countries"))
        assert (answer.institution is None) == (answer.institution_id is None)


@given(text=TEXTS)
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    assert phrase(phrase(text)) == phrase(text)


@given(text=TEXTS)
def test_every_word_points_to_its_place_in_the_text(text: str) -> None:
    words = words_of(text)
    assert all(text.startswith(word, start) for word, start in zip(words.raw, words.starts, strict=True))
    assert words.starts == sorted(words.starts)


@given(text=st.text(max_size=40))
def test_a_stated_country_is_a_country_of_the_table_or_none(countries: Countries, text: str) -> None:
    known = {country.iso2 for country in countries.table()}
    assert countries.code(text) in {*known, None}
    assert countries.domain_country(text) in {*known, None}
