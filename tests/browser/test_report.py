"""A pack on somebody else's computer: opened from a file without a network, on paper, and as pictures."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dashboard.reports.language import languages
from dashboard.reports.pack import write_pack
from dashboard.reports.parts import Requested
from dashboard.reports.pictures import NO_BROWSER
from dashboard.snapshot import Published
from tests.browser.conftest import CHROMIUM
from tests.dashboard.report_campaign import published

FIGURES = ["members-by-country", "reach-map", "reach-by-country", "reach-by-kind", "signatures-so-far"]
A4_INSIDE = {"width": 688, "height": 1000}  # CSS pixels between the margins of a page
_INK = """plots => plots.map(plot => [plot.id, plot.querySelectorAll(
    '.main-svg .point, .main-svg .js-line, .main-svg .choroplethlayer path').length])"""
_OUTSIDE = """plots => plots.filter(plot => {
    const frame = plot.getBoundingClientRect();
    return [...plot.querySelectorAll('.main-svg text')].some(text => {
        const box = text.getBoundingClientRect();
        return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1
            || box.top < frame.top - 1 || box.bottom > frame.bottom + 1);
    });
}).map(plot => plot.id)"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Published snapshots of a small campaign."""
    return published(tmp_path_factory.mktemp("published"))


def opened(browser: Browser, folder: Path, out: Path, code: str) -> tuple[Page, list[str]]:
    """The page of a pack without any network, and what it asked for or complained about."""
    pack = write_pack(Published(folder, protected=True), Requested("open-letter", "n", code), out, with_pictures=False)
    page = browser.new_context(offline=True, viewport={"width": 1280, "height": 900}).new_page()
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto((pack.folder / "report.html").as_uri())
    page.wait_for_function(
        "() => document.querySelectorAll('.plot .main-svg').length >= document.querySelectorAll('.plot').length"
    )
    return page, [text for text in heard if not text.startswith(("file:", "data:", "blob:"))]


@pytest.mark.parametrize("code", languages())
def test_without_a_network_every_figure_is_drawn_and_nothing_is_asked_for(
    browser: Browser, folder: Path, tmp_path: Path, code: str
) -> None:
    page, heard = opened(browser, folder, tmp_path, code)
    ink = dict(page.locator(".plot").evaluate_all(_INK))
    assert list(ink) == FIGURES
    assert all(ink.values()), ink
    assert heard == []
    assert page.locator(".plot").evaluate_all(_OUTSIDE) == []
    last_day = {"en": "1 Apr", "de": "1. Apr.", "fr": "1 avr."}[code]
    assert page.locator("#signatures-so-far .xtick").last.text_content() == last_day
    page.context.close()


def test_on_paper_every_figure_stands_whole_on_one_page(browser: Browser, folder: Path, tmp_path: Path) -> None:
    page, _ = opened(browser, folder, tmp_path, "de")
    page.set_viewport_size(A4_INSIDE)
    page.emulate_media(media="print")
    boxes = page.locator("figure").evaluate_all(
        "figures => figures.map(f => [f.getBoundingClientRect().right, f.getBoundingClientRect().height,"
        " getComputedStyle(f).breakInside])"
    )
    assert len(boxes) == len(FIGURES)
    for right, height, inside in boxes:
        assert right <= A4_INSIDE["width"]
        assert height <= A4_INSIDE["height"]
        assert inside == "avoid"
    page.context.close()


@pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)
def test_a_pack_has_a_pdf_and_every_figure_as_svg_and_png(folder: Path, tmp_path: Path) -> None:
    pack = write_pack(Published(folder, protected=True), Requested("open-letter", "n", "fr"), tmp_path)
    assert pack.note == ""
    assert (pack.folder / "report.pdf").read_bytes().startswith(b"%PDF-")
    for ident in FIGURES:
        assert (pack.folder / f"{ident}.png").read_bytes().startswith(b"\x89PNG")
        assert (pack.folder / f"{ident}.svg").read_text(encoding="utf-8").startswith("<svg")
    assert "Signatures par type d’institution" in (pack.folder / "reach-by-kind.svg").read_text(encoding="utf-8")
