"""What the organisers answered in a review: overrides.csv of a campaign, read, added to, and written."""

import csv
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TextIO

from etl.campaign import Campaign
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.resolve.country import UNKNOWN, countries_of
from etl.resolve.fold import phrase
from etl.resolve.institution_type import StatedTypes
from etl.resolve.reference import Reference

PROPOSED = "proposed_"  # begins the columns of a review list that hold what the rules say
_YES = {"yes", "y", "x", "true", "1", "ok"}
_NOT_TO_BE_TOLD = {"unknown", "?", UNKNOWN.lower()}


@dataclass(frozen=True)
class Override:
    """An answer about one affiliation text, and every text that differs from it only in case, accents, punctuation.

    An empty field says nothing, so the rules go on deciding it. ``country`` ZZ: it cannot be told, whatever rules say.
    """

    affiliation: str
    country: str = ""
    institution_type: str = ""
    institution: str = ""

    @property
    def says_something(self) -> bool:
        """Whether anything is answered."""
        return bool(self.country or self.institution_type or self.institution)


class Answers:
    """Reads answers in whatever words they are written; what it gives holds codes."""

    def __init__(self, data_dir: DataDir) -> None:
        reference = Reference(data_dir.reference)
        self._data_dir = data_dir
        self._countries, self._types = countries_of(reference), StatedTypes(reference)

    def of(self, campaign: Campaign) -> list[Override]:
        """The answers of one campaign; none where nobody has answered anything.

        Raises:
            Refused: overrides.csv cannot be read; the sentence names the line.
        """
        path = self._path(campaign)
        if not path.exists():
            return []
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(self.read(file, str(path)))

    def read(self, file: TextIO, name: str) -> Iterator[Override]:
        """The rows of a review list, or of overrides.csv, that answer something. ``name``: what a refusal calls it.

        Raises:
            Refused: the column affiliation is missing, or an answer is no country or no type.
        """
        reader = csv.DictReader(file)
        if "affiliation" not in (reader.fieldnames or []):
            raise Refused(f"{name}: there is no column affiliation; take the list that `etl review --export` writes.")
        for row in reader:
            override = self._override(row, f"{name}: line {reader.line_num}")
            if override.says_something:
                yield override

    def add(self, campaign: Campaign, given: list[Override]) -> int:
        """Keep new answers beside the earlier ones, a later one in the place of an earlier; how many differ.

        Adding the same answers again changes nothing.
        """
        before = {_key(override): override for override in self.of(campaign)}
        after = before | {_key(override): override for override in given}
        changed = sum(before.get(key) != override for key, override in after.items())
        if changed:
            _write(self._path(campaign), sorted(after.values(), key=lambda override: override.affiliation))
        return changed

    def _path(self, campaign: Campaign) -> Path:
        return self._data_dir.campaigns / campaign.campaign_id / "overrides.csv"

    def _override(self, row: dict[str, str], where: str) -> Override:
        accepted = _cell(row, "accept").lower() in _YES
        given = {
            name: _cell(row, name) or (_cell(row, PROPOSED + name) if accepted else "")
            for name in ("country", "institution_type", "institution")
        }
        country = self._country(given["country"], where)
        institution_type = self._institution_type(given["institution_type"], where)
        return Override(row["affiliation"] or "", country, institution_type, given["institution"])

    def _country(self, text: str, where: str) -> str:
        code = UNKNOWN if text.lower() in _NOT_TO_BE_TOLD else self._countries.code(text) if text else ""
        if code is None:
            raise Refused(f"{where}: column country: '{text}' is no country; write its code or name, or nothing.")
        return code

    def _institution_type(self, text: str, where: str) -> str:
        code = self._types.code(text) if text and text != "unknown" else text
        if code is None:
            raise Refused(
                f"{where}: column institution_type: '{text}' is no type; write one such as university or company."
            )
        return code


def _cell(row: dict[str, str], name: str) -> str:
    return (row.get(name) or "").strip()


def _key(override: Override) -> str:
    return phrase(override.affiliation) or override.affiliation


def _write(path: Path, overrides: list[Override]) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, [field.name for field in fields(Override)], lineterminator="\n")
        out.writeheader()
        out.writerows(asdict(override) for override in overrides)
    os.replace(fresh, path)
