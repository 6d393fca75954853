"""Maps of equal tiles: which municipality lies where, how it is marked and what is said of it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from idebank.routes import route
from idebank.tiles import hexagon, view_box
from idebank.views.desk import Desk
from idebank.views.records import MapTile, TileMap

_SHADES: Final = (0, 1, 2, 4)
"""From how many initiatives a tile of the whole country's map is a shade darker."""
_SHORT: Final = 9
"""Letters of a name that fit into a tile."""


def tile_map(
    numbers: Iterable[str], desk: Desk, *, mark: Callable[[str], str], spoken: Callable[[str], str]
) -> TileMap | None:
    """Return a map of the municipalities `numbers`; None when no place for tiles is known."""
    placed = [(number, desk.tiles[number]) for number in numbers if number in desk.tiles]
    if not placed:
        return None
    vocabulary = desk.catalog.vocabulary
    tiles = []
    for number, tile in sorted(placed, key=lambda pair: (pair[1].row, pair[1].column)):
        municipality = vocabulary.municipalities[number]
        county = vocabulary.counties[municipality.county]
        url = route("municipality", desk.language, county=county.slug, municipality=municipality.slug)
        name = municipality.name
        short = name if len(name) <= _SHORT else f"{name[: _SHORT - 1].rstrip(' -')}…"
        tiles.append(MapTile(tile.x, tile.y, url, number, mark(number), spoken(number), short))
    box = " ".join(f"{side:g}" for side in view_box(tile for _, tile in placed))
    return TileMap(box, hexagon(), tuple(tiles))


def country_map(
    desk: Desk, *, counts: Mapping[str, int] | None = None, unit: str = "count.initiatives"
) -> TileMap | None:
    """Return the map of the whole country, shaded by number of initiatives, or by `counts` of a `unit`."""
    if counts is None:
        counts = {number: len(found) for number, found in desk.catalog.by_municipality.items()}
    names = desk.catalog.vocabulary.municipalities

    def shade(number: str) -> str:
        return str(sum(counts.get(number, 0) >= least for least in _SHADES[1:]))

    def spoken(number: str) -> str:
        count = desk.wording.tn(unit, counts.get(number, 0))
        return f"{names[number].display}: {count}"

    return tile_map(names, desk, mark=shade, spoken=spoken)
