"""A free text becomes the institution named first, its country and type, and says how it knows."""

import pytest

from etl.resolve.affiliation import Affiliation, Resolver


def one(resolver: Resolver, text: str) -> Affiliation:
    return resolver.resolve([text])[0]


@pytest.mark.parametrize(
    ("text", "country", "institution_type"),
    [
        ("Professor at RWTH Aachen University (Germany) and at Universiteit Leiden (Netherlands)", "DE", "university"),
        ("Leiden University (Netherlands); RWTH Aachen", "NL", "university"),
        ("CEO of DFKI and Professor at the University of Vienna", "DE", "research_institute"),
        ("University of Copenhagen; Director, Max Planck Institute for Zorbax", "DK", "university"),
        ("Aalto University & Zorbax GmbH", "FI", "university"),
    ],
)
def test_the_first_named_affiliation_counts(resolver: Resolver, text: str, country: str, institution_type: str) -> None:
    found = one(resolver, text)
    assert (found.country, found.institution_type) == (country, institution_type)


@pytest.mark.parametrize(
    "text",
    [
        "Department of Zorbax, University of Tartu",
        "Centre for Zorbax Research, University of Tartu, Tartu, Estonia",
        "Institute of Computer Science, Zorbax Lab of the University of Tartu",
        "Zorbax Clinic, University of Tartu",
    ],
)
def test_a_unit_of_a_university_counts_as_the_university(resolver: Resolver, text: str) -> None:
    assert one(resolver, text).institution_type == "university"


def test_one_university_under_many_spellings_is_one(resolver: Resolver) -> None:
    spellings = [
        *("PhD student, TU München", "Technische Universität Muenchen", "TUM", "Technical University of Munich"),
        *(
            "Technische Universitat Munchen",
            "tu münchen",
            "TECHNICAL UNIVERSITY OF MUNICH",
            "Chair of Zorbax, TU Munich",
        ),
    ]
    assert {found.institution_id for found in resolver.resolve(spellings)} == {"tu-muenchen"}


def test_one_institution_that_is_not_curated_keeps_its_id_over_spellings(resolver: Resolver) -> None:
    spellings = ["Zorbax University of Technology, Espoo", "Technical University Zorbax (Espoo)", "TU Zorbax, Espoo"]
    found = resolver.resolve(spellings)
    assert len({item.institution_id for item in found}) == 1
    assert {item.country for item in found} == {"FI"}


def test_a_legal_form_belongs_to_the_name_but_not_to_the_id(resolver: Resolver) -> None:
    found = resolver.resolve(["Zorbax, Inc.", "Zorbax Inc", "ZORBAX LLC"])
    assert [item.institution for item in found] == ["Zorbax, Inc", "Zorbax Inc", "ZORBAX LLC"]
    assert {(item.institution_id, item.institution_type) for item in found} == {("zorbax", "company")}


def test_institutes_of_one_society_are_several(resolver: Resolver) -> None:
    found = resolver.resolve(["Max Planck Institute for Zorbax", "Max Planck Institute for Quuxology"])
    assert found[0].institution_id != found[1].institution_id
    assert [item.country for item in found] == ["DE", "DE"]


@pytest.mark.parametrize(
    ("text", "country", "country_from"),
    [
        ("University of Zorbax, Malaysia", "MY", "stated_in_text"),
        ("University of Reading Malaysia", "MY", "stated_in_text"),
        ("KTH", "SE", "institution"),
        ("Zorbax Institute, Coimbra", "PT", "place"),
        ("German Zorbax Society", "DE", "stated_in_text"),
        ("Developer, zorbax.co.uk", "GB", "domain"),
        ("Zorbax Institute", None, "unknown"),
    ],
)
def test_the_country_says_where_it_comes_from(
    resolver: Resolver, text: str, country: str | None, country_from: str
) -> None:
    found = one(resolver, text)
    assert (found.country, found.country_from) == (country, country_from)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        *(("Зорбакс, Бургас", "BG"), ("Русенски университет Зорбакс", "BG"), ("Ζόρμπαξ, Ιωάννινα", "GR")),
        *(("Zorbax v Košiciach", "SK"), ("Ostravská univerzita Zorbax", "CZ"), ("Zorbax w Poznaniu", "PL")),
        *(("Zorbax u Rijeci", "HR"), ("Zorbax v Ljubljani", "SI"), ("Rīgas zorbakss", "LV"), ("Turun zorbax", "FI")),
        *(("Göteborgs zorbax", "SE"), ("Narodna banka Slovenije", "SI"), ("Τράπεζα της Ελλάδος", "GR")),
    ],
)
def test_a_place_is_known_in_the_case_and_script_of_its_country(resolver: Resolver, text: str, country: str) -> None:
    assert resolver.resolve([text])[0].country == country


def test_a_multinational_is_in_no_country_unless_one_is_stated(resolver: Resolver) -> None:
    found = resolver.resolve(["Google", "Software Engineer at Amazon", "Google, Zürich", "Microsoft Ireland"])
    assert [item.country for item in found] == [None, None, "CH", "IE"]
    assert {item.institution_type for item in found} == {"company"}


def test_a_company_with_an_address_is_where_the_address_says(resolver: Resolver) -> None:
    texts = ["Siemens", "Siemens, Madrid", "Siemens, Orlando, FL 32826", "ETH Zurich, Rome"]
    assert [found.country for found in resolver.resolve(texts)] == ["DE", "ES", "US", "CH"]


def test_a_code_of_a_country_that_ends_a_text_is_stated(resolver: Resolver) -> None:
    found = resolver.resolve(["Zorbax, PT", "Zorbax (PL)", "Zorbax PT", "Zorbax, HR", "Zorbax, pt"])
    assert [item.country for item in found] == ["PT", "PL", None, None, None]


def test_a_semicolon_after_a_department_or_before_an_address_is_a_comma(resolver: Resolver) -> None:
    found = resolver.resolve(["Zorbax Faculty; University of Oslo; Norway", "University of Zorbax; Oslo; Zorbax Ltd"])
    assert [(item.country, item.institution_type, item.country_from) for item in found] == [
        ("NO", "university", "stated_in_text"),
        ("NO", "university", "elsewhere"),
    ]


@pytest.mark.parametrize(
    ("text", "institution_type", "country"),
    [
        *(("Siemens Stiftung", "ngo", "DE"), ("Fondation BNP Paribas", "ngo", "FR"), ("Siemens", "company", "DE")),
        *(("Wellcome Trust Centre, University of Oslo", "university", "NO"), ("Wellcome Trust", "ngo", "GB")),
        *(("membre d'EELV", "network_or_association", "FR"), ("secrétaire de l'OTAN", "unknown", None)),
    ],
)
def test_a_known_name_within_another_name_is_not_meant(
    resolver: Resolver, text: str, institution_type: str, country: str | None
) -> None:
    found = resolver.resolve([text])[0]
    assert (found.institution_type, found.country) == (institution_type, country)


def test_what_was_left_tells_no_country(resolver: Resolver) -> None:
    found = resolver.resolve(["former member of Free Software Foundation Europe"])[0]
    assert (found.country, found.institution_type) == (None, "individual_or_none")


def test_two_countries_without_an_order_are_none(resolver: Resolver) -> None:
    assert one(resolver, "Zorbax (France / Switzerland)").country is None


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "-", "n/a", "none", "PhD student", "Software developer", "documentary filmmaker", "retired"),
        *(
            "freelancer",
            "Rentnerin",
            "étudiant",
            "Privatperson",
            "libero professionista",
            "Ex-Google",
            "Berlin, Germany",
        ),
        *("Former employee of Microsoft", "I sign because my friends at the University of Zorbax do it, too."),
    ],
)
def test_a_text_without_an_institution_is_a_person_of_their_own(resolver: Resolver, text: str) -> None:
    found = one(resolver, text)
    assert (found.institution_type, found.institution_id) == ("individual_or_none", None)


def test_a_name_that_nothing_tells_the_type_of_stays_unknown(resolver: Resolver) -> None:
    found = one(resolver, "Zorbax Quuxly")
    assert (found.institution_type, found.institution, found.confidence) == ("unknown", "Zorbax Quuxly", 0.0)


@pytest.mark.parametrize(
    "text",
    ["U Potsdam", "Univeristy of Potsdam", "Universtität Potsdam", "Unversity of Potsdam", "Universiy of Potsdam"],
)
def test_a_slip_in_a_word_is_forgiven(resolver: Resolver, text: str) -> None:
    found = one(resolver, text)
    assert (found.institution_type, found.country) == ("university", "DE")


@pytest.mark.parametrize("text", ["nature lover", "it is what it is", "working with data as a service", "orange juice"])
def test_ordinary_words_are_no_institutions(resolver: Resolver, text: str) -> None:
    found = one(resolver, text)
    assert (found.country, found.institution_id) == (None, found.institution_id)
    assert found.institution_type in ("individual_or_none", "unknown")


def test_every_answer_says_why(resolver: Resolver) -> None:
    found = one(resolver, "Zorbax University, Finland")
    assert found.why == "'University' tells the type; 'Finland' is stated"
    assert found.confidence == pytest.approx(0.9)
