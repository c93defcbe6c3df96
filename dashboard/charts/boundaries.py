"""The boundaries of Europe's countries: where a browser finds them, and which countries they hold."""

import json
from hashlib import sha256
from pathlib import Path

_FILE = Path(__file__).parent.parent / "assets" / "europe.geojson"
_CONTENT = _FILE.read_bytes()

# The address changes with the content, so that browsers may keep what they have.
BOUNDARIES = f"/assets/{_FILE.name}?m={sha256(_CONTENT).hexdigest()[:12]}"
COUNTRY_NAMES: dict[str, str] = {
    feature["id"]: feature["properties"]["name"] for feature in json.loads(_CONTENT)["features"]
}
