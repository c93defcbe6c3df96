"""The rows behind a figure under an address of their own: as a CSV file, and as a table that the page fetches."""

from flask import Flask, Response, request

from dashboard.answers.questions import ask_by_name
from dashboard.ask import Ask
from dashboard.catalogue import catalogue
from dashboard.csv_file import csv_file
from dashboard.errors import DashboardError
from dashboard.filters import Filters
from dashboard.snapshot import Published
from dashboard.tables import table_html


def register_rows(server: Flask, published: Published) -> None:
    """Give a server the addresses /download/<question>.csv and /table/<question>; filters stand in the query."""

    def asked() -> Ask:
        snapshot = published.current()
        known = catalogue(snapshot)
        filters, _ = Filters.from_address(request.query_string.decode("utf-8", "replace"), known)
        return Ask(snapshot, filters, known)

    def download(question: str) -> Response:
        ask = asked()
        found = ask_by_name(question, ask)
        invented = "invented-" if ask.campaign.is_demo else ""
        name = f"{invented}{found.campaign_id}-{question}-{found.snapshot_id}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(csv_file(found.rows), mimetype="text/csv", headers=headers)

    def table(question: str) -> str:
        return table_html(ask_by_name(question, asked()).rows)

    def refuse(refusal: DashboardError) -> Response:
        return Response(str(refusal), status=404, mimetype="text/plain")

    server.add_url_rule("/download/<question>.csv", view_func=download)
    server.add_url_rule("/table/<question>", view_func=table)
    server.register_error_handler(DashboardError, refuse)
