"""The first half of loading, shared with inspection: a file becomes records with a meaning, and faults."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb

from etl.campaign import Campaign
from etl.data_dir import DataDir
from etl.forgotten import read_forgotten
from etl.formats.landing import land
from etl.formats.office import is_workbook
from etl.formats.source import Source
from etl.load.meaning import Meanings
from etl.load.person_name import know_names
from etl.person_key import PersonKey
from etl.resolve.reference import Reference
from etl.sql import run_file

Say = Callable[[str], None]
ABOUT_PEOPLE = ("signatures", "withdrawals", "outreach")  # kinds whose records have a person_key


@dataclass(frozen=True)
class Task:
    """One file to load. ``kind`` and ``format_name`` where the user or the inbox folder gives them;
    ``only`` picks one campaign of a file that holds several."""

    path: Path
    campaign: Campaign
    kind: str | None = None
    format_name: str | None = None
    dated: date | None = None
    only: str | None = None

    def day_for_undated(self, source: Source) -> date | None:
        """The day on which records without a date count; None: a record must have one."""
        return self.dated or (None if source.has_dates else self.campaign.launched_on)


def open_session(connection: duckdb.DuckDBPyConnection, data_dir: DataDir, key: PersonKey | None = None) -> None:
    """The temporary tables and macros of the loading steps. Without a key nobody has a mark, so nobody is left out."""
    run_file(connection, "load/session.sql")
    run_file(connection, "load/folded.sql")
    know_names(connection, Reference(data_dir.reference))
    know_key(connection, key)
    run_file(connection, "load/macros.sql")
    run_file(connection, "load/media/addresses.sql")
    know_forgotten(connection, read_forgotten(key) if key else [])


def know_key(connection: duckdb.DuckDBPyConnection, key: PersonKey | None) -> None:
    """Let a session make marks with a key."""
    connection.execute("set variable pads = $pads", {"pads": key and key.pads})
    run_file(connection, "load/marks.sql")


def know_forgotten(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> None:
    """Give a session the person keys of those whose records are to be left out."""
    connection.execute("create or replace temp table forgotten (person_key uuid)")
    connection.execute("insert into forgotten select unnest($keys::varchar[])::uuid", {"keys": list(keys)})


def read_file(
    connection: duckdb.DuckDBPyConnection, task: Task, source: Source, meanings: Meanings, say: Say
) -> dict[str, object]:
    """Fill the tables ``record`` and ``fault`` from the file, and learn what its texts mean.

    Returns:
        The parameters that the steps after it take too, as ``read_records`` gives them.

    Raises:
        Refused: the file as a whole cannot be read.
    """
    say(f"{task.path.name}: reading as {source.format}")
    given = read_records(connection, task, source, meanings)
    leave_out(connection, source.kind)
    run_file(connection, f"load/{source.kind}/texts.sql")
    if count := meanings.learn(connection):
        say(f"{task.path.name}: {count:,} new texts typed")
    ((read,),) = connection.execute("select coalesce(max(rowid), -1) from fault").fetchall()
    run_file(connection, f"load/{source.kind}/faults.sql", given)
    own = {"fields": list(source.columns), "columns": list(source.columns.values()), "read": read}
    run_file(connection, "load/own_columns.sql", own)
    return given


def leave_out(connection: duckdb.DuckDBPyConnection, kind: str) -> list[tuple[int, int]]:
    """Leave out of the records at hand those of people who were forgotten; line and part of each."""
    if kind not in ABOUT_PEOPLE or not connection.execute("select 1 from forgotten limit 1").fetchone():
        return []
    run_file(connection, "load/leave_out.sql")
    return connection.execute("from left_out order by all").fetchall()


def read_records(
    connection: duckdb.DuckDBPyConnection, task: Task, source: Source, meanings: Meanings
) -> dict[str, object]:
    """Fill ``record`` from the file, and ``fault`` with what cannot be read.

    Returns:
        The parameters that the steps after it take too: campaign_id, campaign_zone, dates, dated_on, dated_at.

    Raises:
        Refused: the file as a whole cannot be read.
    """
    run_file(connection, "load/session.sql")
    words = [(name, text.lower(), value) for name, pairs in source.values.items() for text, value in pairs.items()]
    if source.reading.country_codes:
        words += [("country", code, iso2) for code, iso2 in meanings.country_codes(source.reading.country_codes)]
    fields, texts, values = [[word[place] for word in words] for place in range(3)]
    run_file(connection, "load/words.sql", {"fields": fields, "texts": texts, "values": values})
    # A workbook's own dates come as ISO 8601, whatever the texts beside them are written in.
    dates = ["iso", *source.reading.dates] if is_workbook(task.path) else source.reading.dates
    connection.execute("set variable dates = $dates", {"dates": dates})
    zone = task.campaign.time_zone
    undated = task.day_for_undated(source)
    given: dict[str, object] = {
        "campaign_id": task.campaign.campaign_id,
        "campaign_zone": zone,
        "dates": dates,
        "thousands": source.reading.thousands,
        "late_mark": source.reading.late_mark,
        "redirect_parameter": source.reading.redirect_parameter,
        "loose_countries": source.loose_countries,
        "teams": task.campaign.teams,
        "dated_on": undated,
        "dated_at": undated and datetime.combine(undated, time(12), ZoneInfo(zone)),
    }
    connection.execute("set timezone = $zone", {"zone": source.reading.time_zone})

    def take() -> int:
        run_file(connection, f"load/{source.kind}/record.sql", given)
        run_file(connection, "load/record.sql")
        ((records,),) = connection.execute("select count(*) from record").fetchall()
        return int(records)

    run_file(connection, f"load/{source.kind}/landed.sql")
    land(connection, task.path, source, take, task.only)
    return given
