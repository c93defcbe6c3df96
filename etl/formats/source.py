"""A source: what one export format looks like, read from a TOML file under sources/."""

from typing import Literal

from pydantic import Field, model_validator

from etl.data_dir import DataDir
from etl.errors import Refused
from etl.toml_model import TomlModel, read_toml

Kind = Literal["signatures", "outreach", "media", "counts"]
KINDS: tuple[Kind, ...] = ("signatures", "outreach", "media", "counts")

# What a record of each kind may hold. These are the names that SQL and TOML files share.
FIELDS: dict[str, tuple[str, ...]] = {
    "signatures": (
        "signed_at", "name", "given_name", "family_name", "email", "affiliation", "country", "institution_type",
        "channel", "confirmed", "signer_kind",
    ),
    "outreach": (
        "occurred_at", "organisation", "contact_role", "name", "given_name", "family_name", "email", "country",
        "institution_type", "channel", "stage", "wave", "follow_up_on",
    ),
    "media": ("published_at", "seen_at", "outlet", "outlet_type", "url", "title", "language", "country"),
    "counts": ("observed_at", "country", "total"),
}  # fmt: skip


class Reading(TomlModel):
    """How bytes become fields. ``dates``: "iso" and strptime patterns, tried in that order, nothing else."""

    encoding: Literal["utf-8", "utf-16", "cp1252", "iso-8859-1"] = "utf-8"
    delimiter: str = Field(default=",", min_length=1, max_length=1)
    quote: str = Field(default='"', min_length=1, max_length=1)
    dates: list[str] = ["iso"]
    time_zone: str = "UTC"


class Source(TomlModel):
    """One export format.

    ``columns`` maps a field of the kind to the file's column; ``ignored`` names columns that are known and not used;
    with ``extra_columns`` any others may stand in the file as well. ``required`` fields' columns must be present.
    ``values`` says what a word of a field means here, in lower case; the empty word stands for an empty cell.
    """

    format: str
    kind: Kind
    title: str
    reader: Literal["delimited", "letter_markdown"] = "delimited"
    suffixes: list[str] = []
    reading: Reading = Reading()
    columns: dict[str, str] = {}
    required: list[str] = []
    ignored: list[str] = []
    extra_columns: bool = False
    values: dict[str, dict[str, str]] = {}

    @model_validator(mode="after")
    def _fields_exist(self) -> "Source":
        known = set(FIELDS[self.kind])
        for part, names in (("columns", self.columns), ("values", self.values)):
            for name in names:
                if name not in known:
                    raise ValueError(
                        f"{part}: {self.kind} have no field '{name}' (there are {', '.join(sorted(known))})"
                    )
        missing = [name for name in self.required if name not in self.columns]
        if missing:
            raise ValueError(f"required: '{missing[0]}' is not among the columns")
        return self

    @property
    def has_dates(self) -> bool:
        """Whether records carry a moment of their own."""
        return bool({"signed_at", "occurred_at", "published_at", "seen_at", "observed_at"} & set(self.columns))


def all_sources(data_dir: DataDir) -> list[Source]:
    """Every known source, sorted by name.

    Raises:
        Refused: a description is wrong, or two share a name; the sentence says which file and key.
    """
    sources: dict[str, Source] = {}
    for path in data_dir.sources():
        source = read_toml(path, Source)
        if source.format in sources:
            raise Refused(f"{path}: key 'format': '{source.format}' is described in another file too; rename one.")
        sources[source.format] = source
    return [sources[name] for name in sorted(sources)]
