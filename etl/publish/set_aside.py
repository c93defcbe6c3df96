"""Setting signatures aside: read and kept, but not counted until that is undone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import duckdb

from etl.campaign import Campaign, all_campaigns
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.load.people import settle
from etl.load.person_name import ascii_domain
from etl.person_key import PersonKey
from etl.publish.review import count_signatures
from etl.sql import run_file


@dataclass(frozen=True)
class Choice:
    """Which signatures: all conditions that are given hold together.

    Days are inclusive; from_time is inclusive, to_time is not. file_sha256: whole.
    email_domain: whose addresses; only its mark is looked for, and it is written nowhere.
    """

    from_day: date | None = None
    to_day: date | None = None
    from_time: datetime | None = None
    to_time: datetime | None = None
    country: str | None = None
    institution_type: str | None = None
    institution: str | None = None
    channel: str | None = None
    file_sha256: str | None = None
    email_domain: str | None = None

    def in_words(self) -> str:
        """'from 2026-03-16, to 2026-03-17, country MT'."""
        named = {
            "from": f"{self.from_time:%FT%H:%M}" if self.from_time else self.from_day,
            "to": f"{self.to_time:%FT%H:%M}" if self.to_time else self.to_day,
            "country": self.country,
            "type": self.institution_type,
            "institution": self.institution,
            "channel": self.channel,
            "file": self.file_sha256 and self.file_sha256[:12],
        }
        words = [f"{name} {value}" for name, value in named.items() if value]
        return ", ".join([*words, *(["one e-mail domain"] if self.email_domain else [])])


@dataclass(frozen=True)
class SettingAside:
    """One act: exactly the signatures that are loaded now and fit are set aside. reason: the organisers' own note.

    key: the one that the warehouse's marks were made with, where an e-mail domain is among the conditions.
    """

    data_dir: DataDir
    campaign: Campaign
    choice: Choice
    reason: str
    key: PersonKey | None

    @property
    def question(self) -> str:
        """What is asked before it is done."""
        return f"Set aside the signatures of {self.campaign.campaign_id} ({self.choice.in_words()})?"

    def take_out(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Note the signatures in the warehouse in use, and settle anew what counts.

        Raises:
            Refused: no confirmed signature fits.
        """
        count_signatures(connection, self.data_dir, all_campaigns(self.data_dir))
        given = vars(self.choice) | {
            "domain_key": self._domain_key,
            "campaign_id": self.campaign.campaign_id,
            "set_aside_at": datetime.now(UTC),
            "chosen_by": self.choice.in_words(),
            "reason": self.reason,
        }
        run_file(connection, "publish/set_aside.sql", given)
        if not connection.execute("select 1 from set_aside_signature join newest_act using (act) limit 1").fetchone():
            raise Refused(f"No confirmed signature fits ({self.choice.in_words()}): nothing was changed.")
        settle(connection)

    @property
    def _domain_key(self) -> int | None:
        if self.choice.email_domain is None or self.key is None:
            return None
        return self.key.short_mark("domain " + ascii_domain(self.choice.email_domain.lower()))


@dataclass(frozen=True)
class Act:
    """What is set aside: its number, of which campaign, when, by which conditions, why, and how many records."""

    act: int
    campaign_id: str
    set_aside_at: datetime
    chosen_by: str
    reason: str
    records: int


@dataclass(frozen=True)
class Undoing:
    """The signatures of one act count again."""

    act: Act

    @property
    def question(self) -> str:
        """What is asked before it is done."""
        return f"Count the {self.act.records:,} signatures again that were set aside ({self.act.chosen_by})?"

    def take_out(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Forget the act in the warehouse in use, and settle anew what counts."""
        connection.execute("delete from set_aside_signature where act = $act", {"act": self.act.act})
        connection.execute("delete from set_aside where act = $act", {"act": self.act.act})
        settle(connection)


def acts(connection: duckdb.DuckDBPyConnection) -> list[Act]:
    """Everything that is set aside, in order."""
    found = connection.execute(
        "select act, campaign_id, set_aside_at, chosen_by, reason, records from set_aside "
        "join (select act, count(*) as records from set_aside_signature group by act) using (act) order by act"
    )
    return [Act(*row) for row in found.fetchall()]


def refuse_counts(connection: duckdb.DuckDBPyConnection, campaign: Campaign) -> None:
    """Raises Refused where a campaign holds totals by country, which have no single signatures."""
    counted = connection.execute(
        "select 1 from loaded_file where campaign_id = $campaign and kind = 'counts' limit 1",
        {"campaign": campaign.campaign_id},
    ).fetchone()
    if counted:
        raise Refused(
            f"The campaign {campaign.campaign_id} holds totals by country, and no single signatures that could be set "
            "aside; `campaign-dashboard show … --without` shows what would be without some days."
        )
