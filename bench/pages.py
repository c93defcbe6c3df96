"""Pages as a browser asks for them, without a browser: what is posted, and what the answer says of its snapshot."""

import copy
import gzip
import json
import re
from dataclasses import dataclass
from http.client import HTTPConnection
from time import perf_counter
from typing import Any

from bench.hostile_bodies import own_bodies

PATHS = ("/", "/momentum", "/reach", "/under-reached", "/outreach", "/media", "/reports", "/data")
_HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip"}
_ID = re.compile(r"\d{8}T\d{9}Z-[0-9a-f]{8}")
_TOTAL = re.compile(r"of ([\d,]+) signatures?\b")  # beneath every figure, and at the foot of the page
_PATIENCE_SECONDS = 60


class WrongAnswer(Exception):
    """An answer that is no page; the message holds the status and its beginning."""


@dataclass(frozen=True)
class PageAnswer:
    """ids: the snapshots that the page says it is of. totals: of how many signatures its figures say they are."""

    seconds: float
    ids: frozenset[str]
    totals: frozenset[int]


class PageReader:
    """Asks a server for pages."""

    def __init__(self, host: str) -> None:
        self._host = host
        connection = self.connect()
        connection.request("GET", "/_dash-dependencies")
        own = own_bodies(json.loads(connection.getresponse().read()))
        connection.close()
        (self._body,) = (body for body in own if "page.children" in body["output"])

    def connect(self) -> HTTPConnection:
        """A connection that waits a minute for each answer."""
        return HTTPConnection(self._host, timeout=_PATIENCE_SECONDS)

    def read(self, path: str, search: str, connection: HTTPConnection) -> PageAnswer:
        """The page of an address. Raises WrongAnswer, OSError, HTTPException."""
        body = copy.deepcopy(self._body)
        asked = {("address", "pathname"): path, ("address", "search"): search}
        for given in body["inputs"]:
            given["value"] = asked.get((given["id"], given["property"]))
        began = perf_counter()
        connection.request("POST", "/_dash-update-component", json.dumps(body), _HEADERS)
        response = connection.getresponse()
        content = response.read()
        seconds = perf_counter() - began
        if response.headers.get("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        if response.status != 200:
            raise WrongAnswer(f"{response.status} for {path}{search}: {content[:300]!r}")
        return _understood(json.loads(content)["response"], seconds)


def _understood(outputs: dict[str, Any], seconds: float) -> PageAnswer:
    """What a page says of itself, without the list of earlier snapshots to choose from."""
    said = json.dumps({name: given for name, given in outputs.items() if name != "snapshot"}, ensure_ascii=False)
    totals = frozenset(int(total.replace(",", "")) for total in _TOTAL.findall(said))
    return PageAnswer(seconds, frozenset(_ID.findall(said)), totals)
