"""The pages for people who do not see them, do not use a mouse, or need them larger."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from dashboard.pages.listed import GLOSSARY, PAGES
from tests.browser.conftest import Site, wait_for_cards

_AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
_PATHS = [page.path for page in (*PAGES, GLOSSARY)]
_MOST_TABS = 60
_WIDTHS = {"laptop": 1440, "phone": 390}


@pytest.fixture(scope="module", params=[("light", "laptop"), ("light", "phone"), ("dark", "laptop"), ("dark", "phone")])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A reader with either scheme, at either width."""
    scheme: Literal["light", "dark"] = request.param[0]
    context = browser.new_context(color_scheme=scheme, viewport={"width": _WIDTHS[request.param[1]], "height": 900})
    yield context
    context.close()


def violations(page: Page) -> list[str]:
    """What axe finds: the rule and the first place."""
    page.evaluate(_AXE)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)")
    return [f"{rule['id']} at {rule['nodes'][0]['target']}" for rule in found]


@pytest.mark.parametrize("path", _PATHS)
def test_axe_finds_nothing(site: Site, reader: BrowserContext, path: str) -> None:
    page = reader.new_page()
    page.goto(f"{site.address}{path}?countries=MT")
    expect(page.locator("#active-filters")).to_contain_text("Malta")
    wait_for_cards(page)
    assert violations(page) == []
    page.close()


def test_axe_finds_nothing_in_opened_tables_and_explanations(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach")
    wait_for_cards(page)
    summaries = page.locator("#page summary")
    assert summaries.count()
    for summary in summaries.all():
        summary.click()
    expect(page.locator("#reach-map-card tbody tr")).to_have_count(4)
    assert violations(page) == []


def test_axe_finds_nothing_in_an_open_hint_or_menu(site: Site, reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(site.address + "/reach?countries=MT&types=university")
    wait_for_cards(page)
    page.locator(".hint").first.focus()
    expect(page.get_by_role("tooltip").first).to_be_visible()
    assert violations(page) == []
    if page.locator("#filters-button").is_visible():
        page.locator("#filters-button").click()
    menus = page.locator(".menu")
    assert menus.count() == 6
    for menu in menus.all():
        menu.locator("summary").click()
        expect(menu.get_by_role("group")).to_be_visible()
        assert violations(page) == []
    page.close()


@pytest.mark.parametrize("path", [*_PATHS, "/nowhere"])
def test_headings_come_in_order_and_the_first_says_what_the_page_found(site: Site, page: Page, path: str) -> None:
    page.goto(site.address + path)
    expect(page.locator("#page h1")).to_have_count(1)
    levels = page.locator("#page :is(h1, h2, h3, h4)").evaluate_all("all => all.map(({ tagName }) => +tagName[1])")
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus, and look whether the focus can be seen there."""
    expect(wanted).to_be_attached()
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            assert wanted.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
            return
    raise AssertionError("Tab does not get there")


def test_the_keyboard_gets_past_navigation_and_filters_to_the_page(site: Site, page: Page) -> None:
    page.goto(site.address + "/momentum")
    expect(page.locator("#finding")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#page') !== null")


def test_a_figure_can_be_reached_and_its_country_chosen_by_keyboard(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach")
    tab_to(page, page.locator("#reach-map"))
    tab_to(page, page.locator("#reach-map-card summary", has_text="Table"))
    page.keyboard.press("Enter")
    malta = page.locator("#reach-map-card").get_by_role("link", name="Malta")
    tab_to(page, malta)
    page.keyboard.press("Enter")
    expect(page.locator("#finding")).to_have_text(re.compile("^Malta: 300 signatures"))
    expect(page).to_have_url(re.compile("countries=MT"))


def test_a_filter_is_chosen_by_keyboard(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach")
    expect(page.locator("#finding")).to_be_visible()
    menu = page.locator("#countries-menu summary")
    tab_to(page, menu)
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#countries").get_by_role("button", name="Malta"))
    page.keyboard.press("Space")
    expect(page.locator("#finding")).to_have_text(re.compile("^Malta: 300 signatures"))
    malta = page.locator("#countries").get_by_role("button", name="Malta", pressed=True)
    expect(malta).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("#finding")).to_have_text(re.compile("^3 of 4 member states"))
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()


def test_a_table_is_sorted_by_keyboard_and_says_so(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach")
    card = page.locator("#countries-card")
    tab_to(page, card.get_by_role("button", name="Signatures", exact=True))
    page.keyboard.press("Enter")
    expect(card.get_by_role("columnheader", name="Signatures", exact=True)).to_have_attribute("aria-sort", "descending")
    expect(card.locator("tbody tr").first).to_contain_text("Malta")
    page.keyboard.press("Enter")
    expect(card.locator("tbody tr").first).to_contain_text("Greece")


def test_what_a_choice_changes_is_announced(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach")
    for place in ("#finding", "#active-filters"):
        expect(page.locator(place)).to_have_attribute("aria-live", "polite")


@pytest.mark.parametrize("path", _PATHS)
@pytest.mark.parametrize("width", [720, 390])  # 720: a laptop at 200 %
def test_nothing_is_lost_when_it_is_larger(site: Site, laptop: BrowserContext, path: str, width: int) -> None:
    page = laptop.new_page()
    page.set_viewport_size({"width": width, "height": 450})
    page.goto(site.address + path)
    expect(page.locator("#finding")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for link in page.get_by_role("navigation", name="Pages").get_by_role("link").all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    page.close()


def test_nothing_moves_for_readers_who_asked_for_that(site: Site, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.address + "/reach")
    expect(page.locator("#finding")).to_be_visible()
    # Asked in one go: an element that a later card has just taken the place of has no style at all.
    moving = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => {"
        " const { transitionDuration, animationName } = getComputedStyle(e);"
        " return animationName !== 'none' || transitionDuration.split(', ').some(d => d !== '0s'); })"
        ".map(e => e.outerHTML.slice(0, 200))"
    )
    assert moving == []
    context.close()
