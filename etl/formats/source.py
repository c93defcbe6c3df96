"""A source: what one export format looks like, read from a TOML file under sources/."""

import re
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path
from typing import Literal, get_args
from zoneinfo import available_timezones

from pydantic import Field, field_validator, model_validator

from etl.data_dir import DataDir
from etl.errors import Refused
from etl.formats.json_path import parse_path
from etl.toml_model import TomlModel, read_toml

Kind = Literal["signatures", "outreach", "media", "attention", "counts", "withdrawals"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# What a record of each kind may hold. These are the names that SQL and TOML files share.
FIELDS: dict[str, tuple[str, ...]] = {
    "signatures": (
        "signed_at", "name", "given_name", "family_name", "email", "affiliation", "country", "institution_type",
        "channel", "partner", "campaign_tag", "confirmed", "signer_kind", "person_ref",
    ),
    "outreach": (
        "occurred_at", "organisation", "contact_role", "name", "given_name", "family_name", "email", "country",
        "institution_type", "channel", "stage", "wave", "follow_up_on", "contact_ref", "owner", "member_group",
        "committees",
    ),
    "media": ("published_at", "seen_at", "outlet", "outlet_type", "url", "title", "language", "country", "credit"),
    "attention": ("observed_at", "span", "source", "country", "mentions", "articles"),
    "counts": ("observed_at", "country", "total", "late", "whole"),
    "withdrawals": ("withdrawn_at", "name", "given_name", "family_name", "email", "affiliation"),
}  # fmt: skip


DocumentReader = Literal["json", "json_lines", "yaml", "feed"]
DOCUMENT_READERS: tuple[DocumentReader, ...] = get_args(DocumentReader)


_SOME_DAY = datetime(2021, 3, 4, 5, 6, 7, tzinfo=UTC)  # its parts exchanged, it is another day


class Reading(TomlModel):
    """How bytes become fields. ``dates``: "iso" and strptime patterns, nothing else; no two may disagree on a day.

    ``preamble``: so many lines stand above the header. ``missing``: words that stand for an empty cell.
    ``thousands`` stands between the digits of a total, ``late_mark`` behind one that came too late to count.
    ``redirect_parameter`` is the part of a web address that holds the real one. ``country_codes`` names the file of
    reference/ with the codes that the source uses, where they are not those of ISO 3166.
    """

    encoding: Literal["utf-8", "utf-16", "cp1252", "iso-8859-1"] = "utf-8"
    delimiter: str = Field(default=",", min_length=1, max_length=1)
    quote: str = Field(default='"', min_length=1, max_length=1)
    dates: list[str] = ["iso"]
    time_zone: str = "UTC"
    thousands: str | None = Field(default=None, min_length=1, max_length=1)
    late_mark: str | None = Field(default=None, min_length=1, max_length=1)
    redirect_parameter: str | None = None
    country_codes: Literal["fips_countries.csv"] | None = None
    preamble: int = Field(default=0, ge=0)
    missing: list[str] = []

    @field_validator("time_zone")
    @classmethod
    def _zone_exists(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError(f"there is no time zone '{zone}'; one is Europe/Brussels")
        return zone

    @field_validator("dates")
    @classmethod
    def _dates_are_clear(cls, dates: list[str]) -> list[str]:
        """Two patterns that read one text as different days leave it to chance which is meant."""
        patterns = [pattern for pattern in dates if pattern != "iso"]
        for one, other in permutations(patterns, 2):
            text = _SOME_DAY.strftime(one)
            if _day(text, other) not in (None, _SOME_DAY.date()):
                raise ValueError(f"'{one}' and '{other}' read {text} as two days; declare the one that is meant")
        return dates


class Document(TomlModel):
    """Where the records of a nested file lie: ``records`` is a path (etl/formats/json_path.py), as are the columns.

    ``otherwise`` gives a field a second path, for records in which the first holds nothing; ``missing`` are texts that
    stand for nothing. ``skip_empty``: an inner
    list that is empty says that nothing happened; else it is reported.
    """

    records: str = "$[*]"
    otherwise: dict[str, str] = {}
    missing: list[str] = []
    skip_empty: bool = False


class Source(TomlModel):
    """One export format.

    ``columns`` maps a field of the kind to the file's column; ``ignored`` names columns that are known and not used;
    with ``extra_columns`` any others may stand in the file as well. ``required`` fields' columns must be present.
    ``gathered`` lists columns whose names count: the field holds those in which something stands, as "ENVI: M; ITRE: S"
    (tables only). ``without``: what it means that a required field has no column (tables only), for the refusal.
    ``values`` says what a word of a field means here, in lower case; the empty word stands for an empty cell.
    ``marks`` names further columns that tell the format from others, with the beginning of what stands in them ('' for
    anything; only documents are looked into). ``only``: the column that tells the campaigns of one file apart.
    ``row_cap``: the source stops at so many records. ``caution``: a sentence for the ledger. ``loose_countries``: a
    word that is no country counts under ZZ (counts; other kinds do so anyway).
    """

    format: str
    kind: Kind
    title: str
    reader: Literal["delimited", "letter_markdown"] | DocumentReader = "delimited"
    suffixes: list[str] = []
    reading: Reading = Reading()
    document: Document = Document()
    columns: dict[str, str] = {}
    gathered: dict[str, list[str]] = {}
    required: list[str] = []
    without: dict[str, str] = {}
    ignored: list[str] = []
    extra_columns: bool = False
    values: dict[str, dict[str, str]] = {}
    marks: dict[str, str] = {}
    only: str | None = None
    row_cap: int | None = Field(default=None, gt=0)
    caution: str = ""
    loose_countries: bool = False

    @model_validator(mode="after")
    def _fields_exist(self) -> "Source":
        known = set(FIELDS[self.kind])
        named = (
            ("columns", self.columns),
            ("gathered", self.gathered),
            ("values", self.values),
            ("without", self.without),
            ("document.otherwise", self.document.otherwise),
        )
        for part, names in named:
            for name in names:
                if name not in known:
                    raise ValueError(
                        f"{part}: {self.kind} have no field '{name}' (there are {', '.join(sorted(known))})"
                    )
        if self.is_document:
            paths = [*self.columns.values(), *self.document.otherwise.values(), *self.marks, self.document.records]
            for path in [*paths, self.only or "$"]:
                parse_path(path)
        if not self.columns.get("whole", "$").startswith("$"):
            raise ValueError("columns: 'whole' is a path that begins at the document ($.…)")
        missing = [name for name in self.required if name not in self.columns]
        if missing:
            raise ValueError(f"required: '{missing[0]}' is not among the columns")
        return self

    @property
    def is_document(self) -> bool:
        """Whether the file is nested, so that columns are paths."""
        return self.reader in DOCUMENT_READERS

    @property
    def needs(self) -> list[str]:
        """What a file must have to be recognised: columns or paths, or the ending of its name."""
        lists = [self.document.records] if self.is_document and "whole" not in self.columns else []
        return [*self.suffixes, *lists, *self.telling_columns]

    @property
    def telling_columns(self) -> list[str]:
        """The columns, or paths, by which a file is recognised."""
        columns = [self.columns[name] for name in self.required]
        return [*columns, *self.marks, *([self.only] if self.only else [])]

    def lack(self, missing: list[str]) -> str:
        """That these columns are missing, and what it means."""
        meant = [text for name, text in self.without.items() if self.columns[name] in missing]
        return f"it has no column {', '.join(missing)}{''.join(f' ({text})' for text in meant)}"

    @property
    def has_dates(self) -> bool:
        """Whether records carry a moment of their own."""
        return bool(
            {"signed_at", "occurred_at", "published_at", "seen_at", "observed_at", "withdrawn_at"} & set(self.columns)
        )


def all_sources(data_dir: DataDir, without: Path | None = None) -> list[Source]:
    """Every known source, sorted by name; but the one that stands in the file ``without``.

    Raises:
        Refused: a description is wrong, or two share a name; the sentence says which file and key.
    """
    sources: dict[str, Source] = {}
    for path in data_dir.sources():
        if path == without:
            continue
        source = read_toml(path, Source)
        if source.format in sources:
            raise Refused(f"{path}: key 'format': '{source.format}' is described in another file too; rename one.")
        sources[source.format] = source
    return [sources[name] for name in sorted(sources)]


def add_source(data_dir: DataDir, path: Path, *, replace: bool) -> Source:
    """Check a description and keep it among the user's own, under the name of its format.

    Raises:
        Refused: the description is wrong, or its name is taken (by one of the user's own: unless ``replace``).
    """
    source = read_toml(path, Source)
    if not re.fullmatch(r"[\w-]+", source.format):
        raise Refused(f"{path}: key 'format': '{source.format}' is no name; letters, digits, _ and - make one.")
    target = data_dir.root / "sources" / f"{source.format}.toml"
    others = {known.format for known in all_sources(data_dir, without=target)}
    if source.format in others:
        raise Refused(f"{path}: key 'format': '{source.format}' is the name of another format; choose one of its own.")
    if target.exists() and not replace:
        raise Refused(f"{target} is there already; --replace puts the new description in its place.")
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    fresh.write_bytes(path.read_bytes())
    fresh.replace(target)
    return source


def _day(text: str, pattern: str) -> date | None:
    """The day of a text written in a pattern of strptime; None where it is not."""
    try:
        return datetime.strptime(text, pattern).replace(tzinfo=UTC).date()
    except ValueError:
        return None
