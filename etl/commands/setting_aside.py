"""The command that sets signatures aside: it shows first what would change, then asks; it can be undone."""

from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from etl.campaign import chosen_campaign
from etl.commands import report
from etl.commands.options import DATA, CampaignOption, DataDirOption, YesOption
from etl.commands.removing import agreed
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.load.rotation import fitting_key
from etl.load.take_back import loaded_file
from etl.publish.set_aside import Act, Choice, SettingAside, Undoing, acts, refuse_counts
from etl.publish.snapshot import publish
from etl.warehouse.ledger import read_ledger
from etl.warehouse.warehouse import adopt, locked, open_for_reading, rebuilt

_LISTED = ("number", "campaign", "set aside", "chosen by", "reason", "records")


def set_aside(
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE[THH:MM]", help="First day, or moment.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE[THH:MM]", help="Last day, or the end.")] = None,
    country: Annotated[str | None, typer.Option(help="ISO code; ZZ: unknown.")] = None,
    kind: Annotated[str | None, typer.Option("--type", help="Kind of institution.")] = None,
    institution: Annotated[str | None, typer.Option(help="As the page Reach names it.")] = None,
    channel: Annotated[str | None, typer.Option(help="How signatures came.")] = None,
    email_domain: Annotated[str | None, typer.Option(metavar="DOMAIN", help="Of the addresses that signed.")] = None,
    file: Annotated[str | None, typer.Option(metavar="SHA256", help="As `etl status` shows it.")] = None,
    reason: Annotated[str, typer.Option(help="For your own list; it is not published.")] = "",
    undo: Annotated[int | None, typer.Option(metavar="NUMBER", help="Count what was set aside again.")] = None,
    campaign: CampaignOption = None,
    yes: YesOption = False,
    data_dir: DataDirOption = DATA,
) -> None:
    """Leave signatures out of every total until that is undone: shows every total that changes, asks, publishes.

    Without a condition it lists what is set aside. All conditions hold together; what is loaded later counts.

    Example: `etl set-aside --from 2026-03-16T14:00 --to 2026-03-16T16:00 --country MT`
    """
    place = DataDir(data_dir)
    with locked(place.warehouse):
        key = fitting_key(place, report.say) if email_domain else None
        with open_for_reading(place.warehouse) as connection:
            done = acts(connection)
            if undo is None and not any((from_, to, country, kind, institution, channel, email_domain, file)):
                _print(done)
                return
            if undo is not None:
                change: Undoing | SettingAside = Undoing(_act(done, undo))
            else:
                chosen = chosen_campaign(place, campaign)
                refuse_counts(connection, chosen)
                (from_day, from_time), (to_day, to_time) = (_end(text, chosen.time_zone) for text in (from_, to))
                of_file = loaded_file(read_ledger(connection), file, chosen.campaign_id).file_sha256 if file else None
                code = country and country.upper()
                choice = Choice(
                    from_day, to_day, from_time, to_time, code, kind, institution, channel, of_file, email_domain
                )
                change = SettingAside(place, chosen, choice, reason, key)
        with rebuilt(place.warehouse, change.take_out) as fresh:
            if agreed(place, fresh, change.question, yes):
                adopt(place.warehouse, fresh)
                report.say(f"Snapshot {publish(place)} is current.")


def _act(done: list[Act], number: int) -> Act:
    for act in done:
        if act.act == number:
            return act
    raise Refused(f"Nothing was set aside under the number {number}; `etl set-aside` lists what was.")


def _print(done: list[Act]) -> None:
    if not done:
        report.say("Nothing is set aside. Say which signatures, for example with --from and --to.")
        return
    rows = [
        (act.act, act.campaign_id, f"{act.set_aside_at:%F}", act.chosen_by, act.reason, act.records) for act in done
    ]
    report.print_table(_LISTED, rows)


def _end(text: str | None, time_zone: str) -> tuple[date | None, datetime | None]:
    """A day, or a moment on the campaign's clock."""
    if text is None:
        return None, None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(f"'{text}' is no day and no moment; write 2023-05-03 or 2023-05-03T14:00.") from None
    return (None, moment.replace(tzinfo=ZoneInfo(time_zone))) if "T" in text else (moment.date(), None)
