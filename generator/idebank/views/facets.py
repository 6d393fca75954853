"""How the entries of a list spread over goals, sectors, themes and counties."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from idebank.model import Initiative
from idebank.routes import route, with_query
from idebank.views.cards import Shelf
from idebank.views.records import CountLink, FacetGroup, GoalCount, GoalTile

_DIMENSIONS: Final = ("goal", "sector", "theme", "county")
_LINKS: Final = 12
"""How many values of one dimension are shown, the commonest first."""


def facets(
    entries: Iterable[Initiative], *, shelf: Shelf, search: Mapping[str, str | int], own: str
) -> tuple[FacetGroup, ...]:
    """Return the spread of `entries` over every dimension but their `own`; each value leads to a `search`."""
    groups = (_group(d, entries, shelf=shelf, search=search) for d in _DIMENSIONS if d != own)
    return tuple(group for group in groups if group.links or group.goals)


def _group(
    dimension: str, entries: Iterable[Initiative], *, shelf: Shelf, search: Mapping[str, str | int]
) -> FacetGroup:
    counts = Counter(value for entry in entries for value in _values(entry, dimension))
    if dimension == "goal":
        numbers = sorted(counts, key=int)
        return FacetGroup("goal", (), tuple(_goal(int(n), counts[n], shelf, search) for n in numbers))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    links = (_link(dimension, value, count, shelf, search) for value, count in ranked[:_LINKS])
    return FacetGroup(dimension, tuple(links))


def _goal(number: int, count: int, shelf: Shelf, search: Mapping[str, str | int]) -> GoalCount:
    tile = shelf.tile(number)
    url = with_query(route("search", shelf.language), **{**search, "goal": number})
    return GoalCount(GoalTile(tile.number, tile.name, tile.colour, tile.text_colour, url), count)


def _link(dimension: str, value: str, count: int, shelf: Shelf, search: Mapping[str, str | int]) -> CountLink:
    if dimension == "county":
        county = shelf.catalog.vocabulary.counties[value]
        label, id_ = county.name, county.slug
    else:
        label, id_ = shelf.label(f"{dimension}s", value), value
    return CountLink(label, with_query(route("search", shelf.language), **{**search, dimension: id_}), count)


def _values(entry: Initiative, dimension: str) -> Iterator[str]:
    match dimension:
        case "goal":
            yield from map(str, entry.goals)
        case "sector":
            yield from entry.sectors
        case "theme":
            yield from entry.themes
        case _:
            yield from (entry.place.county,) if entry.place.county else ()
