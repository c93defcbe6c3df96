"""Outreach and media as a person uses them."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site, rows, wait_for_cards
from tests.snapshots import Row, campaign, publish

PATHS = ["/outreach", "/media"]
RIGHT_TO_LEFT = "رسالة مفتوحة من أجل نماذج مفتوحة"


def logged(stage: str, contacts: int, country: str, kind: str = "university") -> Row:
    """A row of the table outreach_daily."""
    return {
        "campaign_id": "open-letter", "day": "2026-03-20", "country": country, "institution_type": kind,
        "channel": "email", "wave": "", "stage": stage, "contacts": contacts,
    }  # fmt: skip


def due(organisation: str) -> Row:
    """A row of the table open_contact."""
    return {
        "campaign_id": "open-letter", "contact_ref": "a1", "organisation": organisation, "contact_role": "",
        "country": "DE", "institution_type": "university", "channel": "email", "stage": "contacted",
        "last_contact_on": "2026-03-10", "follow_up_on": "2026-03-22", "team": "", "is_answered": False,
        "last_entry_at": "2026-03-10 10:00:00+00", "first_contact_on": "2026-03-10", "organisation_times": 1,
    }  # fmt: skip


def mentioned(country: str, mentions: int, outlet: str) -> Row:
    """A row of the table media_daily."""
    return {
        "campaign_id": "open-letter", "day": "2026-03-20", "country": country, "language": "en", "outlet": outlet,
        "outlet_type": "blog", "mentions": mentions, "stories": 1,
    }  # fmt: skip


@pytest.fixture(scope="module")
def busy(site: Site) -> Iterator[Site]:
    """The same site with contacts and articles; afterwards it shows again what it showed before."""
    pointer = site.published / "CURRENT"
    before = pointer.read_text(encoding="utf-8")
    publish(
        site.published,
        "20260401T110000Z-0000cccc",
        campaign=[campaign(is_demo=True)],
        signature_daily=rows(),
        outreach_daily=[
            logged("target", 9, "DE"), logged("contacted", 5, "DE"), logged("replied", 3, "FR", "company"),
        ],
        open_contact=[due("Invented " + "Very " * 37 + "Long Institute")],
        media_daily=[mentioned("DE", 4, "Invented Post"), mentioned("FR", 2, "Journal Inventé")],
        media_story=[
            {
                "campaign_id": "open-letter", "story_id": "a", "first_published_at": "2026-03-20 10:00:00+00",
                "title": RIGHT_TO_LEFT, "url": "https://post.example/1", "outlets": 2, "countries": 2, "languages": 1,
                "mentions": 6,
            }
        ],
    )  # fmt: skip
    yield site
    pointer.write_text(before, encoding="utf-8")


def choose_bar(page: Page, figure: str, place: int) -> None:
    """Click a bar of a figure; the first trace is that of the whole."""
    bar = page.locator(f"#{figure} .barlayer .trace").first.locator("path").nth(place)
    expect(bar).to_be_attached()
    wait_for_cards(page)
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] - 3, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_nothing_of_another_host_and_the_console_is_clean(busy: Site, page: Page, path: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(busy.address + path)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    assert [url for url in asked if not url.startswith((busy.address, "data:", "blob:"))] == []
    assert said == []


@pytest.mark.parametrize(
    ("path", "whole", "alone"),
    [
        ("/outreach", "8 entries in the contact log", "3 entries in the contact log"),
        ("/media", "6 mentions of 2 stories", "2 mentions of 1 story"),
    ],
)
def test_a_bar_chooses_its_country_and_takes_it_off(busy: Site, page: Page, path: str, whole: str, alone: str) -> None:
    page.goto(busy.address + path)
    expect(page.locator("#finding")).to_have_text(re.compile(f"^{whole}"))
    choose_bar(page, f"{path[1:]}-by-country", 1)  # France is second
    expect(page.locator("#finding")).to_have_text(re.compile(f"^{alone}"))
    expect(page.locator("#active-filters")).to_contain_text("France")
    choose_bar(page, f"{path[1:]}-by-country", 1)
    expect(page.locator("#finding")).to_have_text(re.compile(f"^{whole}"))


def test_a_bar_chooses_its_kind_of_institution(busy: Site, page: Page) -> None:
    page.goto(busy.address + "/outreach")
    choose_bar(page, "outreach-by-type", 1)
    expect(page).to_have_url(re.compile("types=company"))
    expect(page.locator("#finding")).to_have_text(re.compile("^3 entries in the contact log: 3 replied"))


def test_a_figure_has_a_table_and_the_desk_has_a_file(busy: Site, page: Page) -> None:
    page.goto(busy.address + "/outreach")
    card = page.locator("#outreach-by-country-card")
    card.get_by_text("Table", exact=True).click()
    expect(card.get_by_role("row").nth(1)).to_contain_text("Germany")
    with page.expect_download() as download:
        page.locator("#desk-card").get_by_role("link", name="CSV").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert "Last entry,Due,Days overdue" in lines[0]
    assert ",2026-03-22,10,22," in lines[1]


def test_a_story_is_a_link_that_runs_in_the_direction_of_its_title(busy: Site, page: Page) -> None:
    page.goto(busy.address + "/media")
    link = page.get_by_role("link", name=RIGHT_TO_LEFT)
    expect(link).to_have_attribute("href", "https://post.example/1")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    assert link.evaluate("element => getComputedStyle(element).direction") == "rtl"


@pytest.mark.parametrize("path", PATHS)
def test_a_phone_shows_a_page_without_scrolling_sideways(busy: Site, browser: Browser, path: str) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    phone.goto(busy.address + path)
    expect(phone.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.context.close()
