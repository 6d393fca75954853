"""Collections: initiatives that somebody has picked, each with why, and the list of all collections."""

from collections.abc import Iterator
from dataclasses import dataclass

from idebank.model import Collection
from idebank.routes import route, with_query
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.pieces import topics_of
from idebank.views.records import (
    Card,
    EntryLine,
    LineGroup,
    LinesView,
    Page,
    Section,
    TextLink,
    Topics,
    Trust,
)
from idebank.views.trust import trust_of


@dataclass(frozen=True, slots=True)
class PickRow:
    """One initiative of a collection."""

    card: Card
    why: str


@dataclass(frozen=True, slots=True)
class CollectionView:
    """A collection's own page. Template: `collection.html`."""

    title: str
    summary: str
    language: str
    curator: str
    topics: Topics
    picks: tuple[PickRow, ...]
    body_html: str
    list_url: str
    """The same initiatives in the reader's own list, to print or compare."""
    trust: Trust
    trail: tuple[TextLink, ...]
    depth: int = 0
    """A collection has no levels."""


class CollectionPages:
    """Makes the pages of collections in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the list, and a page for every collection whose page is in this language."""
        language = self._desk.language
        yield Job("collections", language)
        for collection in self._desk.catalog.collections:
            if self._desk.has_page(collection.language):
                yield Job("collection", language, collection.slug)

    def page(self, job: Job, *, story: str) -> Page:
        """Return the list, or one collection's page around its text."""
        return self._list() if job.kind == "collections" else self._collection(job.key, story)

    def _list(self) -> Page:
        desk, collections = self._desk, self._desk.catalog.collections
        lines = tuple(collection_line(collection, desk) for collection in collections)
        groups = (LineGroup("", lines),) if lines else ()
        return desk.page(
            "collections",
            template="lines.html",
            section=Section.INITIATIVES,
            address=lambda language: route("collections", language),
            view=LinesView("collections", groups, len(lines), (desk.front,)),
            modified=max((collection.modified for collection in collections), default=""),
            indexed=bool(collections),
        )

    def _collection(self, slug: str, story: str) -> Page:
        collection = self._desk.catalog.one(Collection, slug)
        return Page(
            url=addresses.entry(collection),
            template="collection.html",
            language=self._desk.language,
            section=Section.INITIATIVES,
            title=collection.title,
            description=collection.summary,
            view=self._view(collection, story),
            modified=collection.modified,
        )

    def _view(self, collection: Collection, story: str) -> CollectionView:
        desk = self._desk
        slugs = tuple(dict.fromkeys(pick.initiative for pick in collection.initiatives))
        return CollectionView(
            title=collection.title,
            summary=collection.summary,
            language=collection.language,
            curator=collection.curator,
            topics=topics_of(collection, desk.shelf),
            picks=tuple(
                PickRow(desk.cards[pick.initiative], pick.why or "") for pick in collection.initiatives
            ),
            body_html=story,
            list_url=with_query(route("my_list", desk.language), tiltak=slugs),
            trust=trust_of(collection, owner=collection.curator, desk=desk),
            trail=(desk.front, desk.list_of("collection")),
        )


def collection_line(collection: Collection, desk: Desk) -> EntryLine:
    """Return a collection as a line of a list."""
    return EntryLine(
        url=addresses.entry(collection),
        title=collection.title,
        language=collection.language,
        summary=collection.summary,
        eyebrow=desk.wording.tn("count.initiatives", len(collection.initiatives)),
        who=collection.curator,
        place="",
        state="",
        state_id="",
        goals=tuple(desk.shelf.tile(number) for number in collection.goals),
    )
