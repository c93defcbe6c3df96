"""Feeds of a real server on loopback, fetched into the inbox and loaded."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from tests.installation import Installation

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Invented Post</title><link>https://post.example/</link>
<description>d</description><language>en</language>
<item><title>An open letter of {number} researchers</title><link>https://post.example/{number}</link>
<pubDate>Wed, 03 May 2023 10:00:00 GMT</pubDate></item></channel></rss>"""


class Feeds(BaseHTTPRequestHandler):
    """/1 has an ETag, /gone and /page are no feeds, /large does not end."""

    asked: ClassVar[list[tuple[str, str | None]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["If-None-Match"]))
        if self.path == "/1" and self.headers["If-None-Match"] == '"a"':
            self.send_response(304)
            self.end_headers()
            return
        if self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
            return
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("ETag", '"a"')
        self.end_headers()
        try:
            if self.path == "/large":
                for _ in range(200):
                    self.wfile.write(b"x" * 100_000)
            elif self.path == "/page":
                self.wfile.write(b"<html><title>No feed</title></html>")
            else:
                self.wfile.write(FEED.format(number=self.path[1:]).encode())
        except ConnectionError:
            pass  # who asked had enough

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Feeds.asked.clear()
    serving = ThreadingHTTPServer(("127.0.0.1", 0), Feeds)
    Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}"
    serving.shutdown()
    serving.server_close()


def listing(installation: Installation, *addresses: str) -> None:
    """Write these feeds into campaign.toml."""
    path = installation.root / "campaigns" / "letter" / "campaign.toml"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"feeds = {list(addresses)}\n")


def test_what_feeds_bring_goes_the_way_of_any_file(installation: Installation, server: str) -> None:
    listing(installation, f"{server}/1", f"{server}/2")
    assert installation.etl("fetch").status == 0
    assert installation.etl("run").status == 0
    assert installation.ask("select sum(mentions), sum(stories) from media_daily") == [(2, 2)]
    assert installation.ask("select distinct kind, format, accepted from load_ledger") == [("media", "rss", 1)]


def test_a_feed_is_asked_for_only_if_it_changed(installation: Installation, server: str) -> None:
    listing(installation, f"{server}/1", f"{server}/2")
    states = [[feed["state"] for feed in installation.etl("fetch", "--json").json["feeds"]] for _ in range(2)]
    assert states == [["fetched", "fetched"], ["unchanged", "unchanged"]]  # 2 sends the same again
    assert Feeds.asked == [("/1", None), ("/2", None), ("/1", '"a"'), ("/2", '"a"')]
    folder = installation.root / "inbox" / "letter" / "media"
    assert len(list(folder.glob("feed-*.xml"))) == 2


def test_one_bad_feed_does_not_stop_the_others(installation: Installation, server: str) -> None:
    bad = [f"{server}/{name}" for name in ("gone", "page", "large", "file")] + ["http://127.0.0.1:9/"]
    listing(installation, *bad, f"{server}/1")
    ended = installation.etl("fetch", "--json")
    assert ended.status == 2
    *failed, last = ended.json["feeds"]
    assert [feed["state"] for feed in failed] == ["failed"] * 5
    assert last["state"] == "fetched"
    said = [feed["message"].removeprefix(feed["address"]) for feed in failed]
    assert said[0] == ": the server answered 404; check the address in campaign.toml."
    assert said[1] == ": this is no Atom or RSS feed; look up the feed's own address."
    assert said[2] == ": it is larger than 10,000,000 bytes; ask for a feed with fewer articles."
    assert said[3].startswith(": cannot be reached (UnsupportedProtocol)")
    assert said[4].startswith(": cannot be reached (ConnectError)")
    assert len(list((installation.root / "inbox" / "letter" / "media").glob("feed-*.xml"))) == 1


def test_only_addresses_of_the_web_are_feeds(installation: Installation) -> None:
    listing(installation, "file:///etc/hostname")
    ended = installation.etl("fetch")
    assert ended.status == 2
    assert "'file:///etc/hostname' is no address of the web" in ended.err + ended.out


def test_a_campaign_without_feeds_says_where_to_list_them(installation: Installation) -> None:
    ended = installation.etl("fetch")
    assert ended.status == 2
    assert 'write feeds = ["https://…"] in campaign.toml' in ended.err + ended.out
