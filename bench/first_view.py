"""What a browser waits for: the first view, and a change of filter: python -m bench.first_view [DATA_DIR].

Every page is opened by a browser that keeps nothing, beside an empty page of the same framework, and then a country is
chosen in it. Without DATA_DIR, 1 million invented signatures are loaded first.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bench.load import DEFAULT_ROWS, benchmark_load
from bench.server import free_port, serving

_OPENED, _CHANGED = 3, 5
_VIEWPORT: ViewportSize = {"width": 1440, "height": 900}
_QUIET_MS = 600  # after so long without a change of the page, nothing more is coming
_SEEN = """selector => new Promise(done => {
  const look = () => document.querySelector(selector) ? done(performance.now()) : requestAnimationFrame(look);
  look();
})"""
# Goes to an address as a control does; says when the numbers at the head and when the last figure had changed.
_CHANGE = """([search, quiet]) => new Promise(done => {
  const began = performance.now();
  let heads = 0, figures = 0, waiting = 0;
  const finish = () => { watch.disconnect(); done([heads, figures]); };
  const watch = new MutationObserver(changes => {
    const now = performance.now() - began;
    for (const { target, type } of changes) {
      const at = target instanceof Element ? target : target.parentElement;
      if (at?.closest(".js-plotly-plot")) figures = now;
      else if (!heads && type !== "attributes" && (at?.id === "page" || at?.closest(".heads, .finding"))) heads = now;
    }
    clearTimeout(waiting);
    waiting = setTimeout(finish, quiet);
  });
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  watch.observe(document.querySelector("#page"), all);
  window.dash_clientside.set_props("address", { search });
})"""


@dataclass(frozen=True)
class FirstView:
    """Medians of one page. bytes: as they came over the wire, compressed. first_ms: from the address to the first
    figure, or to the first sentence where there is none. heads_ms, figures_ms: from a choice in the filter bar to the
    change of the first number and to that of the last figure; None where there is none."""

    page: str
    bytes: int
    first_ms: float
    heads_ms: float | None = None
    figures_ms: float | None = None


def benchmark_first_view(data_dir: Path) -> list[FirstView]:
    """Serve the data directory's snapshot and open its pages; the last of the list is the empty page."""
    port, empty_port = free_port(), free_port()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        with serving(port, "dashboard", "serve", "--data-dir", str(data_dir), "--port", str(port)) as address:
            views = [_view(browser, address, path) for path in _paths(browser, address)]
        with serving(empty_port, "gunicorn", "bench.empty_app:server", "--bind", f"127.0.0.1:{empty_port}") as address:
            opened = [_opened(browser, address, "#heard") for _ in range(_OPENED)]
        browser.close()
    return [*views, FirstView("an empty page", opened[0][0], median(first for _, first in opened))]


def lines(views: list[FirstView]) -> list[str]:
    """The result as a table in Markdown."""
    rows = [
        f"| {view.page} | {view.bytes / 1e6:.2f} | {view.first_ms:,.0f} | {_written(view.heads_ms)} "
        f"| {_written(view.figures_ms)} |"
        for view in views
    ]
    header = "| page | MB | first figure, else sentence ms | choice to numbers ms | to figures ms |"
    return [header, "|---|---:|---:|---:|---:|", *rows]


def _written(duration_ms: float | None) -> str:
    return "–" if duration_ms is None else f"{duration_ms:,.0f}"


def _paths(browser: Browser, address: str) -> list[str]:
    with browser.new_page() as page:
        page.goto(address)
        page.wait_for_selector("nav a")
        links: list[str] = page.locator("nav a").evaluate_all("links => links.map(a => new URL(a.href).pathname)")
    return list(dict.fromkeys(links))


def _view(browser: Browser, address: str, path: str) -> FirstView:
    has_figure = _has_figure(browser, address + path)
    first = ".js-plotly-plot .main-svg" if has_figure else "#finding"
    opened = [_opened(browser, address + path, first) for _ in range(_OPENED)]
    heads, figures = _changed(browser, address + path)
    return FirstView(path, opened[0][0], median(ms for _, ms in opened), heads, figures if has_figure else None)


def _has_figure(browser: Browser, address: str) -> bool:
    with browser.new_page() as page:
        page.goto(address)
        page.wait_for_selector("#finding")
        page.wait_for_load_state("networkidle")
        return page.locator(".js-plotly-plot").count() > 0


def _opened(browser: Browser, address: str, first: str) -> tuple[int, float]:
    """Bytes over the wire, and milliseconds to what is seen first, in a browser that has kept nothing."""
    received: list[int] = []
    with browser.new_context(viewport=_VIEWPORT) as context:
        page = context.new_page()
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
        page.goto(address, wait_until="commit")
        first_ms: float = page.evaluate(_SEEN, first)
        page.wait_for_load_state("networkidle")
    return sum(received), first_ms


def _changed(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds from a choice to the first number and to the last figure."""
    with browser.new_page(viewport=_VIEWPORT) as page:
        page.goto(address)
        page.wait_for_selector("#finding")
        page.wait_for_load_state("networkidle")
        times = [_change(page, "?countries=FR" if number % 2 else "?countries=DE,PL") for number in range(_CHANGED)]
    return median(heads for heads, _ in times), median(figures for _, figures in times)


def _change(page: Page, search: str) -> tuple[float, float]:
    heads, figures = page.evaluate(_CHANGE, [search, _QUIET_MS])
    return heads, figures


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(*lines(benchmark_first_view(Path(sys.argv[1]))), sep="\n")
    else:
        with TemporaryDirectory() as folder:
            benchmark_load(DEFAULT_ROWS, Path(folder))
            print(*lines(benchmark_first_view(Path(folder) / "data")), sep="\n")
