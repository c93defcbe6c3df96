"""The map's boundaries: every member state can be drawn, and none is drawn inside out."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

EUROPE = Path(__file__).parents[2] / "dashboard" / "assets" / "europe.geojson"
Europe = dict[str, list[list[list[list[float]]]]]  # country, polygon, ring, point, longitude and latitude
MEMBER_STATES = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"


@pytest.fixture(scope="module")
def europe() -> Europe:
    """Polygons by ISO alpha-2 code."""
    collection: dict[str, Any] = json.loads(EUROPE.read_text(encoding="utf-8"))
    return {feature["id"]: feature["geometry"]["coordinates"] for feature in collection["features"]}


def test_all_27_member_states_are_on_the_map(europe: Europe) -> None:
    assert set(MEMBER_STATES.split()) <= set(europe)


def test_every_country_has_an_english_name_without_abbreviations() -> None:
    features = json.loads(EUROPE.read_text(encoding="utf-8"))["features"]
    names = {feature["id"]: feature["properties"]["name"] for feature in features}
    assert (names["CZ"], names["BA"], names["GR"]) == ("Czechia", "Bosnia & Herzegovina", "Greece")
    assert [name for name in names.values() if "." in name] == []


def test_outer_rings_run_clockwise_or_a_country_would_fill_the_globe(
    europe: Europe,
) -> None:
    inside_out = [
        (country, number)
        for country, polygons in europe.items()
        for outer, *holes in polygons
        for number, ring in enumerate([outer, *holes])
        if (_area(ring) < 0) != (number == 0)
    ]
    assert inside_out == []


def test_every_ring_is_closed_and_has_an_area(europe: Europe) -> None:
    rings = [ring for polygons in europe.values() for polygon in polygons for ring in polygon]
    assert all(ring[0] == ring[-1] and len(ring) >= 4 and _area(ring) != 0 for ring in rings)


@pytest.mark.parametrize(
    ("country", "west", "east"), [("FR", -6, 10), ("ES", -10, 5), ("PT", -10, -6), ("NL", 3, 8), ("NO", 4, 32)]
)
def test_parts_overseas_are_left_out(europe: Europe, country: str, west: float, east: float) -> None:
    longitudes = [point[0] for polygon in europe[country] for ring in polygon for point in ring]
    assert west < min(longitudes) < max(longitudes) < east


def test_cyprus_is_one_island_and_crimea_is_part_of_ukraine(
    europe: Europe,
) -> None:
    assert len(europe["CY"]) == 1
    assert max(latitude for _, latitude in europe["CY"][0][0]) > 35.6  # the cape in the north-east
    assert min(latitude for polygon in europe["UA"] for _, latitude in polygon[0]) < 44.5  # the south of Crimea


def test_the_file_is_small_enough_for_a_phone() -> None:
    assert EUROPE.stat().st_size < 190_000


def _area(ring: list[list[float]]) -> float:
    """Twice the signed area in square degrees; negative clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))
