"""The pages as a person uses them."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site, rows, wait_for_cards, wait_until
from tests.snapshots import campaign, publish, signed

PATHS = ["/", "/momentum", "/reach", "/data", "/glossary"]


def head_figure(page: Page, label: str) -> str:
    """The value under a label at the head of the page."""
    return page.locator(".head-figure", has=page.get_by_text(label, exact=True)).locator(".value").inner_text()


def finding(page: Page) -> str:
    """The sentence of the page, once it is there."""
    return page.locator("#finding").inner_text()


def choose(page: Page, control: str, option: str) -> None:
    """Choose in a menu of the filter bar."""
    page.locator(f"#{control}-menu summary").click()
    page.locator(f"#{control}").get_by_role("button", name=option, exact=True).click()
    page.keyboard.press("Escape")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_nothing_of_another_host_and_the_console_is_clean(site: Site, page: Page, path: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site.address + path)
    expect(page.locator("#finding")).to_be_visible()
    if path not in ("/data", "/glossary"):
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    if path == "/reach":
        expect(page.locator("#reach-map .choroplethlayer path").first).to_be_attached()
    assert [url for url in asked if not url.startswith((site.address, "data:", "blob:"))] == []
    assert said == []


def test_a_page_is_asked_for_once(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or "") if request.method == "POST" else None)
    page.goto(site.address + "/reach?countries=MT")
    expect(page.locator("#finding")).to_have_text(re.compile("^Malta"))
    page.wait_for_timeout(700)
    assert len([body for body in asked if "page.children" in body]) == 1


def test_choosing_a_country_changes_every_number_and_reset_takes_it_off(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach")
    expect(page.locator("#finding")).to_be_visible()
    assert head_figure(page, "Signatures") == "372"
    choose(page, "countries", "Malta")
    expect(page.locator("#finding")).to_have_text("Malta: 300 signatures, 600 per million inhabitants.")
    assert head_figure(page, "Signatures") == "300"
    page.get_by_role("link", name="Reset").click()
    expect(page.locator("#finding")).to_have_text(re.compile("^3 of 4 member states"))


def test_the_same_gesture_in_a_figure_chooses_a_country_and_takes_it_off(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach")
    dots = page.locator("#reach-by-country .points path")
    expect(dots).to_have_count(4)
    wait_for_cards(page)
    dots.nth(3).click(force=True)  # sorted: Malta has most per million
    expect(page.locator("#finding")).to_have_text(re.compile("^Malta"))
    wait_for_cards(page)
    dots.nth(3).click(force=True)
    expect(page.locator("#finding")).to_have_text(re.compile("^3 of 4"))


def test_an_area_of_the_map_and_a_square_in_its_margin_choose_a_country(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach")
    expect(page.locator("#reach-map .scattergeo path.point")).to_have_count(1)  # Malta; the snapshot has four states
    wait_for_cards(page)
    page.locator("#reach-map .scattergeo path.point").click(force=True)
    expect(page.locator("#finding")).to_have_text(re.compile("^Malta"))
    wait_for_cards(page)
    page.locator("#reach-map .choroplethlayer .trace").nth(1).locator("path").nth(1).click(force=True)
    expect(page.locator("#finding")).to_have_text(re.compile("^France"))


def test_a_cell_of_the_heat_map_chooses_its_country_and_kind(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach")
    cells = page.locator("#reach-by-country-and-type .nsewdrag").first
    expect(cells).to_be_attached()
    cells.scroll_into_view_if_needed()
    box = cells.bounding_box()
    assert box is not None
    where = {
        "x": box["width"] / 6,
        "y": box["height"] / 8,
    }  # the first of three columns and four rows, margins included
    cells.hover(position=where)
    expect(page.locator("#reach-by-country-and-type .hoverlayer")).to_contain_text("Malta, University")
    cells.click(position=where)
    expect(page).to_have_url(re.compile("countries=MT&types=university"))


def test_changing_the_days_changes_the_numbers(site: Site, page: Page) -> None:
    page.goto(site.address + "/momentum")
    expect(page.locator("#finding")).to_be_visible()
    page.locator("#days-menu summary").click()
    page.get_by_role("link", name="Last 7 finished days").click()
    expect(page).to_have_url(re.compile("from=2026-03-25&to=2026-03-31"))
    expect(page.locator("#spans")).to_be_hidden()
    expect(page.locator("#active-filters")).to_contain_text("25 – 31 March 2026")
    assert head_figure(page, "Signatures") == "84"


def test_a_first_or_last_day_is_typed_in_the_field_of_the_browser(site: Site, page: Page) -> None:
    page.goto(site.address + "/momentum?to=2026-03-31")
    expect(page.locator("#finding")).to_be_visible()
    page.locator("#days-menu summary").click()
    expect(page.get_by_label("Last day")).to_have_value("2026-03-31")
    page.get_by_label("First day").fill("2026-03-25")
    expect(page).to_have_url(re.compile("from=2026-03-25&to=2026-03-31"))
    expect(page.locator("#days-said")).to_have_text("25 – 31 March 2026")
    assert head_figure(page, "Signatures") == "84"
    page.get_by_label("Last day").fill("")
    expect(page).not_to_have_url(re.compile("to="))


def test_a_menu_closes_by_escape_and_by_a_click_beside_it(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach")
    expect(page.locator("#finding")).to_be_visible()
    summary = page.locator("#countries-menu summary")
    summary.click()
    page.locator("#countries").get_by_role("button", name="Malta").click()
    expect(page.locator("#countries-said")).to_have_text("Malta")
    expect(page.locator("#countries")).to_be_visible()  # more than one can be chosen
    page.keyboard.press("Escape")
    expect(page.locator("#countries")).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    page.locator("#finding").click()
    expect(page.locator("#countries")).to_be_hidden()


def test_a_link_keeps_the_filters_and_back_brings_back_what_was_there(site: Site, page: Page) -> None:
    page.goto(site.address + "/momentum?countries=FR")
    expect(page.locator("#finding")).to_be_visible()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Reach", exact=True).click()
    expect(page.locator("#finding")).to_have_text(re.compile("^France: 60 signatures"))
    choose(page, "countries", "Malta")
    expect(page.locator("#active-filters")).to_contain_text("France and Malta")
    page.go_back()
    expect(page.locator("#finding")).to_have_text(re.compile("^France: 60 signatures"))
    page.go_back()
    expect(page.locator("#navigation .here")).to_have_text("Momentum")
    page.go_forward()
    expect(page.locator("#finding")).to_have_text(re.compile("^France: 60 signatures"))


def test_a_deep_link_shows_a_colleague_the_same(site: Site, page: Page, browser: Browser) -> None:
    page.goto(site.address + "/reach")
    expect(page.locator("#finding")).to_be_visible()
    choose(page, "types", "Company")
    expect(page.locator("#active-filters")).to_contain_text("Company")
    colleague = browser.new_context().new_page()
    colleague.goto(page.url)
    expect(colleague.locator("#finding")).to_have_text(finding(page))
    expect(colleague.locator("#active-filters")).to_have_text(page.locator("#active-filters").text_content() or "")
    colleague.context.close()


def test_a_figure_has_a_table_a_file_and_an_explanation(site: Site, page: Page) -> None:
    page.goto(site.address + "/")
    card = page.locator("#momentum-card")
    card.get_by_text("Table", exact=True).click()
    expect(card.get_by_role("row").nth(1)).to_contain_text("2 Mar 2026")
    card.get_by_text("How is this computed?").click()
    expect(card.get_by_text("counts once in the campaign")).to_be_visible()
    with page.expect_download() as download:
        card.get_by_role("link", name="CSV").click()
    assert download.value.path().read_text(encoding="utf-8-sig").startswith("Day,Signatures")


@pytest.mark.parametrize("path", PATHS)
def test_a_phone_shows_a_page_without_scrolling_sideways(site: Site, browser: Browser, path: str) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    phone.goto(site.address + path + "?countries=MT")
    expect(phone.locator("#finding")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    expect(phone.locator("#countries-menu")).to_be_hidden()
    phone.get_by_role("button", name="Filters (1)").click()
    for menu in phone.locator("#controls summary").all():
        menu.click()
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.context.close()


def test_the_scheme_follows_the_system_and_the_switch_is_remembered(site: Site, browser: Browser) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(site.address + "/momentum")
    bars = "document.querySelector('#signatures-by-day .js-plotly-plot')?.data[2].line.color"
    wait_until(page, f"{bars} === '#56b4e9'")
    page.get_by_role("button", name="Light or dark").click()
    wait_until(page, f"{bars} === '#0072b2'")
    page.reload()
    wait_until(page, f"{bars} === '#0072b2'")
    assert page.locator("html").get_attribute("data-scheme") == "light"
    context.close()


def test_an_open_page_follows_a_new_snapshot_within_five_seconds(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach?countries=MT")
    expect(page.locator("#finding")).to_have_text(re.compile("^Malta: 300 signatures"))
    more = [*rows(), signed("2026-03-31", 5, "MT")]
    publish(site.published, "20260402T100000Z-0000bbbb", campaign=[campaign(is_demo=True)], signature_daily=more)
    expect(page.locator("#finding")).to_have_text(re.compile("^Malta: 305 signatures"))
