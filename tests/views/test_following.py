"""What can be followed."""

from __future__ import annotations

import pytest

from idebank.model import Place
from idebank.views.desk import Job
from idebank.views.findable import facets_of
from idebank.views.following import (
    FEED_LENGTH,
    FOLLOWED,
    PAIR_LENGTH,
    Choice,
    choices_of,
    feed_address,
    feed_page,
    feed_title,
    followed,
)
from tests.factories import adoption, event, initiative, method, need, network, profiles
from tests.views.shelves import catalog, desk, hubs, lists, many

BANK = (
    initiative(slug="a", sectors=("skole",), goals=(12,), published="2026-01-02"),
    adoption(initiative="a", published="2026-01-04"),
    need(sectors=("skole",), goals=(12,), published="2026-01-03"),
    method(sectors=("museum",)),
    network(),
    event(),
)
SCHOOL: Choice = (("sector", "skole"),)
NORDLAND: Choice = (("county", "nordland"),)


def _slugs(choice: Choice) -> list[str]:
    return [entry.slug for entry in followed(catalog(*BANK)).get(choice, ())]


def test_entries_of_all_kinds() -> None:
    """A feed tells of whatever has the facet, newest first, as the search would."""
    assert _slugs(SCHOOL) == ["trygg-skolevei", "a"]
    assert _slugs(NORDLAND) == ["nettverk-i-nordland", "saltdal-sykkelbuss", "trygg-skolevei", "a"]
    assert len(_slugs(())) == len(BANK)


def test_two_facets() -> None:
    """Two facets have a feed where an entry has both, and none where no entry has."""
    assert _slugs((("county", "nordland"), ("goal", "12"))) == ["trygg-skolevei", "a"]
    assert (("goal", "12"), ("sector", "museum")) not in followed(catalog(*BANK))


def test_each_by_itself_has_a_feed_from_the_beginning() -> None:
    """An empty bank can be followed: everything, 15 counties, 17 goals and 26 sectors."""
    found = followed(catalog())

    assert len(found) == 1 + 15 + 17 + 26
    assert set(found.values()) == {()}


@pytest.mark.parametrize("entry", BANK)
def test_feeds_agree_with_the_search(entry: object) -> None:
    """A search for one facet finds an entry exactly when the feed of the facet tells of it."""
    whole = catalog(*BANK)
    narrowed = {(pair,) for pair in facets_of(entry, whole, profiles()) if pair[0] in FOLLOWED}  # type: ignore[arg-type]

    alone = {choice for choice in choices_of(entry, whole) if len(choice) == 1}  # type: ignore[arg-type]

    assert alone == narrowed


def test_length() -> None:
    """A feed tells of the newest only; one of two facets of fewer."""
    found = followed(catalog(*many(60)))

    assert {len(choice): len(entries) for choice, entries in found.items() if entries} == {
        0: FEED_LENGTH,
        1: FEED_LENGTH,
        2: PAIR_LENGTH,
    }


@pytest.mark.parametrize(
    ("choice", "language", "feed", "page"),
    [
        ((), "nb", "feed.xml", ""),
        ((("goal", "12"),), "nn", "nn/barekraftsmal/12/feed.xml", "nn/barekraftsmal/12/"),
        (SCHOOL, "nb", "sektor/skole/feed.xml", "sektor/skole/"),
        (NORDLAND, "en", "en/sted/nordland/feed.xml", "en/sted/nordland/"),
        (
            (*NORDLAND, ("goal", "12")),
            "nb",
            "sok/feed/county-nordland.goal-12.xml",
            "sok/?county=nordland&goal=12",
        ),
    ],
)
def test_addresses(choice: Choice, language: str, feed: str, page: str) -> None:
    """A single facet's feed lies beside its page, that of two below the search, which is its page."""
    assert feed_address(choice, language) == feed
    assert feed_page(choice, language) == page


def test_titles() -> None:
    """A feed is called by what it is about."""
    own = desk(language="nn")

    assert feed_title((*NORDLAND, ("goal", "12"), *SCHOOL), own).startswith("Nytt: Nordland · Mål 12: ")
    assert feed_title((), own) == "Nytt: Eksempelbanken"


@pytest.mark.parametrize(
    ("kind", "key", "url"),
    [
        ("all", "", "tiltak/feed.xml"),
        ("goal", "14", "barekraftsmal/14/feed.xml"),
        ("sector", "skole", "sektor/skole/feed.xml"),
        ("county", "18", "sted/nordland/feed.xml"),
    ],
)
def test_pages_name_their_feed(kind: str, key: str, url: str) -> None:
    """Lists that can be followed say so, to the reader and to the newsreader; empty ones as well."""
    page = lists(initiative(place=Place())).page(Job(kind, "nb", key))

    assert page.feed
    assert page.feed.url == url


def test_front_names_the_feed_of_everything() -> None:
    """Whoever gives a newsreader the site's address gets everything."""
    page = hubs(language="en").page(Job("front", "en"))

    assert page.feed
    assert page.feed.url == "en/feed.xml"
