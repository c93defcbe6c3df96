"""Who is not to be known again: marks in a file beside the person key, so that no restored backup lacks them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from etl.errors import Refused
from etl.person_key import PersonKey, key_path


def forgotten_path() -> Path:
    """The file with one person key a line: where the key lies, under its name with ``.forgotten``.

    Behind a person key stands with how many secrets it was made, where they were several (``PersonKey.suffix``).
    """
    return key_path().with_name(f"{key_path().name}.forgotten")


def read_forgotten(key: PersonKey) -> list[str]:
    """The person keys of everybody who was forgotten, as they are under this key, whenever that was.

    Raises:
        Refused: the key was rotated since it was like this.
    """
    path = forgotten_path()
    return sorted(set(_today(path, key))) if path.exists() else []


def remember_forgotten(keys: Iterable[str], key: PersonKey) -> None:
    """Add person keys made with this key, for good, and bring the others to it; only the owner may read the file."""
    path, fresh = forgotten_path(), forgotten_path().with_suffix(".new")
    everybody = sorted({*read_forgotten(key), *keys})
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.writelines(f"{one}{key.suffix}\n" for one in everybody)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def _today(path: Path, key: PersonKey) -> Iterator[str]:
    for line in path.read_text(encoding="ascii").split():
        person_key, secrets_then = line[:36], int(line[37:] or 1)
        if secrets_then > len(key.secrets):
            raise Refused(
                f"{path} was written with a later key than the one in {key_path()}; restore that key from your backup, "
                "or forgotten people would come back."
            )
        yield key.person_key_today(person_key, secrets_then)
