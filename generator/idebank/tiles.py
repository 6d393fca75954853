"""The map of equal tiles: one hexagon for every municipality, as large for Utsira as for Oslo.

Where the tiles lie is data (schema/geometry); here they become points of an SVG.
"""

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

WIDTH: Final = 20
"""Of a column, in SVG units: a tile from flat side to flat side, with the gap to the next."""
ROW: Final = WIDTH * math.sqrt(3) / 2
"""Height of a row: tiles reach into the rows above and below."""
_RADIUS: Final = WIDTH / math.sqrt(3)
_GAP: Final = 0.95


@dataclass(frozen=True, slots=True)
class Tile:
    """The cell of one municipality."""

    number: str
    """The municipality's."""
    column: int
    row: int
    """Counted downwards; odd rows lie half a tile to the right."""

    @property
    def x(self) -> float:
        """Return the middle's distance from the left edge of the country's map, in SVG units."""
        return round((self.column + 0.5 * (self.row & 1)) * WIDTH, 1)

    @property
    def y(self) -> float:
        """Return the middle's distance from the upper edge of the country's map, in SVG units."""
        return round(self.row * ROW, 1)


def load_tiles(path: Path) -> Mapping[str, Tile]:
    """Return every tile by the number of its municipality; raises OSError, KeyError or ValueError."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["number"]: Tile(row["number"], int(row["column"]), int(row["row"])) for row in rows}


def hexagon() -> str:
    """Return the points of a tile around its middle, for the `points` of a polygon."""
    corners = (math.radians(60 * corner - 30) for corner in range(6))
    return " ".join(
        f"{_RADIUS * _GAP * math.cos(angle):.1f},{_RADIUS * _GAP * math.sin(angle):.1f}" for angle in corners
    )


def view_box(tiles: Iterable[Tile]) -> tuple[float, float, float, float]:
    """Return left, top, width and height of the smallest map that shows `tiles` whole."""
    tiles = tuple(tiles)
    left, right = min(tile.x for tile in tiles), max(tile.x for tile in tiles)
    top, bottom = min(tile.y for tile in tiles), max(tile.y for tile in tiles)
    return (
        round(left - WIDTH / 2, 1),
        round(top - _RADIUS, 1),
        round(right - left + WIDTH, 1),
        round(bottom - top + 2 * _RADIUS, 1),
    )
