"""Invented signers, and the ways in which people write themselves a second time."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

GIVEN = [
    "Alexander", "Andreas", "Anastasia", "Benjamin", "Çağla", "Christina", "Daniel", "Edward", "Elisabeth",
    "Francisco", "Friedrich", "Giuseppe", "Gregory", "Håkon", "Ioannis", "Jacqueline", "Johannes", "Jörg",
    "Joseph", "Katarzyna", "Konstantinos", "Łucja", "Małgorzata", "Margaret", "Matthew", "Michael", "Nicholas",
    "Nikolaos", "Ørjan", "Émile", "Patricia", "Philip", "Rafael", "Richard", "Robert", "Samuel", "Sebastian",
    "Siobhán", "Susanne", "Thomas", "Timothy", "Tomasz", "Ulrich", "Victoria", "Vladimir", "Walter", "Willem",
    "William", "Yevgeny", "Zoé",
]  # fmt: skip
FIRST = [
    "Amber",
    "Birken",
    "Cors",
    "Duvel",
    "Eschen",
    "Fjeld",
    "Grön",
    "Hüls",
    "Ilmen",
    "Jäger",
    "Kőris",
    "Lüne",
    "Marn",
    "Norr",
    "Öster",
    "Palm",
    "Quell",
    "Rosen",
    "Stein",
    "Tannen",
    "Ulmen",
    "Väster",
    "Weiden",
    "Zöller",
]
LAST = [
    "bach",
    "blad",
    "berg",
    "dorf",
    "ević",
    "földi",
    "feld",
    "gren",
    "holt",
    "kowski",
    "lund",
    "mann",
    "meyer",
    "nen",
    "opoulos",
    "quist",
    "rup",
    "son",
    "stad",
    "thal",
    "vik",
    "wald",
    "ström",
    "zweig",
]
NICKNAMES = {
    "Alexander": "Alex", "Andreas": "Andi", "Benjamin": "Ben", "Daniel": "Dan", "Edward": "Ted", "Elisabeth":
    "Lisa", "Francisco": "Paco", "Friedrich": "Fritz", "Giuseppe": "Beppe", "Gregory": "Greg", "Ioannis":
    "Yannis", "Johannes": "Hannes", "Joseph": "Joe", "Katarzyna": "Kasia", "Konstantinos": "Kostas",
    "Małgorzata": "Gosia", "Margaret": "Peggy", "Matthew": "Matt", "Michael": "Mike", "Nicholas": "Nick",
    "Nikolaos": "Nikos", "Philip": "Phil", "Richard": "Dick", "Robert": "Bob", "Samuel": "Sam", "Thomas": "Tom",
    "Tomasz": "Tomek", "William": "Bill",
}  # fmt: skip
INSTITUTIONS = [
    ("University of Vienna", "Universität Wien"), ("Lund University", "Lunds universitet"),
    ("KU Leuven", "Katholieke Universiteit Leuven"), ("RWTH Aachen University", "RWTH Aachen"),
    ("University of Turku", "Turun yliopisto"), ("Leiden University", "Universiteit Leiden"),
    ("University of Warsaw", "Uniwersytet Warszawski"), ("Charles University", "Univerzita Karlova"),
    ("University of Bologna", "Università di Bologna"), ("Sorbonne University", "Sorbonne Université"),
    ("Technical University of Munich", "TU München"), ("University of Porto", "Universidade do Porto"),
    ("University of Helsinki", "Helsingin yliopisto"), ("Ghent University", "Universiteit Gent"),
    ("University of Copenhagen", "Københavns Universitet"), ("University of Zagreb", "Sveučilište u Zagrebu"),
    ("University of Ljubljana", "Univerza v Ljubljani"), ("University of Tartu", "Tartu Ülikool"),
    ("University of Barcelona", "Universitat de Barcelona"), ("Uppsala University", "Uppsala universitet"),
]  # fmt: skip


@dataclass(frozen=True)
class Signer:
    """One row of a form. ``email`` empty: none was given."""

    given: str
    family: str
    email: str
    affiliation: str
    name: str = ""

    def row(self) -> str:
        """The row as CSV, with its name as it was written."""
        return f'2023-05-01,"{self.name or f"{self.given} {self.family}"}",{self.email},"{self.affiliation}"\n'


def signers(chance: random.Random, count: int) -> list[Signer]:
    """Different people, every third without an address; some of them bear one name."""
    families = [first + last for first in FIRST for last in LAST]
    return [
        Signer(
            chance.choice(GIVEN),
            chance.choice(families),
            f"person{number}@invented.example" if number % 3 else "",
            chance.choice(INSTITUTIONS)[0],
        )
        for number in range(count)
    ]


def _plain(text: str) -> str:
    return text.translate(str.maketrans("éáçğőåøŁłıćüöä", "eacgoaoLlicuoa"))


def _spelt_out(text: str) -> str:
    pairs = {"ü": "ue", "ö": "oe", "ä": "ae", "Ö": "Oe", "å": "aa", "ø": "oe", "y": "j", "w": "v", "ph": "f", "k": "c"}
    for letters, others in pairs.items():
        text = text.replace(letters, others)
    return text


CORRUPTIONS: dict[str, Callable[[Signer], Signer]] = {
    "case": lambda s: replace(s, name=f"{s.given.lower()} {s.family.upper()}"),
    "diacritics": lambda s: replace(s, name=_plain(f"{s.given} {s.family}")),
    "transliteration": lambda s: replace(s, name=_spelt_out(f"{s.given} {s.family}")),
    "titles": lambda s: replace(s, name=f"Prof. Dr. {s.given} {s.family}, Ph.D."),
    "initials": lambda s: replace(s, name=f"{s.given[0]}. {s.family}"),
    "order": lambda s: replace(s, name=f"{s.family}, {s.given}"),
    "order without comma": lambda s: replace(s, name=f"{s.family.upper()} {s.given}"),
    "nickname": lambda s: replace(s, name=f"{NICKNAMES.get(s.given, s.given)} {s.family}"),
    "tagged address": lambda s: replace(s, email=s.email.replace("@", "+letter@").upper()),
    "changed address": lambda s: replace(s, email=_plain(f"{s.given}.{s.family}@other.example")),
    "no address": lambda s: replace(s, email=""),
    "institution": lambda s: replace(s, affiliation=dict(INSTITUTIONS)[s.affiliation]),
}
