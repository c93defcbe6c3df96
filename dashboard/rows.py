"""The rows behind a figure under an address of their own: as a CSV file, and as a table that the page fetches."""

from dataclasses import replace

import pandas as pd
from flask import Flask, Response, request

from dashboard.answers.questions import ask_by_name
from dashboard.ask import Ask
from dashboard.choosing import links_in_table
from dashboard.csv_file import csv_file
from dashboard.file_name import file_name
from dashboard.requested import requested
from dashboard.snapshot import Published
from dashboard.tables import MOST_ROWS, table_html


def register_rows(server: Flask, published: Published) -> None:
    """Give a server the addresses /download/<question>.csv and /table/<question>; filters stand in the query."""

    def asked() -> Ask:
        return requested(published, request.query_string.decode("utf-8", "replace")).ask

    def download(question: str) -> Response:
        ask = asked()
        found = ask_by_name(question, ask)
        rows = _called_invented(found.rows) if ask.campaign.is_demo else found.rows
        headers = {"Content-Disposition": f'attachment; filename="{file_name(ask, question)}.csv"'}
        return Response(csv_file(rows), mimetype="text/csv", headers=headers)

    def table(question: str) -> str:
        ask = replace(asked(), most=MOST_ROWS)
        whole = ask.with_filters(countries=()) if "all_countries" in request.args else ask
        rows = ask_by_name(question, whole).rows
        return table_html(rows, links_in_table(ask, rows))

    server.add_url_rule("/download/<question>.csv", view_func=download)
    server.add_url_rule("/table/<question>", view_func=table)


def _called_invented(rows: pd.DataFrame) -> pd.DataFrame:
    """Invented numbers say so in every row, in a last column that a spreadsheet can leave out."""
    noted = rows["note"] + ". " if "note" in rows else ""
    return rows.drop(columns="note", errors="ignore").assign(note=noted + "invented data")
