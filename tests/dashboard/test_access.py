"""Who gets in, and to what: every route of the application, for everybody who should not get there."""

import re
import stat
import time
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from dashboard.access.accounts import Accounts, AccountsError
from dashboard.access.attempts import Attempts
from dashboard.access.doors import Doors, NoDoorError, doors
from dashboard.access.gate import OPEN
from dashboard.access.roles import Role
from dashboard.access.sessions import COOKIE, LIFETIME_SECONDS
from dashboard.app import create_app
from dashboard.metric import metric_names
from tests.dashboard.access import PASSWORD, PUBLIC_HOST, House, house

STRANGERS = ("anonymous", "expired", "forged", "signed out", "spoofed header", "cookie of another installation")
HEADER = "X-Remote-User"


@pytest.fixture
def place(tmp_path: Path) -> House:
    """An installation that others can reach."""
    return house(tmp_path)


def addresses(server: Flask) -> list[tuple[str, str]]:
    """Method and address of every route, and of some that are served by a pattern."""
    filled = {"question": "momentum", "network_id": "ellis", "package_name": "dash", "fingerprinted_path": "deps.js"}
    routes = [
        (method, re.sub(r"<(?:\w+:)?(\w+)>", lambda name: filled.get(name[1], "x"), rule.rule))
        for rule in server.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.endpoint not in OPEN
    ]
    more = ["/reach", "/assets/dashboard.js", "/assets/europe.geojson", "/_dash-layout", "/_dash-dependencies",
            "/download/reach-by-type.csv", "/table/institutions", "/pack/ellis.zip", "/nowhere"]  # fmt: skip
    return [*routes, *(("GET", address) for address in more)]


def stranger(place: House, kind: str, monkeypatch: pytest.MonkeyPatch) -> tuple[FlaskClient, dict[str, str]]:
    """A browser that should not get in, and the headers that it sends."""
    client, key = place.client(), Accounts(place.data_dir).session_key()
    cookie = ""
    if kind in ("expired", "signed out"):
        client = place.signed_in(Role.ORGANISER)
        kept = client.get_cookie(COOKIE, domain="letter.example")
        assert kept is not None
        cookie = kept.value
    if kind == "expired":
        assert client.get("/", base_url=PUBLIC_HOST).status_code == 200
        later = time.time() + LIFETIME_SECONDS + 60
        monkeypatch.setattr("itsdangerous.timed.time.time", lambda: later)
    if kind == "signed out":
        client.post("/sign-out", base_url=PUBLIC_HOST)
    if kind == "forged":
        mark = Accounts(place.data_dir).all()["organiser"].mark
        cookie = URLSafeTimedSerializer(key + "x", salt="session").dumps({"name": "organiser", "mark": mark})
    if kind == "cookie of another installation":
        cookie = str(URLSafeTimedSerializer(key, salt="session").dumps({"name": "organiser", "mark": "0" * 16}))
    if cookie:
        client.set_cookie(COOKIE, cookie, domain="letter.example")
    return client, {HEADER: "organiser", "X-Forwarded-For": "127.0.0.1"} if kind == "spoofed header" else {}


@pytest.mark.parametrize("kind", STRANGERS)
def test_no_route_answers_a_stranger(place: House, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = addresses(place.server)
    assert len(asked) > 15
    client, headers = stranger(place, kind, monkeypatch)
    answers = {one: open_route(client, *one, headers=headers).status_code for one in asked}
    assert answers == dict.fromkeys(asked, 401)


def open_route(client: FlaskClient, method: str, address: str, **more: Any) -> TestResponse:
    return client.open(address, method=method, base_url=PUBLIC_HOST, **more)


def test_a_header_is_believed_from_the_named_proxy_alone(tmp_path: Path) -> None:
    place = house(tmp_path, HEADER, ("10.0.0.0/24",))
    asked = addresses(place.server)
    named = {HEADER: "organiser"}
    stranger = {"REMOTE_ADDR": "10.0.1.1"}
    answers = [open_route(place.client(), *one, headers=named, environ_base=stranger).status_code for one in asked]
    assert set(answers) == {401}
    known = {"REMOTE_ADDR": "10.0.0.7"}
    assert open_route(place.client(), "GET", "/table/ledger", headers=named, environ_base=known).status_code == 200
    other = {HEADER: "somebody"}
    assert open_route(place.client(), "GET", "/table/ledger", headers=other, environ_base=known).status_code == 403
    assert open_route(place.client(), "GET", "/table/totals", headers=other, environ_base=known).status_code == 200
    for wrong in ("", "organiser,public", "organiser; x"):
        answer = open_route(place.client(), "GET", "/", headers={HEADER: wrong}, environ_base=known)
        assert answer.status_code == 401


def test_a_browser_that_opens_a_page_gets_the_page_to_sign_in_on(place: House) -> None:
    answer = open_route(place.client(), "GET", "/reach?countries=MT", headers={"Accept": "text/html"})
    assert answer.status_code == 401
    shown = answer.get_data(as_text=True)
    assert '<form method="post" action="/sign-in">' in shown
    assert 'value="/reach?countries=MT"' in shown
    assert "<script" not in shown


@pytest.mark.parametrize("role", [Role.PARTNER, Role.PUBLIC])
def test_others_get_nothing_of_how_the_campaign_works(place: House, role: Role) -> None:
    client = place.signed_in(role)
    for question in ("ledger", "rejections", "desk", "outreach", "follow_ups", "mailings", "next-contacts"):
        for address in (f"/table/{question}", f"/download/{question}.csv"):
            assert open_route(client, "GET", address).status_code == 403
    assert open_route(client, "GET", "/pack/ellis.zip").status_code == (403 if role is Role.PUBLIC else 404)
    assert open_route(client, "POST", "/loading/").status_code in (403, 404, 405)


@pytest.mark.parametrize("role", [Role.PARTNER, Role.PUBLIC])
def test_others_read_protected_counts_only(place: House, role: Role) -> None:
    """Seven people of German companies follow from nothing that a partner can fetch."""
    client = place.signed_in(role)
    organiser = place.signed_in(Role.ORGANISER)
    assert "DE" in open_route(organiser, "GET", "/download/reach-by-country.csv").get_data(as_text=True)
    told = {q: open_route(client, "GET", f"/download/{q.replace('_', '-')}.csv") for q in metric_names()}
    allowed = {q: answer.get_data(as_text=True) for q, answer in told.items() if answer.status_code == 200}
    assert len(allowed) > 10
    assert "307" not in "".join(allowed.values())
    assert ",7\n" not in allowed["reach_by_country"].replace("\r", "")
    assert "secret-list" not in "".join(allowed.values())


def page_of(client: FlaskClient, path: str) -> str:
    """What the page's callback answers for a path."""
    (spec,) = [
        one for one in open_route(client, "GET", "/_dash-dependencies").get_json() if "page.children" in one["output"]
    ]
    values = {"address.pathname": path, "address.search": ""}
    inputs = [one | {"value": values.get(f"{one['id']}.{one['property']}")} for one in spec["inputs"]]
    outputs = [
        dict(zip(("id", "property"), name.rsplit(".", 1), strict=True))
        for name in spec["output"].strip(".").split("...")
    ]
    body = {"output": spec["output"], "outputs": outputs, "inputs": inputs, "changedPropIds": ["address.pathname"]}
    answer = client.post("/_dash-update-component", json=body, base_url=PUBLIC_HOST)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("role", "path"), [*product([Role.PARTNER, Role.PUBLIC], ["/outreach", "/data"]), (Role.PUBLIC, "/reports")]
)
def test_pages_for_organisers_do_not_exist_for_others(place: House, role: Role, path: str) -> None:
    shown = page_of(place.signed_in(role), path)
    assert "No such page" in shown
    assert f'"href":"{path}' not in shown
    assert "secret-list" not in shown
    assert "secret-list" in page_of(place.signed_in(Role.ORGANISER), "/data")


@pytest.mark.parametrize("path", ["/", "/momentum", "/reach", "/under-reached", "/media", "/glossary"])
def test_others_see_the_pages_that_are_theirs_with_the_reason_for_round_numbers(place: House, path: str) -> None:
    shown = page_of(place.signed_in(Role.PARTNER), path)
    assert "Counts of fewer than ten people are hidden here" in shown
    assert "300" in shown or path in ("/media", "/glossary")
    assert "307 signatures" not in shown
    assert "Signed in as partner (partner)." in shown


def test_a_session_cookie_is_kept_from_scripts_other_sites_and_plain_http(place: House) -> None:
    sent = open_route(place.client(), "POST", "/sign-in", data={"name": "public", "password": PASSWORD})
    cookie = sent.headers["Set-Cookie"]
    assert {"Secure", "HttpOnly", "SameSite=Lax", f"Max-Age={LIFETIME_SECONDS}"} <= set(cookie.split("; "))
    again = open_route(place.client(), "POST", "/sign-in", data={"name": "public", "password": PASSWORD})
    assert cookie.split(";")[0] != again.headers["Set-Cookie"].split(";")[0]


@pytest.mark.parametrize("act", ["sign out", "new password", "removal"])
def test_a_copied_cookie_ends_with_its_session(place: House, act: str) -> None:
    client = place.signed_in(Role.PARTNER)
    copied = client.get_cookie(COOKIE, domain="letter.example")
    assert copied is not None
    thief = place.client()
    thief.set_cookie(COOKIE, copied.value, domain="letter.example")
    assert open_route(thief, "GET", "/").status_code == 200
    accounts = Accounts(place.data_dir)
    if act == "sign out":
        assert open_route(client, "POST", "/sign-out").status_code == 303
    elif act == "new password":
        accounts.put("partner", Role.PARTNER, "another long password")
    else:
        accounts.remove("partner")
    assert open_route(thief, "GET", "/").status_code == 401


@pytest.mark.parametrize(
    ("asked", "followed"),
    [("/reach?countries=MT", "/reach?countries=MT"), ("//evil.example", "/"), ("https://evil.example", "/"),
     ("/\\evil.example", "/"), ("/\nx", "/"), ("/sign-out", "/")],
)  # fmt: skip
def test_signing_in_leads_back_to_this_dashboard_only(place: House, asked: str, followed: str) -> None:
    form = {"name": "public", "password": PASSWORD, "back": asked}
    assert open_route(place.client(), "POST", "/sign-in", data=form).headers["Location"] == followed


def test_guessing_a_password_ends_after_ten_attempts_even_with_the_right_one(place: House) -> None:
    wrong = {"name": "organiser", "password": "a wrong password"}
    said = [open_route(place.client(), "POST", "/sign-in", data=wrong).status_code for _ in range(11)]
    assert said == [*[401] * 10, 429]
    right = {"name": "organiser", "password": PASSWORD}
    answer = open_route(place.client(), "POST", "/sign-in", data=right)
    assert answer.status_code == 429
    assert "Too many attempts: wait 15 minutes" in answer.get_data(as_text=True)
    assert int(answer.headers["Retry-After"]) > 800


def test_names_that_do_not_exist_are_answered_like_wrong_passwords(place: House) -> None:
    tried = [{"name": name, "password": "a wrong password"} for name in ("organiser", "nobody", "", "x" * 5000)]
    said = {open_route(place.client(), "POST", "/sign-in", data=one).get_data() for one in tried}
    assert len(said) == 1


def test_attempts_are_counted_in_bounded_memory_and_forgotten_in_time() -> None:
    now = [0.0]
    attempts = Attempts(2, 60, clock=lambda: now[0])
    assert [attempts.seconds_to_wait("a") for _ in range(3)] == [0, 0, 61]
    assert attempts.seconds_to_wait("b") == 0
    now[0] = 61
    assert attempts.seconds_to_wait("a") == 0
    attempts.seconds_to_wait("a")
    attempts.forget("a")
    assert attempts.seconds_to_wait("a") == 0


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "https://letter.example.evil.example"])
def test_a_page_of_another_site_cannot_send_anything(place: House, origin: str) -> None:
    client = place.signed_in(Role.ORGANISER)
    for address in ("/sign-out", "/sign-in", "/_dash-update-component"):
        assert open_route(client, "POST", address, headers={"Origin": origin}).status_code == 403
    crossed = open_route(client, "POST", "/sign-out", headers={"Sec-Fetch-Site": "cross-site"})
    assert crossed.status_code == 403
    assert open_route(client, "GET", "/").status_code == 200


@pytest.mark.parametrize(
    ("base_url", "headers"),
    [("http://letter.example", {}), ("http://192.0.2.7:8050", {}),
     ("http://localhost", {"X-Forwarded-For": "192.0.2.1"}), ("http://localhost", {"Forwarded": "for=192.0.2.1"})],
)  # fmt: skip
def test_a_dashboard_for_one_machine_serves_nobody_else(tmp_path: Path, base_url: str, headers: dict[str, str]) -> None:
    """Neither under a name that was rebound to this machine, nor through a proxy that was put in front of it."""
    house(tmp_path)
    server = create_app(tmp_path / "published").server
    for method, address in addresses(server):
        answer = server.test_client().open(address, method=method, base_url=base_url, headers=headers)
        assert answer.status_code == 403
    assert server.test_client().get("/", base_url="http://localhost:8050").status_code == 200


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("0.0.0.0", None, "", ()), "--host 0.0.0.0 could be reached by others: add an account"),
        (("0.0.0.0", False, "", ()), "--no-sign-in would let everybody in"),
        (("127.0.0.1", True, "", ()), "There is no account yet"),
        (("0.0.0.0", None, HEADER, ()), "--trust-header needs --trust-proxy"),
        (("0.0.0.0", None, HEADER, ("everywhere",)), "--trust-proxy everywhere is no address"),
    ],
)
def test_a_server_that_would_let_in_everybody_does_not_start(tmp_path: Path, arguments: Any, sentence: str) -> None:
    with pytest.raises(NoDoorError, match=re.escape(sentence)):
        doors(tmp_path, *arguments)


def test_this_machine_needs_no_account_until_there_is_one(tmp_path: Path) -> None:
    assert doors(tmp_path, "127.0.0.1", None, "", ()) == Doors()
    Accounts(tmp_path).put("ada", Role.ORGANISER, PASSWORD)
    assert not doors(tmp_path, "127.0.0.1", None, "", ()).are_open
    assert doors(tmp_path, "127.0.0.1", False, "", ()).are_open


def test_accounts_are_for_their_owner_alone_and_hold_no_password(tmp_path: Path) -> None:
    Accounts(tmp_path).put("ada", Role.ORGANISER, PASSWORD)
    path = tmp_path / "access" / "accounts.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert PASSWORD not in path.read_text()
    assert "$argon2id$" in path.read_text()
    path.chmod(0o644)
    with pytest.raises(AccountsError, match="can be read by others: run 'chmod 600"):
        Accounts(tmp_path).all()


@pytest.mark.parametrize(
    ("name", "password", "sentence"),
    [("a b", PASSWORD, "cannot name an account"), ("", PASSWORD, "cannot name an account"),
     ("ada", "short", "at least 12 letters")],
)  # fmt: skip
def test_an_account_that_cannot_be_added_is_refused(tmp_path: Path, name: str, password: str, sentence: str) -> None:
    with pytest.raises(AccountsError, match=sentence):
        Accounts(tmp_path).put(name, Role.PUBLIC, password)
