"""What a supervisor asks: is the process alive, and is what it serves in order. Open to everybody."""

from datetime import UTC, datetime, timedelta

from flask import Flask, Response

from dashboard.catalogue import catalogue
from dashboard.errors import NoSnapshotError
from dashboard.snapshot import Published

ENDPOINTS = frozenset({"healthz", "readyz"})


def register_health(server: Flask, published: Published) -> None:
    """Give a server the addresses /healthz and /readyz. Neither says anything about the campaign."""

    def healthz() -> Response:
        return Response("ok\n", mimetype="text/plain")

    def readyz() -> Response:
        wrong = what_is_wrong(published)
        return Response(f"{wrong or 'ok'}\n", 503 if wrong else 200, mimetype="text/plain")

    server.add_url_rule("/healthz", view_func=healthz)
    server.add_url_rule("/readyz", view_func=readyz)


def what_is_wrong(published: Published) -> str:
    """Why the current snapshot should not be relied on, in a sentence; empty where it can be."""
    try:
        snapshot = published.current()
        campaigns = catalogue(snapshot).campaigns
    except NoSnapshotError:
        return "There is no snapshot."
    if not published.is_as_published():
        return "The current snapshot is damaged or missing: an earlier one is served."
    oldest = min(timedelta(hours=campaign.max_age_hours) for campaign in campaigns)
    if datetime.now(UTC) - snapshot.checked_at > oldest:
        return "The current snapshot is older than its campaign allows."
    return ""
