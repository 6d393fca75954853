"""Lists of initiatives: all of them, and those of a goal, target, sector, theme, place or organisation."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from idebank.model import Adoption, Initiative, Method, Need, Network
from idebank.slugs import norwegian_order
from idebank.views import addresses
from idebank.views.adoptions import adoption_line
from idebank.views.boards import teaser
from idebank.views.desk import Desk, Job
from idebank.views.facets import facets
from idebank.views.landings import landings
from idebank.views.methods import method_line
from idebank.views.nearby import nearest
from idebank.views.needs import need_line
from idebank.views.networks import network_line
from idebank.views.paging import CARDS_PER_PAGE, pages_of, pagination, trail
from idebank.views.records import (
    Alternate,
    BoardTeaser,
    CountLink,
    FacetGroup,
    GoalTile,
    IndexView,
    LandingView,
    LineGroup,
    Page,
    Section,
    TargetLink,
    TextLink,
)
from idebank.vocabulary import LANGUAGES

_REMEMBERED: Final = 4
"""A list's pages follow one another, so the last few lists are enough to remember."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """What one list is, before it is cut into pages."""

    kind: str
    section: Section
    entries: Sequence[Initiative]
    name: str
    """What the list is about, for heading and title."""
    address: Callable[[str], str]
    """The first page's address in a language."""
    trail: tuple[TextLink, ...]
    search: Mapping[str, str | int] = field(default_factory=dict)
    name_language: str = ""
    lead: str = ""
    lead_language: str = ""
    tile: GoalTile | None = None
    icon: str = ""
    names: tuple[CountLink, ...] = ()
    targets: tuple[TargetLink, ...] = ()
    municipalities: tuple[CountLink, ...] = ()
    nearby: tuple[CountLink, ...] = ()
    parent: CountLink | None = None
    board: BoardTeaser | None = None
    landings: tuple[LandingView, ...] = ()
    more: tuple[LineGroup, ...] = ()
    others: int = 0
    """How many adoptions, needs and methods there are besides."""
    reasons: Mapping[str, str] = field(default_factory=dict)


class ListPages:
    """Makes the pages of lists in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk
        self._shelf = desk.shelf
        self._cards = desk.cards
        self._kinds: Mapping[str, Callable[[str], _List]] = {
            "all": self._all,
            "goal": self._goal,
            "target": self._target,
            "sector": self._sector,
            "theme": self._theme,
            "county": self._county,
            "municipality": self._municipality,
            "organisation": self._organisation,
            "reused": self._reused,
            "stopped": self._stopped,
        }
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
            url=addresses.page_of_list(found.address(language), number),
            template="index.html",
            language=language,
            section=found.section,
            title=title,
            description=t(f"page.description.{kind}", name=found.name),
            view=self._view(found, key, number),
            indexed=bool(found.entries or found.others),
            alternates=tuple(
                Alternate(other, addresses.page_of_list(found.address(other), number)) for other in LANGUAGES
            ),
            modified=modified,
        )

    def _make_list(self, kind: str, key: str) -> tuple[_List, str]:
        """Return a list and the date of its newest content."""
        found = self._kinds[kind](key)
        return found, max((entry.modified for entry in found.entries), default="")

    def _view(self, found: _List, key: str, number: int) -> IndexView:
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
            more=found.more if number == 1 else (),
            is_empty=not found.entries and not found.others,
            reasons=found.reasons,
            search_url=addresses.search(language, **found.search),
        )

    def _all(self, _: str) -> _List:
        t = self._shelf.wording.t
        return _List(
            kind="all",
            section=Section.INITIATIVES,
            entries=self._shelf.catalog.entries,
            name=t("nav.initiatives"),
            address=addresses.initiatives,
            trail=self._trail(),
            lead=t("index.lead.all"),
        )

    def _goal(self, key: str) -> _List:
        shelf, number = self._shelf, int(key)
        goal = shelf.catalog.vocabulary.goals[number]
        targets = [
            shelf.target(code) for code, t in shelf.catalog.vocabulary.targets.items() if t.goal == number
        ]
        return _List(
            kind="goal",
            section=Section.GOALS,
            entries=shelf.catalog.by_goal.get(number, ()),
            name=f"{number} {goal.short.text(shelf.language)}",
            address=lambda language: addresses.goal(number, language),
            trail=self._trail("goals"),
            search={"goal": number},
            lead=goal.title.text(shelf.language),
            lead_language=_differs(goal.title.language(shelf.language), shelf.language),
            tile=shelf.tile(number),
            targets=tuple(sorted(targets, key=lambda target: target.count == 0)),
        )

    def _target(self, code: str) -> _List:
        shelf = self._shelf
        target = shelf.catalog.vocabulary.targets[code]
        tile = shelf.tile(target.goal)
        siblings = (
            shelf.target(other.code)
            for other in shelf.catalog.vocabulary.targets.values()
            if other.goal == target.goal and other.code != code and other.code in shelf.catalog.by_target
        )
        goal_count = len(shelf.catalog.by_goal.get(target.goal, ()))
        goal_name = f"{tile.number} {tile.name}"
        return _List(
            kind="target",
            section=Section.GOALS,
            entries=shelf.catalog.by_target.get(code, ()),
            name=code,
            address=lambda language: addresses.target(target, language),
            trail=(*self._trail("goals"), TextLink(goal_name, tile.url)),
            search={"q": code},
            lead=target.title.text(shelf.language),
            lead_language=_differs(target.title.language(shelf.language), shelf.language),
            tile=tile,
            nearby=tuple(
                CountLink(f"{other.code} {other.text}", other.url, other.count) for other in siblings
            ),
            parent=CountLink(goal_name, tile.url, goal_count),
        )

    def _sector(self, id_: str) -> _List:
        link = self._shelf.sector_count(id_)
        return _List(
            kind="sector",
            section=Section.SECTORS,
            entries=self._shelf.catalog.by_sector.get(id_, ()),
            name=link.label,
            address=lambda language: addresses.sector(id_, language),
            trail=self._trail("sectors"),
            search={"sector": id_},
            icon=link.icon,
            landings=landings(id_, self._desk),
        )

    def _theme(self, id_: str) -> _List:
        return _List(
            kind="theme",
            section=Section.THEMES,
            entries=self._shelf.catalog.by_theme.get(id_, ()),
            name=self._shelf.label("themes", id_),
            address=lambda language: addresses.theme(id_, language),
            trail=self._trail("themes"),
            search={"theme": id_},
        )

    def _county(self, number: str) -> _List:
        shelf = self._shelf
        county = shelf.catalog.vocabulary.counties[number]
        inside = [m for m in shelf.catalog.vocabulary.municipalities.values() if m.county == number]
        inside.sort(key=lambda municipality: norwegian_order(municipality.name))
        return _List(
            kind="county",
            section=Section.PLACES,
            entries=shelf.catalog.by_county.get(number, ()),
            name=county.name,
            address=lambda language: addresses.county(county, language),
            trail=self._trail("places"),
            search={"county": county.slug},
            names=_other_names(county.parallel),
            municipalities=tuple(shelf.municipality_count(m.number) for m in inside),
            board=teaser(number, self._desk),
        )

    def _municipality(self, number: str) -> _List:
        shelf = self._shelf
        municipality = shelf.catalog.vocabulary.municipalities[number]
        county = shelf.catalog.vocabulary.counties[municipality.county]
        parent = shelf.county_count(county.number)
        catalog = shelf.catalog
        entries = catalog.by_municipality.get(number, ())
        adoptions, needs = catalog.adoptions_in.get(number, ()), catalog.needs_in.get(number, ())
        near = () if entries else nearest(municipality, catalog=catalog)
        return _List(
            kind="municipality",
            section=Section.PLACES,
            entries=entries,
            name=municipality.name,
            address=lambda language: addresses.municipality(municipality, county, language),
            trail=(*self._trail("places"), TextLink(parent.label, parent.url)),
            search={"q": municipality.name},
            names=_other_names(municipality.parallel),
            nearby=tuple(shelf.municipality_count(n) for n in near),
            parent=parent,
            more=self._more(
                adoptions=adoptions, needs=needs, networks=catalog.networks_of.get(county.number, ())
            ),
            others=len(adoptions) + len(needs),
        )

    def _organisation(self, slug: str) -> _List:
        organisation = self._shelf.catalog.organisations[slug]
        return _List(
            kind="organisation",
            section=Section.ORGANISATIONS,
            entries=organisation.entries,
            name=organisation.name,
            address=lambda language: addresses.organisation(slug, language),
            trail=self._trail("organisations"),
            search={"q": organisation.name},
            more=self._more(
                adoptions=organisation.adoptions, needs=organisation.needs, methods=organisation.methods
            ),
            others=organisation.count - len(organisation.entries),
        )

    def _more(
        self,
        *,
        adoptions: Sequence[Adoption],
        needs: Sequence[Need],
        methods: Sequence[Method] = (),
        networks: Sequence[Network] = (),
    ) -> tuple[LineGroup, ...]:
        """Return what a place or an organisation has besides initiatives."""
        desk, t = self._desk, self._shelf.wording.t
        groups = (
            LineGroup(t("place.adoptions"), tuple(adoption_line(adoption, desk) for adoption in adoptions)),
            LineGroup(t("place.needs"), tuple(need_line(need, desk.shelf) for need in needs)),
            LineGroup(t("place.methods"), tuple(method_line(method, desk) for method in methods)),
            LineGroup(t("place.networks"), tuple(network_line(network, desk) for network in networks)),
        )
        return tuple(group for group in groups if group.lines)

    def _reused(self, _: str) -> _List:
        """List what others have taken over, most often first."""
        t, catalog = self._shelf.wording.t, self._shelf.catalog
        ranked = sorted(catalog.reuse, key=lambda slug: (-catalog.reuse[slug], slug))
        return _List(
            kind="reused",
            section=Section.INITIATIVES,
            entries=tuple(catalog.by_slug[slug] for slug in ranked),
            name=t("index.heading.reused"),
            address=addresses.most_reused,
            trail=(
                *self._trail(),
                TextLink(t("nav.initiatives"), addresses.initiatives(self._shelf.language)),
            ),
            lead=t("index.lead.reused"),
            search={"reused": "yes"},
        )

    def _stopped(self, _: str) -> _List:
        """List what was stopped, which others can learn from."""
        t = self._shelf.wording.t
        return _List(
            kind="stopped",
            section=Section.INITIATIVES,
            entries=self._shelf.catalog.by_phase.get("stopped", ()),
            name=t("index.heading.stopped"),
            address=addresses.stopped,
            trail=(
                *self._trail(),
                TextLink(t("nav.initiatives"), addresses.initiatives(self._shelf.language)),
            ),
            lead=t("index.lead.stopped"),
            search={"phase": "stopped"},
            reasons={
                entry.slug: entry.stopped_why
                for entry in self._shelf.catalog.by_phase.get("stopped", ())
                if entry.stopped_why
            },
        )

    def _trail(self, *parts: str) -> tuple[TextLink, ...]:
        return trail(self._shelf, *parts)

    def _count_facets(self, kind: str, key: str) -> tuple[FacetGroup, ...]:
        """Count how a list's entries spread over the dimensions that it is not itself about."""
        found, _ = self._list(kind, key)
        own = "county" if kind == "municipality" else kind
        return facets(found.entries, shelf=self._shelf, search=found.search, own=own)


def _other_names(parallel: tuple[tuple[str, str], ...]) -> tuple[CountLink, ...]:
    return tuple(CountLink(name, "", 0, note_language=language) for language, name in parallel)


def _differs(language: str, page: str) -> str:
    return "" if language == page else language
