"""The application over HTTP: pages for addresses, hostile requests, files to download; without a browser."""

import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.pages.listed import LATER, PAGES
from tests.snapshots import campaign, days, publish, signed

Body = dict[str, Any]
_WHERE = {"campaign_id": "open-letter", "day": "2026-03-03", "country": "DE"}
_CONTACT = _WHERE | {
    "institution_type": "university", "channel": "email", "wave": "", "stage": "contacted", "contacts": 1,
}  # fmt: skip
_MENTION = _WHERE | {"language": "de", "outlet": "Post", "outlet_type": "newspaper", "mentions": 1, "stories": 1}


class Reader:
    """A browser without a screen: it sends what the page's callback would send."""

    def __init__(self, published: Path) -> None:
        self.client: FlaskClient = create_app(published).server.test_client()
        dependencies = self.client.get("/_dash-dependencies").get_json()
        self.failure: str | None = None  # what the last answer said of a fault of our own
        self._page = next(one for one in dependencies if "page.children" in one["output"])

    def post(self, changed: str, **values: object) -> tuple[int, Body]:
        """Send values by '<id>_<property>', and which of them changed; answer with the status and the outputs."""
        inputs = [one | {"value": values.get(f"{one['id']}_{one['property']}")} for one in self._page["inputs"]]
        outputs = [
            dict(zip(("id", "property"), name.rsplit(".", 1), strict=True))
            for name in self._page["output"].strip(".").split("...")
        ]
        body = {"output": self._page["output"], "outputs": outputs, "inputs": inputs, "changedPropIds": [changed]}
        answer = self.client.post("/_dash-update-component", json=body)
        said = (answer.get_json(silent=True) or {}).get("sideUpdate", {})
        self.failure = text_of(said["banners"]) if "banners" in said else None
        return answer.status_code, answer.get_json()["response"] if answer.status_code == 200 else {}

    def page(self, path: str, search: str = "") -> Body:
        """Open an address."""
        status, response = self.post("address.search", address_pathname=path, address_search=search)
        assert status == 200
        return response


def text_of(component: object) -> str:
    """Everything that a component says, children first to last."""
    return json.dumps(component, ensure_ascii=False)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """A reader of a campaign with 300 signatures from Malta, 12 from Germany; a contact, a mention, a day's share."""
    rows = [*days("2026-03-02", [10] * 30, country="MT"), signed("2026-03-05", 12, "DE", "company")]
    share = {"campaign_id": "open-letter", "day": "2026-03-05", "source": "GDELT", "mentions": 3, "articles": 90_000}
    publish(
        tmp_path,
        signature_daily=rows,
        outreach_daily=[_CONTACT],
        media_daily=[_MENTION],
        attention_daily=[share, share | {"country": "MT"}],
    )
    return Reader(tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_every_page_has_a_sentence_and_its_cards(reader: Reader, page: Any) -> None:
    shown = reader.page(page.path)["page"]["children"]
    assert shown[0]["props"]["id"] == "finding"
    assert any("figure" in text_of(card) for card in shown) or page.title == "Data"


@pytest.mark.parametrize("place", LATER)
def test_cards_that_take_longer_come_by_themselves_with_the_filters_of_the_address(reader: Reader, place: str) -> None:
    assert any(f"'later': '{place}'" in str(reader.page(page.path)["page"]) for page in PAGES)
    assert "countries=MT" in came_later(reader, place, "?countries=MT")


def test_cards_that_fail_say_so_in_their_place(tmp_path: Path) -> None:
    snapshot = publish(tmp_path, signature_daily=days("2026-03-02", [10] * 30))
    with duckdb.connect(str(snapshot)) as connection:
        connection.execute("drop table event")
    came = came_later(Reader(tmp_path), "events")
    assert "published by another version of this program" in came
    assert "alert" in came


def came_later(reader: Reader, place: str, search: str = "") -> str:
    """What the callback of a later place answers."""
    ident = {"later": place}
    body = {
        "output": '{"later":["MATCH"]}.children', "outputs": {"id": ident, "property": "children"},
        "inputs": [{"id": ident, "property": "id", "value": ident}], "changedPropIds": [],
        "state": [{"id": "address", "property": "search", "value": search}],
    }  # fmt: skip
    return reader.client.post("/_dash-update-component", json=body).get_data(as_text=True)


def test_an_address_sets_the_page_and_the_controls(reader: Reader) -> None:
    shown = reader.page("/reach", "?countries=MT&from=2026-03-10")
    assert "Malta: 220 signatures" in text_of(shown["page"])
    assert pressed(shown["countries"]) == ["Malta"]
    assert pressed(shown["types"]) == []
    assert [shown[day]["value"] for day in ("first_day", "last_day")] == ["2026-03-10", ""]
    assert shown["countries-said"]["children"] == "Malta"
    assert shown["types-said"]["children"] == "All kinds of institution"
    assert "address" not in shown


def pressed(menu: Any) -> list[str]:
    """The names of the choices that are made in a menu."""
    buttons = [button["props"] for button in menu["children"]]
    return [button["children"] for button in buttons if button["aria-pressed"] == "true"]


def test_controls_set_the_page_and_the_address(reader: Reader) -> None:
    status, shown = reader.post(
        "last_day.value", address_pathname="/reach", address_search="?countries=MT&measure=share", first_day_value="",
        last_day_value="2026-03-03", as_of_value=None,
    )  # fmt: skip
    assert status == 200
    assert shown["address"]["search"] == "?campaign=open-letter&to=2026-03-03&countries=MT&measure=share"
    assert "Malta: 20 signatures" in text_of(shown["page"])


def test_links_between_pages_keep_the_filters(reader: Reader) -> None:
    links = [link["props"]["href"] for link in reader.page("/", "?countries=MT")["navigation"]["children"]]
    assert links == [f"{page.path}?campaign=open-letter&countries=MT" for page in PAGES]


def test_a_page_is_called_by_its_name_and_its_campaign(reader: Reader) -> None:
    assert reader.page("/reach")["title"]["data"].startswith("Reach · ")
    assert reader.page("/glossary")["title"]["data"].startswith("Glossary · ")
    assert reader.page("/nowhere")["title"]["data"].startswith("No such page · ")


def test_hints_keep_the_filters(reader: Reader) -> None:
    assert "/glossary?campaign=open-letter&countries=MT#word-" in str(reader.page("/momentum", "?countries=MT")["page"])


def test_a_first_day_alone_is_a_span_without_an_end(reader: Reader) -> None:
    _, shown = reader.post("first_day.value", address_pathname="/", address_search="", first_day_value="2026-03-10")
    assert shown["address"]["search"] == "?campaign=open-letter&from=2026-03-10"


def test_an_unknown_path_says_so(reader: Reader) -> None:
    assert "No such page" in text_of(reader.page("/nowhere")["page"])


def test_a_wrong_value_in_the_address_gives_a_notice_and_a_page(reader: Reader) -> None:
    shown = reader.page("/", "?countries=XX&campaign=gone")
    assert "There is no country “XX”." in text_of(shown["banners"])
    assert "312 signatures" in text_of(shown["page"]) or "312" in text_of(shown["page"])


def test_a_snapshot_of_another_version_is_told_with_the_way_out(tmp_path: Path) -> None:
    path = publish(tmp_path, signature_daily=[signed("2026-03-03", 5)])
    with duckdb.connect(str(path)) as connection:
        connection.execute("drop table resolution")
    reader = Reader(tmp_path)
    reader.post("address.search", address_pathname="/data", address_search="")
    assert reader.failure is not None
    assert "was published by another version of this program: run 'etl publish'" in reader.failure


def test_an_installation_without_data_explains_the_first_steps(tmp_path: Path) -> None:
    shown = Reader(tmp_path / "published").page("/")
    assert "Nothing has been loaded yet" in text_of(shown["page"])
    assert "campaign-etl campaign new" in text_of(shown["page"])


def test_a_campaign_without_files_explains_the_first_steps(tmp_path: Path) -> None:
    publish(tmp_path)
    assert "data/inbox/open-letter/signatures/" in text_of(Reader(tmp_path).page("/reach")["page"])


def test_a_snapshot_without_a_campaign_explains_the_first_steps(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[])
    assert "campaign-etl campaign new" in text_of(Reader(tmp_path).page("/")["page"])


def test_invented_data_is_announced_on_every_page_and_file(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[campaign(is_demo=True)])
    reader = Reader(tmp_path)
    assert all("Invented data" in text_of(reader.page(page.path)["banners"]) for page in PAGES)
    file = reader.client.get("/download/ledger.csv")
    assert 'filename="invented-data-open-letter-ledger-' in file.headers["Content-Disposition"]


def test_a_file_of_invented_numbers_says_so_in_every_row(tmp_path: Path) -> None:
    rows = [signed("2026-03-05", 3, kind="company"), signed("2026-03-05", 2)]
    publish(tmp_path, campaign=[campaign(is_demo=True)], signature_daily=rows)
    lines = Reader(tmp_path).client.get("/download/reach-by-type.csv").get_data(as_text=True).splitlines()
    assert all(line.endswith(",invented data") for line in lines[1:])
    assert len(lines) == 3


def test_old_numbers_are_announced(reader: Reader) -> None:
    assert "These numbers are old" in text_of(reader.page("/")["banners"])  # built in April 2026, good for a day


_CONTROLS = ("first_day", "last_day", "as_of")
HOSTILE: list[Any] = [None, 7, float("nan"), {"a": 1}, [None, {"b": []}], "x" * 5000, ["'; drop table event; --"], True]


@pytest.mark.parametrize("value", HOSTILE, ids=repr)
@pytest.mark.parametrize(
    "control",
    ["address_pathname", "address_search", *(f"{name}_value" for name in _CONTROLS)],
)
def test_hostile_values_never_break_the_server(reader: Reader, control: str, value: Any) -> None:
    changed = ".".join(control.rsplit("_", 1))
    status, _ = reader.post(changed, **({"address_pathname": "/reach", "address_search": ""} | {control: value}))
    assert status == (200 if value is None else 400)
    assert reader.failure is None


def test_a_fault_of_our_own_is_said_with_an_id_and_the_old_page_stays(tmp_path: Path) -> None:
    event = {"campaign_id": "open-letter", "event_id": "m1", "day": "2026-03-04", "kind": "mailing", "title": "Mailing"}
    path = publish(tmp_path, signature_daily=[signed("2026-03-05")], event=[event])
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "create or replace macro events_in(campaign, from_day, to_day, countries) as table "
            "select * from event where error('a fault of our own') is null"
        )
    reader = Reader(tmp_path)
    status, shown = reader.post("address.search", address_pathname="/", address_search="")
    assert (status, shown) == (200, {})
    assert reader.failure is not None
    assert re.search(r"The page shows what it showed before\. \(In the log: [0-9a-f]{8}\)", reader.failure)


def test_a_request_that_is_too_large_is_refused(reader: Reader) -> None:
    answer = reader.client.post("/_dash-update-component", json={"padding": "x" * 1_100_000})
    assert answer.status_code == 413


def test_every_table_and_file_that_a_page_offers_can_be_fetched(reader: Reader) -> None:
    offered = {
        link
        for page in PAGES
        for part in text_of(reader.page(page.path, "?countries=MT")["page"]).split('"')
        if (link := part).startswith(("/download/", "/table/"))
    }
    assert len(offered) > 8
    assert {link: reader.client.get(link).status_code for link in offered} == dict.fromkeys(offered, 200)


def test_a_file_holds_the_rows_of_the_filters_in_its_address(reader: Reader) -> None:
    answer = reader.client.get("/download/reach-by-type.csv?countries=DE")
    assert answer.get_data(as_text=True).splitlines()[1:] == ["company,Company,12"]


def test_a_file_of_an_unknown_question_is_refused(reader: Reader) -> None:
    answer = reader.client.get("/download/weather.csv")
    assert (answer.status_code, answer.get_data(as_text=True)[:31]) == (404, "There is no question 'weather'.")


def test_a_table_shows_markup_in_a_name_as_text(tmp_path: Path) -> None:
    row = {
        "campaign_id": "open-letter", "day": "2026-03-05", "institution_id": "a", "country": "DE", "signatures": 1,
        "institution": "<script>alert(1)</script>", "institution_type": "company",
    }  # fmt: skip
    publish(tmp_path, institution_daily=[row])
    table = Reader(tmp_path).client.get("/table/institutions").get_data(as_text=True)
    assert "<script>" not in table
    assert "&lt;script&gt;" in table


def test_two_apps_in_one_process_serve_their_own_snapshots(tmp_path: Path) -> None:
    publish(tmp_path / "one", signature_daily=[signed("2026-03-05", 111)])
    publish(tmp_path / "two", signature_daily=[signed("2026-03-05", 222)])
    one, two = Reader(tmp_path / "one"), Reader(tmp_path / "two")
    assert "111 signatures" in text_of(one.page("/")["page"])
    assert "222 signatures" in text_of(two.page("/")["page"])
