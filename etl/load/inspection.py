"""What loading a file would do, without doing it."""

from dataclasses import dataclass, replace

import duckdb

from etl.data_dir import DataDir
from etl.formats.mended import source_of
from etl.formats.recognise import table_columns
from etl.formats.source import Source, all_sources
from etl.formats.unpacked import unpacked
from etl.load.meaning import Meanings
from etl.load.reading import Task, open_session, read_file
from etl.warehouse.tables import create_tables

_FINDINGS = "select line, coalesce(column_name, ''), coalesce(value, ''), reason from fault order by all limit $limit"

_COUNTS = """
with faulty as (select distinct line, part from fault)
select (select count(*) from record) + (select count(*) from faulty anti join record using (line, part)),
       (select count(*) from faulty)
"""


@dataclass(frozen=True)
class Inspection:
    """The format that fits, what each column is used for, the first records as they would be read, the findings.

    ``columns``: (column of the file, our field or '' where it is not used). ``records``: field → text, the first few.
    ``findings``: (line, column, value, reason) of records that would be rejected, the first few.
    """

    source: Source
    columns: list[tuple[str, str]]
    records: list[dict[str, object]]
    rows_in: int
    rejected: int
    findings: list[tuple[int, str, str, str]]


def inspect_file(data_dir: DataDir, task: Task, limit: int = 5) -> Inspection:
    """Read the file into a database in memory and look.

    Raises:
        Refused: as loading would.
    """
    with unpacked(task.path) as path, duckdb.connect() as connection:
        task = replace(task, path=path)
        source = source_of(path, all_sources(data_dir), format_name=task.format_name, kind=task.kind)
        create_tables(connection)
        open_session(connection, data_dir)
        read_file(connection, task, source, Meanings(data_dir.reference), lambda _: None)
        records = connection.execute("from written order by line, part limit $limit", {"limit": limit})
        names = [column[0] for column in records.description or []]
        first = [dict(zip(names, row, strict=True)) for row in records.fetchall()]
        for record in first:
            record.pop("has_email", None)  # only the next step asks for it
        findings = connection.execute(_FINDINGS, {"limit": limit}).fetchall()
        ((rows_in, rejected),) = connection.execute(_COUNTS).fetchall()
        fields = {column: name for name, column in source.columns.items()}
        columns = [(name, fields.get(name, "")) for name in table_columns(path, source)]
    return Inspection(source, columns, first, rows_in, rejected, findings)
