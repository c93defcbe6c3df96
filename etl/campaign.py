"""Campaigns: one folder each under campaigns/, described by campaign.toml."""

import re
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from etl.data_dir import DataDir
from etl.errors import Refused
from etl.toml_model import TomlModel, read_toml

ID_PATTERN = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class Retention(TomlModel):
    """Months after which ``etl retention`` removes; 0: at the next time; left out: never.

    Files of the inbox and rejected records count from their loading, earlier snapshots from their publishing.
    """

    inbox_months: int | None = Field(default=None, ge=0, le=1200)
    quarantine_months: int | None = Field(default=None, ge=0, le=1200)
    snapshot_months: int | None = Field(default=None, ge=0, le=1200)


class Campaign(TomlModel):
    """What campaign.toml says. ``max_age_hours``: older data get a banner; ``goal``: signatures aimed at.

    ``teams``: owners of contacts that may be shown; any other owner is a person and is not kept.
    ``lead_committees``: of the European Parliament, those that decide on what the letter asks for.
    ``feeds``: addresses of Atom or RSS feeds, for ``etl fetch``.
    """

    campaign_id: str
    title: str
    launched_on: date
    goal: int | None = Field(default=None, gt=0)
    time_zone: str = "Europe/Brussels"
    addressee: str | None = None
    networks: list[str] = []
    teams: list[str] = []
    is_demo: bool = False
    signers_are_public: bool = False
    max_age_hours: int = Field(default=48, gt=0)
    contact_cap: int | None = Field(default=None, gt=0)
    lead_committees: list[str] = []
    feeds: list[str] = []
    retention: Retention = Retention()

    @field_validator("time_zone")
    @classmethod
    def _known_time_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f"'{name}' is no time zone; write one such as Europe/Brussels") from error
        return name

    @field_validator("feeds")
    @classmethod
    def _of_the_web(cls, addresses: list[str]) -> list[str]:
        for address in addresses:
            if not re.fullmatch(r"https?://[^\s/?#]+\S*", address):
                raise ValueError(f"'{address}' is no address of the web; write one that begins with https://")
        return addresses


def all_campaigns(data_dir: DataDir) -> list[Campaign]:
    """Every campaign of the installation, sorted by id."""
    files = sorted(data_dir.campaigns.glob("*/campaign.toml"))
    return [read_toml(path, Campaign, campaign_id=path.parent.name) for path in files]


def chosen_campaign(data_dir: DataDir, campaign_id: str | None) -> Campaign:
    """The campaign named, or the only one there is.

    Raises:
        Refused: unknown, none yet, or several and none named.
    """
    campaigns = {campaign.campaign_id: campaign for campaign in all_campaigns(data_dir)}
    if campaign_id is None and len(campaigns) == 1:
        return next(iter(campaigns.values()))
    if campaign_id in campaigns:
        return campaigns[campaign_id]
    way_out = "etl campaign new ID --title …"
    if campaign_id is not None:
        known = f" (known: {', '.join(campaigns)})" if campaigns else ""
        raise Refused(f"No campaign '{campaign_id}'{known}; create it with: {way_out.replace('ID', campaign_id)}")
    if campaigns:
        raise Refused(f"There are several campaigns ({', '.join(campaigns)}); name one with --campaign ID.")
    raise Refused(f"There is no campaign yet; create one with: {way_out}")


def new_campaign(data_dir: DataDir, campaign: Campaign) -> None:
    """Write campaign.toml and an empty events.csv, and make its inbox folders.

    Raises:
        Refused: the id is malformed or taken.
    """
    if not ID_PATTERN.fullmatch(campaign.campaign_id):
        raise Refused(f"'{campaign.campaign_id}' is no campaign id; use a-z, 0-9 and hyphens, 64 characters at most.")
    folder = data_dir.campaigns / campaign.campaign_id
    if (folder / "campaign.toml").exists():
        raise Refused(f"Campaign '{campaign.campaign_id}' exists already: {folder / 'campaign.toml'}")
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"title = {_toml_text(campaign.title)}", f"launched_on = {campaign.launched_on.isoformat()}"]
    lines += [f"goal = {campaign.goal}"] if campaign.goal else ["# goal = 10000"]
    lines += [f'time_zone = "{campaign.time_zone}"', '# addressee = "European Parliament"']
    (folder / "campaign.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "events.csv").write_text("event_id,day,kind,title,country\n", encoding="utf-8")
    for kind in ("signatures", "outreach", "media", "attention", "counts", "withdrawals"):
        (data_dir.inbox / campaign.campaign_id / kind).mkdir(parents=True, exist_ok=True)


def _toml_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", " ", escaped) + '"'
