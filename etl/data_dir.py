"""A data directory: one whole installation. Everything the jobs read and write lies beneath it."""

from dataclasses import dataclass
from pathlib import Path

from etl.shipped import shipped


@dataclass(frozen=True)
class DataDir:
    """The places in a data directory. A user's reference or source file wins over the one that ships, file by file."""

    root: Path

    @property
    def campaigns(self) -> Path:
        return self.root / "campaigns"

    @property
    def inbox(self) -> Path:
        return self.root / "inbox"

    @property
    def uploads(self) -> Path:
        """Where the page Data keeps a file until it is loaded or put away, in a folder of its own."""
        return self.inbox / ".uploads"

    @property
    def warehouse(self) -> Path:
        return self.root / "warehouse"

    @property
    def published(self) -> Path:
        return self.root / "published"

    @property
    def quarantine(self) -> Path:
        return self.root / "quarantine"

    def reference(self, name: str) -> Path:
        """Path of one reference file, for example ``member_states.csv``."""
        own = self.root / "reference" / name
        return own if own.exists() else shipped("reference", name)

    def sources(self) -> list[Path]:
        """The source descriptions (TOML), sorted by name."""
        found = {path.name: path for path in shipped("sources").glob("*.toml")}
        found.update({path.name: path for path in (self.root / "sources").glob("*.toml")})
        return [found[name] for name in sorted(found)]
