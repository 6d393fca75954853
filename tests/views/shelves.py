"""Page makers over small banks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idebank.catalog import Catalog, build_catalog
from idebank.views.cards import Shelf
from idebank.views.desk import Desk, Job
from idebank.views.entries import EntryPages
from idebank.views.hubs import HubPages
from idebank.views.lists import ListPages
from idebank.views.records import Card, EntryView, IndexView
from idebank.views.site import Site, make_cards
from idebank.vocabulary import LANGUAGES
from tests.factories import initiative, outline, profiles, tiles, vocabulary
from tests.words import settings, wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from idebank.media import Medium
    from idebank.model import Entry, Initiative
    from idebank.settings import Settings


def catalog(*entries: Entry) -> Catalog:
    """Return a catalogue with the real vocabulary."""
    return build_catalog(entries, vocabulary=vocabulary())


def shelf(*entries: Entry, language: str = "nb") -> Shelf:
    """Return a shelf over a bank."""
    return Shelf(catalog(*entries), wording(language))


def desk(
    *entries: Entry,
    language: str = "nb",
    own_settings: Settings | None = None,
    media: Mapping[str, Medium] | None = None,
) -> Desk:
    """Return the desk of a bank's makers of pages."""
    own = shelf(*entries, language=language)
    return Desk(own, own_settings or settings(), media or {}, _cards(own), profiles(), tiles(), outline())


def lists(*entries: Entry, language: str = "nb") -> ListPages:
    """Return the maker of a bank's lists."""
    return ListPages(desk(*entries, language=language))


def index(kind: str, key: str, *entries: Entry, number: int = 1, language: str = "nb") -> IndexView:
    """Return what one page of a list shows."""
    view = lists(*entries, language=language).page(Job(kind, language, key, number)).view
    assert isinstance(view, IndexView)
    return view


def hubs(*entries: Entry, language: str = "nb") -> HubPages:
    """Return the maker of a bank's hubs."""
    return HubPages(desk(*entries, language=language))


def entry_view(
    entry: Initiative,
    *others: Entry,
    language: str = "nb",
    own_settings: Settings | None = None,
    media: Mapping[str, Medium] | None = None,
) -> EntryView:
    """Return what an entry's page shows."""
    pages = EntryPages(desk(entry, *others, language=language, own_settings=own_settings, media=media))
    view = pages.page(Job("initiative", language, entry.slug), story="").view
    assert isinstance(view, EntryView)
    return view


def site(*entries: Entry) -> Site:
    """Return the plan of a bank's site."""
    whole = catalog(*entries)
    return Site(
        whole,
        wordings={language: wording(language) for language in LANGUAGES},
        settings=settings(),
        media={},
        cards={
            lang: make_cards(whole, wording=wording(lang), slugs=list(whole.by_slug)) for lang in LANGUAGES
        },
    )


def many(count: int) -> Sequence[Initiative]:
    """Return a number of entries that differ in nothing but their address."""
    return [initiative(slug=f"tiltak-{number:04}") for number in range(count)]


def _cards(own: Shelf) -> Mapping[str, Card]:
    return {entry.slug: own.card(entry) for entry in own.catalog.entries}
