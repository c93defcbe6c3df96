"""The seal of a published file: its SHA-256 in a file beside it, as ``sha256sum -c`` reads it."""

import hashlib
from pathlib import Path


def seal(path: Path, name: str) -> None:
    """Write the mark of a file that will be called ``name`` in the same folder; before it gets that name."""
    with path.open("rb") as file:
        mark = hashlib.file_digest(file, "sha256").hexdigest()
    _beside(path.with_name(name)).write_text(f"{mark}  {name}\n", encoding="ascii")


def unlink_sealed(path: Path) -> None:
    """Remove a published file and its seal."""
    path.unlink()
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".sha256")
