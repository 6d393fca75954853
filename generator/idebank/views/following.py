"""What can be followed: everything new, a goal, a sector or a county, and any two of these that meet."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import Final, TypeAlias

from idebank.catalog import Catalog
from idebank.model import Entry
from idebank.routes import route, with_query
from idebank.views import addresses
from idebank.views.desk import Desk
from idebank.views.findable import broad_facets_of
from idebank.views.records import TextLink

Choice: TypeAlias = tuple[tuple[str, str], ...]
"""What somebody follows, as (facet, value) in the order of `FOLLOWED`; empty for everything."""

FOLLOWED: Final = ("county", "goal", "sector")
"""Facets that have feeds, those of a place first: who follows a place seldom cares for another one's news."""
FEED_LENGTH: Final = 50
"""A feed tells of the newest; the page has the rest."""
PAIR_LENGTH: Final = 20
"""A feed of two facets is one of a thousand, and little is new in it."""


def followed(catalog: Catalog) -> Mapping[Choice, tuple[Entry, ...]]:
    """Return the newest entries of all kinds by what can be followed.

    Everything, and each goal, sector and county has a feed from the beginning; two facets together have
    one when an entry has both.
    """
    found: dict[Choice, list[Entry]] = defaultdict(list)
    for choice in _alone(catalog):
        found[choice] = []
    for entry in _newest(catalog):
        for choice in choices_of(entry, catalog):
            told = found[choice]
            if len(told) < (PAIR_LENGTH if len(choice) > 1 else FEED_LENGTH):
                told.append(entry)
    return {choice: tuple(entries) for choice, entries in found.items()}


def choices_of(entry: Entry, catalog: Catalog) -> Iterator[Choice]:
    """Yield every choice that an entry belongs to."""
    values: dict[str, list[tuple[str, str]]] = {facet: [] for facet in FOLLOWED}
    for facet, value in broad_facets_of(entry, catalog):
        values[facet].append((facet, value))
    yield ()
    yield from ((choice,) for facet in FOLLOWED for choice in values[facet])
    for one, other in combinations(FOLLOWED, 2):
        yield from product(values[one], values[other])


def feed_address(choice: Choice, language: str) -> str:
    """Return where the feed of a choice is: beside the page of a single facet, else below the search."""
    return addresses.feed(choice, language)


def feed_page(choice: Choice, language: str) -> str:
    """Return the page that a feed belongs to."""
    if not choice:
        return route("front", language)
    if len(choice) > 1:
        return with_query(route("search", language), **dict(choice))
    ((facet, value),) = choice
    return route(facet, language, **{facet: value})


def feed_title(choice: Choice, desk: Desk) -> str:
    """Return what a feed is called."""
    names = " · ".join(_name(facet, value, desk) for facet, value in choice)
    return desk.wording.t("feed.about", name=names or desk.settings.name)


def feed_link(choice: Choice, desk: Desk) -> TextLink:
    """Return the way to the feed of a choice."""
    return TextLink(feed_title(choice, desk), feed_address(choice, desk.language))


def _newest(catalog: Catalog) -> list[Entry]:
    """Return the entries of all kinds, newest first."""
    entries = [entry for of_kind in catalog.of_kind.values() for entry in of_kind.values()]
    return sorted(sorted(entries, key=lambda entry: entry.slug), key=lambda e: e.published, reverse=True)


def _alone(catalog: Catalog) -> Iterator[Choice]:
    """Yield everything, and every value of every facet by itself."""
    vocabulary = catalog.vocabulary
    yield ()
    yield from ((("county", county.slug),) for county in vocabulary.counties.values())
    yield from ((("goal", str(number)),) for number in vocabulary.goals)
    yield from ((("sector", id_),) for id_ in vocabulary.terms["sectors"])


def _name(facet: str, value: str, desk: Desk) -> str:
    if facet == "goal":
        return desk.wording.t("goal.name", number=value, name=desk.shelf.tile(int(value)).name)
    if facet == "sector":
        return desk.shelf.label("sectors", value)
    return next(county.name for county in desk.catalog.vocabulary.counties.values() if county.slug == value)
