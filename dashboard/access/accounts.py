"""The accounts of those who may sign in: one file that only its owner can read, written whole or not at all."""

import json
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from secrets import token_hex, token_urlsafe
from threading import Lock
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from filelock import FileLock
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dashboard.access.roles import Role
from dashboard.errors import DashboardError

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}")
SHORTEST_PASSWORD = 12  # letters
LONGEST_PASSWORD = 1_000
_OTHERS = 0o077  # the rights of everybody but the owner
_hasher = PasswordHasher()  # argon2id with the parameters of RFC 9106 for little memory: 64 MiB for each hash
_one_at_a_time = Lock()  # so that many attempts at once do not fill the memory
_Done = TypeVar("_Done")


class AccountsError(DashboardError):
    """An account that cannot be added or found, or a file of accounts that cannot be used."""


class Account(BaseModel):
    """One account. mark: sessions carry it, and end when it changes. password_hash: empty where a proxy signs in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: Role
    mark: str
    password_hash: str = ""


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid")

    session_key: str = Field(default_factory=lambda: token_urlsafe(32))
    accounts: dict[str, Account] = Field(default_factory=dict)


class Accounts:
    """The accounts of one installation, followed when another process changes them. Safe to use from many threads."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "access" / "accounts.json"
        self._read: tuple[tuple[int, int], _Kept] | None = None

    def all(self) -> dict[str, Account]:
        """Name → account. Raises AccountsError where the file cannot be used, like everything here."""
        return self._kept().accounts

    def find(self, name: str) -> Account | None:
        """The account of that name, if there is one."""
        return self.all().get(name)

    def session_key(self) -> str:
        """What sessions are signed with; made when it is first asked for."""
        return self._kept().session_key if self._path.exists() else self._change(lambda kept: kept.session_key)

    def put(self, name: str, role: Role, password: str | None) -> None:
        """Add an account, or give it another role and password; whoever was signed in with it is so no longer.

        password: None where a proxy signs in.
        """
        if not NAME.fullmatch(name):
            raise AccountsError(f"“{name}” cannot name an account: use letters, digits and . _ @ + -, at most 100.")
        if password is not None and not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise AccountsError(f"A password has at least {SHORTEST_PASSWORD} letters: choose a longer one.")
        hashed = _hasher.hash(password) if password is not None else ""
        account = Account(role=role, mark=token_hex(8), password_hash=hashed)
        self._change(lambda kept: kept.accounts.update({name: account}))

    def remove(self, name: str) -> None:
        """Take an account away, and with it its sessions."""
        if self.find(name) is None:
            raise AccountsError(f"There is no account “{name}”: 'campaign-dashboard account list' names them.")
        self._change(lambda kept: kept.accounts.pop(name, None))

    def end_sessions(self, name: str) -> None:
        """Sign an account out everywhere, copies of its cookie too."""

        def renew(kept: _Kept) -> None:
            if account := kept.accounts.get(name):
                kept.accounts[name] = account.model_copy(update={"mark": token_hex(8)})

        self._change(renew)

    def signed_in(self, name: str, password: str) -> Account | None:
        """The account, where name and password belong together. It takes as long where there is no such account."""
        account = self.find(name)
        hashed = account.password_hash if account and account.password_hash else _no_ones_hash()
        with _one_at_a_time:
            try:
                _hasher.verify(hashed, password[:LONGEST_PASSWORD])
            except (VerificationError, InvalidHashError):
                return None
        return account

    def _kept(self) -> _Kept:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return _Kept(session_key="")
        seen = (found.st_ino, found.st_mtime_ns)
        known = self._read
        if known and known[0] == seen:
            return known[1]
        if found.st_mode & _OTHERS:
            raise AccountsError(f"{self._path} can be read by others: run 'chmod 600 {self._path}'.")
        try:
            kept = _Kept.model_validate_json(self._path.read_bytes())
        except ValidationError as wrong:
            raise AccountsError(f"{self._path} cannot be read: remove it and add the accounts again.") from wrong
        self._read = (seen, kept)
        return kept

    def _change(self, change: Callable[[_Kept], _Done]) -> _Done:
        """Read, change and write under a lock; the file is replaced at once, for its owner's eyes only."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(self._path.with_name(".lock")):
            kept = self._kept().model_copy(deep=True)
            kept.session_key = kept.session_key or token_urlsafe(32)
            done = change(kept)
            new = self._path.with_name(f".accounts-{token_hex(4)}.json")
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                json.dump(kept.model_dump(mode="json"), file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            os.replace(new, self._path)
        return done


@cache
def _no_ones_hash() -> str:
    """A hash that takes as long as any other, of a password that nobody knows."""
    return _hasher.hash(token_urlsafe(32))
