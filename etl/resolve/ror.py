"""The Research Organization Registry (ror.org, CC0): its dump becomes rows like those of institutions.csv."""

import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from etl.errors import Refused
from etl.resolve.country import countries_of
from etl.resolve.fold import phrase
from etl.resolve.institution import SMALL_WORDS, Institution
from etl.resolve.institution_type import Keywords
from etl.resolve.place import Places
from etl.resolve.reference import Reference
from etl.resolve.role import Roles

_TYPES = {
    "education": "university",
    "facility": "research_institute",
    "company": "company",
    "nonprofit": "ngo",
    "government": "government",
    "healthcare": "other",
    "archive": "other",
}  # an organisation's first type counts; any other is "other"
_SHORTEST_ACRONYM = 3  # letters


@dataclass(frozen=True)
class _Organisation:
    """One record of the registry. ``names``: the one it shows first; acronyms are apart."""

    ror_id: str
    institution_type: str
    country: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]


def read_ror(path: Path, reference: Reference) -> list[Institution]:
    """The active organisations of a dump (a zip that holds JSON, or the JSON; schema version 1 or 2).

    A name that several organisations have, or that holds no word of its own (Institute of Physics), identifies nobody
    and is left out, as is an organisation without any other name. One that institutions.csv knows keeps that id.

    Raises:
        Refused: the file is no such dump.
    """
    try:
        records = _records(path)
        organisations = [_organisation(record) for record in records if record.get("status", "active") == "active"]
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise Refused(
            f"{path.name}: no dump of the Research Organization Registry; take the zip from ror.org."
        ) from error
    curated = {
        (phrase(name.removeprefix("=")), row.country): row
        for row in reversed(reference.rows("institutions.csv", Institution))
        for name in (row.name, *row.names.split("|"))
    }
    distinct = _DistinctNames(organisations, reference)
    return [row for organisation in organisations if (row := _row(organisation, distinct, curated)) is not None]


class _DistinctNames:
    """Tells which names identify one organisation."""

    def __init__(self, organisations: list[_Organisation], reference: Reference) -> None:
        self._owners = Counter(
            name for one in organisations for name in {phrase(name) for name in (*one.names, *one.acronyms)}
        )
        keywords, roles = Keywords(reference), Roles(reference)
        self._ordinary = keywords.vocabulary() | roles.vocabulary() | SMALL_WORDS
        self._places = Places(reference, set()).lexicon
        self._countries = countries_of(reference)

    def __call__(self, name: str) -> bool:
        folded = phrase(name)
        words = folded.split()
        if self._owners[folded] != 1 or self._ordinary.issuperset(words):
            return False
        return self._places.get(words) is None and self._countries.code(name) is None


def _row(
    organisation: _Organisation, distinct: _DistinctNames, curated: dict[tuple[str, str], Institution]
) -> Institution | None:
    names = [name for name in dict.fromkeys(organisation.names) if distinct(name)]
    names = [name if " " in phrase(name) else f"={name}" for name in names]
    names += [f"={name}" for name in organisation.acronyms if len(name) >= _SHORTEST_ACRONYM and distinct(name)]
    if not names:
        return None
    shown = organisation.names[0]
    if shown not in names and f"={shown}" not in names:
        shown = names[0].removeprefix("=")
    others = "|".join(name for name in names if name != shown)
    keys = ((phrase(name), organisation.country) for name in organisation.names)
    known = next((curated[key] for key in keys if key in curated), None)
    if known is not None:
        return replace(known, names="|".join(names))
    return Institution(f"ror-{organisation.ror_id}", shown, organisation.institution_type, organisation.country, others)


def _records(path: Path) -> list[dict[str, Any]]:
    if not zipfile.is_zipfile(path):
        return list(json.loads(path.read_bytes()))
    with zipfile.ZipFile(path) as dump:
        inside = sorted(name for name in dump.namelist() if name.endswith(".json"))
        with dump.open(inside[-1]) as file:  # a dump with both schemas: version 2 comes later in the alphabet
            return list(json.load(file))


def _organisation(record: dict[str, Any]) -> _Organisation:
    types = [kind.lower() for kind in record["types"]] or ["other"]
    if "locations" in record:
        country = record["locations"][0]["geonames_details"]["country_code"]
        names = [*_named(record, "ror_display"), *_named(record, "label"), *_named(record, "alias")]
        acronyms = list(_named(record, "acronym"))
    else:
        country = record["country"]["country_code"]
        names = [record["name"], *(label["label"] for label in record["labels"]), *record["aliases"]]
        acronyms = record["acronyms"]
    return _Organisation(
        record["id"].rpartition("/")[2],
        _TYPES.get(types[0], "other"),
        country,
        tuple(name.replace("|", " ").strip() for name in names),
        tuple(name.replace("|", " ").strip() for name in acronyms),
    )


def _named(record: dict[str, Any], kind: str) -> Iterator[str]:
    return (name["value"] for name in record["names"] if kind in name["types"])
