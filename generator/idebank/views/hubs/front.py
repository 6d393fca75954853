"""The front page: how much there is, what to see first, and the ways in."""

from collections.abc import Sequence
from typing import Final

from idebank.model import Initiative
from idebank.views.collections import collection_line
from idebank.views.desk import Desk
from idebank.views.events import next_event
from idebank.views.hubs.searching import example_searches
from idebank.views.needs import OPEN, need_line
from idebank.views.records import FrontView
from idebank.views.tilemaps import country_map

_FEATURED: Final = 3
_NEWEST: Final = 6
_FRONT_SECTORS: Final = 8
_FRONT_NEEDS: Final = 3
_FRONT_COLLECTIONS: Final = 3


def front_view(desk: Desk) -> FrontView:
    """Return what the front page shows."""
    shelf, catalog = desk.shelf, desk.catalog
    featured = featured_entries(catalog.entries)
    newest = [entry for entry in catalog.entries if entry not in featured][:_NEWEST]
    return FrontView(
        total=len(catalog.entries),
        organisations=sum(1 for one in catalog.organisations.values() if one.entries),
        municipalities=len(catalog.by_municipality),
        municipalities_in_all=len(catalog.vocabulary.municipalities),
        featured=tuple(desk.cards[entry.slug] for entry in featured),
        newest=tuple(desk.cards[entry.slug] for entry in newest),
        sectors=tuple(shelf.sector_count(id_) for id_ in _largest_sectors(desk)),
        goals=shelf.goal_counts(),
        counties=tuple(shelf.county_count(number) for number in catalog.vocabulary.counties),
        map=country_map(desk),
        example_searches=example_searches(desk),
        next_event=next_event(desk),
        collections=tuple(
            collection_line(collection, desk) for collection in catalog.collections[:_FRONT_COLLECTIONS]
        ),
        needs=tuple(need_line(need, shelf) for need in catalog.needs if need.status == OPEN)[:_FRONT_NEEDS],
    )


def featured_entries(entries: Sequence[Initiative]) -> tuple[Initiative, ...]:
    """Return three entries that tell most (depth, results, a picture) and differ in sector and county."""
    ranked = sorted(entries, key=lambda e: (-e.depth, -len(e.results), not e.images, e.slug))
    chosen: list[Initiative] = []
    for entry in ranked:
        differs = all(
            entry.sectors[0] != other.sectors[0] and entry.place.county != other.place.county
            for other in chosen
        )
        if differs and len(chosen) < _FEATURED:
            chosen.append(entry)
    return tuple(chosen)


def _largest_sectors(desk: Desk) -> list[str]:
    by_sector = desk.catalog.by_sector
    order = list(desk.catalog.vocabulary.terms["sectors"])
    used = [id_ for id_ in order if id_ in by_sector]
    return sorted(used, key=lambda id_: (-len(by_sector[id_]), order.index(id_)))[:_FRONT_SECTORS]
