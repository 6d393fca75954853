"""Maps of equal tiles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from idebank.model import Place
from idebank.tiles import Tile, hexagon, view_box
from idebank.views.records import MapTile
from idebank.views.tilemaps import country_map, tile_map
from tests.factories import initiative, tiles, vocabulary
from tests.views.shelves import desk, many

if TYPE_CHECKING:
    from idebank.views.records import TileMap

BODO: Final = "1804"
BODO_TILE: Final = Tile(BODO, 19, 11)


def _map(*numbers: str, language: str = "nb") -> TileMap | None:
    return tile_map(
        numbers, desk(language=language), mark=lambda number: f"m{number}", spoken=lambda number: f"s{number}"
    )


def _by_url(found: TileMap | None) -> dict[str, MapTile]:
    assert found is not None
    return {tile.url: tile for tile in found.tiles}


def test_one_tile() -> None:
    """A tile lies where the data put it, marked, spoken of and linked."""
    found = _map(BODO)

    assert found is not None
    assert found.tiles == (MapTile(390.0, 190.5, "sted/nordland/bodo/", "1804", "m1804", "s1804", "Bodø"),)
    assert found.hexagon == hexagon()
    assert found.box == "380 179 20 23.1"


def test_box_holds_all() -> None:
    """The map's box is that of its tiles, written without needless zeros."""
    own = [tiles()[number] for number in (BODO, "0301")]
    found = _map(BODO, "0301")

    assert found is not None
    assert [float(side) for side in found.box.split()] == list(view_box(own))
    assert ".0" not in found.box


def test_order() -> None:
    """Tiles stand row by row from above, whatever order they are asked for in."""
    found = _map("1825", "1811", "1875", BODO)  # rows 17, 17, 10 and 11

    assert found is not None
    assert found == _map(BODO, "1875", "1811", "1825")
    assert [tile.mark for tile in found.tiles] == ["m1875", "m1804", "m1811", "m1825"]


@pytest.mark.parametrize(
    ("number", "short"),
    [
        (BODO, "Bodø"),
        ("1838", "Gildeskål"),  # nine letters fit
        ("1826", "Hattfjel…"),
        ("1860", "Vestvågøy"),
        ("5605", "Sør-Vara…"),
        ("3226", "Aurskog…"),  # not «Aurskog-…»
        ("3338", "Nore og…"),
    ],
)
def test_short_name(number: str, short: str) -> None:
    """A name that does not fit is cut at eight letters."""
    [tile] = _by_url(_map(number)).values()

    assert tile.short == short


def test_short_names_fit() -> None:
    """No short name is longer than nine letters, and none ends in a space or hyphen."""
    shorts = [tile.short for tile in _by_url(_map(*vocabulary().municipalities)).values()]

    assert max(map(len, shorts)) == 9
    assert not [short for short in shorts if short.rstrip("…") != short.rstrip("… -")]


def test_addresses_in_english() -> None:
    """Tiles lead to pages in the map's language."""
    assert list(_by_url(_map(BODO, language="en"))) == ["en/sted/nordland/bodo/"]


def test_no_map() -> None:
    """Without municipalities there is no map."""
    assert _map() is None


def test_no_tiles() -> None:
    """Without the place of a tile there is no map; with the place of some, the others are left out."""
    whole = desk()
    without = replace(whole, tiles={})
    some = replace(whole, tiles={BODO: BODO_TILE})

    assert tile_map([BODO], without, mark=str, spoken=str) is None
    assert list(_by_url(tile_map([BODO, "0301"], some, mark=str, spoken=str))) == ["sted/nordland/bodo/"]


@pytest.mark.parametrize(("count", "shade"), [(0, "0"), (1, "1"), (2, "2"), (3, "2"), (4, "3"), (9, "3")])
def test_country_shades(count: int, shade: str) -> None:
    """A municipality is darker from its first, its second and its fourth initiative."""
    assert _by_url(country_map(desk(*many(count))))["sted/nordland/bodo/"].mark == shade


def test_country() -> None:
    """The country's map has every municipality, with its number of initiatives in words."""
    county = initiative(slug="fylke", place=Place(county="18"))
    found = _by_url(country_map(desk(initiative(), county)))

    assert len(found) == len(vocabulary().municipalities) == 357
    assert found["sted/nordland/bodo/"].spoken == "Bodø: 1 tiltak"
    assert found["sted/oslo/oslo/"].spoken == "Oslo: 0 tiltak"
    assert sum(tile.mark != "0" for tile in found.values()) == 1


def test_country_without_tiles() -> None:
    """Where no tile is known, there is no map of the country."""
    assert country_map(replace(desk(), tiles={})) is None
