"""Where the reference data and source descriptions that come with the project lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(folder: str, name: str | None = None) -> Path:
    """A folder (``reference`` or ``sources``) or one file in it: inside an installed wheel, else in the clone."""
    packaged = _PACKAGE / "data" / folder
    root = packaged if packaged.is_dir() else _PACKAGE.parent / "data" / folder
    return root / name if name else root
