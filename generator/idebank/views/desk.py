"""What every maker of pages works with, and what it must be able to do."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Protocol

from idebank.catalog import Catalog
from idebank.forms import Form
from idebank.kinds import KINDS
from idebank.media import Medium
from idebank.outline import Outline
from idebank.profiles import Profiles
from idebank.routes import route
from idebank.rulebook import RuleEntry
from idebank.settings import Settings
from idebank.tiles import Tile
from idebank.views import addresses
from idebank.views.cards import Shelf
from idebank.views.records import Alternate, Card, Page, Section, TextLink
from idebank.vocabulary import LANGUAGES
from idebank.wording import Wording

NO_PROFILES: Final = Profiles({}, {})


@dataclass(frozen=True, slots=True)
class Job:
    """One page to make, small enough to plan a hundred thousand of."""

    kind: str
    """A kind of entry, of list or of hub."""
    language: str
    key: str = ""
    """Which entry, goal, sector …"""
    number: int = 1
    """Which page of a list."""
    about: str = ""
    """Kind of the entry whose text the page needs, when it is another than `kind`."""


@dataclass(frozen=True)
class Desk:
    """What the makers of pages of one language work with."""

    shelf: Shelf
    settings: Settings
    media: Mapping[str, Medium]
    """By path of a file beside an entry."""
    cards: Mapping[str, Card]
    """Of every initiative, by slug."""
    profiles: Profiles = NO_PROFILES
    tiles: Mapping[str, Tile] = field(default_factory=dict)
    """By number of a municipality: its place on the map of equal tiles."""
    outline: Outline | None = None
    """Of the country, with the municipalities' points."""
    forms: Mapping[str, Form] = field(default_factory=dict)
    """By id: what people can fill in to contribute."""
    rulebook: Mapping[str, RuleEntry] = field(default_factory=dict)
    """By id: every rule of the check, explained."""

    @property
    def catalog(self) -> Catalog:
        """Return the catalogue."""
        return self.shelf.catalog

    @property
    def wording(self) -> Wording:
        """Return the words of this language."""
        return self.shelf.wording

    @property
    def language(self) -> str:
        """Return the language of every page made here."""
        return self.shelf.language

    @cached_property
    def front(self) -> TextLink:
        """Return the way to the front page, with which every trail begins."""
        return TextLink(self.wording.t("nav.front"), route("front", self.language))

    def list_of(self, kind: str) -> TextLink:
        """Return the way to the list of all entries of a kind."""
        label = self.wording.t(f"nav.{KINDS[kind].folder}")
        return TextLink(label, route(KINDS[kind].folder, self.language))

    def has_page(self, entry_language: str) -> bool:
        """Tell whether an entry in `entry_language` has its page here: each has one page only."""
        return addresses.interface_language(entry_language) == self.language

    def page(  # noqa: PLR0913 - a page is made of these
        self,
        kind: str,
        /,
        *,
        template: str,
        section: Section,
        address: Callable[[str], str],
        view: object,
        modified: str = "",
        indexed: bool = True,
        feed: TextLink | None = None,
        **words: object,
    ) -> Page:
        """Return a page that exists in every language.

        The messages `page.title.<kind>` and `page.description.<kind>` say what it is, with `words` filled in.
        """
        t = self.wording.t
        return Page(
            url=address(self.language),
            template=template,
            language=self.language,
            section=section,
            title=t(f"page.title.{kind}", **words),
            description=t(f"page.description.{kind}", **words),
            view=view,
            indexed=indexed,
            alternates=tuple(Alternate(language, address(language)) for language in LANGUAGES),
            modified=modified,
            feed=feed,
        )


class Maker(Protocol):
    """Makes the pages of one family, such as those of all needs, in one language."""

    def jobs(self) -> Iterator[Job]:
        """Plan every page; kinds of jobs are unique to a maker."""

    def page(self, job: Job, *, story: str) -> Page:
        """Make one page; `story` is the rendered text of the entry it is about, or empty."""
