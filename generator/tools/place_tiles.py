"""Places one hexagon for every municipality: `make tiles` writes schema/geometry/tiles.csv.

Each municipality's point is projected, the points are spread until each has room for a tile, every point is
given the cell that costs least in all (an optimal assignment), and then tiles are moved and swapped by
simulated annealing until counties hang together and neighbours lie near. The seed is fixed: the same data
gives the same map.
"""

import csv
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.spatial import Delaunay, cKDTree

from tools.geography import SCHEMA, conic, municipality_points

Cell: TypeAlias = tuple[int, int]
"""Column and row; every other row lies half a tile to the right."""

ROW_HEIGHT: Final = math.sqrt(3) / 2
"""Of a row, where a tile is 1 wide."""

_SIZE: Final = 45.0
"""How many tiles the country is tall to begin with."""
_SPREADING: Final = 1500
_MOVES: Final = 300_000
_HOT, _COLD = 3.0, 0.03
_SEED: Final = 2026
_FAR: Final = 0.05
"""Points further apart than this, on the sphere of radius 1, are no neighbours whatever the triangles say."""

# What a map costs: tiles far from their points, neighbours apart, ragged edges, and counties in pieces.
_DISPLACEMENT, _APART, _RAGGED, _IN_PIECES = 0.25, 0.8, 1.0, 40.0


def neighbours(cell: Cell) -> tuple[Cell, ...]:
    """Return the six cells around one."""
    column, row = cell
    left, right = (-1, 0) if row % 2 == 0 else (0, 1)
    return (
        (column + 1, row),
        (column - 1, row),
        (column + left, row - 1),
        (column + right, row - 1),
        (column + left, row + 1),
        (column + right, row + 1),
    )


def steps(a: Cell, b: Cell) -> int:
    """Return how many tiles lie from one cell to another."""
    across = (a[0] - (a[1] - (a[1] & 1)) // 2) - (b[0] - (b[1] - (b[1] & 1)) // 2)
    down = a[1] - b[1]
    return max(abs(across), abs(down), abs(across + down))


def pieces(cells: Iterable[Cell]) -> int:
    """Return how many connected pieces cells fall into."""
    left, count = set(cells), 0
    while left:
        count += 1
        waiting = [left.pop()]
        while waiting:
            for cell in neighbours(waiting.pop()):
                if cell in left:
                    left.remove(cell)
                    waiting.append(cell)
    return count


def real_neighbours(points: np.ndarray) -> list[tuple[int, int]]:
    """Return pairs of municipalities that border on each other as far as their points can tell (Delaunay)."""
    pairs = {
        tuple(sorted((int(corners[i]), int(corners[(i + 1) % 3]))))
        for corners in Delaunay(points).simplices
        for i in range(3)
    }
    near = [(a, b) for a, b in pairs if np.linalg.norm(points[a] - points[b]) < _FAR]
    return sorted(near)


def spread(points: np.ndarray, counties: list[str], pairs: list[tuple[int, int]]) -> np.ndarray:
    """Return the points pushed apart until each has room for a tile, and neighbours pulled together."""
    at = (points - points.mean(0)) / np.ptp(points[:, 1]) * _SIZE
    edges = np.array(pairs)
    pull = np.where([counties[a] == counties[b] for a, b in pairs], 0.06, 0.035)
    room, rest = 1.12, 1.05
    for _ in range(_SPREADING):
        force = np.zeros_like(at)
        close = cKDTree(at).query_pairs(room, output_type="ndarray")
        _push(force, at, close, lambda length: (room - length) / length * 0.5)
        _push(force, at, edges, lambda length: np.where(length > rest, (rest - length) / length * pull, 0))
        at = at + force * 0.5
    return at


def _push(force: np.ndarray, at: np.ndarray, pairs: np.ndarray, strength: object) -> None:
    if not len(pairs):
        return
    apart = at[pairs[:, 0]] - at[pairs[:, 1]]
    length = np.linalg.norm(apart, axis=1) + 1e-9
    push = strength(length)[:, None] * apart  # type: ignore[operator]
    np.add.at(force, pairs[:, 0], push)
    np.add.at(force, pairs[:, 1], -push)


@dataclass
class Board:
    """Tiles on their cells, and what the map costs."""

    wanted: np.ndarray
    """Where each municipality would like to be."""
    counties: list[str]
    near: list[list[int]]
    """For each municipality, its real neighbours."""
    origin: tuple[float, float]
    cells: list[Cell]
    taken: dict[Cell, int] = field(init=False)
    members: Mapping[str, list[int]] = field(init=False)
    in_pieces: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Index the cells."""
        self.taken = {cell: tile for tile, cell in enumerate(self.cells)}
        members: dict[str, list[int]] = defaultdict(list)
        for tile, county in enumerate(self.counties):
            members[county].append(tile)
        self.members = members
        self.in_pieces = {county: self._pieces(county) for county in members}

    def improve(self, moves: int, rng: random.Random) -> None:
        """Move or swap tiles, many times; a worse map is taken less and less often."""
        for number in range(moves):
            heat = _HOT * (_COLD / _HOT) ** (number / moves)
            tile = rng.randrange(len(self.cells))
            self._try(tile, rng.choice(neighbours(self.cells[self._beside(tile, rng)])), heat, rng)

    def _beside(self, tile: int, rng: random.Random) -> int:
        """Choose what to put a tile beside: one of its county, a real neighbour, or where it is."""
        if rng.random() < 0.5:  # noqa: PLR2004
            return rng.choice(self.members[self.counties[tile]])
        if self.near[tile] and rng.random() < 0.7:  # noqa: PLR2004
            return rng.choice(self.near[tile])
        return tile

    def _try(self, tile: int, target: Cell, heat: float, rng: random.Random) -> None:
        home, other = self.cells[tile], self.taken.get(target)
        if target == home:
            return
        touched = [tile] if other is None else [tile, other]
        before = self._cost(touched)
        self._put(tile, target, other, home)
        pieces_before = {county: self.in_pieces[county] for county in {self.counties[t] for t in touched}}
        self.in_pieces |= {county: self._pieces(county) for county in pieces_before}
        change = self._cost(touched) - before
        if change > 0 and rng.random() >= math.exp(-change / heat):
            self._put(tile, home, other, target)
            self.in_pieces |= pieces_before

    def _put(self, tile: int, target: Cell, other: int | None, home: Cell) -> None:
        del self.taken[home]
        self.cells[tile] = target
        self.taken[target] = tile
        if other is not None:
            self.cells[other] = home
            self.taken[home] = other

    def _cost(self, tiles: list[int]) -> float:
        counties = {self.counties[tile] for tile in tiles}
        return sum(map(self._tile_cost, tiles)) + _IN_PIECES * sum(self.in_pieces[c] - 1 for c in counties)

    def _tile_cost(self, tile: int) -> float:
        cell, county = self.cells[tile], self.counties[tile]
        apart = sum(
            min(steps(cell, self.cells[other]) - 1, 4) * (1.0 if self.counties[other] == county else 0.7)
            for other in self.near[tile]
        )
        ragged = sum(
            0.5 if other is None else 0.6 if self.counties[other] != county else 0.0
            for other in map(self.taken.get, neighbours(cell))
        )
        return _DISPLACEMENT * self.displacement(tile) ** 2 + _APART * apart + _RAGGED * ragged

    def displacement(self, tile: int) -> float:
        """Return how far a tile lies from its point, in tiles."""
        x, y = place(self.cells[tile], self.origin)
        return math.hypot(x - self.wanted[tile][0], y - self.wanted[tile][1])

    def _pieces(self, county: str) -> int:
        return pieces(self.cells[tile] for tile in self.members[county])


def place(cell: Cell, origin: tuple[float, float]) -> tuple[float, float]:
    """Return the middle of a cell, with y upwards."""
    column, row = cell
    return origin[0] + column + 0.5 * (row & 1), origin[1] - row * ROW_HEIGHT


def first_cells(wanted: np.ndarray, origin: tuple[float, float]) -> list[Cell]:
    """Return a cell for each point so that the squares of all distances are least in sum."""
    columns = int(np.ptp(wanted[:, 0])) + 8
    rows = int((np.ptp(wanted[:, 1]) + 6) / ROW_HEIGHT) + 2
    cells = [(column, row) for row in range(rows) for column in range(columns)]
    middles = np.array([place(cell, origin) for cell in cells])
    _, chosen = linear_sum_assignment(((wanted[:, None, :] - middles[None]) ** 2).sum(2))
    return [cells[index] for index in chosen]


def main() -> None:
    """Make the map, write it, and say how good it is."""
    municipalities = list(_rows("municipalities.csv"))
    where = municipality_points()
    counties = [row["county_number"] for row in municipalities]
    points = np.array([conic(*where[municipality["number"]]) for municipality in municipalities])
    pairs = real_neighbours(points)
    wanted = spread(points, counties, pairs)
    near: list[list[int]] = [[] for _ in municipalities]
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    origin = (float(wanted[:, 0].min()) - 3, float(wanted[:, 1].max()) + 3)
    board = Board(wanted, counties, near, origin, first_cells(wanted, origin))
    board.improve(_MOVES, random.Random(_SEED))  # noqa: S311 - a map, no secret
    _write([m["number"] for m in municipalities], board.cells)
    far = [board.displacement(tile) for tile in range(len(municipalities))]
    apart = [steps(board.cells[a], board.cells[b]) for a, b in pairs]
    print(  # noqa: T201 - a command
        f"tiles from their points: {np.mean(far):.2f} on average, {max(far):.2f} at most; "
        f"neighbours beside each other: {np.mean([s == 1 for s in apart]):.0%}, "
        f"within two tiles: {np.mean([s <= 2 for s in apart]):.0%}; "  # noqa: PLR2004
        f"counties in one piece: {sum(n == 1 for n in board.in_pieces.values())} of {len(board.in_pieces)}"
    )


def _rows(name: str) -> Iterable[dict[str, str]]:
    with (SCHEMA / "vocabulary" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _write(numbers: list[str], cells: list[Cell]) -> None:
    left, top = min(cell[0] for cell in cells), min(cell[1] for cell in cells)
    top -= top & 1  # rows keep being odd or even
    with (SCHEMA / "geometry" / "tiles.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("number", "column", "row"))
        writer.writerows(
            (number, column - left, row - top)
            for number, (column, row) in sorted(zip(numbers, cells, strict=True))
        )


if __name__ == "__main__":
    main()
