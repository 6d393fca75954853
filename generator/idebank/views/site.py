"""Every page of the site: which there are, and what each shows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from idebank.catalog import Catalog
from idebank.faults import each
from idebank.forms import Form
from idebank.media import Medium
from idebank.outline import Outline
from idebank.profiles import Profiles
from idebank.rulebook import RuleEntry
from idebank.settings import Settings
from idebank.tiles import Tile
from idebank.views.adoptions import AdoptionPages
from idebank.views.boards import BoardPages
from idebank.views.cards import Shelf
from idebank.views.collections import CollectionPages
from idebank.views.contribute import FormPages
from idebank.views.data import DataPages
from idebank.views.desk import NO_PROFILES, Desk, Job, Maker
from idebank.views.documents import DocumentPages
from idebank.views.entries import EntryPages
from idebank.views.events import EventPages
from idebank.views.former import FormerPages
from idebank.views.hubs import HubPages
from idebank.views.lists import ListPages
from idebank.views.maps import MapPages
from idebank.views.measures import MeasurePages
from idebank.views.methods import MethodPages
from idebank.views.mine import MinePages
from idebank.views.needs import NeedPages
from idebank.views.networks import NetworkPages
from idebank.views.overview import OverviewPages
from idebank.views.planned import address_of
from idebank.views.records import Card, Page
from idebank.views.registers import RegisterPages
from idebank.views.rules import RulePages
from idebank.views.sheets import SheetPages
from idebank.vocabulary import LANGUAGES
from idebank.wording import Wording

Cards: TypeAlias = Mapping[str, Mapping[str, Card]]
"""By language, then slug."""

MAKERS: Final[tuple[Callable[[Desk], Maker], ...]] = (
    EntryPages,
    ListPages,
    HubPages,
    OverviewPages,
    NeedPages,
    NetworkPages,
    BoardPages,
    EventPages,
    AdoptionPages,
    MethodPages,
    SheetPages,
    DocumentPages,
    MeasurePages,
    RegisterPages,
    FormerPages,
    DataPages,
    FormPages,
    RulePages,
    CollectionPages,
    MinePages,
    MapPages,
)
"""Who makes which pages; a new kind of entry brings one more."""


def make_cards(catalog: Catalog, *, wording: Wording, slugs: Sequence[str]) -> Mapping[str, Card]:
    """Return the cards of the entries called `slugs` in one language, by slug."""
    shelf = Shelf(catalog, wording)
    entries = [catalog.by_slug[slug] for slug in slugs]
    cards = each(entries, shelf.card, path=lambda entry: entry.path)
    return dict(zip(slugs, cards, strict=True))


class Site:
    """Plans and makes every page of the site."""

    def __init__(  # noqa: PLR0913 - everything that pages are made from
        self,
        catalog: Catalog,
        *,
        wordings: Mapping[str, Wording],
        settings: Settings,
        media: Mapping[str, Medium],
        cards: Cards,
        profiles: Profiles = NO_PROFILES,
        tiles: Mapping[str, Tile] | None = None,
        outline: Outline | None = None,
        forms: Mapping[str, Form] | None = None,
        rulebook: Mapping[str, RuleEntry] | None = None,
    ) -> None:
        """Take `wordings` by language and all cards, which pages share."""
        self.desks: Mapping[str, Desk] = {
            language: Desk(
                Shelf(catalog, wordings[language]),
                settings,
                media,
                cards[language],
                profiles,
                tiles or {},
                outline,
                forms or {},
                rulebook or {},
            )
            for language in LANGUAGES
        }
        self._jobs: list[Job] = []
        self._makers: dict[tuple[str, str], Maker] = {}
        for desk in self.desks.values():
            for make in MAKERS:
                self._plan(make(desk), desk.language)

    def _plan(self, maker: Maker, language: str) -> None:
        jobs = list(maker.jobs())
        self._jobs += jobs
        for kind in {job.kind for job in jobs}:
            self._makers[language, kind] = maker

    def jobs(self) -> Iterator[Job]:
        """Return every page planned, language by language."""
        return iter(self._jobs)

    @property
    def pages(self) -> int:
        """Return how many pages are planned."""
        return len(self._jobs)

    def address(self, job: Job) -> str:
        """Return where a page will live, without making it."""
        return address_of(job, self.desks[job.language])

    def page(self, job: Job, *, story: str = "") -> Page:
        """Make one page; `story` is its text, rendered."""
        return self._makers[job.language, job.kind].page(job, story=story)
