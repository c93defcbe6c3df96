"""Hostile requests: refused in a sentence, without a trace; and what every answer forbids a browser."""

import logging
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from bench.hostile_bodies import HostileBodies, hostile_bodies, own_bodies
from dashboard.app import create_app
from dashboard.pages.listed import LATER
from tests.snapshots import days, publish

POST = "/_dash-update-component"
REFUSAL = "That is nothing a page of this dashboard sends: load the page again."


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A browser without a screen."""
    publish(tmp_path, signature_daily=days("2026-03-02", [10] * 30, country="MT"))
    return create_app(tmp_path).server.test_client()


def test_what_a_page_sends_is_answered(client: FlaskClient) -> None:
    own = own_bodies(client.get("/_dash-dependencies").get_json())
    assert len(own) == 3
    assert {client.post(POST, json=body).status_code for body in own} <= {200, 204}


def test_hostile_bodies_are_answered_without_a_fault_or_a_trace(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    own, result = own_bodies(client.get("/_dash-dependencies").get_json()), HostileBodies()
    with caplog.at_level(logging.ERROR):
        for body in hostile_bodies(own, 600, seed=2):
            answer = client.post(POST, data=body, content_type="application/json")
            result.judge(body, answer.status_code, answer.get_data())
    assert result.faults == []
    assert caplog.records == []  # nor was one noted in silence
    assert result.statuses[400] > 300
    assert set(result.statuses) <= {200, 204, 400}


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"NaN", b"[" * 100_000, b'{"output": "page.children"}'])
def test_what_is_no_request_of_a_page_is_refused_in_a_sentence(client: FlaskClient, body: bytes) -> None:
    answer = client.post(POST, data=body, content_type="application/json")
    assert (answer.status_code, answer.get_data(as_text=True)) == (400, REFUSAL)


@pytest.mark.parametrize("card", ["", "nothing", "__proto__", "forecast ", "<b>"])
def test_a_card_that_there_is_not_is_refused(client: FlaskClient, card: str) -> None:
    assert "forecast" in LATER
    (body,) = [one for one in own_bodies(client.get("/_dash-dependencies").get_json()) if "later" in one["output"]]
    assert client.post(POST, json=body).status_code == 200
    ident = {"later": card}
    changed = body | {"inputs": [{"id": ident, "property": "id", "value": ident}]}
    assert client.post(POST, json=changed).status_code == 400
    empty = body | {"inputs": [body["inputs"][0] | {"value": {}}]}
    assert client.post(POST, json=empty).status_code == 400


def test_thirty_megabytes_are_refused_before_they_are_read(client: FlaskClient) -> None:
    answer = client.post(POST, data=b"x" * 30_000_000, content_type="application/json")
    assert (answer.status_code, answer.get_data(as_text=True)) == (413, "That request is too large.")


@pytest.mark.parametrize(
    "address",
    ["/", "/reach", "/assets/none.js", "/assets/../server.py", "/_dash-component-suites/none/none.js", "/static/x",
     "/_dash-component-suites/dash/../../etc/passwd", "/_reload-hash", "/download/none.csv", "/table/none",
     "/pack/none.zip", "/table/totals?countries=%00%ff&from=x", "/pack/%00.zip?language=../x", "/mcp", "/_dash-mcp"],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "TRACE"])
def test_no_address_shows_how_the_server_is_made(client: FlaskClient, address: str, method: str) -> None:
    answer = client.open(address, method=method)
    assert answer.status_code < 500
    assert b"Traceback" not in answer.data
    assert b'File "' not in answer.data


@pytest.mark.parametrize("address", ["/", "/table/totals", "/table/none", "/assets/dashboard.js", "/_dash-layout"])
def test_every_answer_tells_a_browser_what_to_refuse(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert "*" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert (headers.get("Cache-Control") == "no-store") is not address.startswith("/assets/")
