"""Kinds outside universities: parliaments, courts, schools, parties, parishes, chambers, in many languages."""

import pytest

from etl.resolve.affiliation import Resolver

KINDS = {
    "government": [
        *("Camera dei Deputati", "Tweede Kamer", "Državni zbor", "Obec Zorbax", "Zorbax vald", "Amtsgericht Zorbax"),
        *("Sąd Rejonowy w Zorbaxie", "Tribunale di Zorbax", "Komenda Policji w Zorbaxie", "Rigas dome"),
    ],
    "other": [
        *("Základní škola Zorbax", "Osnovna šola Zorbax", "Általános Iskola Zorbax", "Zorbax pohikool"),
        *("Peruskoulu Zorbax", "Escola Secundária de Zorbax", "Γυμνάσιο Ζορμπάξ", "Parafia św. Zorbaxa"),
    ],
    "network_or_association": [
        *("Miljöpartiet", "Zorbaxpartei", "Parti socialiste", "Politická strana Zorbax", "Zorbaxkammer"),
        *("Ordine degli Ingegneri di Zorbax", "Orde van Advocaten"),
    ],
    "company": [
        *("Kancelaria Adwokacka Zorbax", "Zorbax-Apotheke", "Bäckerei Zorbax", "Zorbax e.U.", "Zorbax Tmi"),
        *("Zorbax MB", "Cabinet d'avocats Zorbax"),
    ],
}


@pytest.mark.parametrize(("kind", "texts"), KINDS.items())
def test_words_of_many_languages_tell_the_kind(resolver: Resolver, kind: str, texts: list[str]) -> None:
    assert {found.text: found.institution_type for found in resolver.resolve(texts)} == dict.fromkeys(texts, kind)
