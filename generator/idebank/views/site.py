"""Every page of the site: which there are, and what each shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from idebank.catalog import Catalog
from idebank.media import Medium
from idebank.settings import Settings
from idebank.views import addresses
from idebank.views.cards import Shelf
from idebank.views.entries import EntryPages
from idebank.views.hubs import HubPages
from idebank.views.lists import ListPages, pages_of
from idebank.views.records import Card, Page
from idebank.vocabulary import LANGUAGES
from idebank.wording import Wording

Cards: TypeAlias = Mapping[str, Mapping[str, Card]]
"""By language, then slug."""


@dataclass(frozen=True, slots=True)
class Job:
    """One page to make, small enough to plan a hundred thousand of."""

    kind: str
    """`entry`, a kind of list or a kind of hub."""
    language: str
    key: str = ""
    """Which entry, goal, sector …"""
    number: int = 1
    """Which page of a list."""


def make_cards(catalog: Catalog, *, wording: Wording, slugs: Sequence[str]) -> Mapping[str, Card]:
    """Return the cards of the entries called `slugs` in one language, by slug."""
    shelf = Shelf(catalog, wording)
    return {slug: shelf.card(catalog.by_slug[slug]) for slug in slugs}


class Site:
    """Plans and makes every page of the site."""

    def __init__(
        self,
        catalog: Catalog,
        *,
        wordings: Mapping[str, Wording],
        settings: Settings,
        media: Mapping[str, Medium],
        cards: Cards,
    ) -> None:
        """Take `wordings` by language and all cards, which pages share."""
        self._catalog = catalog
        shelves = {language: Shelf(catalog, wordings[language]) for language in LANGUAGES}
        self._lists = {lang: ListPages(shelf, cards=cards[lang]) for lang, shelf in shelves.items()}
        self._hubs = {lang: HubPages(shelf, cards=cards[lang]) for lang, shelf in shelves.items()}
        self._entries = {
            lang: EntryPages(shelf, settings, media, cards[lang]) for lang, shelf in shelves.items()
        }

    def jobs(self) -> Iterator[Job]:
        """Plan every page: entries first, then lists and hubs language by language."""
        for entry in self._catalog.entries:
            yield Job("entry", addresses.interface_language(entry.language), entry.slug)
        for language in LANGUAGES:
            yield from self._list_jobs(language)
            for kind in self._hubs[language].kinds:
                if kind != "not_found" or language == LANGUAGES[0]:
                    yield Job(kind, language)

    @property
    def pages(self) -> int:
        """Return how many pages are planned."""
        return sum(1 for _ in self.jobs())

    def page(self, job: Job, *, body_html: str = "") -> Page:
        """Make one page; `body_html` is an entry's rendered story."""
        if job.kind == "entry":
            return self._entries[job.language].page(self._catalog.by_slug[job.key], body_html=body_html)
        if job.kind in self._hubs[job.language].kinds:
            return self._hubs[job.language].page(job.kind)
        return self._lists[job.language].page(job.kind, key=job.key, number=job.number)

    def _list_jobs(self, language: str) -> Iterator[Job]:
        catalog, vocabulary = self._catalog, self._catalog.vocabulary
        lists: tuple[tuple[str, Mapping[str, Sequence[object]]], ...] = (
            ("all", {"": catalog.entries}),
            ("goal", {str(n): catalog.by_goal.get(n, ()) for n in vocabulary.goals}),
            ("target", {code: catalog.by_target.get(code, ()) for code in vocabulary.targets}),
            ("sector", {id_: catalog.by_sector.get(id_, ()) for id_ in vocabulary.terms["sectors"]}),
            ("theme", {id_: catalog.by_theme.get(id_, ()) for id_ in vocabulary.terms["themes"]}),
            ("county", {n: catalog.by_county.get(n, ()) for n in vocabulary.counties}),
            ("municipality", {n: catalog.by_municipality.get(n, ()) for n in vocabulary.municipalities}),
            ("organisation", {slug: found.entries for slug, found in catalog.organisations.items()}),
        )
        for kind, keyed in lists:
            for key, entries in keyed.items():
                yield from (Job(kind, language, key, n + 1) for n in range(pages_of(len(entries))))
