"""Who is not to be known again: marks in a file beside the person key, so that no restored backup lacks them."""

import os
from collections.abc import Iterable
from pathlib import Path

from etl.person_key import key_path


def forgotten_path() -> Path:
    """The file with one person key a line: where the key lies, under its name with ``.forgotten``."""
    return key_path().with_name(f"{key_path().name}.forgotten")


def read_forgotten() -> list[str]:
    """The person keys of everybody who was forgotten."""
    path = forgotten_path()
    return sorted(set(path.read_text(encoding="ascii").split())) if path.exists() else []


def remember_forgotten(keys: Iterable[str]) -> None:
    """Add person keys, for good; only the owner may read the file."""
    path, fresh = forgotten_path(), forgotten_path().with_suffix(".new")
    everybody = sorted({*read_forgotten(), *keys})
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.writelines(f"{key}\n" for key in everybody)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
