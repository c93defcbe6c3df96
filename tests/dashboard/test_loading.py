"""Loading a file on the page Data: off by default, for this machine only, and the same job as in a terminal."""

import json
import os
import re
import time
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.app import create_app
from dashboard.loading.uploads import safe_name
from tests.installation import Installation

OWN = {"Origin": "http://localhost", "X-Campaign-Dashboard": "loading"}
GOOD = "signed_at,name,email,country\n2023-05-01,Ada Invented,ada@uni.example,DE\nnever,Bob Invented,b@x.example,FR\n"
BROKEN = "signed_at,name,shoe_size\n2023-05-01,Ada Invented,38\n"


class Window:
    """A window of a browser on this machine: it sends what the card would send."""

    def __init__(self, installation: Installation) -> None:
        app = create_app(installation.root / "published", loading=installation.root)
        self.client: FlaskClient = app.server.test_client()

    def post(self, path: str, body: str | bytes = "{}", **headers: str) -> TestResponse:
        """Send a request of the card; a header that is given takes the place of the page's own."""
        named = OWN | {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(f"/loading/{path}", data=body, headers=named)

    def upload(self, name: str, content: str | bytes) -> str:
        """Drop a file; its id."""
        answer = self.client.post("/loading/upload", query_string={"name": name}, data=content, headers=OWN)
        assert answer.status_code == 200
        found = re.search('data-load-upload="([0-9a-f]{32})"', answer.text)
        assert found
        return found[1]

    def loaded(self, ident: str, choices: str = '{"campaign": "letter"}') -> str:
        """Load a file, and the card at the end."""
        shown = self.post(f"{ident}/load", choices).text
        until = time.monotonic() + 60
        while "data-load-poll" in shown and time.monotonic() < until:
            time.sleep(0.2)
            shown = self.post(ident).text
        return shown


@pytest.fixture
def window(installation: Installation) -> Window:
    """A window on an installation with one campaign and no file."""
    return Window(installation)


def uploads(installation: Installation) -> list[Path]:
    """The folders of the files that wait."""
    return list((installation.root / "inbox" / ".uploads").glob("*"))


def said(card: str) -> str:
    """The sentence of a card, without its markup."""
    found = re.search('<p class="load-said[^>]*>(.*?)</p>', card, re.DOTALL)
    assert found
    return unescape(" ".join(re.sub("<[^>]*>", "", found[1]).split()))


def test_without_a_data_directory_there_is_no_card_and_no_route(installation: Installation) -> None:
    client = create_app(installation.root / "published").server.test_client()
    assert "load-card" not in client.get("/_dash-layout").text
    assert client.post("/loading/upload?name=form.csv", data=GOOD, headers=OWN).status_code in (404, 405)
    assert uploads(installation) == []


def test_with_a_data_directory_there_is_a_place_for_the_card(window: Window) -> None:
    assert "load-card" in window.client.get("/_dash-layout").text
    assert "Drop a file here, or" in window.post("").text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://localhost:9999"},
        {"Origin": "http://evil.example", "Host": "evil.example"},  # a name that was rebound to this machine
        {"X_Campaign_Dashboard": ""},
    ],
    ids=str,
)
def test_a_page_of_another_site_can_do_nothing(
    window: Window, installation: Installation, headers: dict[str, str]
) -> None:
    ident = window.upload("form.csv", GOOD)
    for path in ("", "upload?name=other.csv", ident, *(f"{ident}/{act}" for act in ("load", "describe", "discard"))):
        answer = window.post(path, GOOD, **headers)
        assert answer.status_code == 403
        assert re.fullmatch(r"Only the .*\.|This dashboard was started for its own machine alone\..*", answer.text)
    assert [folder.name for folder in uploads(installation)] == [ident]


def test_an_address_that_is_only_opened_does_nothing(window: Window, installation: Installation) -> None:
    ident = window.upload("form.csv", GOOD)
    for path in (ident, f"{ident}/load", f"{ident}/describe", f"{ident}/discard"):
        assert "load-state" not in window.client.get(f"/loading/{path}", headers=OWN).text
    assert [path.name for folder in uploads(installation) for path in folder.iterdir()] == ["form.csv"]


def test_inspecting_says_what_would_happen_and_changes_nothing(window: Window, installation: Installation) -> None:
    card = window.post(window.upload("form.csv", GOOD)).text
    assert said(card) == (
        "form.csv would be loaded as signatures (Signatures, plain layout): 2 rows, of which 1 would be rejected. "
        "Nothing has changed yet."
    )
    assert "Ada Invented" in card
    assert "not a date in a declared form" in card
    assert not (installation.root / "published").exists()
    assert not (installation.root / "warehouse").exists()


def test_a_file_that_nothing_fits_is_refused_in_the_sentence_of_the_loader(window: Window) -> None:
    assert said(window.post(window.upload("other.csv", BROKEN)).text) == (
        "other.csv: no known format has the columns signed_at, name, shoe_size. "
        "Nearest is signatures_csv: the format knows no column shoe_size. "
        "Name one with --format, or describe yours in a TOML file under sources/ (docs/sources.md)."
    )


FORM = "Timestamp,Full name,Affiliation / Organisation\n4/13/2023 18:02:11,Ada Invented,Invented University\n"


def description(card: str) -> str:
    """The text in which a card says how a file is to be read."""
    found = re.search("<textarea[^>]*>(.*?)</textarea>", card, re.DOTALL)
    assert found
    return unescape(found[1])


def test_a_file_of_an_unknown_layout_is_described_looked_at_and_loaded(
    window: Window, installation: Installation
) -> None:
    ident = window.upload("our form.csv", FORM)
    card = window.post(ident, '{"campaign": "letter"}').text
    assert said(card).startswith("our form.csv: no known format has the columns Timestamp, Full name")
    guessed = description(card)
    assert 'affiliation = "Affiliation / Organisation"' in guessed
    choices = {"campaign": "letter", "kind": "signatures", "description": guessed}
    card = window.post(f"{ident}/describe", json.dumps(choices)).text
    assert said(card).startswith("our form.csv would be loaded as signatures (our form): 1 row, of which none")
    assert (installation.root / "sources" / "our_form.toml").read_text() == guessed
    assert said(window.loaded(ident)).startswith("our form.csv is loaded: 1 row, 1 accepted")


def test_a_description_that_is_wrong_is_refused_and_stays_to_be_mended(
    window: Window, installation: Installation
) -> None:
    ident = window.upload("our form.csv", FORM)
    wrong = description(window.post(ident).text).replace('kind = "signatures"', 'kind = "<shoes>"')
    card = window.post(f"{ident}/describe", json.dumps({"campaign": "letter", "description": wrong})).text
    assert said(card).startswith("The description: key 'kind': Input should be 'signatures'")
    assert description(card) == wrong
    assert not (installation.root / "sources").exists()
    assert window.post(f"{ident}/describe", json.dumps({"description": "x" * 20_001})).status_code == 400


def test_a_good_file_ends_in_the_ledger_under_its_own_name(window: Window, installation: Installation) -> None:
    name = "--help d’été.csv"
    card = window.loaded(window.upload(name, GOOD))
    assert said(card).startswith(f"{name} is loaded: 2 rows, 1 accepted, 0 duplicate, 1 rejected and 0 pending.")
    assert re.findall("<td[^>]*number[^>]*>(.*?)</td>", card) == ["2", "1", "0", "1", "0"]
    assert installation.counts(name) == (2, 1, 0, 1, 0)


def test_the_uploaded_file_is_gone_once_it_is_loaded(window: Window, installation: Installation) -> None:
    ident = window.upload("form.csv", GOOD)
    window.loaded(ident)
    (folder,) = uploads(installation)
    until = time.monotonic() + 5
    while list(folder.glob("[!.]*")) and time.monotonic() < until:
        time.sleep(0.05)
    assert list(folder.glob("[!.]*")) == []
    window.post(f"{ident}/discard")
    assert uploads(installation) == []


def test_the_same_content_again_changes_nothing(window: Window, installation: Installation) -> None:
    installation.load(installation.write("form.csv", GOOD))
    card = window.loaded(window.upload("copy.csv", GOOD))
    assert said(card) == "form.csv was loaded before, so nothing has changed."
    assert installation.ask("select file from load_ledger") == [("form.csv",)]


def test_a_file_that_loading_refuses_says_why(window: Window, installation: Installation) -> None:
    installation.load(installation.write("form.csv", GOOD))
    card = window.loaded(window.upload("counts.csv", "observed_at,country,total\n2023-05-01,DE,10\n"))
    assert said(card).startswith("counts.csv: the campaign letter holds signatures already, and counts would count")


def test_a_load_that_cannot_begin_says_why(window: Window) -> None:
    card = window.loaded(window.upload("form.csv", GOOD), '{"campaign": "gone"}')
    assert said(card) == (
        "The file was not loaded. No campaign 'gone' (known: letter); create it with: etl campaign new gone --title …"
    )


def test_a_load_is_known_to_every_server_process_and_runs_once(window: Window, installation: Installation) -> None:
    ident = window.upload("form.csv", GOOD)
    other = Window(installation)
    assert said(window.post(f"{ident}/load", '{"campaign": "letter"}').text) == "Loading form.csv …"
    assert said(other.post(ident).text) == "Loading form.csv …"
    assert said(other.loaded(ident)).startswith("form.csv is loaded: 2 rows")
    assert installation.ask("select count(*) from load_ledger") == [(1,)]


def test_the_campaign_and_the_day_that_are_chosen_are_followed(window: Window, installation: Installation) -> None:
    installation.etl("campaign", "new", "second", "--title", "Another invented letter", "--launched-on", "2023-06-01")
    ident = window.upload("form.csv", "signed_at,name,email\n,Ada Invented,ada@uni.example\n")
    choices = '{"campaign": "second", "dated": "2023-06-09"}'
    card = window.post(ident, choices).text
    assert "of which none would be rejected" in said(card)
    assert '<option value="second" selected>' in card
    window.loaded(ident, choices)
    assert installation.ask("select campaign_id, day::varchar, signatures from signature_daily") == [
        ("second", "2023-06-09", 1)
    ]


@pytest.mark.parametrize(
    "choices", ['{"campaign": "--help"}', '{"campaign": "a b"}', '{"kind": "x"}', '{"dated": "soon"}', "[]", "{"]
)
def test_what_cannot_be_chosen_never_reaches_a_command(window: Window, choices: str) -> None:
    ident = window.upload("form.csv", GOOD)
    answer = window.post(f"{ident}/load", choices)
    assert (answer.status_code, said(answer.text)) == (400, "That cannot be chosen here.")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../campaigns/letter/campaign.toml", "campaign.toml"),
        ("..\\..\\form.csv", "form.csv"),
        ("/etc/passwd", "passwd"),
        (".said", "said"),
        ("..", "file"),
        ("", "file"),
        ("a\0b\n\u202ec.csv", "abc.csv"),
        ("--data-dir=x.csv", "--data-dir=x.csv"),
        ("e\u0301té.csv", "été.csv"),
        ("é" * 300 + ".csv", "é" * 98 + ".csv"),
    ],
)
def test_a_file_name_names_a_file_in_its_own_folder_and_nothing_else(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_markup_in_a_file_is_shown_as_text(window: Window) -> None:
    rows = "signed_at,name,email\n2023-05-01,<script>alert(1)</script>,a@x.example\n"
    card = window.post(window.upload("<img src=x>.csv", rows)).text
    assert "<script>" not in card
    assert "<img" not in card
    assert "&lt;script&gt;alert(1)" in card


@pytest.mark.parametrize("ident", ["0" * 32, "..", "../" * 3, "x", "%2e%2e"])
def test_an_id_that_was_never_given_is_nothing(window: Window, installation: Installation, ident: str) -> None:
    before = sorted(installation.root.rglob("*"))
    assert window.post(f"{ident}/discard").status_code in (400, 404, 405)
    assert sorted(installation.root.rglob("*")) == before


def test_two_uploads_of_one_name_do_not_meet(window: Window, installation: Installation) -> None:
    first, second = window.upload("form.csv", GOOD), window.upload("form.csv", BROKEN)
    window.post(f"{second}/discard")
    (left,) = uploads(installation)
    assert (left.name, (left / "form.csv").read_text()) == (first, GOOD)


def test_only_the_owner_can_read_an_upload(window: Window, installation: Installation) -> None:
    window.upload("form.csv", GOOD)
    (folder,) = uploads(installation)
    assert [path.stat().st_mode & 0o777 for path in (folder.parent, folder, folder / "form.csv")] == [
        0o700, 0o700, 0o600,
    ]  # fmt: skip


def test_a_file_that_was_left_lying_is_gone_at_the_next_visit_after_an_hour(
    window: Window, installation: Installation
) -> None:
    old, young = window.upload("old.csv", GOOD), window.upload("young.csv", GOOD)
    for ident, minutes in ((old, 61), (young, 59)):
        then = time.time() - minutes * 60
        os.utime(installation.root / "inbox" / ".uploads" / ident, (then, then))
    window.post("")
    assert [folder.name for folder in uploads(installation)] == [young]
    assert said(window.post(old).text) == "This file is no longer here: choose it again."


def test_a_file_that_waits_is_not_part_of_the_inbox(window: Window, installation: Installation) -> None:
    window.upload("form.csv", GOOD)
    assert installation.etl("run", "--json").json["files"] == []


def test_a_file_of_two_megabytes_is_taken_and_one_of_fifty_is_not(window: Window, installation: Installation) -> None:
    window.upload("two.csv", b"x" * 2_000_000)
    answer = window.post("upload?name=fifty.csv", b"x" * 50_000_001)
    assert answer.status_code == 413
    assert said(answer.text) == (
        "This page takes files of up to 50 MB. Load a larger one in a terminal: "
        f"campaign-etl load FILE --data-dir {installation.root}"
    )
    assert [path.name for folder in uploads(installation) for path in folder.iterdir()] == ["two.csv"]


def test_all_other_requests_keep_the_limit_of_one_megabyte(window: Window) -> None:
    ident = window.upload("form.csv", GOOD)
    assert window.post(ident, b"{" + b" " * 1_000_001 + b"}").status_code == 413
    assert window.client.post("/_dash-update-component", json=" " * 1_000_001).status_code == 413
