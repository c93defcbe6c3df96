"""Commands that make and list campaigns."""

from datetime import date, datetime
from typing import Annotated

import typer

from etl.campaign import Campaign, all_campaigns, new_campaign
from etl.commands import report
from etl.commands.options import DATA, DAY, DataDirOption, JsonOption
from etl.data_dir import DataDir
from etl.demo.demo import write_demo
from etl.errors import Refused


def new(
    campaign_id: Annotated[str, typer.Argument(metavar="ID", help="Lower-case letters, digits, hyphens.")],
    title: Annotated[str, typer.Option("--title")],
    launched_on: Annotated[
        datetime | None, typer.Option("--launched-on", formats=DAY, metavar="DATE", help="Today, if left out.")
    ] = None,
    goal: Annotated[int | None, typer.Option("--goal", min=1, help="Signatures aimed at.")] = None,
    time_zone: Annotated[str, typer.Option("--time-zone", help="Days are counted here.")] = "Europe/Brussels",
    data_dir: DataDirOption = DATA,
) -> None:
    """Create a campaign: its folder with campaign.toml and events.csv, and its inbox.

    Example: `etl campaign new open-letter --title "A call to …" --launched-on 2023-04-28 --goal 10000`
    """
    launch = launched_on.date() if launched_on else date.today()
    try:
        campaign = Campaign(campaign_id=campaign_id, title=title, launched_on=launch, goal=goal, time_zone=time_zone)
    except ValueError as error:
        raise Refused(f"--time-zone: '{time_zone}' is no time zone; write one such as Europe/Brussels.") from error
    place = DataDir(data_dir)
    new_campaign(place, campaign)
    report.say(f"Campaign {campaign_id} created: {place.campaigns / campaign_id / 'campaign.toml'}")
    report.say(f"Next: put export files into {place.inbox / campaign_id}/<kind>/ and run `etl run`.")


def listed(data_dir: DataDirOption = DATA, json: JsonOption = False) -> None:
    """List the campaigns."""
    campaigns = all_campaigns(DataDir(data_dir))
    if json:
        report.print_json([campaign.model_dump() for campaign in campaigns])
        return
    rows = [(c.campaign_id, c.title, c.launched_on, "" if c.goal is None else c.goal, c.time_zone) for c in campaigns]
    report.print_table(("campaign", "title", "launched on", "goal", "time zone"), rows)


def demo(
    ends_on: Annotated[
        datetime | None,
        typer.Option("--ends-on", formats=DAY, metavar="DATE", help="Its last day; today, if left out."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Same seed and day, same files.")] = 2023,
    data_dir: DataDirOption = DATA,
) -> None:
    """Create an invented campaign and its export files in the inbox. Every page says that it is invented.

    Then: `etl run`, `dashboard serve`
    """
    written = write_demo(data_dir, ends_on.date() if ends_on else date.today(), seed)
    report.say(f"An invented campaign of {len(written)} files lies in {data_dir}; load it with `etl run`.")
