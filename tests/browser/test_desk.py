"""The desk of outreach as an organiser works through it."""

from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serving
from tests.installation import Installation

LOG = "occurred_at,organisation,contact_role,country,institution_type,channel,stage,follow_up_on\n"
ROWS = (
    "2026-03-02,Invented University,rector,DE,university,email,contacted,2026-03-09\n"
    "2026-03-03,Invented Institute,director,DE,research_institute,phone,contacted,2026-03-12\n"
    "2026-03-04,Invented Union,chair,FR,ngo,email,contacted,2026-03-10\n"
    "2026-03-04,Invented Forum,chair,DE,ngo,email,contacted,\n"
    "2026-03-05,Invented College,dean,DE,university,email,contacted,2099-01-01\n"
)
# What the snapshot says is overdue in Germany, the longest first.
OVERDUE = """
select organisation, contact_role, name, cast(follow_up_on as varchar)
from open_contact join country on country = iso2
where iso2 = 'DE' and follow_up_on < current_date
order by follow_up_on
"""


@pytest.fixture
def letter(tmp_path: Path) -> Installation:
    """An installation in which five organisations wait for something, two of Germany for too long."""
    made = Installation(tmp_path / "data")
    made.etl("campaign", "new", "letter", "--title", "An invented letter", "--launched-on", "2026-03-01")
    made.load(made.write("log.csv", LOG + ROWS))
    return made


def test_overdue_follow_ups_of_one_country_are_chosen_exported_and_read_back(letter: Installation, page: Page) -> None:
    with serving(letter.root) as address:
        page.goto(f"{address}/outreach?countries=DE")
        desk = page.locator("#desk-card")
        desk.get_by_role("link", name="Overdue 2").click()
        expect(desk.locator("tbody tr")).to_have_count(2)
        expect(page.locator("#active-filters")).to_contain_text("Germany")
        with page.expect_download() as download:
            desk.get_by_role("link", name="CSV").click()
        exported = download.value.path().read_bytes()
    rows = pd.read_csv(BytesIO(exported))
    waiting = letter.ask(OVERDUE)
    assert rows[["Organisation", "Role", "Country", "Due"]].to_records(index=False).tolist() == waiting
    assert [organisation for organisation, *_ in waiting] == ["Invented University", "Invented Institute"]
    (entry,) = letter.load(letter.write("desk.csv", exported))["files"]
    assert (entry["format"], entry["accepted"], entry["duplicate"]) == ("desk_csv", 0, 2)
