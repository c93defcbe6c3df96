"""A labelled set of mentions: invented headlines in seven languages, retold as outlets retell them, and such as only
look alike. The label is the story."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

# One line: a story of its own. Lines of one language that look alike are different stories.
HEADLINES = {
    "en": [
        "Scientists call on Parliament to protect open models in an open letter",
        "Invented ministers postpone the vote on the model register until autumn",
        "More than 1,000 researchers sign the letter on open models",
        "More than 2,500 researchers sign the letter on open models",
        "Germany joins the call of researchers for open models in Europe",
        "Portugal joins the call of researchers for open models in Europe",
    ],
    "de": [
        "Offener Brief: Forschende fordern Schutz für offene Modelle in Europa",
        "Ausschuss verschiebt die Abstimmung über das erfundene Modellregister",
        "Über 500 Hochschulen unterzeichnen den Aufruf für offene Modelle",
        "Über 900 Hochschulen unterzeichnen den Aufruf für offene Modelle",
    ],
    "fr": [
        "Des chercheurs défendent les modèles ouverts dans une lettre au Parlement",
        "La commission reporte le vote sur le registre inventé des modèles",
        "La France soutient la lettre ouverte des chercheurs européens",
        "La Belgique soutient la lettre ouverte des chercheurs européens",
    ],
    "pl": [
        "Naukowcy w liście otwartym bronią otwartych modeli w Europie",
        "Komisja przekłada głosowanie nad zmyślonym rejestrem modeli na jesień",
        "Zmyślona uczelnia w Krakowie poparła list otwarty naukowców",
    ],
    "es": [
        "Los investigadores piden al Parlamento que proteja los modelos abiertos",
        "La comisión aplaza la votación sobre el registro inventado de modelos",
        "El ministro inventado responde a la carta abierta de los investigadores",
    ],
    "el": [
        "Ερευνητές ζητούν από το Κοινοβούλιο να προστατεύσει τα ανοιχτά μοντέλα",
        "Η επιτροπή αναβάλλει την ψηφοφορία για το φανταστικό μητρώο μοντέλων",
    ],
    "cs": [
        "Vědci v otevřeném dopise žádají ochranu otevřených modelů v Evropě",
        "Výbor odkládá hlasování o smyšleném rejstříku modelů až na podzim",
    ],
}
_SECTIONS = {
    "en": "Politics", "de": "Politik", "fr": "Politique", "pl": "Polityka", "es": "Política", "el": "Πολιτική",
    "cs": "Politika",
}  # fmt: skip
_LAUNCH = date(2023, 5, 2)


@dataclass(frozen=True)
class Labelled:
    """One mention, and the story that it tells."""

    story: str
    day: date
    outlet: str
    url: str
    title: str
    language: str


def labelled_mentions(seed: int) -> list[Labelled]:
    """Every headline in eight outlets within four days, and in two a month later, which is a story of its own."""
    return list(_mentions(Random(seed)))


def _mentions(rng: Random) -> Iterator[Labelled]:
    number = 0
    for language, headlines in HEADLINES.items():
        for headline in headlines:
            for start, copies in ((_LAUNCH, 8), (_LAUNCH + timedelta(days=30), 2)):
                for copy in range(copies):
                    number += 1
                    outlet = f"Invented {language.upper()} Post {number}"
                    title = _retold(headline, language, outlet, copy, rng)
                    day = start + timedelta(days=rng.randint(0, 4))
                    url = f"https://post{number}.example/{number}"
                    yield Labelled(f"{start} {headline}", day, outlet, url, title, language)


def _retold(headline: str, language: str, outlet: str, copy: int, rng: Random) -> str:
    words = headline.split()
    place = rng.randrange(len(words))
    while len(words[place]) < 6 or not words[place].isalpha():
        place = rng.randrange(len(words))
    long_word = words[place]
    misspelt = long_word[:3] + long_word[4] + long_word[3] + long_word[5:]
    return [
        headline,
        headline.upper(),
        f"{headline} | {outlet}",
        f"{_SECTIONS[language]}: {headline}",
        headline.replace(long_word, misspelt),
        f"„{headline}“ – {outlet}",
        f"{headline.rsplit(' ', 1)[0]} {words[-1][:3]}…",
        f"{headline} (+ video)",
    ][copy]
