"""Three invented campaigns whose right sentence is known, as a reader finds them on the page."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import serving
from tests.snapshots import Row, campaign, days, publish, signed

_NO_BREAK = "\N{NO-BREAK SPACE}"
_SHARES = {"DE": 16, "FR": 12, "GR": 2}  # of 80, 60 and 10 million people


def _lagging() -> list[Row]:
    """30 days at the same pace; France has a sixth of what its people would give."""
    return [
        row
        for code, a_day in {"DE": 160, "FR": 20, "GR": 20, "MT": 1}.items()
        for row in days("2026-03-02", [a_day] * 30, country=code)
    ]


def _steady() -> list[Row]:
    """60 a day, each country at its share."""
    large = [row for code, part in _SHARES.items() for row in days("2026-03-02", [2 * part] * 30, country=code)]
    return [*large, signed("2026-03-02", 6, "MT")]


def _reached(step: str, contacts: int) -> Row:
    """Half of those who were contacted by e-mail signed."""
    return {
        "campaign_id": "lagging", "contacted_on": "2026-03-03", "reached_on": "2026-03-04", "step": step,
        "country": "DE", "institution_type": "university", "channel": "email", "wave": "", "team": "",
        "contacts": contacts,
    }  # fmt: skip


def test_each_campaign_gets_its_right_sentence(page: Page, tmp_path: Path) -> None:
    made = {
        "lagging": _lagging(),
        "steady": _steady(),
        "few": [signed("2026-03-02", 20), signed("2026-03-02", 9, "FR")],
    }
    publish(
        tmp_path / "published",
        campaign=[campaign(name) for name in made],
        signature_daily=[row | {"campaign_id": name} for name, rows in made.items() for row in rows],
        contact_step_daily=[_reached("contacted", 100), _reached("signed", 50)],
    )
    said = {
        ("lagging", "/under-reached"): "1 member state is below its share of the population beyond chance: France."
        " 3,000 more signatures would bring it to par, about 6,000 more contacts at the rate of your best channel,"
        " email.",
        ("steady", "/under-reached"): "No member state is below its share of the population beyond chance; for 1 of 4"
        " there is too little evidence.",
        ("few", "/under-reached"): "Too little evidence: 29 signatures cannot show which member states lag.",
        ("steady", "/momentum"): "Steady: 60 a day over the last 7 finished days, as many as the week before, but it"
        " could be anything between 13 % fewer and 15 % more.",
        ("few", "/momentum"): "29 signatures, 2 March 2026; none in the 14 days up to 31 March 2026.",
    }
    with serving(tmp_path) as address:
        for (name, path), sentence in said.items():
            page.goto(f"{address}{path}?campaign={name}")
            expect(page.locator("#finding")).to_have_text(sentence.replace(" %", f"{_NO_BREAK}%"))
        expect(page.locator("#forecast-card")).to_contain_text("29 signatures: too little evidence for a forecast.")
