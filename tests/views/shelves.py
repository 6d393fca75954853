"""Page makers over small banks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idebank.catalog import Catalog, build_catalog
from idebank.views.cards import Shelf
from idebank.views.entries import EntryPages
from idebank.views.hubs import HubPages
from idebank.views.lists import ListPages
from idebank.views.records import Card, EntryView, IndexView
from idebank.views.site import Site, make_cards
from idebank.vocabulary import LANGUAGES
from tests.factories import initiative, vocabulary
from tests.words import settings, wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from idebank.media import Medium
    from idebank.model import Initiative
    from idebank.settings import Settings


def catalog(*entries: Initiative) -> Catalog:
    """Return a catalogue with the real vocabulary."""
    return build_catalog(entries, vocabulary=vocabulary())


def shelf(*entries: Initiative, language: str = "nb") -> Shelf:
    """Return a shelf over a bank."""
    return Shelf(catalog(*entries), wording(language))


def lists(*entries: Initiative, language: str = "nb") -> ListPages:
    """Return the maker of a bank's lists."""
    own = shelf(*entries, language=language)
    return ListPages(own, cards=_cards(own))


def index(kind: str, key: str, *entries: Initiative, number: int = 1, language: str = "nb") -> IndexView:
    """Return what one page of a list shows."""
    view = lists(*entries, language=language).page(kind, key=key, number=number).view
    assert isinstance(view, IndexView)
    return view


def hubs(*entries: Initiative, language: str = "nb") -> HubPages:
    """Return the maker of a bank's hubs."""
    own = shelf(*entries, language=language)
    return HubPages(own, cards=_cards(own))


def entry_view(
    entry: Initiative,
    *others: Initiative,
    language: str = "nb",
    own_settings: Settings | None = None,
    media: Mapping[str, Medium] | None = None,
) -> EntryView:
    """Return what an entry's page shows."""
    own = shelf(entry, *others, language=language)
    pages = EntryPages(own, own_settings or settings(), media or {}, _cards(own))
    view = pages.page(entry, body_html="").view
    assert isinstance(view, EntryView)
    return view


def site(*entries: Initiative) -> Site:
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
