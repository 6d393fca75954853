"""Pages that lead to lists, and the pages that show the bank as a whole."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby

from idebank.routes import route
from idebank.slugs import norwegian_order
from idebank.views.desk import Desk, Job
from idebank.views.following import feed_link
from idebank.views.former import former_places
from idebank.views.hubs.front import front_view
from idebank.views.hubs.searching import search_view, ways
from idebank.views.paging import trail
from idebank.views.records import Alternate, CountLink, HubGroup, HubView, NotFoundView, Page, Section
from idebank.views.tilemaps import country_map
from idebank.vocabulary import LANGUAGES


class HubPages:
    """Makes the pages above the lists in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk
        self._shelf = desk.shelf
        self._kinds: Mapping[str, Callable[[], Page]] = {
            "front": self._front,
            "goals": self._goals,
            "sectors": self._sectors,
            "themes": self._themes,
            "places": self._places,
            "organisations": self._organisations,
            "search": self._search,
            "not_found": self._not_found,
        }

    def jobs(self) -> Iterator[Job]:
        """Plan every page; a wrong address has one, whatever the language."""
        for kind in self._kinds:
            if kind != "not_found" or self._desk.language == LANGUAGES[0]:
                yield Job(kind, self._desk.language)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - a hub has no story
        """Return a page."""
        return self._kinds[job.kind]()

    def _page(
        self, kind: str, *, template: str, section: Section, address: Callable[[str], str], view: object
    ) -> Page:
        t, catalog = self._desk.wording.t, self._desk.catalog
        return Page(
            url=address(self._desk.language),
            template=template,
            language=self._desk.language,
            section=section,
            title=t(f"page.title.{kind}"),
            description=t(f"page.description.{kind}"),
            view=view,
            alternates=tuple(Alternate(language, address(language)) for language in LANGUAGES),
            modified=max((entry.modified for entry in catalog.entries), default=""),
        )

    def _front(self) -> Page:
        page = self._page(
            "front",
            template="front.html",
            section=Section.FRONT,
            address=partial(route, "front"),
            view=front_view(self._desk),
        )
        return replace(page, feed=feed_link((), self._desk))

    def _goals(self) -> Page:
        view = HubView("goals", (), self._shelf.goal_counts(), trail=trail(self._shelf))
        return self._hub("goals", Section.GOALS, partial(route, "goals"), view)

    def _sectors(self) -> Page:
        ids = self._desk.catalog.vocabulary.terms["sectors"]
        links = tuple(self._shelf.sector_count(id_) for id_ in ids)
        return self._hub("sectors", Section.SECTORS, partial(route, "sectors"), self._flat("sectors", links))

    def _themes(self) -> Page:
        ids = self._desk.catalog.vocabulary.terms["themes"]
        links = tuple(self._shelf.theme_count(id_) for id_ in ids)
        return self._hub("themes", Section.THEMES, partial(route, "themes"), self._flat("themes", links))

    def _places(self) -> Page:
        numbers = self._desk.catalog.vocabulary.counties
        links = tuple(self._shelf.county_count(number) for number in numbers)
        view = replace(
            self._flat("places", links), map=country_map(self._desk), former=former_places(self._desk)
        )
        return self._hub("places", Section.PLACES, partial(route, "places"), view)

    def _organisations(self) -> Page:
        links = [
            CountLink(o.name, route("organisation", self._desk.language, organisation=o.slug), o.count)
            for o in self._desk.catalog.organisations.values()
        ]
        links.sort(key=lambda link: norwegian_order(link.label))
        groups = tuple(
            HubGroup(letter, tuple(group))
            for letter, group in groupby(links, key=lambda link: link.label[0].upper())
        )
        view = HubView("organisations", groups, trail=trail(self._shelf))
        return self._hub("organisations", Section.ORGANISATIONS, partial(route, "organisations"), view)

    def _flat(self, kind: str, links: tuple[CountLink, ...]) -> HubView:
        return HubView(kind, (HubGroup("", links),), trail=trail(self._shelf))

    def _hub(self, kind: str, section: Section, address: Callable[[str], str], view: HubView) -> Page:
        return self._page(kind, template="hub.html", section=section, address=address, view=view)

    def _search(self) -> Page:
        return self._page(
            "search",
            template="search.html",
            section=Section.SEARCH,
            address=partial(route, "search"),
            view=search_view(self._desk),
        )

    def _not_found(self) -> Page:
        page = self._page(
            "not_found",
            template="not_found.html",
            section=Section.NONE,
            address=lambda _: route("not_found"),
            view=NotFoundView(ways(self._desk)),
        )
        return replace(page, indexed=False, alternates=(), modified="")
