"""What tests of the gate share: an installation with an exact and a protected snapshot, and accounts of every role."""

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from flask import Flask
from flask.testing import FlaskClient

from dashboard.access.accounts import Accounts
from dashboard.access.doors import doors
from dashboard.access.roles import Role
from dashboard.app import create_app
from etl.publish.protected import build_protected
from tests.snapshots import days, publish, signed

PASSWORD = "correct horse battery"
PUBLIC_HOST = "https://letter.example"
SNAPSHOT = "20260401T100000Z-0000aaaa"


@dataclass(frozen=True)
class House:
    """A served installation. Readers come by its public name."""

    data_dir: Path
    server: Flask

    def client(self) -> FlaskClient:
        """A browser that has not signed in."""
        return self.server.test_client()

    def signed_in(self, name: str) -> FlaskClient:
        """A browser in which the account of that name has signed in; each role is the name of one."""
        client = self.client()
        answer = client.post("/sign-in", data={"name": name, "password": PASSWORD}, base_url=PUBLIC_HOST)
        assert answer.status_code == 303
        return client


def house(data_dir: Path, header: str = "", proxies: tuple[str, ...] = ()) -> House:
    """10 signatures a day from Malta and 7 from companies in Germany, which only the exact snapshot tells."""
    shutil.copytree(_furnished().name, data_dir, dirs_exist_ok=True)
    known = doors(data_dir, "0.0.0.0", None, header, proxies)
    return House(data_dir, create_app(data_dir / "published", doors=known).server)


@cache
def _furnished() -> TemporaryDirectory[str]:
    """The snapshots and accounts of a house, made once in a process: to hash a password is slow on purpose."""
    made = TemporaryDirectory()
    data_dir = Path(made.name)
    rows = [*days("2026-03-02", [10] * 30, country="MT"), signed("2026-03-05", 7, "DE", "company")]
    ledger = {"campaign_id": "open-letter", "file": "secret-list.csv", "file_sha256": "0" * 64, "kind": "signatures",
              "format": "signatures_csv", "loaded_at": "2026-04-01", "rows_in": 307, "accepted": 307, "duplicate": 0,
              "rejected": 0, "pending": 0, "note": ""}  # fmt: skip
    contacts = {"campaign_id": "open-letter", "day": "2026-03-05", "country": "MT", "institution_type": "company",
                "channel": "email", "wave": "", "stage": "replied", "contacts": 3}  # fmt: skip
    exact = publish(
        data_dir / "published", SNAPSHOT, signature_daily=rows, load_ledger=[ledger], outreach_daily=[contacts]
    )
    protected = exact.with_name(f"protected-{SNAPSHOT}.duckdb")
    build_protected(exact, protected)
    with duckdb.connect(str(protected)) as connection:
        connection.execute("insert into snapshot values (?, now(), '', 1)", [SNAPSHOT])
    accounts = Accounts(data_dir)
    for role in Role:
        accounts.put(role, role, PASSWORD)
    return made
