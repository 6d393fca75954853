"""Maps of equal tiles, and the boards they stand on."""

from dataclasses import dataclass

from idebank.outline import Outline
from idebank.views.records.links import TextLink
from idebank.views.records.searching import SearchFacet


@dataclass(frozen=True, slots=True)
class MapTile:
    """One municipality on a map of equal tiles."""

    x: float
    y: float
    url: str
    number: str
    """The municipality's."""
    mark: str
    """How it looks: a status, or a shade from 0 to 3."""
    spoken: str
    """Name and status in words."""
    short: str
    """The name as it fits into the tile."""


@dataclass(frozen=True, slots=True)
class TileMap:
    """A map of some municipalities, one equal tile each."""

    box: str
    """For `viewBox`."""
    hexagon: str
    """For `points`, around the middle of a tile."""
    tiles: tuple[MapTile, ...]


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place, and how many entries of any kind it has."""

    id: str
    """Value of the facet `municipality` or `county`."""
    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Marker:
    """A circle on the outline."""

    x: float
    y: float
    radius: float
    place: PlaceCount


@dataclass(frozen=True, slots=True)
class CountyPlaces:
    """A county with those of its municipalities that have something."""

    county: PlaceCount
    places: tuple[PlaceCount, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """The map. Template: `map.html`."""

    outline: Outline
    markers: tuple[Marker, ...]
    """Large ones first: what is drawn later lies above."""
    tiles: TileMap | None
    counties: tuple[CountyPlaces, ...]
    facets: tuple[SearchFacet, ...]
    total: int
    """Entries of any kind, also those without a place."""
    trail: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class BoardTeaser:
    """A board in short, with the way to it."""

    shared: int
    total: int
    map: TileMap | None
    url: str
