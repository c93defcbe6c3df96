"""What lies across pages, as a person uses it: the overview, the menu of a figure, hints, comparison, paper."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, rows, serving, wait_until
from tests.snapshots import Row, publish


def test_the_overview_leads_to_a_page_with_the_same_sentence_and_filters(site: Site, page: Page) -> None:
    page.goto(site.address + "/?countries=MT")
    brief = page.locator(".brief", has_text="per million inhabitants")
    said = brief.locator(".brief-finding").inner_text()
    brief.click()
    expect(page.locator("#finding")).to_have_text(said)
    expect(page).to_have_url(re.compile(r"/reach\?.*countries=MT"))


def test_a_figure_becomes_an_image_that_says_where_it_is_from(site: Site, page: Page) -> None:
    page.goto(site.address + "/momentum")
    expect(page.locator("#momentum-card .main-svg").first).to_be_visible()
    with page.expect_download() as download:
        page.locator("#momentum-card").get_by_role("button", name="PNG").click()
    name = download.value.suggested_filename
    assert re.fullmatch(r"invented-data-open-letter-momentum-\d{8}T\d+Z-\w{8}\.png", name)
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_the_link_of_a_figure_brings_a_colleague_to_it(site: Site, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site.address + "/momentum?countries=MT")
    link = page.locator("#events-card").get_by_role("link", name="Link")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#events-card").get_by_text("Copied")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{site.address}/momentum?campaign=open-letter&countries=MT#events-card"
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#events-card")).to_be_in_viewport()
    expect(page.locator("#active-filters")).to_contain_text("Malta")


def test_a_hint_is_shown_to_the_keyboard_and_leads_to_the_glossary(site: Site, page: Page) -> None:
    page.goto(site.address + "/momentum")
    hint = page.get_by_role("link", name="What “Member state reached” means")
    hint.focus()
    meaning = "One of the 27 states of the European Union with at least one signature in the selection."
    expect(page.get_by_role("tooltip")).to_have_text(meaning)
    with page.context.expect_page() as opened:
        hint.click()
    expect(opened.value.locator("#word-member-state-reached")).to_be_in_viewport()
    expect(opened.value.locator("#word-member-state-reached")).to_contain_text(meaning)
    opened.value.close()


def test_the_explanation_of_a_figure_leads_to_all_definitions(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach?countries=MT")
    card = page.locator("#reach-map-card")
    card.get_by_text("How is this computed?").click()
    card.get_by_role("link", name="All definitions").click()
    expect(page.locator("#computed-reach_by_country")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("countries=MT"))


def test_two_chosen_countries_have_a_plot_each_and_no_choice_has_the_largest(site: Site, page: Page) -> None:
    page.goto(site.address + "/momentum?countries=FR,MT")
    expect(page.locator("#countries-over-time .annotation-text")).to_have_text(["Malta", "France"])
    page.get_by_role("link", name="Reset").click()
    expect(page.locator("#countries-over-time .annotation-text")).to_have_text(["Malta", "France", "Germany"])


def test_one_country_has_a_view_of_its_own(site: Site, page: Page) -> None:
    page.goto(site.address + "/reach?countries=MT")
    expect(page.locator("#finding")).to_be_visible()
    expect(page.locator("#local-events-card")).to_have_count(0)  # the hearing was nowhere in particular
    expect(page.locator("#institutions-card")).to_be_visible()


def test_every_page_ends_with_its_snapshot_and_the_definitions(site: Site, page: Page) -> None:
    for path in ("/", "/momentum", "/reach", "/under-reached", "/outreach", "/media", "/data", "/glossary"):
        page.goto(site.address + path)
        foot = page.locator("#page-footer")
        expect(foot).to_contain_text(re.compile(r"Country known for 100 % of \d+ signatures.*Snapshot 2026"))
        expect(foot.get_by_role("link", name="Definitions")).to_be_visible()


def test_on_paper_there_are_no_controls_and_a_figure_is_not_wider_than_the_sheet(site: Site, page: Page) -> None:
    page.goto(site.address + "/momentum")
    expect(page.locator("#momentum-card .main-svg").first).to_be_visible()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#navigation")).to_be_hidden()
    expect(page.locator("#countries-menu")).to_be_hidden()
    expect(page.locator("#momentum-card").get_by_role("link", name="CSV")).to_be_hidden()
    sheet = 182 / 25.4 * 96  # 182 mm between the margins of an A4 sheet, in CSS pixels
    wait_until(page, f"document.querySelector('#momentum-card .main-svg').clientWidth <= {sheet}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    wait_until(page, f"document.querySelector('#momentum-card .main-svg').clientWidth > {sheet}")


def test_a_table_that_was_not_in_sight_yet_is_on_paper_too(tmp_path: Path, page: Page) -> None:
    named: Row = {
        "campaign_id": "open-letter", "day": "2026-03-05", "institution_id": "a", "institution": "Nowhere College",
        "country": "MT", "institution_type": "university", "signatures": 3,
    }  # fmt: skip
    publish(tmp_path / "published", signature_daily=rows(), institution_daily=[named])
    with serving(tmp_path) as address:
        page.goto(address + "/reach")
        table = page.locator("#institutions-card .table")
        expect(table).to_be_attached()
        assert table.inner_html() == ""  # it is far below the window
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert "Nowhere College" in table.inner_html()
