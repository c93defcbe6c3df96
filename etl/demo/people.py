"""Invented people: names from syllables, addresses under example domains that nobody can own."""

import unicodedata
from dataclasses import dataclass
from random import Random

from etl.demo.words import Place, institutions, vocabulary

_DOMAINS = ("example.org", "example.com", "example.net", "uni.example", "lab.example", "post.example")
_COMPANIES = ("{word} {form}", "{word} Software {form}", "{word} Data {form}")
_SOCIETIES = (
    ("{word} Foundation", "ngo"),
    ("Open {word} Initiative", "ngo"),
    ("{word} Digital Rights, {country}", "ngo"),
    ("{word} Association", "network_or_association"),
    ("Federation of {word} Libraries, {country}", "network_or_association"),
)
# How people put a post beside the name of their institution or company; most write the name alone.
_WITH_POST = {
    "company": ("{}",) * 4 + ("CTO, {}", "Founder of {}", "{}, {country}"),
    "university": ("{}",) * 6
    + ("{}, {country}", "Professor, {}", "PhD student at {}", "Institut für Informatik, {}", "{} ")
    + ("{} / Department of Computer Science", "Chair of Machine Learning, {}", "Postdoc at {}"),
    "research_institute": ("{}",) * 4 + ("Researcher, {} ({country})", "{}, {country}", "Group leader at {}"),
}


@dataclass(frozen=True)
class Affiliation:
    """A text that names an institution, or none, and the institution type that it means."""

    text: str
    institution_type: str


@dataclass(frozen=True)
class Signer:
    """An invented supporter; ``email`` is empty for the few who leave it out."""

    name: str
    email: str
    place: Place
    affiliation: Affiliation


class Inventor:
    """Draws people, organisations and what they write from one stream of random numbers."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._parts = vocabulary()
        self._institutions = institutions()

    def name(self) -> str:
        """A given and a family name that belong to no language."""
        return self._word("opening", "given_ending") + " " + self._word("opening", "middle", "family_ending")

    def signer(self, number: int, place: Place) -> Signer:
        """A new person; ``number`` keeps the addresses of two people of one name apart."""
        name = self.name()
        folded = unicodedata.normalize("NFKD", name.lower().replace("ł", "l")).encode("ascii", "ignore").decode()
        email = f"{folded.replace(' ', '.')}{number}@{self.rng.choice(_DOMAINS)}"
        return Signer(name, email if self.rng.random() > 0.02 else "", place, self.affiliation(place))

    def affiliation(self, place: Place) -> Affiliation:
        """What a person writes: an organisation, often with a post; a role; or nothing."""
        if self.rng.random() < 0.31:
            text = self.rng.choice(self._parts["role"]) if self.rng.random() < 0.4 else ""
            return Affiliation(text, "individual_or_none")
        named = self.organisation(place)
        pattern = self.rng.choice(_WITH_POST.get(named.institution_type, ("{}",)))
        return Affiliation(pattern.format(named.text, country=self.rng.choice(place.spellings)), named.institution_type)

    def organisation(self, place: Place) -> Affiliation:
        """A real institution of the place in six of ten cases, else an invented company or society."""
        draw = self.rng.random()
        if draw < 0.58:
            here = [institution for institution in self._institutions if institution.country == place.iso2]
            institution = self.rng.choice(here)
            return Affiliation(self.rng.choice(institution.spellings), institution.institution_type)
        invented = {
            "word": self._word("opening", "middle", "middle"),
            "form": self.rng.choice(place.legal_forms),
            "country": self.rng.choice(place.spellings),
        }
        if draw < 0.87:
            return Affiliation(self.rng.choice(_COMPANIES).format(**invented), "company")
        pattern, institution_type = self.rng.choice(_SOCIETIES)
        return Affiliation(pattern.format(**invented), institution_type)

    def _word(self, *parts: str) -> str:
        return "".join(self.rng.choice(self._parts[part]) for part in parts)
