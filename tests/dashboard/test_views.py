"""The right view of every page for campaigns that are empty, tiny, one-sided or strangely named."""

import re
from pathlib import Path

import pytest

from dashboard.answers.questions import ANSWERS, ask_by_name
from dashboard.ask import Ask
from dashboard.metric import metric_names
from dashboard.pages.listed import LATER, PAGES, Page
from dashboard.tables import table_html
from tests.dashboard.asking import ask
from tests.dashboard.walking import texts
from tests.snapshots import Row, campaign, publish, signed

_NOT_FOR_READERS = re.compile(r"\b(nan|NaN|NaT|None|null|undefined|inf|<NA>)\b")
_WHERE: Row = {"campaign_id": "open-letter", "day": "2026-03-05", "country": "MT"}
_LONG = "Institute " + "of the Advanced Study of Everything " * 6
_RIGHT_TO_LEFT = "جامعة متخيلة"

# What is in the snapshot, and the filters of the reader.
VIEWS: dict[str, tuple[dict[str, list[Row]], str]] = {
    "no data": ({}, ""),
    "one signature": ({"signature_daily": [signed("2026-03-05")]}, ""),
    "29 supporters in one day": (
        {
            "signature_daily": [
                signed("2026-03-05", 27, "FR"),
                signed("2026-03-05", 2, "ZZ", signer_kind="organisation"),
            ]
        },
        "",
    ),
    "a million signatures": (
        {"signature_daily": [signed("2026-03-05", 600_000, "FR"), signed("2026-03-06", 400_000, "DE", "company")]},
        "",
    ),
    "one country only": ({"signature_daily": [signed("2026-03-05", 40, "MT")]}, "?countries=MT"),
    "one country outside the Union": ({"signature_daily": [signed("2026-03-05", 40, "NO")]}, "?countries=NO"),
    "a filter that matches nothing": (
        {"signature_daily": [signed("2026-03-05", 40, "MT")]},
        "?countries=DE&types=company&from=2026-03-20",
    ),
    "a period before the launch": ({"signature_daily": [signed("2026-03-05", 40)]}, "?from=2025-01-01&to=2025-01-31"),
    "a period to come": ({"signature_daily": [signed("2026-03-05", 40)]}, "?from=2027-01-01"),
    "strange names": (
        {
            "signature_daily": [signed("2026-03-05", 2, "MT"), signed("2026-03-06", 1, "XX")],
            "institution_daily": [
                _WHERE
                | {"institution_id": name, "institution": name, "institution_type": "university", "signatures": 1}
                for name in (_LONG, _RIGHT_TO_LEFT)
            ],
            "event": [_WHERE | {"event_id": "e", "kind": "talk", "title": _RIGHT_TO_LEFT}],
            "media_daily": [
                _WHERE | {"language": "", "outlet": _LONG, "outlet_type": "unknown", "mentions": 1, "stories": 1}
            ],
        },
        "",
    ),
    "totals by country": (
        {
            "campaign": [campaign(counted_from="counts", goal=1_000_000)],
            "signature_daily": [
                signed("2026-03-05", 900, "DE", "unknown", covers_many_days=True, channel="counts"),
                signed("2026-03-06", -20, "FR", "unknown", channel="counts"),
                signed("2026-03-07", 5, "ZZ", "unknown", channel="counts"),
            ],
        },
        "",
    ),
    "contacts and mentions without a signature": (
        {
            "outreach_daily": [
                _WHERE
                | {"institution_type": "company", "channel": "email", "wave": "", "stage": "target", "contacts": 3}
            ],
            "media_daily": [
                _WHERE | {"language": "mt", "outlet": "P", "outlet_type": "unknown", "mentions": 1, "stories": 0}
            ],
        },
        "",
    ),
}


def sentence_of(page: Page, asked: Ask) -> str:
    return next(str(part.children) for part in page.layout(asked) if getattr(part, "id", "") == "finding")


@pytest.fixture(params=VIEWS, scope="module")
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """The reader's request in one of the views."""
    tables, search = VIEWS[request.param]
    folder = tmp_path_factory.mktemp("published")
    publish(folder, **tables)
    return ask(folder, search)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_a_page_says_what_is_there_in_words(asked: Ask, page: Page) -> None:
    said = list(texts(page.layout(asked)))
    assert [text for text in said if _NOT_FOR_READERS.search(text)] == []
    finding = sentence_of(page, asked)
    assert finding[:1].isupper() or finding[:1].isdigit()
    assert finding.endswith(".")


@pytest.mark.parametrize("place", LATER)
def test_cards_that_come_later_say_what_is_there_in_words(asked: Ask, place: str) -> None:
    assert [text for text in texts(LATER[place](asked)) if _NOT_FOR_READERS.search(text)] == []


def test_a_table_and_a_sentence_have_no_word_of_a_computer(asked: Ask) -> None:
    for question in {*ANSWERS, *(name.replace("_", "-") for name in metric_names())}:
        found = ask_by_name(question, asked)
        assert not _NOT_FOR_READERS.search(table_html(found.rows)), question
        assert not _NOT_FOR_READERS.search(found.sentence), question


def test_of_29_supporters_the_27_people_are_27_on_every_page_and_2_organisations_stand_apart(tmp_path: Path) -> None:
    tables, search = VIEWS["29 supporters in one day"]
    publish(tmp_path, **tables)
    said = {page.title: sentence_of(page, ask(tmp_path, search)) for page in PAGES}
    assert said["Overview"] == "27 signatures by 5 March 2026, from 1 member state."
    assert said["Momentum"] == "27 signatures, 5 March 2026; none in the 14 days up to 31 March 2026."
    assert said["Reach"] == (
        "1 of 4 member states reached; France gives 100\N{NO-BREAK SPACE}% of the 27 signatures with a known country."
    )


def test_a_filter_that_matches_nothing_names_what_was_asked_for(tmp_path: Path) -> None:
    tables, search = VIEWS["a filter that matches nothing"]
    publish(tmp_path, **tables)
    said = {page.title: sentence_of(page, ask(tmp_path, search)) for page in PAGES}
    nothing = "No signatures from Germany, since 20 March 2026, Company."
    assert (said["Overview"], said["Momentum"], said["Reach"]) == (nothing, nothing, nothing)
    offered = list(texts(PAGES[1].layout(ask(tmp_path, search))))
    assert "Show the whole campaign" in offered
    assert "Show the whole campaign" not in list(texts(PAGES[1].layout(ask(tmp_path))))


def test_a_long_name_stands_whole_in_the_table(tmp_path: Path) -> None:
    tables, search = VIEWS["strange names"]
    publish(tmp_path, **tables)
    assert _LONG in table_html(ask(tmp_path, search)("institutions"))
