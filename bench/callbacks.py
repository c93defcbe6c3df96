"""How long each server callback takes, beside an empty one: python -m bench.callbacks [DATA_DIR].

A browser opens every page under several filters; what it posts is recorded and posted again by one user, many times,
each time for other days: the server keeps its last answers, and an answer at hand would say nothing.
Without DATA_DIR, 1 million invented signatures are loaded first.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from shutil import which
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, sync_playwright

from bench.load import DEFAULT_ROWS, benchmark_load
from bench.server import free_port, serving

_VIEWS = ("", "?countries=EU", "?countries=FR,PL&types=university", "?from=2026-02-01&to=2026-03-31")
_WARM_UP, _REPEATS = 3, 40
_FIRST_DAY, _LAST_DAY = date(2026, 1, 1), date(2026, 10, 27)  # of the invented signatures
_HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip"}
_CALLBACK_PATH = "/_dash-update-component"


@dataclass(frozen=True)
class Post:
    """One callback request as the browser sent it, and the page that sent it."""

    page: str
    output: str
    body: str


@dataclass(frozen=True)
class Timing:
    """One user's waiting for a callback, over all views of a page, from request to the last byte of the answer."""

    page: str
    output: str
    requests: int
    median_ms: float
    p95_ms: float


@dataclass(frozen=True)
class CallbackBenchmark:
    """Every callback's timing, the slowest first, and the empty callback's in the same run."""

    timings: list[Timing]
    empty: Timing

    def lines(self) -> list[str]:
        """The result as a table in Markdown."""
        rows = [
            f"| {timing.page} | `{timing.output}` | {timing.requests} | {timing.median_ms:.1f} | {timing.p95_ms:.1f} "
            f"| {timing.p95_ms / self.empty.p95_ms:.0f} |"
            for timing in [*self.timings, self.empty]
        ]
        header = "| page | callback | requests | median ms | 95th percentile ms | times an empty callback |"
        return [header, "|---|---|---:|---:|---:|---:|", *rows]


def benchmark_callbacks(data_dir: Path) -> CallbackBenchmark:
    """Serve the data directory's snapshot and time every callback that its pages call."""
    port, empty_port = free_port(), free_port()
    with serving(port, "dashboard", "serve", "--data-dir", str(data_dir), "--port", str(port)) as address:
        timings = _timings(address, _recorded(address))
    with serving(empty_port, "gunicorn", "bench.empty_app:server", "--bind", f"127.0.0.1:{empty_port}") as address:
        (empty,) = _timings(address, _recorded(address))
    return CallbackBenchmark(sorted(timings, key=lambda timing: timing.p95_ms, reverse=True), empty)


def _recorded(address: str) -> list[Post]:
    """What a browser posts while it opens each page under each view."""
    posts: list[Post] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: posts.extend(_posts(request, page)))
        page.goto(address, wait_until="networkidle")
        links = page.locator("nav a").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
        posts.clear()
        for path in dict.fromkeys(links or ["/"]):
            for view in _VIEWS:
                page.goto(address + path + view, wait_until="networkidle")
                page.wait_for_selector(".skeleton", state="detached")  # every card has come
        browser.close()
    return posts


def _posts(request: Request, page: Page) -> Iterable[Post]:
    if urlsplit(request.url).path == _CALLBACK_PATH and request.post_data:
        asked = json.loads(request.post_data)
        first, *others = asked["output"].strip(".").split("...")
        place = asked["inputs"][0].get("value") if "MATCH" in first else None  # of cards that come later
        output = place["later"] if place else f"{first} and {len(others)} more" if others else first
        yield Post(urlsplit(page.url).path, output, request.post_data)


def _timings(address: str, posts: list[Post]) -> list[Timing]:
    connection = HTTPConnection(urlsplit(address).netloc)
    durations: dict[tuple[str, str], list[float]] = {}
    for post in posts:
        for repeat in range(_WARM_UP + _REPEATS):
            duration = _duration_ms(connection, post, _for_other_days(post.body, repeat))
            if repeat >= _WARM_UP:
                durations.setdefault((post.page, post.output), []).append(duration)
    connection.close()
    timings = []
    for (page, output), taken in durations.items():
        cuts = quantiles(taken, n=20, method="inclusive")
        timings.append(Timing(page, output, len(taken), median_ms=cuts[9], p95_ms=cuts[18]))
    return timings


def _for_other_days(body: str, repeat: int) -> str:
    """The same request for days that begin later and end earlier; unchanged where it has no address."""
    asked = json.loads(body)
    for given in [*asked["inputs"], *asked.get("state", [])]:
        if isinstance(given, dict) and (given["id"], given["property"]) == ("address", "search"):
            first, last = _FIRST_DAY + timedelta(days=repeat), _LAST_DAY - timedelta(days=repeat)
            given["value"] = f"{given.get('value') or '?'}&from={first.isoformat()}&to={last.isoformat()}"
    return json.dumps(asked)


def _duration_ms(connection: HTTPConnection, post: Post, body: str) -> float:
    began = perf_counter()
    connection.request("POST", _CALLBACK_PATH, body.encode(), _HEADERS)
    response = connection.getresponse()
    response.read()
    if response.status >= 400:
        raise RuntimeError(f"{post.output} on {post.page} answered {response.status}")
    return (perf_counter() - began) * 1000


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(*benchmark_callbacks(Path(sys.argv[1])).lines(), sep="\n")
    else:
        with TemporaryDirectory() as folder:
            benchmark_load(DEFAULT_ROWS, Path(folder))
            print(*benchmark_callbacks(Path(folder) / "data").lines(), sep="\n")
