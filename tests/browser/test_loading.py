"""A person without a terminal loads a file on the page Data."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serving
from tests.installation import Installation

FIRST = "signed_at,name,email,country\n2023-05-01,Ada Invented,ada@uni.example,DE\n"
SECOND = (
    "signed_at,name,email,country\n"
    "2023-05-02,Bea Invented,bea@uni.example,FR\n"
    "2023-05-03,Cem Invented,cem@uni.example,FR\n"
    "never,Dan Invented,dan@uni.example,FR\n"
)
# What a browser hands over when a file is dropped.
_DROPPED = """([name, text]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], name));
    return carried;
}"""
_A_JOB_MS = 60_000  # a job is a process of its own, and starts on a busy machine


@pytest.fixture
def office(installation: Installation) -> Installation:
    """An installation with one campaign and one loaded file."""
    installation.load(installation.write("first.csv", FIRST))
    return installation


@pytest.fixture
def address(office: Installation) -> Iterator[str]:
    """The address of the page Data of that installation."""
    with serving(office.root) as site:
        yield f"{site}/data"


def drop(page: Page, name: str, text: str) -> None:
    """Drop a file on the zone."""
    zone = page.locator(".drop-zone")
    expect(zone).to_be_visible()
    carried = page.evaluate_handle(_DROPPED, [name, text])
    zone.dispatch_event("dragover", {"dataTransfer": carried})
    zone.dispatch_event("drop", {"dataTransfer": carried})


def test_a_dropped_file_is_looked_at_loaded_and_found_in_the_ledger(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#ledger-card")).to_contain_text("first.csv")
    parts = [page.locator(part).bounding_box() for part in ("#finding", "#load", ".heads")]
    assert sorted(parts, key=lambda part: part["y"]) == parts  # the sentence first, as on every page
    opened = page.evaluate("window.opened = performance.timeOrigin")

    drop(page, "second.csv", SECOND)
    card = page.get_by_role("region", name="Load a file")
    expect(card).to_contain_text("3 rows, of which 1 would be rejected. Nothing has changed yet.", timeout=_A_JOB_MS)
    expect(card).to_contain_text("Bea Invented")
    expect(card).to_contain_text("not a date in a declared form")
    expect(page.locator("#ledger-card")).not_to_contain_text("second.csv")

    card.get_by_role("button", name="Load this file").click()
    expect(card).to_contain_text("second.csv is loaded: 3 rows", timeout=_A_JOB_MS)
    expect(card.get_by_role("row").nth(1)).to_contain_text("second.csv")
    row = page.locator("#ledger-card").get_by_role("row").filter(has_text="second.csv")
    expect(row.locator("td.number")).to_have_text(["3", "2", "0", "1", "0"])
    assert page.evaluate("window.opened") == opened  # the page was never loaded again

    card.get_by_role("button", name="Load another file").click()
    expect(card.locator(".drop-zone")).to_be_visible()


def test_a_broken_file_is_refused_in_a_sentence_and_put_away(page: Page, address: str, office: Installation) -> None:
    page.goto(address)
    drop(page, "shoes.csv", "signed_at,name,shoe_size\n2023-05-01,Ada Invented,38\n")
    refusal = page.locator("#load-card .refusal")
    expect(refusal).to_contain_text("shoes.csv: no known format has the columns", timeout=_A_JOB_MS)
    expect(page.get_by_role("button", name="Load this file")).to_have_count(0)
    page.get_by_role("button", name="Put it away").click()
    expect(page.locator(".drop-zone")).to_be_visible()
    assert list((office.root / "inbox" / ".uploads").iterdir()) == []


def test_a_form_of_ones_own_is_described_on_the_page_and_loaded(page: Page, address: str) -> None:
    page.goto(address)
    drop(page, "our form.csv", "Timestamp,Full name,Shoes\n4/13/2023 18:02:11,Ada Invented,38\n")
    text = page.get_by_label("How the file is to be read")
    expect(text).to_have_value(re.compile(r'dates = \["%m/%d/%Y %H:%M:%S"\]'), timeout=_A_JOB_MS)
    text.fill(text.input_value().replace('title = "our form"', 'title = "Our own form"'))
    page.get_by_role("button", name="Look at it as described").click()
    card = page.get_by_role("region", name="Load a file")
    expect(card).to_contain_text("would be loaded as signatures (Our own form): 1 row", timeout=_A_JOB_MS)
    card.get_by_role("button", name="Load this file").click()
    expect(card).to_contain_text("our form.csv is loaded: 1 row", timeout=_A_JOB_MS)


def test_a_file_is_loaded_by_keyboard_and_found_again_after_a_reload(
    page: Page, address: str, office: Installation
) -> None:
    page.goto(address)
    expect(page.locator("#ledger-card")).to_contain_text("first.csv")
    with page.expect_file_chooser() as chosen:
        page.get_by_label("Choose a file").focus()  # the browser is listening when this has come back
        page.keyboard.press("Space")
    chosen.value.set_files(office.write("second.csv", SECOND))
    button = page.get_by_role("button", name="Load this file")
    expect(button).to_be_visible(timeout=_A_JOB_MS)
    expect(page.locator(".load-said")).to_be_focused()
    page.reload()
    expect(button).to_be_visible(timeout=_A_JOB_MS)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#load-card")).to_contain_text("second.csv is loaded: 3 rows", timeout=_A_JOB_MS)


def test_other_pages_have_no_card(page: Page, address: str) -> None:
    page.goto(address.removesuffix("data") + "reach")
    expect(page.locator("#finding")).to_be_visible()
    expect(page.locator("#load-card")).to_be_hidden()


def test_a_server_that_was_told_not_to_load_shows_no_card(page: Page, office: Installation) -> None:
    with serving(office.root, "--no-loading") as site:
        page.goto(f"{site}/data")
        expect(page.locator("#ledger-card")).to_contain_text("first.csv")
        expect(page.locator("#load-card")).to_have_count(0)


def test_the_first_file_of_an_installation_can_be_dropped(page: Page, installation: Installation) -> None:
    with serving(installation.root) as site:
        page.goto(site)
        expect(page.get_by_text("Nothing has been loaded yet")).to_be_visible()
        page.get_by_label("Choose a file").set_input_files(installation.write("first.csv", FIRST))
        page.get_by_role("button", name="Load this file").click(timeout=_A_JOB_MS)
        expect(page.locator("#finding")).to_be_visible(timeout=_A_JOB_MS)
    assert installation.counts("first.csv") == (1, 1, 0, 0, 0)
