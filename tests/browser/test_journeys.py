"""What organisers come for, from the first page to the end. A file that is dropped and loaded: test_loading.py."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import rows, serving, wait_until
from tests.snapshots import Row, campaign, publish

_PLOT = "document.querySelector('#signatures-by-day .js-plotly-plot')"


def contacted(country: str, day: str, contacts: int) -> Row:
    """A row of the table outreach_daily."""
    return {
        "campaign_id": "open-letter", "day": day, "country": country, "institution_type": "university",
        "channel": "email", "wave": "", "stage": "contacted", "contacts": contacts,
    }  # fmt: skip


def event(day: str, title: str) -> Row:
    """A row of the table event."""
    return {"campaign_id": "open-letter", "event_id": title, "day": day, "kind": "talk", "title": title}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A campaign that Malta signs and Germany hardly does; somebody in Germany was written to, nobody in Greece."""
    data_dir: Path = tmp_path_factory.mktemp("data")
    publish(
        data_dir / "published",
        campaign=[campaign()],
        signature_daily=rows(),
        outreach_daily=[contacted("DE", "2026-03-20", 5), contacted("FR", "2026-03-21", 1)],
        event=[event("2026-03-12", "A hearing"), event("2026-03-20", "A letter")],
    )
    with serving(data_dir) as served:
        yield served


def go_to(page: Page, name: str) -> None:
    """Follow a link of the navigation."""
    page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True).click()


def test_which_member_states_lag_and_who_was_contacted_there(address: str, page: Page) -> None:
    page.goto(address)
    go_to(page, "Under-reached")
    expect(page.locator("#finding")).to_contain_text("Germany")
    germany = page.locator("#state-attention-card").get_by_role("row").filter(has_text="Germany")
    expect(germany).to_contain_text("20 Mar 2026")
    greece = page.locator("#state-attention-card").get_by_role("row").filter(has_text="Greece")
    expect(greece).not_to_contain_text("2026")
    page.goto(f"{address}/under-reached?countries=DE")
    go_to(page, "Outreach")
    expect(page.locator("#finding")).to_have_text(re.compile("^5 entries in the contact log"))
    expect(page.locator("#active-filters")).to_contain_text("Germany")


def test_what_changed_since_last_week(address: str, page: Page) -> None:
    page.goto(f"{address}/momentum")
    week = page.locator(".head-figure", has=page.get_by_text("Last 7 finished days", exact=True))
    expect(week.locator(".value")).to_have_text("84")
    expect(week).to_contain_text("84 in the 7 days before")
    page.locator("#days-menu summary").click()
    page.get_by_role("link", name="Last 7 finished days").click()
    expect(page.locator("#active-filters")).to_contain_text("25 – 31 March 2026")
    go_to(page, "Reach")
    table = page.locator("#countries-card").get_by_role("row")
    expect(table.filter(has_text="Malta")).to_contain_text("70")
    expect(table.filter(has_text="France")).to_contain_text("14")


def test_a_view_is_sent_to_a_colleague(address: str, page: Page, browser: Browser) -> None:
    page.goto(f"{address}/reach?countries=MT,FR&measure=signatures")
    expect(page).to_have_title(re.compile("^Reach · "))
    said = page.locator("#finding")
    expect(said).to_be_visible()
    colleague = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    colleague.goto(page.url)
    expect(colleague.locator("#finding")).to_have_text(said.inner_text())
    expect(colleague.locator("#page .switch .chosen").first).to_have_text("Number")
    colleague.context.close()


def test_a_table_gets_into_a_spreadsheet(address: str, page: Page) -> None:
    page.goto(f"{address}/reach?countries=MT,FR")
    card = page.locator("#countries-card")
    expect(card.get_by_role("row").filter(has_text="Malta")).to_contain_text("300")
    with page.expect_download() as download:
        card.get_by_role("link", name="CSV").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    column = lines[0].split(",").index("Signatures")
    assert [line.split(",")[column] for line in lines[1:]] == ["300", "60"]


def test_days_that_are_drawn_over_are_chosen_and_drawn_over_again_taken_off(address: str, page: Page) -> None:
    page.goto(f"{address}/momentum")
    plot = page.locator("#signatures-by-day .nsewdrag").first

    def draw(first: float, last: float) -> None:
        expect(plot).to_be_attached()
        box = plot.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + first * box["width"], box["y"] + box["height"] * 0.7)
        wait_until(page, f"{_PLOT}.layout.dragmode === 'select'")
        page.mouse.down()
        page.mouse.move(box["x"] + last * box["width"], box["y"] + box["height"] * 0.7, steps=8)
        page.mouse.up()

    draw(1 / 30 + 0.005, 4 / 30 - 0.005)  # the second to the fourth of thirty days
    expect(page.locator("#active-filters")).to_contain_text("3 – 5 March 2026")
    wait_until(page, f"{_PLOT}.layout.xaxis.range[0].startsWith('2026-03-02')")
    draw(0.01, 0.99)
    expect(page.locator("#active-filters")).to_be_empty()


def test_an_event_chooses_its_days_and_takes_them_off(address: str, page: Page) -> None:
    page.goto(f"{address}/momentum")
    flag = page.locator("#signatures-by-day .scatterlayer .point").first
    expect(flag).to_be_attached()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)  # cards that still come move what is clicked
    flag.click(force=True)
    expect(page.locator("#active-filters")).to_contain_text("12 – 19 March 2026")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    flag.click(force=True)
    expect(page.locator("#active-filters")).to_be_empty()


def test_an_image_is_white_in_the_dark_scheme_too(address: str, browser: Browser) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/momentum")
    expect(page.locator("#momentum-card .main-svg").first).to_be_visible()
    page.evaluate("() => { window.Plotly.downloadImage = ({ layout }) => { window.drawn = layout; }; }")
    page.locator("#momentum-card").get_by_role("button", name="PNG").click()
    assert page.evaluate("window.drawn.paper_bgcolor") == "#ffffff"
    assert page.evaluate("window.drawn.title.font.color") == "#1f2933"
    assert "snapshot 2026" in page.evaluate("window.drawn.title.text")
    context.close()
