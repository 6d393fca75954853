"""Tiles as an SVG sees them."""

from idebank.tiles import WIDTH, Tile, hexagon, view_box


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
