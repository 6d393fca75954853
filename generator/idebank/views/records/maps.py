"""Maps of equal tiles, and the boards they stand on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapTile:
    """One municipality on a map of equal tiles."""

    x: float
    y: float
    url: str
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
class BoardTeaser:
    """A board in short, with the way to it."""

    shared: int
    total: int
    map: TileMap | None
    url: str
