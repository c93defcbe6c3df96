"""Answers that were given before, whole and compressed: after a publish many readers open the same few pages.

An answer is kept under all that it depends on: who reads, what was asked, the colours, the current snapshot, and the
minute, since pages say how old they are and which earlier snapshots are there.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from time import time

from flask import Flask, Response, g, request

from dashboard import posted
from dashboard.access.reader import reader
from dashboard.errors import NoSnapshotError
from dashboard.kept import Kept
from dashboard.requested import chosen_palette
from dashboard.snapshot import Published

_ENDPOINTS = frozenset({posted.ENDPOINT, "table"})  # what they answer depends on nothing that _asked does not name
_MOST_BYTES = 32_000_000  # in each server process
_BYTES_BESIDE = 2_000  # roughly, of what an answer is kept under
_HEADERS = ("Content-Type", "Content-Encoding", "Vary")  # of the answer itself; others are each request's own


@dataclass(frozen=True)
class _Answer:
    content: bytes
    headers: dict[str, str]


def answer_as_before(server: Flask, published: Published) -> None:
    """Let a server give an answer again: after the gate, which knows who asks, and before compression.

    What is posted need not be checked again: only what passed the check has an answer.
    """
    kept = Kept[_Answer](_MOST_BYTES)

    def find() -> Response | None:
        if request.endpoint not in _ENDPOINTS:
            return None
        asked = _asked(published)
        if found := kept.find(asked):
            return Response(found.content, headers=found.headers)
        g.asked = asked
        return None

    def keep(response: Response) -> Response:
        asked = g.pop("asked", None)
        # Asked again: a snapshot that was published meanwhile may be the one that answered.
        if asked and response.status_code == 200 and not g.get("failed") and asked == _asked(published):
            content = response.get_data()
            headers = {name: response.headers[name] for name in _HEADERS if name in response.headers}
            kept.keep(asked, _Answer(content, headers), len(content) + len(request.get_data()) + _BYTES_BESIDE)
        return response

    server.before_request(find)
    server.after_request(keep)


def _asked(published: Published) -> Hashable:
    """All that an answer depends on; None where there is no snapshot."""
    try:
        current = published.current()
    except NoSnapshotError:
        return None
    asked = (request.method, request.full_path, request.get_data(), request.headers.get("Accept-Encoding"))
    return (reader(), *asked, chosen_palette(), current.snapshot_id, int(time() // 60))
