"""Kinds outside universities: authorities, schools, parties, chambers, publishers, causes, in many languages."""

import pytest

from etl.resolve.affiliation import Resolver

KINDS = {
    "government": [
        *("Camera dei Deputati", "Tweede Kamer", "Državni zbor", "Obec Zorbax", "Zorbax vald", "Amtsgericht Zorbax"),
        *("Sąd Rejonowy w Zorbaxie", "Tribunale di Zorbax", "Komenda Policji w Zorbaxie", "Rigas dome"),
        *("Nemzeti Zorbax Hatóság", "Autoritatea pentru Zorbax", "Úrad na ochranu zorbaxov", "Zorbaxtilsynet"),
        *("Autorità Garante Zorbax", "Агенция за Зорбакс", "Autoriteit Zorbax", "Permanent Representation to the EU"),
    ],
    "other": [
        *("Základní škola Zorbax", "Osnovna šola Zorbax", "Általános Iskola Zorbax", "Zorbax pohikool"),
        *("Peruskoulu Zorbax", "Escola Secundária de Zorbax", "Γυμνάσιο Ζορμπάξ", "Parafia św. Zorbaxa"),
        *("Volkshochschule Zorbax", "École primaire Zorbax", "Teatro Zorbax", "Zorbax Department, Zorbax Hospital"),
    ],
    "network_or_association": [
        *("Miljöpartiet", "Zorbaxpartei", "Parti socialiste", "Politická strana Zorbax", "Zorbaxkammer"),
        *("Ordine degli Ingegneri di Zorbax", "Orde van Advocaten", "Zorbax Congress of Trade Unions"),
        *("Zorbax Kamara", "Sindicatul Zorbax", "Зорбакс камара", "Επιμελητήριο Ζορμπάξ", "Zbornica Zorbax"),
    ],
    "company": [
        *("Kancelaria Adwokacka Zorbax", "Zorbax-Apotheke", "Bäckerei Zorbax", "Zorbax e.U.", "Zorbax Tmi"),
        *("Zorbax MB", "Cabinet d'avocats Zorbax", "Zorbax plc", "zorbax srl", "Zorbax oy", "Ügyvédi Iroda Zorbax"),
    ],
    "media": [
        *("Wydawnictwo Zorbax", "Nakladatelství Zorbax", "Uitgeverij Zorbax", "Zorbaxforlaget", "Εκδόσεις Ζορμπάξ"),
    ],
    "ngo": [
        *("Association for Human Rights", "Stowarzyszenie na rzecz praw człowieka", "Ihmisoikeusliitto Zorbax"),
        *("Zorbax Centre for Human Rights", "Verein gegen Rassismus Zorbax e.V.", "Zorbaxer Flüchtlingsrat"),
        *("Ένωση για τα Δικαιώματα του Ανθρώπου", "Tierschutzverein Zorbax", "Zorbax Naturskyddsförening"),
    ],
    "individual_or_none": [
        *("Autor und Regisseur", "écrivaine", "maestra", "scrittore", "nauczycielka", "spisovatel", "tanárnő"),
        *("leraar", "författare", "kirjailija", "писател", "συγγραφέας", "učiteljica", "étudiante en droit"),
    ],
    "unknown": [
        "European Zorbax Organisation",
        "Zorbax tanárság",
        "Zorbax Lehrerei",
        "Zorbax na zorbaxe",
        "Zorbax Zorbaxek Personal",
    ],
}


@pytest.mark.parametrize(("kind", "texts"), KINDS.items())
def test_words_of_many_languages_tell_the_kind(resolver: Resolver, kind: str, texts: list[str]) -> None:
    assert {found.text: found.institution_type for found in resolver.resolve(texts)} == dict.fromkeys(texts, kind)


@pytest.mark.parametrize(
    "text", ["Kunstlehrerin", "kuvataiteilija, Helsinki", "ontwerpleraar", "barnsköterska", "háziorvos", "riaditeľka"]
)
def test_a_compound_that_ends_with_a_role_is_one(resolver: Resolver, text: str) -> None:
    found = resolver.resolve([text])[0]
    assert (found.institution_type, found.institution) == ("individual_or_none", None)


def test_the_field_of_a_school_is_no_company(resolver: Resolver) -> None:
    found = resolver.resolve(["School of Biosciences, University of Zorbax", "Zorbax Biosciences"])
    assert [item.institution_type for item in found] == ["university", "company"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(("Ministry of Justice and Human Rights", "government"), ("Human rights lawyer", "individual_or_none")),
        *(
            ("Human Rights Centre, University of Zorbax", "university"),
            ("European Zorbax Network Against Racism", "network_or_association"),
        ),
    ],
)
def test_a_cause_makes_no_ngo_of_an_authority_a_university_or_a_network(
    resolver: Resolver, text: str, kind: str
) -> None:
    assert resolver.resolve([text])[0].institution_type == kind
