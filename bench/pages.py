"""Pages as a browser asks for them, without a browser: what is posted, and what the answer says of its snapshot."""

import gzip
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from http.client import HTTPConnection
from time import perf_counter

from bench.hostile_bodies import Body, own_bodies

PATHS = ("/", "/momentum", "/reach", "/under-reached", "/outreach", "/media", "/reports", "/data")
_DECODER = json.JSONDecoder()
_HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip"}
_ID = re.compile(r"Z-(?<=\d{8}T\d{9}Z-)[0-9a-f]{8}")  # found by the letters in its middle, in a twentieth of the time
_BEFORE = 18  # letters of an id that stand before those
_TOTAL = re.compile(r"of ([\d,]+) signatures?\b")  # beneath every figure, and at the foot of the page
_PATIENCE_SECONDS = 60
_PATH, _SEARCH = "/the-path", "?the-search"  # in the place of an address
_SNAPSHOTS = '"snapshots":'  # the list of earlier snapshots to choose from


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
        self._asked = json.dumps(page_body(json.loads(connection.getresponse().read()), _PATH, _SEARCH))
        connection.close()

    def connect(self) -> HTTPConnection:
        """A connection that waits a minute for each answer."""
        return HTTPConnection(self._host, timeout=_PATIENCE_SECONDS)

    def read(self, path: str, search: str, connection: HTTPConnection) -> PageAnswer:
        """The page of an address. Raises WrongAnswer, OSError, HTTPException."""
        asked = self._asked.replace(_PATH, path).replace(_SEARCH, search)
        began = perf_counter()
        connection.request("POST", "/_dash-update-component", asked, _HEADERS)
        response = connection.getresponse()
        content = response.read()
        seconds = perf_counter() - began
        if response.status != 200 or response.headers.get("Content-Encoding") != "gzip":
            raise WrongAnswer(f"{response.status} for {path}{search}: {content[:300]!r}")
        return PageAnswer(seconds, *_understood(content))


def page_body(dependencies: list[Body], path: str, search: str) -> Body:
    """What a browser posts that opens an address. dependencies: what the server says of its callbacks."""
    (body,) = (one for one in own_bodies(dependencies) if "page.children" in one["output"])
    asked = {("address", "pathname"): path, ("address", "search"): search}
    given = [one | {"value": asked.get((one["id"], one["property"]))} for one in body["inputs"]]
    return body | {"inputs": given}


@lru_cache(maxsize=1_000)  # who asks shares the processor with who answers: the same bytes are read once
def _understood(compressed: bytes) -> tuple[frozenset[str], frozenset[int]]:
    """The snapshots and the totals of a page, without the list of earlier snapshots to choose from."""
    page = gzip.decompress(compressed).decode()
    begin = page.index(_SNAPSHOTS)
    _, end = _DECODER.raw_decode(page, begin + len(_SNAPSHOTS))
    said = page[:begin] + page[end:]
    ids = frozenset(said[end.start() - _BEFORE : end.end()] for end in _ID.finditer(said))
    return ids, frozenset(int(total.replace(",", "")) for total in _TOTAL.findall(said))
