"""Answers that are given again: the same for the same reader and request, and never another's or an earlier one."""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bench.pages import page_body
from dashboard.access.accounts import Accounts
from dashboard.access.roles import Role
from dashboard.app import create_app
from dashboard.kept import Kept
from tests.dashboard.access import PASSWORD, PUBLIC_HOST, house
from tests.snapshots import publish, signed

POST = "/_dash-update-component"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until a test moves it: an answer is given again within its minute."""
    now = [1_800_000_000.0]
    monkeypatch.setattr("dashboard.answered_before.time", lambda: now[0])
    return now


@dataclass
class Watched:
    """A server of the machine's own reader. made: what was posted that had no answer yet."""

    published: Path
    server: Flask
    made: list[str] = field(default_factory=list)

    def page(self, path: str = "/reach", search: str = "", scheme: str = "light") -> TestResponse:
        """Open a page."""
        client = self.server.test_client()
        client.set_cookie("scheme", scheme)
        return opened(client, path, search)


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    """A campaign with five signatures."""
    publish(tmp_path, signature_daily=[signed("2026-03-03", 5, "MT")])
    found = Watched(tmp_path, create_app(tmp_path).server)

    def note() -> None:
        if request.method == "POST":
            found.made.append(request.path)

    found.server.before_request(note)
    return found


def opened(client: FlaskClient, path: str, search: str = "", **environment: str) -> TestResponse:
    """What a page says, asked for as a browser does."""
    body = page_body(client.get("/_dash-dependencies", **environment).get_json(), path, search)
    return client.post(POST, json=body, headers={"Accept-Encoding": "gzip"}, **environment)


def test_the_same_page_is_made_once_and_protected_each_time(watched: Watched) -> None:
    first, again = watched.page(), watched.page()
    assert again.get_data() == first.get_data()
    assert (again.headers["Content-Encoding"], again.headers["Cache-Control"]) == ("gzip", "no-store")
    assert again.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]
    assert watched.made == [POST]


def test_other_filters_other_pages_and_another_scheme_are_other_answers(watched: Watched) -> None:
    answers = [
        watched.page(), watched.page("/momentum"), watched.page(search="?countries=DE"), watched.page(scheme="dark"),
    ]  # fmt: skip
    assert len({answer.get_data() for answer in answers}) == 4


def test_what_is_not_compressed_is_not_answered_with_what_is(watched: Watched) -> None:
    client = watched.server.test_client()
    assert client.get("/table/reach", headers={"Accept-Encoding": "gzip"}).get_data()[:2] == b"\x1f\x8b"
    assert client.get("/table/reach").get_data()[:2] != b"\x1f\x8b"


def test_another_method_is_another_request(watched: Watched) -> None:
    client = watched.server.test_client()
    client.options("/table/reach")
    assert b"Malta" in client.get("/table/reach").get_data()


def test_a_publish_is_seen_at_once(watched: Watched) -> None:
    before = watched.server.test_client().get("/table/totals").get_data(as_text=True)
    publish(watched.published, "20260402T100000Z-0000bbbb", signature_daily=[signed("2026-03-03", 6, "MT")])
    after = watched.server.test_client().get("/table/totals").get_data(as_text=True)
    assert (">5<" in before, ">5<" in after, ">6<" in after) == (True, False, True)


def test_a_page_says_its_age_anew_every_minute(watched: Watched, clock: list[float]) -> None:
    watched.page()
    clock[0] += 60
    watched.page()
    assert watched.made == [POST, POST]


def test_a_failure_is_not_kept(watched: Watched) -> None:
    broken = publish(watched.published, "20260402T100000Z-0000bbbb", signature_daily=[signed("2026-03-03", 5)])
    with duckdb.connect(str(broken)) as connection:
        connection.execute("drop table resolution")
    for _ in range(2):
        assert "another version of this program" in watched.page("/data").get_data(as_text=True)
    assert watched.made == [POST, POST]


def test_a_cookie_is_not_kept(watched: Watched) -> None:
    cookies = ["secret=1"]

    def add(response: Response) -> Response:
        if cookies:
            response.headers["Set-Cookie"] = cookies.pop()
        return response

    watched.server.after_request(add)
    client = watched.server.test_client(use_cookies=False)
    assert "Set-Cookie" in client.get("/table/totals").headers
    assert "Set-Cookie" not in client.get("/table/totals").headers


def test_no_reader_gets_what_another_was_given(tmp_path: Path) -> None:
    home = house(tmp_path)
    Accounts(tmp_path).put("colleague", Role.ORGANISER, PASSWORD)
    names = ("organiser", "colleague", "public")
    answers = {name: opened(home.signed_in(name), "/reach", base_url=PUBLIC_HOST) for name in names}
    said = {name: json.loads(gzip.decompress(answer.get_data()))["response"] for name, answer in answers.items()}
    assert said["organiser"]["page"] == said["colleague"]["page"] != said["public"]["page"]
    assert all(f"Signed in as {name} " in str(said[name]["page-footer"]) for name in names)


def test_who_may_not_come_in_gets_nothing_that_was_kept(tmp_path: Path) -> None:
    home = house(tmp_path)
    organiser, public = home.signed_in(Role.ORGANISER), home.signed_in(Role.PUBLIC)
    assert organiser.get("/table/ledger", base_url=PUBLIC_HOST).status_code == 200
    assert public.get("/table/ledger", base_url=PUBLIC_HOST).status_code == 403
    assert home.client().get("/table/ledger", base_url=PUBLIC_HOST).status_code == 401


def test_what_is_kept_stays_within_its_bound() -> None:
    kept = Kept[str](10)
    for asked, weight in (("a", 4), ("b", 4), ("a", 5), ("c", 3)):
        kept.keep(asked, asked.upper(), weight)
    assert [kept.find(asked) for asked in "abc"] == ["A", None, "C"]
    kept.keep("larger than all", "X", 11)
    assert [kept.find(asked) for asked in ("a", "c", "larger than all")] == [None, None, None]
