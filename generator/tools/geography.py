"""What the tools that make geometry share: the projection, and TopoJSON read."""

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

SCHEMA: Final = Path(__file__).resolve().parents[2] / "schema"

Point: TypeAlias = tuple[float, float]
"""Latitude and longitude in degrees; on a map, to the right and down."""


def conic(latitude: float, longitude: float) -> Point:
    """Return a point on Lambert's conformal cone, parallels 60° and 69° (Snyder 1987, eq. 15-1 to 15-4).

    It is measured to the right and upwards from 65° N 15° E, in radii of the Earth.
    """
    south, north, middle, meridian = (math.radians(degrees) for degrees in (60, 69, 65, 15))

    def tangent(angle: float) -> float:
        return math.tan(math.pi / 4 + angle / 2)

    n = math.log(math.cos(south) / math.cos(north)) / math.log(tangent(north) / tangent(south))
    scale = math.cos(south) * tangent(south) ** n / n
    radius, centre = scale / tangent(math.radians(latitude)) ** n, scale / tangent(middle) ** n
    angle = n * (math.radians(longitude) - meridian)
    return radius * math.sin(angle), centre - radius * math.cos(angle)


def unpacked(arc: Sequence[Sequence[int]], transform: Mapping[str, Any]) -> Iterator[Point]:
    """Yield an arc's latitudes and longitudes: whole steps, scaled and moved (TopoJSON, section 2.1.4)."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield (y * scale_y + move_y, x * scale_x + move_x)


def municipality_points() -> dict[str, Point]:
    """Return the latitude and longitude of every municipality by number."""
    with (SCHEMA / "vocabulary" / "municipality_centroids.csv").open(encoding="utf-8", newline="") as file:
        return {row["number"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)}
