"""A stated country is understood in every code and language that exports use."""

import pytest
from babel import Locale

from etl.resolve.country import Countries

MEMBER_STATES = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV"),
    *("MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)
LANGUAGES = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl"),
    *("pt", "ro", "sk", "sl", "sv"),
)
ALPHA_3 = (
    *("AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "EST", "ESP", "FIN", "FRA", "GRC", "HRV", "HUN", "IRL", "ITA"),
    *("LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SWE", "SVN", "SVK"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_state_is_known_by_its_name_in_every_official_language(
    countries: Countries, language: str
) -> None:
    names = Locale(language).territories
    assert {state: countries.code(names[state]) for state in MEMBER_STATES} == {s: s for s in MEMBER_STATES}


def test_iso_codes_count_in_any_case(countries: Countries) -> None:
    assert [countries.code(code) for code in MEMBER_STATES] == list(MEMBER_STATES)
    assert [countries.code(code.lower()) for code in MEMBER_STATES] == list(MEMBER_STATES)
    assert [countries.code(code) for code in ALPHA_3] == list(MEMBER_STATES)
    assert [countries.code(code.lower()) for code in ALPHA_3] == list(MEMBER_STATES)


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        *(("EL", "GR"), ("GR", "GR"), ("UK", "GB"), ("GB", "GB"), ("U.K.", "GB"), ("USA", "US"), ("U.S.A.", "US")),
        *(("England", "GB"), ("Scotland", "GB"), ("Holland", "NL"), ("The Netherlands", "NL"), ("Deutchland", "DE")),
        *(("Czech Republic", "CZ"), ("Czechia", "CZ"), ("Slovak Republic", "SK"), ("Republic of Ireland", "IE")),
        *(("Turkey", "TR"), ("Türkiye", "TR"), ("South Korea", "KR"), ("Republic of Korea", "KR"), ("Kosovo", "XK")),
        *(("ESPAÑA", "ES"), ("Espana", "ES"), ("österreich", "AT"), ("Osterreich", "AT"), ("Ελλάδα", "GR")),
        *(("  germany ", "DE"), ("Россия", "RU"), ("United States of America", "US"), ("Viet Nam", "VN")),
    ],
)
def test_usual_ways_to_write_a_country(countries: Countries, stated: str, code: str) -> None:
    assert countries.code(stated) == code


@pytest.mark.parametrize(
    ("misspelt", "code"),
    [("Germnay", "DE"), ("Portgual", "PT"), ("Netherlnads", "NL"), ("Luxembourgh", "LU"), ("Lithuana", "LT")],
)
def test_one_slip_in_a_name_is_forgiven(countries: Countries, misspelt: str, code: str) -> None:
    assert countries.code(misspelt) == code


def test_neighbouring_names_are_not_mixed_up(countries: Countries) -> None:
    names = ["Austria", "Australia", "Slovakia", "Slovenia", "Ireland", "Iceland", "Latvia", "Niger", "Nigeria"]
    assert [countries.code(name) for name in names] == ["AT", "AU", "SK", "SI", "IE", "IS", "LV", "NE", "NG"]


@pytest.mark.parametrize("stated", ["", " ", "unknown", "n/a", "none", "other", "Europe", "EU", "ZZ", "Atlantis", "?"])
def test_what_is_no_country_stays_unknown(countries: Countries, stated: str) -> None:
    assert countries.code(stated) is None


def test_two_letters_that_look_like_a_missing_value_or_a_no_are_countries(countries: Countries) -> None:
    assert (countries.code("NA"), countries.code("NO"), countries.code("no")) == ("NA", "NO", "NO")


@pytest.mark.parametrize(
    ("domain", "code"),
    [
        *(("lmu.de", "DE"), ("ada@invented.ac.uk", "GB"), ("x@students.invented.edu.pl", "PL"), ("uoa.gr", "GR")),
        *(("INVENTED.FR", "FR"), ("invented.wien", "AT"), ("invented.cat", "ES"), ("invented.gov", "US")),
    ],
)
def test_a_national_domain_tells_the_country(countries: Countries, domain: str, code: str) -> None:
    assert countries.domain_country(domain) == code


@pytest.mark.parametrize("ending", "com org net eu info io ai me tv co fm gg ly to cc edu int dev app".split())
def test_a_domain_that_anybody_can_buy_tells_no_country(countries: Countries, ending: str) -> None:
    assert countries.domain_country(f"ada@invented.{ending}") is None


def test_what_is_no_domain_tells_no_country(countries: Countries) -> None:
    assert [countries.domain_country(text) for text in ("", "de", "ada@", "@", "localhost", "..")] == [None] * 6


def test_the_table_holds_the_union_as_it_is(countries: Countries) -> None:
    table = countries.table()
    states = [country for country in table if country.is_member_state]
    assert [state.iso2 for state in states] == sorted(MEMBER_STATES)
    assert sum(state.ep_seats or 0 for state in states) == 720
    assert sum(state.population or 0 for state in states) == 448_897_545  # World Bank SP.POP.TOTL, 2023
    assert {state.population_year for state in states} == {2023}


def test_the_table_names_every_country_once_and_the_unknown_one(countries: Countries) -> None:
    names = {country.iso2: country.name for country in countries.table()}
    assert len(names) == len(countries.table()) == 251  # ISO 3166-1 has 249; Kosovo; unknown
    assert (names["GR"], names["CZ"], names["GB"], names["ZZ"]) == (
        *("Greece", "Czechia", "United Kingdom", "Unknown country"),
    )
