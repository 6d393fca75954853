"""The outline of Norway, and the municipalities on it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.factories import outline, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]
FAR: Final = 6.0
"""How far from the land a point may lie: small islands are not drawn."""


def _rings() -> Iterator[list[Point]]:
    """Yield the pieces of land as the path draws them."""
    for piece in outline().land.split("z")[:-1]:
        x, y = (float(side) for side in re.findall(r"-?[\d.]+", piece.partition("l")[0]))
        ring = [(x, y)]
        for step in piece.partition("l")[2].split():
            right, down = step.split(",")
            x, y = x + float(right), y + float(down)
            ring.append((x, y))
        yield ring


RINGS: Final = list(_rings())


def _is_within(point: Point, ring: Sequence[Point]) -> bool:
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings % 2 == 1


def _distance(point: Point) -> float:
    return min(math.hypot(point[0] - x, point[1] - y) for ring in RINGS for x, y in ring)


def test_every_municipality_has_a_point() -> None:
    """None is left out, and none is made up."""
    assert outline().points.keys() == vocabulary().municipalities.keys()


def test_points_lie_on_the_land() -> None:
    """Each is on the mainland or an island, or by one that is too small to draw."""
    off = [
        vocabulary().municipalities[number].name
        for number, point in outline().points.items()
        if not any(_is_within(point, ring) for ring in RINGS) and _distance(point) > FAR
    ]

    assert len(off) <= 4, off


def test_all_is_drawn_within_the_picture() -> None:
    """Nothing is cut off at an edge."""
    drawn = outline()
    corners = [*drawn.points.values(), *(point for ring in RINGS for point in ring)]

    assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in corners)


@pytest.mark.parametrize(
    ("north", "south"), [("5603", "5001"), ("5001", "4601"), ("4601", "4204"), ("5501", "1804")]
)
def test_north_is_up(north: str, south: str) -> None:
    """Hammerfest lies above Trondheim, that above Bergen, that above Kristiansand; Tromsø above Bodø."""
    points = outline().points

    assert points[north][1] < points[south][1]


@pytest.mark.parametrize(("west", "east"), [("4601", "0301"), ("1103", "3101"), ("1804", "5605")])
def test_east_is_to_the_right(west: str, east: str) -> None:
    """Bergen lies left of Oslo, Stavanger of Halden, Bodø of Sør-Varanger."""
    points = outline().points

    assert points[west][0] < points[east][0]
