"""The command line of the jobs (campaign-etl): it says what there is, the commands do the rest."""

import os
import sys

import duckdb
import typer

from etl.commands import (
    campaigns,
    fetching,
    forgetting,
    inspecting,
    loading,
    looking,
    people,
    references,
    rejecting,
    removing,
    retaining,
    reviewing,
    rotating,
    setting_aside,
)
from etl.commands.progress import console
from etl.errors import Refused

app = typer.Typer(
    help="Load signatures, outreach and media mentions; publish totals for the dashboard.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
for command in (
    loading.load, loading.run, fetching.fetch, loading.publish, inspecting.inspect,
    looking.formats, looking.status, rejecting.rejects, looking.resolve,
    reviewing.review, people.people, removing.unload, setting_aside.set_aside, forgetting.forget, retaining.retention,
    campaigns.demo,
):  # fmt: skip
    app.command()(command)
campaign_app = typer.Typer(help="Create, list and remove campaigns.", no_args_is_help=True)
campaign_app.command("new")(campaigns.new)
campaign_app.command("list")(campaigns.listed)
campaign_app.command("remove")(removing.remove)
app.add_typer(campaign_app, name="campaign")
key_app = typer.Typer(help="The secret that people's marks are made with.", no_args_is_help=True)
key_app.command("rotate")(rotating.rotate)
app.add_typer(key_app, name="key")
reference_app = typer.Typer(help="Bring reference data into the data directory.", no_args_is_help=True)
reference_app.command("ror")(references.ror)
app.add_typer(reference_app, name="reference")


def main() -> None:
    """Run a command: exit status 0, 2 for a refusal, wrong usage or a disk that fails, 1 for a fault of our own."""
    try:
        app()
    except Refused as refusal:
        console.print(str(refusal), markup=False, soft_wrap=True)
        sys.exit(2)
    except (OSError, duckdb.IOException) as error:
        console.print(
            f"{_cannot(error)}\nFree space on the disk or mend the access to the folder, then run the command again. "
            "What was published goes on being served, and nothing is half loaded.",
            markup=False, soft_wrap=True,
        )  # fmt: skip
        sys.exit(2)
    except Exception as error:
        if os.environ.get("CAMPAIGN_DEBUG") == "1":
            raise
        console.print(
            f"Stopped by a fault that is not yours: {type(error).__name__}: {error}\nNothing was changed; what was "
            "published goes on being served. CAMPAIGN_DEBUG=1 shows the details to report.",
            markup=False, soft_wrap=True,
        )  # fmt: skip
        sys.exit(1)


def _cannot(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: cannot be read or written ({(error.strerror or 'unknown fault').lower()})."
    return f"A file cannot be read or written: {str(error).splitlines()[0]}."


if __name__ == "__main__":
    main()
