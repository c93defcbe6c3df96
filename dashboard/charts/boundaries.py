"""The boundaries of Europe's countries: where a browser finds them, and which countries they hold."""

import json

from dashboard.asset import ASSETS, asset_address

_NAME = "europe.geojson"

BOUNDARIES = asset_address(_NAME)
COUNTRY_NAMES: dict[str, str] = {
    feature["id"]: feature["properties"]["name"]
    for feature in json.loads((ASSETS / _NAME).read_text(encoding="utf-8"))["features"]
}
