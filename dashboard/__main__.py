"""The command line of the dashboard. It says what it does; nothing is computed here."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import typer

from dashboard.access.commands import accounts_app
from dashboard.answers.questions import ask_by_name
from dashboard.ask import Ask
from dashboard.catalogue import Catalogue, catalogue
from dashboard.errors import BadFilterError, DashboardError
from dashboard.filters import FURTHEST_HORIZON, HORIZON, Filters
from dashboard.show import as_json, print_table
from dashboard.snapshot import Published

app = typer.Typer(
    help="Shows what has been published of a campaign.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.add_typer(accounts_app, name="account")

DataDir = Annotated[
    Path, typer.Option(help="A whole installation: its files, settings and snapshots.", envvar="CAMPAIGN_DATA_DIR")
]


@app.command(epilog="Example: campaign-dashboard serve --port 8051")
def serve(
    data_dir: DataDir = Path("data"),
    host: Annotated[
        str, typer.Option(help="The address to listen on. Others can reach any but this machine's own.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8050,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")] = 2,
    loading: Annotated[
        bool, typer.Option(help="Let the page Data load files into this installation, where nobody needs to sign in.")
    ] = True,
    sign_in: Annotated[
        bool | None,
        typer.Option("--sign-in/--no-sign-in", help="Let in accounts only; so by itself once there is one."),
    ] = None,
    trust_header: Annotated[str, typer.Option(metavar="NAME", help="The header in which a proxy says who reads.")] = "",
    trust_proxy: Annotated[
        list[str], typer.Option(metavar="ADDRESS", help="Where that proxy asks from; repeatable.")
    ] = [],  # noqa: B006 - typer reads the default and copies it
    log: Annotated[
        bool | None,
        typer.Option("--log/--no-log", help="A line of JSON for every request; so by itself where people sign in."),
    ] = None,
) -> None:
    """Serve the current snapshot to browsers, and follow it when it changes."""
    from dashboard.access.doors import doors  # the other commands start in a second because they need no web framework
    from dashboard.server import run

    known = doors(data_dir, host, sign_in, trust_header, trust_proxy)
    can_load = loading and known.are_open and (data_dir / "campaigns").is_dir() and os.access(data_dir, os.W_OK)
    run(
        data_dir / "published",
        host,
        port,
        workers,
        known,
        data_dir if can_load else None,
        not known.are_open if log is None else log,
    )


@app.command(
    epilog="Examples: campaign-dashboard show momentum --json · "
    "campaign-dashboard show reach --country EU --from 2026-04-12 --to 2026-05-03 · "
    "campaign-dashboard show under-reached --denominator ep_seats"
)
def show(
    question: Annotated[str, typer.Argument(help="momentum, reach, under-reached, outreach, media, events, ledger, …")],
    data_dir: DataDir = Path("data"),
    campaign: Annotated[str | None, typer.Option(help="May be left out where there is one.")] = None,
    from_day: Annotated[str, typer.Option("--from", metavar="DATE", help="First day.")] = "",
    to_day: Annotated[str, typer.Option("--to", metavar="DATE", help="Last day.")] = "",
    country: Annotated[list[str], typer.Option(help="ISO code, or EU for the member states; repeatable.")] = [],  # noqa: B006 - typer reads the default and copies it
    kind: Annotated[list[str], typer.Option("--type", help="Kind of institution; repeatable.")] = [],  # noqa: B006 - as above
    as_of: Annotated[str, typer.Option(metavar="DATE", help="Only what happened up to the end of that day.")] = "",
    snapshot: Annotated[str | None, typer.Option(help="What was published then, by its id.")] = None,
    denominator: Annotated[
        str, typer.Option(help="What parity is a share of: population, ep_seats, network_sites, institutions.")
    ] = "population",
    beside: Annotated[
        str, typer.Option(metavar="ID", help="For the question beside: the campaign to compare with.")
    ] = "",
    horizon: Annotated[
        int, typer.Option(min=1, max=FURTHEST_HORIZON, help="Days ahead, for the question forecast.")
    ] = HORIZON,
    without: Annotated[
        str, typer.Option(metavar="DATE..DATE[,CC]", help="What if: without these days, or one country's part of them.")
    ] = "",
    by: Annotated[
        str, typer.Option(help="How reach counts who names several affiliations: first, each or fractions.")
    ] = "first",
    json: Annotated[bool, typer.Option("--json", help="One JSON document instead of a table.")] = False,
) -> None:
    """Print the numbers behind a figure or sentence of a page."""
    known_snapshot = Published(data_dir / "published")
    chosen = known_snapshot.by_id(snapshot) if snapshot else known_snapshot.current()
    known = catalogue(chosen)
    given = {
        "campaign": _campaign_id(campaign, known),
        "from": from_day,
        "to": to_day,
        "countries": ",".join(country),
        "types": ",".join(kind),
        "as_of": as_of,
        "denominator": denominator,
        "horizon": horizon,
        "without": without,
        **({"snapshot": snapshot} if snapshot else {}),
        "by": by,
        **({"beside": beside} if beside else {}),
    }
    filters, notices = Filters.from_address(urlencode(given), known)
    if notices:
        raise BadFilterError(notices[0])
    found = ask_by_name(question, Ask(chosen, filters, known, latest=known_snapshot.current()))
    if json:
        print(as_json(found))
    else:
        print_table(found)


@app.command(
    epilog="Examples: campaign-dashboard report --network ellis --language de --out packs · "
    "campaign-dashboard report --verify packs/open-letter-ellis-2026-05-03-de.zip"
)
def report(
    data_dir: DataDir = Path("data"),
    campaign: Annotated[str | None, typer.Option(help="May be left out where there is one.")] = None,
    network: Annotated[list[str], typer.Option(help="For whom; repeatable. Left out: all of the campaign's.")] = [],  # noqa: B006 - as above
    out: Annotated[Path, typer.Option(help="The folder that packs are written into.")] = Path("packs"),
    as_of: Annotated[str, typer.Option(metavar="DATE", help="Only what happened up to the end of that day.")] = "",
    snapshot: Annotated[str | None, typer.Option(help="What was published then, by its id.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="ID", help="Compare with it; else with the last pack in --out.")
    ] = None,
    language: Annotated[str, typer.Option(help="en, de, fr: every language that has a catalogue.")] = "en",
    internal: Annotated[bool, typer.Option(help="Exact counts, marked on every page: not to be passed on.")] = False,
    pictures: Annotated[bool, typer.Option(help="PDF and images too, where there is a Chromium.")] = True,
    licence: Annotated[str, typer.Option(help="What the files may be used for.")] = "",
    verify: Annotated[Path | None, typer.Option(metavar="PACK", help="Check this pack against its snapshot.")] = None,
) -> None:
    """Write the pack for a network that supports the campaign, or for all of them; or check one."""
    from dashboard.reports.command import check_pack, write_packs  # as above: not needed by the others
    from dashboard.reports.parts import Requested
    from dashboard.reports.report import networks_of

    if verify:
        raise typer.Exit(0 if check_pack(data_dir / "published", verify) else 2)
    published = Published(data_dir / "published", protected=not internal)
    chosen = published.by_id(snapshot) if snapshot else published.current()
    campaign_id = _campaign_id(campaign, catalogue(chosen))
    networks = network or networks_of(chosen, campaign_id)
    if not networks:
        raise BadFilterError("The campaign looks at no network: name one with --network, or in campaign.toml.")
    requested = Requested(campaign_id, "", language, _day(as_of), since, is_internal=internal, licence=licence)
    if write_packs(published, requested, networks, out, snapshot, with_pictures=pictures):
        raise typer.Exit(2)


@app.command(name="export", epilog="Example: campaign-dashboard export --out open-data")
def export_tables(
    data_dir: DataDir = Path("data"),
    campaign: Annotated[str | None, typer.Option(help="May be left out where there is one.")] = None,
    out: Annotated[Path, typer.Option(help="The folder that files are written into.")] = Path("open-data"),
    snapshot: Annotated[str | None, typer.Option(help="What was published then, by its id.")] = None,
) -> None:
    """Write the protected totals as CSV, Parquet and JSON, with a dictionary of their columns."""
    from dashboard.reports.export import export  # as above

    published = Published(data_dir / "published", protected=True)
    chosen = published.by_id(snapshot) if snapshot else published.current()
    written = export(chosen, _campaign_id(campaign, catalogue(chosen)), out)
    print(f"{len(written)} files in {out}, described by {written[-1].name}.")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise BadFilterError(f"“{text}” is not a day; a day is written 2023-05-03.") from error


def _campaign_id(given: str | None, known: Catalogue) -> str:
    ids = [campaign.campaign_id for campaign in known.campaigns]
    if given is None and len(ids) == 1:
        return ids[0]
    if given in ids:
        return given
    said = f"There is no campaign '{given}'" if given else "There is more than one campaign"
    raise BadFilterError(f"{said}: choose one with --campaign, of {', '.join(ids)}.")


def main() -> None:
    """The entry point campaign-dashboard: exit status 0, 2 for a refusal or wrong usage, 1 for a fault of our own."""
    try:
        app()
    except DashboardError as refusal:
        print(refusal, file=sys.stderr)
        sys.exit(2)
    except Exception as fault:
        if os.environ.get("CAMPAIGN_DEBUG") == "1":
            raise
        print(
            f"Stopped by a fault that is not yours: {type(fault).__name__}: {fault}\n"
            "CAMPAIGN_DEBUG=1 shows the details to report.",
            file=sys.stderr,
        )
        sys.exit(1)


if __name__ == "__main__":
    main()
