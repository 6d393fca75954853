"""Places that are no more: a county or municipality of before leads on to those of today."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from idebank.model import Initiative
from idebank.routes import route
from idebank.slugs import norwegian_order, slugify
from idebank.views.desk import Desk, Job
from idebank.views.records import Card, CountLink, Page, Section, TextLink

_TASTE: Final = 6
"""How many initiatives from the places of today are shown."""


@dataclass(frozen=True, slots=True)
class FormerView:
    """A place that is no more. Template: `former.html`."""

    kind: str
    """`former_county` or `former_municipality`: names eyebrow and lead."""
    name: str
    successors: tuple[CountLink, ...]
    cards: tuple[Card, ...]
    trail: tuple[TextLink, ...]


class FormerPages:
    """Makes the pages of former places in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan a page for each former county, and each former municipality whose name is not in use there."""
        language, counties = self._desk.language, self._desk.catalog.vocabulary.former_counties
        yield from (Job("former_county", language, name) for name in counties)
        yield from (Job("former_municipality", language, key) for key in self._municipalities)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - these pages have no story
        """Return the page of a former place."""
        return self._county(job.key) if job.kind == "former_county" else self._municipality(job.key)

    @cached_property
    def _municipalities(self) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        """Name and today's numbers of the former municipalities, by `<county number>/<slug>`.

        One that lives on under its name has its page already; two of one name, in one county, share a page.
        """
        vocabulary = self._desk.catalog.vocabulary
        in_use = {f"{m.county}/{m.slug}" for m in vocabulary.municipalities.values()}
        found: dict[str, tuple[str, tuple[str, ...]]] = {}
        for _, official, numbers in vocabulary.former_municipalities:
            name = official.partition(" (")[0].partition(" - ")[0]
            key = f"{vocabulary.municipalities[numbers[0]].county}/{slugify(name)}"
            if key not in in_use:
                _, known = found.get(key, (name, ()))
                found[key] = name, tuple(dict.fromkeys((*known, *numbers)))
        return found

    def _county(self, name: str) -> Page:
        desk, catalog = self._desk, self._desk.catalog
        numbers = catalog.vocabulary.former_counties[name]
        newest = [entry for number in numbers for entry in catalog.by_county.get(number, ())]
        view = FormerView(
            kind="former_county",
            name=name,
            successors=tuple(desk.shelf.county_count(number) for number in numbers),
            cards=self._cards(newest),
            trail=(desk.front, TextLink(desk.wording.t("nav.places"), route("places", desk.language))),
        )
        return self._page(view, lambda language: route("county", language, county=slugify(name)))

    def _municipality(self, key: str) -> Page:
        desk, catalog = self._desk, self._desk.catalog
        name, numbers = self._municipalities[key]
        county = catalog.vocabulary.counties[key.partition("/")[0]]
        newest = [entry for number in numbers for entry in catalog.by_municipality.get(number, ())]
        view = FormerView(
            kind="former_municipality",
            name=name,
            successors=tuple(desk.shelf.municipality_count(number) for number in numbers),
            cards=self._cards(newest),
            trail=(
                desk.front,
                TextLink(desk.wording.t("nav.places"), route("places", desk.language)),
                TextLink(county.name, route("county", desk.language, county=county.slug)),
            ),
        )
        return self._page(
            view,
            lambda language: route("municipality", language, county=county.slug, municipality=slugify(name)),
        )

    def _cards(self, entries: Iterable[Initiative]) -> tuple[Card, ...]:
        newest = sorted(sorted(entries, key=lambda e: e.slug), key=lambda e: e.published, reverse=True)
        return tuple(self._desk.cards[entry.slug] for entry in newest[:_TASTE])

    def _page(self, view: FormerView, address: Callable[[str], str]) -> Page:
        return self._desk.page(
            view.kind,
            template="former.html",
            section=Section.PLACES,
            address=address,
            view=view,
            indexed=view.kind == "former_county" and bool(view.cards),
            name=view.name,
        )


def former_places(desk: Desk) -> tuple[TextLink, ...]:
    """Return the ways to the former counties, by name."""
    names = sorted(desk.catalog.vocabulary.former_counties, key=norwegian_order)
    return tuple(TextLink(name, route("county", desk.language, county=slugify(name))) for name in names)
