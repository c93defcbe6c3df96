"""What kind of institution it is: stated, or told by the words of its name."""

import pytest

from etl.resolve.affiliation import Resolver
from etl.resolve.institution_type import StatedTypes
from etl.resolve.reference import Reference


@pytest.fixture(scope="module")
def stated(reference: Reference) -> StatedTypes:
    return StatedTypes(reference)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("University", "university"), ("university", "university"), ("Hochschule", "university")),
        *(("NGO", "ngo"), ("national_ngo", "ngo"), ("Company", "company"), ("industry", "company")),
        *(("Unternehmen", "company"), ("research_institutions", "research_institute"), ("Stiftung", "ngo")),
        *(("network_or_association", "network_or_association"), ("administration", "government")),
        *(("individual_or_none", "individual_or_none"), ("media", "media"), ("Other", "other"), ("unknown", "unknown")),
    ],
)
def test_a_stated_type_is_understood_in_words_and_codes(stated: StatedTypes, text: str, code: str) -> None:
    assert stated.code(text) == code


def test_a_stated_type_that_nobody_knows_is_left_open(stated: StatedTypes) -> None:
    assert stated.code("Zweckgemeinschaft dritter Art") is None
    assert stated.code("") is None


@pytest.mark.parametrize(
    "text",
    [
        *("Инвентски университет", "Univerzita Vymyslená", "Vymyšlená univerzita", "Opdigtet Universitet"),
        *("Universität Erfundenstadt", "Πανεπιστήμιο Φαντασίας", "Invented University", "Universidad Inventada"),
        *("Väljamõeldud Ülikool", "Keksitty yliopisto", "Université inventée", "Ollscoil Chumtha"),
        *("Izmišljeno sveučilište", "Kitalált Egyetem", "Università Inventata", "Išgalvotas universitetas"),
        *("Izdomāta universitāte", "Università ta' Invenzjoni", "Verzonnen Universiteit", "Uniwersytet Zmyślony"),
        *("Universidade Inventada", "Universitatea Inventată", "Izmišljena univerza", "Påhittade universitetet"),
    ],
)
def test_a_university_is_one_in_all_24_languages(resolver: Resolver, text: str) -> None:
    assert resolver.resolve([text])[0].institution_type == "university"


@pytest.mark.parametrize(
    ("text", "institution_type", "country"),
    [
        *(("Zorbax Sp. z o.o.", "company", "PL"), ("Zorbax S.p.A.", "company", "IT"), ("Zorbax Oy", "company", "FI")),
        *(("Zorbax ApS", "company", "DK"), ("Zorbax UAB", "company", "LT"), ("Zorbax Kft.", "company", "HU")),
        *(("Zorbax B.V.", "company", "NL"), ("Zorbax AB", "company", "SE"), ("Zorbax OÜ", "company", "EE")),
        *(("Zorbax SIA", "company", "LV"), ("Zorbax Lda.", "company", "PT"), ("Zorbax SAS", "company", "FR")),
        *(("Zorbax ЕООД", "company", "BG"), ("Zorbax ΙΚΕ", "company", "GR"), ("Zorbax GmbH", "company", "DE")),
        *(("Zorbax Ltd", "company", None), ("Zorbax s.r.o.", "company", None), ("Zorbax d.o.o.", "company", None)),
        *(("Zorbax e.V.", "network_or_association", "DE"), ("Zorbax r.y.", "network_or_association", "FI")),
        *(
            ("SIA Zorbax", "company", "LV"),
            ("Developer, UAB Zorbax", "company", "LT"),
            ("Zorbax S.L.U.", "company", "ES"),
        ),
        *(("Zorbax VZW", "network_or_association", "BE"), ("Zorbax gGmbH", "ngo", "DE")),
    ],
)
def test_a_legal_form_tells_type_and_sometimes_country(
    resolver: Resolver, text: str, institution_type: str, country: str | None
) -> None:
    found = resolver.resolve([text])[0]
    assert (found.institution_type, found.country) == (institution_type, country)


@pytest.mark.parametrize(
    ("text", "institution_type"),
    [
        *(("Ministry of Invented Affairs", "government"), ("Erfundenes Landesamt", "government")),
        *(("Comune di Inventato", "government"), ("Zorbax Stichting", "ngo"), ("Fundacja Zmyślona", "ngo")),
        *(("Zorbax Students' Union", "network_or_association"), ("Zorbax Linux User Group", "network_or_association")),
        *(("Bundesverband Zorbax", "network_or_association"), ("Zorbaxer Zeitung", "media")),
        *(("Zorbax Research Centre", "research_institute"), ("Institut für Zorbax", "research_institute")),
        *(("Zorbax District Hospital", "other"), ("Zorbax High School", "other"), ("Stadtwerke Zorbax", "company")),
        *(("Zorbax, d. d., Novo mesto", "company"), ("Mesto Zorbax", "government")),
        *(("Zorbaxova knižnica", "other"), ("Zorbaxi raamatukogu", "other"), ("Zorbaxin kirjasto", "other")),
        *(("Nové Mesto", "individual_or_none"), ("Stare Mesto", "individual_or_none")),
        *(("Česká televize Zorbax", "media"), ("Zorbaxleht", "media"), ("Laikraštis Zorbax", "media")),
        *(("Muzeul Zorbax", "research_institute"), ("Vēstures muzejs Zorbax", "research_institute")),
        *(("Ίδρυμα Τεχνολογίας και Έρευνας Ζόρμπαξ", "research_institute"), ("Politecn Zorbax", "university")),
    ],
)
def test_the_words_of_a_name_tell_its_type(resolver: Resolver, text: str, institution_type: str) -> None:
    assert resolver.resolve([text])[0].institution_type == institution_type


def test_a_short_legal_form_in_small_letters_is_an_ordinary_word(resolver: Resolver) -> None:
    assert {found.institution_type for found in resolver.resolve(["Zorbax as", "che sia zorbax"])} == {"unknown"}


def test_dots_make_capitals_behind_a_name_its_legal_form(resolver: Resolver) -> None:
    alone, named, with_a_place = resolver.resolve(["SLU", "Zorbax S.L.U.", "SLU, Uppsala"])
    assert alone.institution_id == with_a_place.institution_id != named.institution_id
    assert named.institution == "Zorbax S.L.U"
