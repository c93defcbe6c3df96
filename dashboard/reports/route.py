"""A pack at one click: the address /pack/<network>.zip, made when it is asked for."""

from pathlib import Path

from flask import Flask, Response, request

from dashboard.reports.pack import documents_and_name
from dashboard.reports.parts import Requested
from dashboard.reports.tables import zipped
from dashboard.requested import requested
from dashboard.snapshot import Published


def register_packs(server: Flask, published: Path, exact: Published) -> None:
    """Give a server the addresses of packs, made of protected counts. exact: reads what the address asks for."""
    protected = Published(published, protected=True)

    def pack(network_id: str) -> Response:
        ask = requested(exact, request.query_string.decode("utf-8", "replace")).ask
        wanted = Requested(
            ask.campaign.campaign_id, network_id, request.args.get("language", "en"), as_of=ask.filters.as_of
        )
        name, parts = documents_and_name(protected, wanted, ask.snapshot.snapshot_id)
        headers = {"Content-Disposition": f'attachment; filename="{name}.zip"'}
        return Response(zipped(parts), mimetype="application/zip", headers=headers)

    server.add_url_rule("/pack/<network_id>.zip", view_func=pack)
