"""Pages that lead to lists, and the pages that show the bank as a whole."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from idebank.model import Initiative
from idebank.profiles import FACET
from idebank.slugs import norwegian_order
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.events import next_event
from idebank.views.findable import facet_counts
from idebank.views.former import former_places
from idebank.views.needs import OPEN, need_line
from idebank.views.paging import trail
from idebank.views.profiles import value_label
from idebank.views.records import (
    Alternate,
    CountLink,
    FrontView,
    HubGroup,
    HubView,
    MatrixCell,
    MatrixRow,
    MatrixView,
    NotFoundView,
    Page,
    SearchFacet,
    SearchValue,
    SearchView,
    Section,
    TextLink,
)
from idebank.views.tilemaps import country_map
from idebank.vocabulary import LANGUAGES

_SHADES: Final = 5
_FEATURED: Final = 3
_NEWEST: Final = 6
_FRONT_SECTORS: Final = 8
_EXAMPLES: Final = 3
_FRONT_NEEDS: Final = 3


class HubPages:
    """Makes the pages above the lists in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk
        self._shelf = desk.shelf
        self._cards = desk.cards
        self._kinds: Mapping[str, Callable[[], Page]] = {
            "front": self._front,
            "goals": self._goals,
            "sectors": self._sectors,
            "themes": self._themes,
            "places": self._places,
            "organisations": self._organisations,
            "matrix": self._matrix,
            "search": self._search,
            "not_found": self._not_found,
        }

    def jobs(self) -> Iterator[Job]:
        """Plan every page; a wrong address has one, whatever the language."""
        for kind in self._kinds:
            if kind != "not_found" or self._shelf.language == LANGUAGES[0]:
                yield Job(kind, self._shelf.language)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - a hub has no story
        """Return a page."""
        return self._kinds[job.kind]()

    def _page(
        self, kind: str, *, template: str, section: Section, address: Callable[[str], str], view: object
    ) -> Page:
        t, catalog = self._shelf.wording.t, self._shelf.catalog
        return Page(
            url=address(self._shelf.language),
            template=template,
            language=self._shelf.language,
            section=section,
            title=t(f"page.title.{kind}"),
            description=t(f"page.description.{kind}"),
            view=view,
            alternates=tuple(Alternate(language, address(language)) for language in LANGUAGES),
            modified=max((entry.modified for entry in catalog.entries), default=""),
        )

    def _front(self) -> Page:
        shelf, catalog = self._shelf, self._shelf.catalog
        featured = featured_entries(catalog.entries)
        newest = [entry for entry in catalog.entries if entry not in featured][:_NEWEST]
        view = FrontView(
            total=len(catalog.entries),
            organisations=sum(1 for one in catalog.organisations.values() if one.entries),
            municipalities=len(catalog.by_municipality),
            municipalities_in_all=len(catalog.vocabulary.municipalities),
            featured=tuple(self._cards[entry.slug] for entry in featured),
            newest=tuple(self._cards[entry.slug] for entry in newest),
            sectors=tuple(shelf.sector_count(id_) for id_ in self._largest_sectors()),
            goals=shelf.goal_counts(),
            counties=tuple(shelf.county_count(number) for number in catalog.vocabulary.counties),
            map=country_map(self._desk),
            example_searches=self._examples(),
            next_event=next_event(self._desk),
            needs=tuple(need_line(need, shelf) for need in catalog.needs if need.status == OPEN)[
                :_FRONT_NEEDS
            ],
        )
        return self._page(
            "front", template="front.html", section=Section.FRONT, address=addresses.front, view=view
        )

    def _largest_sectors(self) -> list[str]:
        by_sector = self._shelf.catalog.by_sector
        order = list(self._shelf.catalog.vocabulary.terms["sectors"])
        used = [id_ for id_ in order if id_ in by_sector]
        return sorted(used, key=lambda id_: (-len(by_sector[id_]), order.index(id_)))[:_FRONT_SECTORS]

    def _examples(self) -> tuple[TextLink, ...]:
        """Return example searches: common themes, those of one word first; each finds something."""
        by_theme = self._shelf.catalog.by_theme
        commonest = sorted(by_theme, key=lambda id_: (-len(by_theme[id_]), id_))
        # The entries are in Norwegian, so an English label would find nothing.
        labels = [self._shelf.catalog.vocabulary.term("themes", id_).labels for id_ in commonest]
        words = [label.nn if self._shelf.language == "nn" else label.nb for label in labels]
        words.sort(key=lambda word: " " in word)
        language = self._shelf.language
        return tuple(TextLink(word, addresses.search(language, q=word)) for word in words[:_EXAMPLES])

    def _goals(self) -> Page:
        view = HubView("goals", (), self._shelf.goal_counts(), trail=trail(self._shelf))
        return self._hub("goals", Section.GOALS, addresses.goals, view)

    def _sectors(self) -> Page:
        ids = self._shelf.catalog.vocabulary.terms["sectors"]
        links = tuple(self._shelf.sector_count(id_) for id_ in ids)
        return self._hub("sectors", Section.SECTORS, addresses.sectors, self._flat("sectors", links))

    def _themes(self) -> Page:
        ids = self._shelf.catalog.vocabulary.terms["themes"]
        links = tuple(self._shelf.theme_count(id_) for id_ in ids)
        return self._hub("themes", Section.THEMES, addresses.themes, self._flat("themes", links))

    def _places(self) -> Page:
        numbers = self._shelf.catalog.vocabulary.counties
        links = tuple(self._shelf.county_count(number) for number in numbers)
        view = replace(
            self._flat("places", links), map=country_map(self._desk), former=former_places(self._desk)
        )
        return self._hub("places", Section.PLACES, addresses.places, view)

    def _organisations(self) -> Page:
        links = [
            CountLink(o.name, addresses.organisation(o.slug, self._shelf.language), o.count)
            for o in self._shelf.catalog.organisations.values()
        ]
        links.sort(key=lambda link: norwegian_order(link.label))
        groups = tuple(
            HubGroup(letter, tuple(group))
            for letter, group in groupby(links, key=lambda link: link.label[0].upper())
        )
        view = HubView("organisations", groups, trail=trail(self._shelf))
        return self._hub("organisations", Section.ORGANISATIONS, addresses.organisations, view)

    def _flat(self, kind: str, links: tuple[CountLink, ...]) -> HubView:
        return HubView(kind, (HubGroup("", links),), trail=trail(self._shelf))

    def _hub(self, kind: str, section: Section, address: Callable[[str], str], view: HubView) -> Page:
        return self._page(kind, template="hub.html", section=section, address=address, view=view)

    def _matrix(self) -> Page:
        catalog, shelf = self._shelf.catalog, self._shelf
        counts = Counter((s, g) for entry in catalog.entries for s in entry.sectors for g in entry.goals)
        most = max(counts.values(), default=0)
        rows = tuple(
            MatrixRow(
                shelf.sector_count(sector),
                tuple(
                    self._cell(sector, goal, counts[sector, goal], most) for goal in catalog.vocabulary.goals
                ),
            )
            for sector in catalog.vocabulary.terms["sectors"]
        )
        view = MatrixView(shelf.goal_counts(), rows, len(catalog.entries), trail=trail(shelf))
        return self._page(
            "matrix", template="matrix.html", section=Section.OVERVIEW, address=addresses.overview, view=view
        )

    def _cell(self, sector: str, goal: int, count: int, most: int) -> MatrixCell:
        if not count:
            return MatrixCell(0, 0, "")
        return MatrixCell(
            count,
            -(-count * _SHADES // most),
            addresses.search(self._shelf.language, goal=goal, sector=sector),
        )

    def _search(self) -> Page:
        view = SearchView(
            self._search_facets(), len(self._shelf.catalog.entries), self._examples(), self._ways()
        )
        return self._page(
            "search", template="search.html", section=Section.SEARCH, address=addresses.search, view=view
        )

    def _search_facets(self) -> tuple[SearchFacet, ...]:
        """Return every facet with the values in use; the counts are those of all kinds together."""
        catalog, language, t = self._shelf.catalog, self._shelf.language, self._shelf.wording.t
        counts = facet_counts(self._desk)
        counties = {county.slug: county.name for county in catalog.vocabulary.counties.values()}
        goals = (self._shelf.tile(number) for number in catalog.vocabulary.goals)
        offered = [
            ("kind", t("facet.kind"), {kind: t(f"kind.{kind}") for kind in catalog.of_kind}),
            ("goal", t("facet.goal"), {str(goal.number): f"{goal.number} {goal.name}" for goal in goals}),
            ("sector", t("facet.sector"), self._labels("sectors")),
            ("theme", t("facet.theme"), self._labels("themes")),
            ("county", t("facet.county"), counties),
            ("phase", t("facet.phase"), self._labels("phases")),
            ("basis", t("facet.basis"), self._labels("bases")),
            ("language", t("facet.language"), self._labels("languages")),
            ("reused", t("facet.reused"), {"yes": t("word.yes")}),
        ]
        for profile in self._desk.profiles.by_id.values():
            for question in profile.facets:
                values = catalog.vocabulary.terms.get(question.vocabulary, ("yes", "no"))
                offered.append(
                    (
                        FACET.format(profile=profile.id, question=question.name),
                        f"{profile.label.text(language)}: {question.label.text(language)}",
                        {value: value_label(question, value, self._shelf) for value in values},
                    )
                )
        facets = (
            SearchFacet(
                name,
                label,
                tuple(
                    SearchValue(id_, text, counts[name, id_])
                    for id_, text in values.items()
                    if counts[name, id_]
                ),
            )
            for name, label, values in offered
        )
        return tuple(
            facet for facet in facets if facet.values and (facet.name != "kind" or len(facet.values) > 1)
        )

    def _labels(self, vocabulary: str) -> Mapping[str, str]:
        """Return the labels of a closed list by id, in its order."""
        return {
            id_: self._shelf.label(vocabulary, id_)
            for id_ in self._shelf.catalog.vocabulary.terms[vocabulary]
        }

    def _not_found(self) -> Page:
        page = self._page(
            "not_found",
            template="not_found.html",
            section=Section.NONE,
            address=lambda _: "404.html",
            view=NotFoundView(self._ways()),
        )
        return Page(
            url=page.url,
            template=page.template,
            language=page.language,
            section=page.section,
            title=page.title,
            description=page.description,
            view=page.view,
            indexed=False,
        )

    def _ways(self) -> tuple[TextLink, ...]:
        language, t = self._shelf.language, self._shelf.wording.t
        return (
            TextLink(t("nav.initiatives"), addresses.initiatives(language)),
            TextLink(t("nav.goals"), addresses.goals(language)),
            TextLink(t("nav.sectors"), addresses.sectors(language)),
            TextLink(t("nav.themes"), addresses.themes(language)),
            TextLink(t("nav.places"), addresses.places(language)),
            TextLink(t("nav.organisations"), addresses.organisations(language)),
            TextLink(t("nav.overview"), addresses.overview(language)),
        )


def featured_entries(entries: Sequence[Initiative]) -> tuple[Initiative, ...]:
    """Return three entries that tell most (depth, results, a picture) and differ in sector and county."""
    ranked = sorted(entries, key=lambda e: (-e.depth, -len(e.results), not e.images, e.slug))
    chosen: list[Initiative] = []
    for entry in ranked:
        differs = all(
            entry.sectors[0] != other.sectors[0] and entry.place.county != other.place.county
            for other in chosen
        )
        if differs and len(chosen) < _FEATURED:
            chosen.append(entry)
    return tuple(chosen)
