"""The committed map of equal tiles: whole, in pieces of one county each, and near the truth."""

import math
from collections import defaultdict
from functools import cache

import pytest

from idebank.resources import schema_folder
from idebank.tiles import Tile, load_tiles
from tests.factories import vocabulary


@cache
def _tiles() -> dict[str, Tile]:
    return dict(load_tiles(schema_folder() / "geometry" / "tiles.csv"))


def _around(tile: Tile) -> set[tuple[int, int]]:
    left, right = (-1, 0) if tile.row % 2 == 0 else (0, 1)
    beside = {(tile.column - 1, tile.row), (tile.column + 1, tile.row)}
    return beside | {(tile.column + side, tile.row + step) for side in (left, right) for step in (-1, 1)}


def _reached(tiles: list[Tile]) -> int:
    """Return how many of `tiles` can be reached from the first without leaving them."""
    cells = {(tile.column, tile.row): tile for tile in tiles}
    waiting, seen = [tiles[0]], {(tiles[0].column, tiles[0].row)}
    while waiting:
        for cell in _around(waiting.pop()) & cells.keys() - seen:
            seen.add(cell)
            waiting.append(cells[cell])
    return len(seen)


def _nearest(number: str, count: int) -> list[str]:
    """Return the numbers of the municipalities whose points lie nearest."""
    all_ = vocabulary().municipalities
    own = all_[number]

    def distance(other: str) -> float:
        east = (all_[other].longitude - own.longitude) * math.cos(math.radians(own.latitude))
        return math.hypot(all_[other].latitude - own.latitude, east)

    return sorted((other for other in all_ if other != number), key=distance)[:count]


def _steps(a: Tile, b: Tile) -> int:
    across = (a.column - (a.row - (a.row & 1)) // 2) - (b.column - (b.row - (b.row & 1)) // 2)
    down = a.row - b.row
    return max(abs(across), abs(down), abs(across + down))


def test_every_municipality_has_a_tile() -> None:
    """Each municipality has one tile, and no two the same."""
    tiles = _tiles()

    assert tiles.keys() == vocabulary().municipalities.keys()
    assert len({(tile.column, tile.row) for tile in tiles.values()}) == len(tiles)


@pytest.mark.parametrize("county", vocabulary().counties)
def test_a_county_is_in_one_piece(county: str) -> None:
    """From any tile of a county, every other can be reached within it."""
    own = [_tiles()[m.number] for m in vocabulary().municipalities.values() if m.county == county]

    assert _reached(own) == len(own)


def test_the_country_is_in_one_piece() -> None:
    """No county lies apart from the rest."""
    assert _reached(list(_tiles().values())) == len(_tiles())


def test_neighbours_stay_near() -> None:
    """Of the three nearest municipalities, most are within two tiles."""
    tiles = _tiles()
    steps = [_steps(tile, tiles[other]) for number, tile in tiles.items() for other in _nearest(number, 3)]

    assert sum(step == 1 for step in steps) / len(steps) > 0.65
    assert sum(step <= 2 for step in steps) / len(steps) > 0.9


def test_north_is_up_and_west_is_left() -> None:
    """Counties lie as they do on any other map: their middles keep the order of the compass."""
    middles: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for municipality in vocabulary().municipalities.values():
        tile = _tiles()[municipality.number]
        middles[vocabulary().counties[municipality.county].slug].append((tile.x, tile.y))
    x = {slug: sum(p[0] for p in points) / len(points) for slug, points in middles.items()}
    y = {slug: sum(p[1] for p in points) / len(points) for slug, points in middles.items()}

    assert y["finnmark"] < y["nordland"] < y["trondelag"] < y["innlandet"] < y["agder"]
    assert x["vestland"] < x["buskerud"] < x["akershus"]
    assert x["trondelag"] < x["troms"] < x["finnmark"]
