"""Writes dashboard/assets/europe.geojson from Natural Earth's boundaries. Run by hand, when the boundaries change:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python data/reference/boundaries.py package/countries-50m.json dashboard/assets/europe.geojson

Source: Natural Earth 1:50m (public domain) as TopoJSON, npm package world-atlas 2.0.2. Borders are shared arcs there:
thinned out before rings are put together, neighbours still meet. Vatican City vanishes at the two decimals kept.
"""

import json
import sys
from collections.abc import Iterable
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

from babel import Locale

Point = tuple[float, float]
Ring = list[Point]
Numbered = list[list[int]]  # a polygon: the arc numbers of its outer ring and of its holes

# ISO 3166 numeric, as in the source, to alpha-2: Europe and what lies beside it in a view of Europe.
_ALPHA2 = {
    "040": "AT", "056": "BE", "100": "BG", "191": "HR", "196": "CY", "203": "CZ", "208": "DK", "233": "EE", "246": "FI",
    "250": "FR", "276": "DE", "300": "GR", "348": "HU", "372": "IE", "380": "IT", "428": "LV", "440": "LT", "442": "LU",
    "470": "MT", "528": "NL", "616": "PL", "620": "PT", "642": "RO", "703": "SK", "705": "SI", "724": "ES", "752": "SE",
    "826": "GB", "578": "NO", "756": "CH", "352": "IS", "804": "UA", "498": "MD", "688": "RS", "070": "BA", "499": "ME",
    "807": "MK", "008": "AL", "112": "BY", "792": "TR", "643": "RU", "438": "LI", "020": "AD", "492": "MC", "674": "SM",
    "833": "IM", "831": "GG", "832": "JE", "234": "FO", "504": "MA", "012": "DZ", "788": "TN", "434": "LY", "818": "EG",
    "376": "IL", "275": "PS", "422": "LB", "760": "SY", "400": "JO", "368": "IQ", "268": "GE", "051": "AM", "031": "AZ",
    "364": "IR", "682": "SA", "398": "KZ",
    "248": "FI",  # the Åland Islands
}  # fmt: skip
_ALPHA2_BY_NAME = {"Kosovo": "XK", "N. Cyprus": "CY"}  # no numeric code in the source
# The source draws who holds a territory; the United Nations (resolution 68/262) count Crimea as part of Ukraine.
_CRIMEA = (32.4, 36.7, 44.3, 46.3)  # west, east, south, north
# Wider than any view of Europe, so that the straight cuts stay outside the picture.
_WEST, _EAST, _SOUTH, _NORTH = -32.0, 80.0, 27.0, 74.0
# West, east, south, north of islands inside the window, but far from their states.
_FAR_ISLANDS = (
    (-32.0, -12.0, 27.0, 40.5),  # Azores, Madeira, Canary Islands
    (-10.0, -7.0, 70.0, 72.0),  # Jan Mayen
)
_ISLAND_STATES = {"MT", "CY", "FO", "IM", "GG", "JE"}
_SMALLEST_PART = 0.02  # square degrees: smaller islets are dropped
_TOLERANCE = 0.02  # degrees, about a quarter of a pixel on a map 800 pixels wide


def main(topology_path: Path, geojson_path: Path) -> None:
    """Read the TopoJSON file and write the GeoJSON file; its feature ids are ISO alpha-2 codes."""
    topology = json.loads(topology_path.read_text(encoding="utf-8"))
    arcs = [_thinned(arc) for arc in _decoded_arcs(topology)]
    names = Locale("en").territories
    features = []
    for code, numbered in _polygons_by_country(topology, arcs).items():
        polygons = _european_polygons(numbered, arcs, keep_islets=code in _ISLAND_STATES)
        features.append(
            {
                "type": "Feature",
                "id": code,
                "properties": {"name": names[code]},
                "geometry": {"type": "MultiPolygon", "coordinates": polygons},
            }
        )
    features.sort(key=lambda feature: str(feature["id"]))
    collection = {"type": "FeatureCollection", "features": features}
    geojson_path.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _decoded_arcs(topology: dict[str, Any]) -> Iterable[Ring]:
    """Arcs in degrees: the source holds differences of integers."""
    (scale_x, scale_y), (offset_x, offset_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + offset_x, y * scale_y + offset_y))
        yield points


def _thinned(line: Ring) -> Ring:
    """Douglas-Peucker: without the points that lie closer than the tolerance to the line through those kept."""
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    dx, dy = bx - ax, by - ay
    length = hypot(dx, dy)

    def distance(point: Point) -> float:
        if length == 0:  # a closed ring begins and ends in one point
            return hypot(point[0] - ax, point[1] - ay)
        return abs((point[0] - ax) * dy - (point[1] - ay) * dx) / length

    farthest = max(range(1, len(line) - 1), key=lambda index: distance(line[index]))
    if distance(line[farthest]) < _TOLERANCE:
        return [line[0], line[-1]]
    return _thinned(line[: farthest + 1])[:-1] + _thinned(line[farthest:])


def _polygons_by_country(topology: dict[str, Any], arcs: list[Ring]) -> dict[str, list[Numbered]]:
    """Polygons as arc numbers by alpha-2 code, each territory with the state that it is counted to."""
    by_country: dict[str, list[Numbered]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = _ALPHA2.get(geometry.get("id", ""), _ALPHA2_BY_NAME.get(geometry["properties"]["name"]))
        if code:
            polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            by_country.setdefault(code, []).extend(polygons)
    crimea = [polygon for polygon in by_country["RU"] if _lies_in(_CRIMEA, _joined(polygon[0], arcs))]
    by_country["RU"] = [polygon for polygon in by_country["RU"] if polygon not in crimea]
    by_country["UA"] += crimea
    return {code: _dissolved(polygons) for code, polygons in by_country.items()}


def _dissolved(polygons: list[Numbered]) -> list[Numbered]:
    """Polygons that share a border arc, walked in opposite directions, become one without it."""
    apart: list[Numbered] = []
    for outer, *holes in polygons:
        for neighbour in apart:
            shared = next((number for number in outer if ~number in neighbour[0]), None)
            if shared is not None:
                begin, at = outer.index(shared), neighbour[0].index(~shared)
                neighbour[0][at : at + 1] = outer[begin + 1 :] + outer[:begin]
                break
        else:
            apart.append([list(outer), *holes])
    return apart


def _european_polygons(numbered: list[Numbered], arcs: list[Ring], keep_islets: bool) -> list[list[Ring]]:
    """The country's polygons inside the window: outer rings clockwise, holes counter-clockwise, as d3-geo needs."""
    polygons = [[_clean(_clipped(_joined(ring, arcs))) for ring in polygon] for polygon in numbered]
    polygons = [
        polygon
        for polygon in polygons
        if abs(_area(polygon[0])) > 0 and not any(_lies_in(box, polygon[0]) for box in _FAR_ISLANDS)
    ]
    largest = max((abs(_area(polygon[0])) for polygon in polygons), default=0)
    smallest = 0 if keep_islets else min(largest, _SMALLEST_PART)
    return [
        [_wound(polygon[0], clockwise=True)] + [_wound(hole, clockwise=False) for hole in polygon[1:] if _area(hole)]
        for polygon in polygons
        if abs(_area(polygon[0])) >= smallest
    ]


def _joined(numbers: list[int], arcs: list[Ring]) -> Ring:
    """A ring from its arcs; a negative number is an arc walked backwards."""
    ring: Ring = []
    for number in numbers:
        ring.extend((arcs[number] if number >= 0 else arcs[~number][::-1])[:-1])
    # Russia reaches over 180°: what lies beyond goes on counting up, or the ring would run once around the globe.
    return [(x + 360 if x < -100 else x, y) for x, y in ring]


def _clipped(ring: Ring) -> Ring:
    """The part of an open ring inside the window (Sutherland-Hodgman)."""
    for axis, limit, keep_above in ((0, _WEST, True), (0, _EAST, False), (1, _SOUTH, True), (1, _NORTH, False)):
        ring = _clipped_at(ring, axis, limit, keep_above)
    return ring


def _clipped_at(ring: Ring, axis: int, limit: float, keep_above: bool) -> Ring:
    clipped: Ring = []
    for before, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
        is_inside = (point[axis] >= limit) == keep_above
        if is_inside != ((before[axis] >= limit) == keep_above):
            share = (limit - before[axis]) / (point[axis] - before[axis])
            clipped.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if is_inside:
            clipped.append(point)
    return clipped


def _clean(ring: Ring) -> Ring:
    """Two decimals, no point twice in a row, closed; empty where less than a triangle is left."""
    rounded = [(round(x, 2), round(y, 2)) for x, y in ring]
    kept = [point for before, point in zip(rounded[-1:] + rounded[:-1], rounded, strict=True) if point != before]
    return [*kept, kept[0]] if len(kept) >= 3 else []


def _area(ring: Ring) -> float:
    """Signed area in square degrees; positive counter-clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring)) / 2


def _lies_in(box: tuple[float, float, float, float], ring: Ring) -> bool:
    west, east, south, north = box
    return all(west <= x <= east and south <= y <= north for x, y in ring)


def _wound(ring: Ring, clockwise: bool) -> Ring:
    return ring if (_area(ring) < 0) == clockwise else ring[::-1]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python data/reference/boundaries.py COUNTRIES-50M.JSON EUROPE.GEOJSON")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
