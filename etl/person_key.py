"""The key that turns a person into a mark. It lies outside the data directory and is made on first use."""

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path

from etl.errors import Refused

_BLOCK = 64  # bytes of a SHA-256 block, RFC 2104


@dataclass(frozen=True)
class PersonKey:
    """A secret for HMAC-SHA-256 (RFC 2104), in the two padded forms that SQL needs."""

    secret: bytes

    @property
    def inner_pad(self) -> bytes:
        return bytes(byte ^ 0x36 for byte in self.secret.ljust(_BLOCK, b"\0"))

    @property
    def outer_pad(self) -> bytes:
        return bytes(byte ^ 0x5C for byte in self.secret.ljust(_BLOCK, b"\0"))

    def short_mark(self, content: str) -> int:
        """The mark of 64 bits that ``short_mark`` gives in SQL."""
        return int.from_bytes(hmac.new(self.secret, content.encode(), hashlib.sha256).digest()[:8])

    @property
    def check(self) -> str:
        """A mark of the key itself: the warehouse keeps it, to notice another key."""
        return hmac.new(self.secret, b"campaign-analytics key check", hashlib.sha256).hexdigest()


def key_path() -> Path:
    """Where the key lies: ``CAMPAIGN_KEY_FILE``, else the user's configuration folder."""
    given = os.environ.get("CAMPAIGN_KEY_FILE")
    return Path(given) if given else user_config_path("campaign-analytics") / "person-key"


def read_or_create_key(known_check: str | None) -> PersonKey:
    """The key; created, readable by its owner only, where the warehouse knows none yet.

    Args:
        known_check: mark of the key that the warehouse was built with; None for a new warehouse.

    Raises:
        Refused: the warehouse was built with a key that is absent, unreadable or another one.
    """
    path = key_path()
    restore = "restore it from your backup or name it with CAMPAIGN_KEY_FILE; a new key would count everybody twice"
    if not path.exists():
        if known_check is not None:
            raise Refused(f"The key file {path} is missing; {restore}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32) + "\n")
    try:
        key = PersonKey(bytes.fromhex(path.read_text(encoding="ascii").strip()))
    except (ValueError, OSError) as error:
        raise Refused(f"The key file {path} cannot be read as a key; {restore}.") from error
    if not 16 <= len(key.secret) <= _BLOCK:
        raise Refused(f"The key in {path} must have 16 to {_BLOCK} bytes, written as hexadecimal digits.")
    if known_check is not None and not hmac.compare_digest(known_check, key.check):
        raise Refused(f"The key in {path} is not the one that this warehouse was built with; {restore}.")
    return key
