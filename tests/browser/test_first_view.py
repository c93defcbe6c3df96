"""What the first view costs: nothing that it does not need, and nothing twice."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Site

_LARGEST_FIRST_VIEW = 2_600_000  # bytes over the wire


@pytest.mark.parametrize("path", ["/momentum", "/reach"])
def test_a_first_view_is_small_and_draws_with_one_small_library(site: Site, browser: Browser, path: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    received: list[int] = []
    page.on("request", lambda request: asked.append(request.url))
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    page.goto(site.address + path)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert 200_000 < sum(received) < _LARGEST_FIRST_VIEW
    assert len([url for url in asked if "vendor/plotly.min.js" in url]) == 1
    assert [url for url in asked if "/plotly/package_data/" in url or "ag_grid" in url] == []
    context.close()


def test_a_second_view_fetches_no_script_again(site: Site, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    for _ in range(2):
        page.goto(site.address + "/momentum")
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    scripts = page.evaluate(
        "performance.getEntriesByType('resource').filter(({ name }) => /[?]m=|[.]v[0-9_]+m/.test(name))"
        ".map(({ name, transferSize }) => [name, transferSize])"
    )
    assert len(scripts) > 8
    assert [name for name, transferred in scripts if transferred > 0] == []
    context.close()
