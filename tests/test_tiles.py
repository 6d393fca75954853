"""Tiles as an SVG sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from idebank.tiles import WIDTH, Tile, hexagon, load_tiles, view_box

if TYPE_CHECKING:
    from pathlib import Path

HEADER: Final = "number,column,row\n"


def _file(folder: Path, text: str) -> Path:
    path = folder / "tiles.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("column", "row", "x", "y"),
    [(0, 0, 0.0, 0.0), (0, 1, 10.0, 17.3), (3, 2, 60.0, 34.6), (3, 3, 70.0, 52.0)],
)
def test_middle(column: int, row: int, x: float, y: float) -> None:
    """A tile's middle is told to one decimal."""
    tile = Tile("1", column, row)

    assert (tile.x, tile.y) == (x, y)


def test_odd_rows_lie_to_the_right() -> None:
    """A tile of an odd row lies half a tile further right."""
    assert Tile("1", 2, 1).x - Tile("2", 2, 0).x == WIDTH / 2


def test_rows_count_downwards() -> None:
    """A tile of a later row lies lower."""
    assert Tile("1", 0, 3).y > Tile("2", 0, 2).y


def test_hexagon_has_six_corners() -> None:
    """A tile has six corners, none of them twice."""
    assert len(set(hexagon().split())) == 6


def test_view_box_of_one_tile() -> None:
    """The map of a single tile shows it whole."""
    left, top, width, height = view_box([Tile("1", 4, 2)])

    assert (width, round(height, 1)) == (WIDTH, 23.1)
    assert left < Tile("1", 4, 2).x < left + width
    assert top < Tile("1", 4, 2).y < top + height


def test_hexagon() -> None:
    """A tile stands on a corner, flat sides left and right, with a gap to the next."""
    points = [tuple(map(float, point.split(","))) for point in hexagon().split()]

    assert points == [(9.5, -5.5), (9.5, 5.5), (0.0, 11.0), (-9.5, 5.5), (-9.5, -5.5), (0.0, -11.0)]


def test_view_box_of_several_tiles() -> None:
    """The map of several tiles reaches half a tile beyond the outermost, whatever their order."""
    tiles = [Tile("1", 2, 1), Tile("2", 4, 3), Tile("3", 2, 2)]

    assert view_box(tiles) == view_box(tiles[::-1]) == (30.0, 5.8, 70.0, 57.8)


def test_view_box_of_no_tiles() -> None:
    """There is no map of nothing."""
    with pytest.raises(ValueError, match="empty"):
        view_box([])


def test_load(tmp_path: Path) -> None:
    """Tiles are found by number, which keeps its zeros."""
    path = _file(tmp_path, f"{HEADER}0301,14,34\n1804,19,11\n")

    assert load_tiles(path) == {"0301": Tile("0301", 14, 34), "1804": Tile("1804", 19, 11)}


def test_load_nothing(tmp_path: Path) -> None:
    """A file with a heading alone has no tiles."""
    assert load_tiles(_file(tmp_path, HEADER)) == {}


@pytest.mark.parametrize(
    ("text", "error"),
    [("number,column\n1804,19\n", KeyError), (f"{HEADER}1804,19,elleve\n", ValueError)],
)
def test_broken_file(tmp_path: Path, text: str, error: type[Exception]) -> None:
    """A file with a column too few, or with a word for a number, is refused."""
    with pytest.raises(error):
        load_tiles(_file(tmp_path, text))


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is the caller's to report."""
    with pytest.raises(OSError, match=r"tiles\.csv"):
        load_tiles(tmp_path / "tiles.csv")
