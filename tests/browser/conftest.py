"""A real server process and a real browser. Without a Chromium these tests are skipped, saying how to get one."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.snapshots import Row, campaign, days, publish, signed

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_STARTS_WITHIN = 120
_PATIENCE_MS = 30_000  # a busy machine is slow, not wrong
expect.set_options(timeout=_PATIENCE_MS)


@dataclass(frozen=True)
class Site:
    """A running dashboard: its address, and the folder of snapshots that it serves."""

    address: str
    published: Path


def rows() -> list[Row]:
    """Thirty days of March 2026: 300 signatures from Malta, 60 from France, 12 from companies in Germany."""
    return [
        *days("2026-03-02", [10] * 30, country="MT"),
        *days("2026-03-02", [2] * 30, country="FR"),
        signed("2026-03-05", 12, "DE", "company"),
    ]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The server as `serve` starts it, on a free port."""
    data_dir = tmp_path_factory.mktemp("data")
    event: Row = {
        "campaign_id": "open-letter", "event_id": "e1", "day": "2026-03-05", "kind": "talk", "title": "A hearing",
    }  # fmt: skip
    publish(data_dir / "published", campaign=[campaign(is_demo=True)], signature_daily=rows(), event=[event])
    with serving(data_dir) as address:
        yield Site(address, data_dir / "published")


@contextmanager
def serving(data_dir: Path, *options: str) -> Iterator[str]:
    """The address of a server process as ``serve`` starts it, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dashboard", "serve", "--data-dir", str(data_dir), "--port", str(port), *options]
    process = subprocess.Popen(command)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except HTTPError:  # it asks to sign in
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    if CHROMIUM is None:
        pytest.skip("no Chromium: install it with 'apt-get install chromium' or 'playwright install chromium'")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def laptop(browser: Browser) -> Iterator[BrowserContext]:
    """A laptop whose browser keeps the scripts between tests; no test leaves anything else behind in it."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    context.set_default_timeout(_PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture
def page(laptop: BrowserContext) -> Iterator[Page]:
    """A new window."""
    window = laptop.new_page()
    yield window
    window.close()


def wait_for_cards(page: Page) -> None:
    """Wait until every card is there: one that comes may move the figure that is about to be clicked."""
    expect(page.locator("#finding")).to_be_visible()
    expect(page.locator("#page .skeleton")).to_have_count(0)


def wait_until(page: Page, condition: str) -> None:
    """Until a condition in JavaScript holds: wait_for_function asks again by eval, which the pages' policy forbids."""
    until = time.monotonic() + _PATIENCE_MS / 1000
    while not page.evaluate(condition):
        assert time.monotonic() < until, condition
        page.wait_for_timeout(50)
