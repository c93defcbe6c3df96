"""A real browser under the content security policy: everything works, and nothing that a name holds is run."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.pages.listed import GLOSSARY, PAGES
from tests.browser.conftest import rows, serving, wait_for_cards, wait_until
from tests.snapshots import Row, campaign, publish

NAUGHTY = json.loads((Path(__file__).parents[1] / "etl" / "naughty_texts.json").read_text(encoding="utf-8"))
RUNS = [
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "<svg onload=window.ran=1>",
    "<a href='javascript:window.ran=1'>here</a>",
    "</textarea><script>window.ran = 1</script>",
    "\"><iframe srcdoc='<script>parent.ran=1</script>'>",
    "'-(window.ran=1)-'",
    "{{constructor.constructor('window.ran=1')()}}",
]
_URLS = {0: "javascript:window.ran=1", 1: "data:text/html,<script>parent.ran=1</script>"}
_LISTEN = """
  window.violations = [];
  addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A campaign in which every name is one that should run, or is naughty in another way."""
    data_dir = tmp_path_factory.mktemp("naughty")
    where: Row = {"campaign_id": "open-letter", "day": "2026-03-05", "country": "MT"}
    texts = [*RUNS, *(text for texts in NAUGHTY.values() for text in texts if text and "\x00" not in text)][:120]
    institutions: list[Row] = [
        where | {"institution_id": f"i{n}", "institution": text, "institution_type": "university", "signatures": 1}
        for n, text in enumerate(texts)
    ]
    told: list[Row] = [
        {"campaign_id": "open-letter", "story_id": f"s{n}", "first_published_at": "2026-03-05", "title": text,
         "url": _URLS.get(n, text), "outlets": 1, "mentions": 1}
        for n, text in enumerate(RUNS)
    ]  # fmt: skip
    media: list[Row] = [
        where | {"language": "mt", "outlet": text, "outlet_type": "blog", "mentions": 1, "stories": 1} for text in RUNS
    ]
    publish(
        data_dir / "published",
        campaign=[campaign(title=RUNS[1])],
        signature_daily=rows(),
        institution_daily=institutions,
        event=[where | {"event_id": f"e{n}", "kind": "talk", "title": text} for n, text in enumerate(RUNS)],
        network=[{"network_id": "n", "title": RUNS[0], "kind": "research"}],
        campaign_network=[{"campaign_id": "open-letter", "network_id": "n"}],
        media_daily=media,
        media_story=[one | {"countries": 1, "languages": 1, "first_country": "MT"} for one in told],
        media_story_country=[one | {"country": "MT"} for one in told],
        outreach_daily=[
            where | {"institution_type": "company", "channel": text, "wave": text, "stage": "replied", "contacts": 1}
            for text in RUNS
        ],
    )
    with serving(data_dir) as served:
        yield served


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A new window that notes every violation of the policy from its first moment."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(_LISTEN)
    yield page
    page.close()


@pytest.mark.parametrize("path", [page.path for page in (*PAGES, GLOSSARY)])
def test_everything_works_under_the_policy_and_no_name_runs(address: str, window: Page, path: str) -> None:
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    window.on("pageerror", lambda error: said.append(str(error)))
    window.on("dialog", lambda dialog: said.append(f"dialog {dialog.message}") or dialog.dismiss())
    answer = window.goto(address + path)
    assert answer is not None
    assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]
    wait_for_cards(window)
    for card in window.locator(".card").all():
        card.scroll_into_view_if_needed()
    figures = window.locator(".js-plotly-plot")
    assert figures.count() or path in ("/data", "/glossary")
    for number in range(figures.count()):
        expect(figures.nth(number).locator(".main-svg").first).to_be_attached()
    for summary in window.locator(".card summary").all():
        summary.click()
    for table in window.locator(".card .table").all():
        table.scroll_into_view_if_needed()
    assert window.evaluate("[window.violations, window.ran ?? null]") == [[], None]
    assert said == []


def test_an_image_is_made_under_the_policy(address: str, window: Page) -> None:
    window.goto(address + "/momentum")
    expect(window.locator("#momentum-card .main-svg").first).to_be_visible()
    with window.expect_download() as download:
        window.locator("#momentum-card").get_by_role("button", name="PNG").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    assert window.evaluate("window.violations") == []


def test_no_link_leads_to_a_script(address: str, window: Page) -> None:
    window.goto(address + "/media")
    wait_for_cards(window)
    for card in window.locator(".card").all():
        card.scroll_into_view_if_needed()
    links = window.locator("a[href]").evaluate_all("links => links.map(link => link.protocol)")
    assert links
    assert set(links) <= {"http:", "https:"}


def test_the_policy_stops_a_script_that_gets_into_a_page(address: str, window: Page) -> None:
    """Otherwise the tests above would show nothing."""
    window.goto(address + "/reach")
    expect(window.locator("#finding")).to_be_visible()
    window.evaluate("document.body.insertAdjacentHTML('beforeend', `<img src=x onerror='window.ran = 1'>`)")
    wait_until(window, "window.violations.length > 0")
    assert window.evaluate("window.ran ?? null") is None
    assert window.evaluate("window.violations[0]").startswith("script-src-attr: inline")
