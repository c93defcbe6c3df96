"""The key that turns a person into a mark. It lies outside the data directory and is made on first use."""

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from filelock import FileLock
from platformdirs import user_config_path

from etl.durable import sync
from etl.errors import Refused

_BLOCK = 64  # bytes of a SHA-256 block, RFC 2104


@dataclass(frozen=True)
class PersonKey:
    """Secrets for HMAC-SHA-256 (RFC 2104), oldest first: each marks what the one before it gave.

    A rotation adds one. A mark then follows without the name or address that it was made of, and who has only the
    earlier secrets can make none.
    """

    secrets: tuple[bytes, ...]

    @property
    def pads(self) -> list[dict[str, bytes]]:
        """The secrets in the two padded forms that SQL needs."""
        return [{"inner_pad": _pad(secret, 0x36), "outer_pad": _pad(secret, 0x5C)} for secret in self.secrets]

    @property
    def suffix(self) -> str:
        """What stands behind a mark outside the warehouse: nothing, or '-2' where it was made with two secrets."""
        return f"-{len(self.secrets)}" if len(self.secrets) > 1 else ""

    @property
    def check(self) -> str:
        """A mark of the key itself: the warehouse keeps it, to notice another key."""
        return self._mark("campaign-analytics key check", 64) + self.suffix

    def short_mark(self, content: str) -> int:
        """The mark of 64 bits that ``short_mark`` gives in SQL."""
        return int(self._mark(content, 16), 16)

    def person_key_today(self, person_key: str, secrets_then: int) -> str:
        """A person key that was made with the first so many secrets, as it is with all."""
        later = PersonKey(self.secrets[secrets_then:])
        return str(UUID(hex=later._mark(UUID(person_key).hex, 32)))

    def added_since(self, check: str) -> "PersonKey | None":
        """The secrets that were added since the key had this mark; none where it has it now; None: it never had it."""
        for count in range(1, len(self.secrets) + 1):
            if hmac.compare_digest(check, PersonKey(self.secrets[:count]).check):
                return PersonKey(self.secrets[count:])
        return None

    def _mark(self, content: str, digits: int) -> str:
        for secret in self.secrets:
            content = hmac.new(secret, content.encode(), hashlib.sha256).hexdigest()[:digits]
        return content


def new_secret() -> bytes:
    """A secret by chance."""
    return secrets.token_bytes(32)


def key_path() -> Path:
    """Where the key lies: ``CAMPAIGN_KEY_FILE``, else the user's configuration folder."""
    given = os.environ.get("CAMPAIGN_KEY_FILE")
    return Path(given) if given else user_config_path("campaign-analytics") / "person-key"


def read_or_create_key(known_check: str | None) -> PersonKey:
    """The key; created, readable by its owner only, where the warehouse knows none yet.

    Args:
        known_check: mark of the key that the warehouse was built with; None for a new warehouse.

    Raises:
        Refused: the warehouse was built with a key that is absent, unreadable or another one. One to which secrets
            were added since is none of these.
    """
    path = key_path()
    restore = "restore it from your backup or name it with CAMPAIGN_KEY_FILE; a new key would count everybody twice"
    if not path.exists():
        if known_check is not None:
            raise Refused(f"The key file {path} is missing; {restore}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, PersonKey((new_secret(),)), os.O_EXCL)
    try:
        key = _read(path)
    except (ValueError, OSError) as error:
        raise Refused(f"The key file {path} cannot be read as a key; {restore}.") from error
    if not all(16 <= len(secret) <= _BLOCK for secret in key.secrets):
        raise Refused(f"The key in {path} must have 16 to {_BLOCK} bytes, written as hexadecimal digits.")
    if known_check is not None and key.added_since(known_check) is None:
        raise Refused(f"The key in {path} is not the one that this warehouse was built with; {restore}.")
    return key


def replace_key(key: PersonKey, fresh: PersonKey) -> None:
    """Put the rotated key in place of the present one, at once and for good (fsync, then an atomic replace).

    Raises:
        Refused: another key lies there by now, or the file cannot be written.
    """
    path = key_path()
    beside = path.with_name(f"{path.name}.new")
    try:
        with FileLock(f"{path}.lock"):
            if _read(path) != key:
                raise Refused(f"The key in {path} was rotated meanwhile: nothing was changed.")
            _write(beside, fresh, os.O_TRUNC)
            os.replace(beside, path)
            sync(path.parent)
    except OSError as error:
        raise Refused(
            f"The key file {path} cannot be written: nothing was changed. Where another program keeps the key, add a "
            "comma and a new secret there (openssl rand -hex 32), then run `campaign-etl run`."
        ) from error


def _read(path: Path) -> PersonKey:
    """One secret, or several with a comma between them."""
    return PersonKey(tuple(bytes.fromhex(secret.strip()) for secret in path.read_text(encoding="ascii").split(",")))


def _write(path: Path, key: PersonKey, flag: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | flag, 0o600), "w", encoding="ascii") as file:
        file.write(",\n".join(secret.hex() for secret in key.secrets) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _pad(secret: bytes, mask: int) -> bytes:
    return bytes(byte ^ mask for byte in secret.ljust(_BLOCK, b"\0"))
