"""From an export file to a number on the screen, with the real commands and the real server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serving
from tests.installation import Installation

HEADER = "signed_at,name,email,country,institution_type\n"
FIRST = (
    "2023-05-01,Ada Invented,ada@uni.example,Germany,university\n"
    "2023-05-02,Bob Invented,bob@uni.example,FR,ngo\n"
    "2023-05-02,Bob Invented,bob@uni.example,FR,ngo\n"
    "someday,Cem Invented,cem@uni.example,FR,ngo\n"
)
SECOND = "2023-05-03,Dee Invented,dee@uni.example,Malta,company\n"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[Installation, str]]:
    """An installation with one loaded file, and the address of a server of it."""
    made = Installation(tmp_path / "data")
    made.etl("campaign", "new", "letter", "--title", "An invented letter", "--launched-on", "2023-05-01")
    made.load(made.write("first.csv", HEADER + FIRST))
    with serving(made.root) as address:
        yield made, address


def signatures(page: Page) -> str:
    return page.locator(".head-figure", has=page.get_by_text("Signatures", exact=True)).locator(".value").inner_text()


def test_the_page_shows_the_file_and_follows_the_next_load_but_no_broken_one(
    place: tuple[Installation, str], page: Page
) -> None:
    made, address = place
    page.goto(f"{address}/reach")
    expect(page.locator("#finding")).to_be_visible()
    assert signatures(page) == "2"
    made.refuse(made.write("broken.csv", b"\xff\xfe\x00broken"))
    page.wait_for_timeout(1_000)
    assert signatures(page) == "2"
    made.load(made.write("second.csv", HEADER + SECOND))
    value = page.locator(".head-figure", has=page.get_by_text("Signatures", exact=True)).locator(".value")
    expect(value).to_have_text("3")


def test_the_ledger_on_the_data_page_is_that_of_the_loader(place: tuple[Installation, str], page: Page) -> None:
    _, address = place
    page.goto(f"{address}/data")
    row = page.locator("tr", has=page.get_by_text("first.csv", exact=True))
    expect(row.locator("td.number")).to_have_text(["4", "2", "1", "1", "0"])
    expect(page.get_by_text("not a date in a declared form")).to_be_visible()
