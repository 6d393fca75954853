"""Draws the outline of Norway with the municipalities on it: `make outline` writes it down.

The land is Natural Earth's (public domain), the municipalities' points the Norwegian Mapping Authority's (CC
BY 4.0). Svalbard, Jan Mayen and Bouvet Island are left out: no municipality lies there.
"""

import argparse
import json
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from tools.geography import SCHEMA, Point, conic, municipality_points, unpacked

NORWAY: Final = "578"
"""By ISO 3166-1."""
_MAINLAND: Final = (57.0, 72.0, 4.0, 32.0)
"""South, north, west and east of what is drawn, in degrees."""
_WIDTH: Final = 600.0
_MARGIN: Final = 8.0
_FINE: Final = 0.5
"""How far a line may be from the coast, in units of the drawing."""
_SMALLEST: Final = 0.3
"""Area of the smallest island drawn."""


def rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Yield every piece of Norway's mainland and islands as latitudes and longitudes."""
    countries = topology["objects"]["countries"]["geometries"]
    norway = next(country for country in countries if country.get("id") == NORWAY)
    for polygon in norway["arcs"]:
        ring = [point for number in polygon[0] for point in _arc(topology, number)]
        south, north, west, east = _MAINLAND
        if all(south <= latitude <= north and west <= longitude <= east for latitude, longitude in ring):
            yield ring


def _arc(topology: dict[str, Any], number: int) -> list[Point]:
    """Return an arc without its last point, where the next begins; one below nought is walked backwards."""
    points = list(unpacked(topology["arcs"][~number if number < 0 else number], topology["transform"]))
    return points[::-1][:-1] if number < 0 else points[:-1]


def simplified(line: Sequence[Point], fine: float) -> list[Point]:
    """Return a line with fewer points, nowhere further than `fine` from it (Douglas and Peucker, 1973)."""
    keep = {0, len(line) - 1}
    stretches = [(0, len(line) - 1)]
    while stretches:
        first, last = stretches.pop()
        far, at = max(
            ((_distance(line[i], line[first], line[last]), i) for i in range(first + 1, last)),
            default=(0.0, 0),
        )
        if far > fine:
            keep.add(at)
            stretches += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if not length:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def area(ring: Sequence[Point]) -> float:
    """Return the area within a ring."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def path_of(drawn: Sequence[Sequence[Point]]) -> str:
    """Return rings as an SVG path, in steps from point to point with one decimal."""
    pieces = []
    for ring in drawn:
        whole = [(round(x * 10), round(y * 10)) for x, y in ring]
        steps = [(x - px, y - py) for (px, py), (x, y) in pairwise(whole)]
        moves = " ".join(f"{x / 10:g},{y / 10:g}" for x, y in steps if x or y)
        pieces.append(f"M{whole[0][0] / 10:g},{whole[0][1] / 10:g}l{moves}z")
    return "".join(pieces)


def main() -> None:
    """Draw the country."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("countries", type=Path, help="countries-10m.json of the npm package world-atlas")
    topology = json.loads(parser.parse_args().countries.read_text(encoding="utf-8"))
    land = [[conic(*point) for point in ring] for ring in rings(topology)]
    points = {number: conic(*point) for number, point in sorted(municipality_points().items())}

    west, east = (side(x for ring in land for x, _ in ring) for side in (min, max))
    south, north = (side(y for ring in land for _, y in ring) for side in (min, max))
    scale = (_WIDTH - 2 * _MARGIN) / (east - west)

    def placed(point: Point) -> Point:
        return ((point[0] - west) * scale + _MARGIN, (north - point[1]) * scale + _MARGIN)

    drawn = [[placed(point) for point in ring] for ring in land]
    drawn = [simplified([*ring, ring[0]], _FINE) for ring in drawn if area(ring) >= _SMALLEST]
    drawn.sort(key=area, reverse=True)
    outline = {
        "width": _WIDTH,
        "height": round((north - south) * scale + 2 * _MARGIN, 1),
        "land": path_of(drawn),
        "points": {number: [round(side, 1) for side in placed(point)] for number, point in points.items()},
    }
    text = (
        json.dumps(outline, separators=(",", ":"))
        .replace('"land"', '\n"land"')
        .replace('"points"', '\n"points"')
    )
    (SCHEMA / "geometry" / "outline.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
