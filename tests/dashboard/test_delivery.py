"""How files reach a browser: compressed, kept by their fingerprint, with a drawing library that fits the charts."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from plotly.offline import get_plotlyjs_version

from dashboard.app import create_app
from dashboard.charts.boundaries import BOUNDARIES, COUNTRY_NAMES

DASHBOARD = Path(__file__).parents[2] / "dashboard"
FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A browser without a screen."""
    return create_app(tmp_path).server.test_client()


def fetched_at_first(client: FlaskClient) -> list[str]:
    """The addresses of scripts and styles in the first answer."""
    return re.findall(
        r'(?:src|href)="(/(?:assets|_dash-component-suites)/[^"]+)"', client.get("/").get_data(as_text=True)
    )


def test_scripts_and_styles_are_kept_by_the_browser_as_long_as_they_are_the_same(client: FlaskClient) -> None:
    addresses = fetched_at_first(client)
    assert len(addresses) > 8
    kept = {address: client.get(address).headers["Cache-Control"] for address in addresses}
    assert kept == dict.fromkeys(addresses, FOREVER)


@pytest.mark.parametrize("address", ["/", "/assets/style.css", "/download/reach.csv", "/assets/gone.js?m=1"])
def test_what_may_change_under_its_address_is_asked_for_again(client: FlaskClient, address: str) -> None:
    assert "immutable" not in client.get(address).headers.get("Cache-Control", "")


def test_boundaries_travel_compressed_under_an_address_that_names_their_content(client: FlaskClient) -> None:
    answer = client.get(BOUNDARIES, headers={"Accept-Encoding": "gzip, deflate, br, zstd"})
    assert answer.headers["Cache-Control"] == FOREVER
    assert answer.headers["Content-Encoding"] in ("zstd", "br", "deflate")
    assert len(answer.get_data()) < (DASHBOARD / "assets" / "europe.geojson").stat().st_size / 2
    assert COUNTRY_NAMES["MT"] == "Malta"


def test_the_drawing_library_is_that_of_the_installed_plotly(client: FlaskClient) -> None:
    bundle = (DASHBOARD / "assets" / "vendor" / "plotly.min.js").read_text(encoding="utf-8")
    assert f"plotly.js {get_plotlyjs_version()} with" in bundle.splitlines()[0]
    assert sum("vendor/plotly.min.js" in address for address in fetched_at_first(client)) == 1


def test_the_drawing_library_is_fetched_at_once_and_read_later_and_no_polyfill_is(client: FlaskClient) -> None:
    index = client.get("/").get_data(as_text=True)
    assert '<link rel="preload" as="script" fetchpriority="low" href="/assets/vendor/plotly.min.js?m=' in index
    read = re.findall(r'<script src="([^"]+)"', index)
    assert sum("vendor/regenerator-runtime.js" in address for address in read) == 1
    assert [address for address in read if "plotly.min.js" in address or "polyfill" in address] == []


def test_the_drawing_library_knows_every_kind_of_trace_that_a_chart_uses() -> None:
    charts = "".join(path.read_text(encoding="utf-8") for path in (DASHBOARD / "charts").glob("*.py"))
    bundle = (DASHBOARD / "assets" / "vendor" / "plotly.min.js").read_text(encoding="utf-8")
    named = set(re.findall(r'"type": "(\w+)"', charts)) - {"rect", "line", "data", "azimuthal equal area", "date"}
    assert {"scatter", "bar", "heatmap", "choropleth", "scattergeo"} <= named
    assert {kind for kind in named if f'moduleType:"trace",name:"{kind}"' not in bundle} == set()
