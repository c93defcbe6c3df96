"""The command that reads feeds into the inbox."""

from dataclasses import asdict

import typer

from etl.campaign import chosen_campaign
from etl.commands import report
from etl.commands.options import DATA, CampaignOption, DataDirOption, JsonOption
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.fetch import fetch_feeds


def fetch(campaign: CampaignOption = None, data_dir: DataDirOption = DATA, json: JsonOption = False) -> None:
    """Read the feeds that campaign.toml lists into inbox/CAMPAIGN/media/; `etl run` loads what came.

    Example: `etl fetch && etl run`, with `feeds = ["https://www.example.org/news.xml"]` in campaign.toml
    """
    place = DataDir(data_dir)
    chosen = chosen_campaign(place, campaign)
    if not chosen.feeds:
        raise Refused(f"Campaign '{chosen.campaign_id}' has no feeds; write feeds = [\"https://…\"] in campaign.toml.")
    found = fetch_feeds(chosen.feeds, place.inbox / chosen.campaign_id / "media")
    if json:
        report.print_json({"feeds": [asdict(feed) for feed in found]})
    else:
        report.print_table(("feed", "state", "message"), [(one.address, one.state, one.message) for one in found])
    if any(feed.state == "failed" for feed in found):
        raise typer.Exit(2)
