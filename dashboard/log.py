"""The log: one line of JSON for each thing that happened, without a person, an address or what somebody looked for."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from flask import Flask, Response, g, request

_requests = logging.getLogger("dashboard.requests")


class AsJson(logging.Formatter):
    """A record as one line. Of an error it holds kind and places: what an error says may quote what somebody sent."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        said: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "said": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            said["error"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            said["places"] = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames]
        return json.dumps(said, ensure_ascii=False)


def log_as_json(with_requests: bool) -> None:
    """Let everything that is logged in this process go to standard error as JSON; requests only if wanted."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(AsJson())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    _requests.setLevel(logging.INFO if with_requests else logging.WARNING)


def log_requests(server: Flask) -> None:
    """Log every request by its route, not by its address: method, route, role, status, milliseconds, bytes."""

    def begin() -> None:
        g.began = perf_counter()

    def end(response: Response) -> Response:
        if not _requests.isEnabledFor(logging.INFO):
            return response
        reader = g.get("reader")
        fields = {
            "method": request.method,
            "route": request.url_rule.rule if request.url_rule else None,
            "role": str(reader.role) if reader else None,
            "status": response.status_code,
            "ms": round((perf_counter() - g.began) * 1000, 1),
            "bytes": response.calculate_content_length(),
        }
        _requests.info("request", extra={"fields": fields})
        return response

    server.before_request(begin)
    server.after_request(end)
