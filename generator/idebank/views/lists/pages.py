"""Lists of initiatives: all of them, and those of a goal, target, sector, theme, place or organisation."""

from collections.abc import Callable, Iterator, Mapping, Sized
from functools import lru_cache
from typing import Final

from idebank.routes import page_of_list, route, with_query
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.facets import facets
from idebank.views.lists.listing import Listing
from idebank.views.lists.places import county_list, municipality_list, organisation_list
from idebank.views.lists.subjects import goal_list, sector_list, target_list, theme_list
from idebank.views.lists.whole import all_initiatives, reused_list, stopped_list
from idebank.views.paging import CARDS_PER_PAGE, pages_of, pagination
from idebank.views.records import Alternate, FacetGroup, IndexView, Page
from idebank.vocabulary import LANGUAGES

_REMEMBERED: Final = 4
"""A list's pages follow one another, so the last few lists are enough to remember."""
_LISTS: Final[Mapping[str, Callable[[str, Desk], Listing]]] = {
    "all": all_initiatives,
    "goal": goal_list,
    "target": target_list,
    "sector": sector_list,
    "theme": theme_list,
    "county": county_list,
    "municipality": municipality_list,
    "organisation": organisation_list,
    "reused": reused_list,
    "stopped": stopped_list,
}
"""What makes a list, by its kind, from its key."""
_ASKED_AS: Final = {"goal": "mal", "sector": "sektor", "county": "fylke", "municipality": "kommune"}
"""What the form calls a list's subject in its address."""


class ListPages:
    """Makes the pages of lists in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk
        self._shelf = desk.shelf
        self._cards = desk.cards
        self._list = lru_cache(maxsize=_REMEMBERED)(self._make_list)
        self._facets = lru_cache(maxsize=_REMEMBERED)(self._count_facets)

    def jobs(self) -> Iterator[Job]:
        """Plan every page of every list."""
        catalog, vocabulary = self._shelf.catalog, self._shelf.catalog.vocabulary
        lists: tuple[tuple[str, Mapping[str, Sized]], ...] = (
            ("all", {"": catalog.entries}),
            ("goal", {str(n): catalog.by_goal.get(n, ()) for n in vocabulary.goals}),
            ("target", {code: catalog.by_target.get(code, ()) for code in vocabulary.targets}),
            ("sector", {id_: catalog.by_sector.get(id_, ()) for id_ in vocabulary.terms["sectors"]}),
            ("theme", {id_: catalog.by_theme.get(id_, ()) for id_ in vocabulary.terms["themes"]}),
            ("county", {n: catalog.by_county.get(n, ()) for n in vocabulary.counties}),
            ("municipality", {n: catalog.by_municipality.get(n, ()) for n in vocabulary.municipalities}),
            ("organisation", {slug: found.entries for slug, found in catalog.organisations.items()}),
            ("reused", {"": catalog.reuse}),
            ("stopped", {"": catalog.by_phase.get("stopped", ())}),
        )
        for kind, keyed in lists:
            for key, entries in keyed.items():
                for number in range(1, pages_of(len(entries)) + 1):
                    yield Job(kind, self._shelf.language, key, number)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - a list has no story
        """Return one page of a list; pages are counted from 1."""
        kind, key, number = job.kind, job.key, job.number
        found, modified = self._list(kind, key)
        language, t = self._shelf.language, self._shelf.wording.t
        within = found.parent.label if found.parent else ""
        title = t(f"page.title.{kind}", name=found.name, parent=within)
        if number > 1:
            title = f"{title} ({number})"
        return Page(
            url=page_of_list(found.address(language), number),
            template="index.html",
            language=language,
            section=found.section,
            title=title,
            description=t(f"page.description.{kind}", name=found.name),
            view=self._view(found, key, number),
            indexed=bool(found.entries or found.others),
            alternates=tuple(
                Alternate(other, page_of_list(found.address(other), number)) for other in LANGUAGES
            ),
            modified=modified,
            feed=found.feed,
        )

    def _make_list(self, kind: str, key: str) -> tuple[Listing, str]:
        """Return a list and the date of its newest content."""
        found = _LISTS[kind](key, self._desk)
        return found, max((entry.modified for entry in found.entries), default="")

    def _view(self, found: Listing, key: str, number: int) -> IndexView:
        start = (number - 1) * CARDS_PER_PAGE
        shown = found.entries[start : start + CARDS_PER_PAGE]
        language = self._shelf.language
        return IndexView(
            kind=found.kind,
            name=found.name,
            heading=self._shelf.wording.t(f"index.heading.{found.kind}", name=found.name),
            heading_language=found.name_language,
            lead=found.lead,
            lead_language=found.lead_language,
            count=len(found.entries),
            cards=tuple(self._cards[entry.slug] for entry in shown),
            pagination=pagination(found.address(language), number=number, cards=len(found.entries)),
            trail=found.trail,
            facets=self._facets(found.kind, key) if len(found.entries) > 1 else (),
            tile=found.tile,
            icon=found.icon,
            names=found.names,
            targets=found.targets,
            municipalities=found.municipalities,
            nearby=found.nearby,
            parent=found.parent,
            board=found.board,
            landings=found.landings if number == 1 else (),
            start=found.start if number == 1 else (),
            more=found.more if number == 1 else (),
            is_empty=not found.entries and not found.others,
            reasons=found.reasons,
            share_url=addresses.form("initiative", language, **_answers(found.kind, key)),
            search_url=with_query(route("search", language), **found.search),
        )

    def _count_facets(self, kind: str, key: str) -> tuple[FacetGroup, ...]:
        """Count how a list's entries spread over the dimensions that it is not itself about."""
        found, _ = self._list(kind, key)
        own = "county" if kind == "municipality" else kind
        return facets(found.entries, shelf=self._shelf, search=found.search, own=own)


def _answers(kind: str, key: str) -> dict[str, str]:
    """Return what a form may take as said on the page of a list."""
    return {_ASKED_AS[kind]: key} if kind in _ASKED_AS else {}
