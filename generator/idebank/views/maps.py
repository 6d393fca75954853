"""The map: places where something has been shared, on the outline, as equal tiles and in a list."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from typing import Final

from idebank.routes import route
from idebank.slugs import norwegian_order
from idebank.views.desk import Desk, Job
from idebank.views.findable import facet_counts
from idebank.views.hubs.searching import facets_offered
from idebank.views.paging import trail
from idebank.views.records import CountyPlaces, MapView, Marker, Page, PlaceCount, Section
from idebank.views.tilemaps import country_map
from idebank.vocabulary import County, Municipality

_LEAST: Final = 4.0
_PER_ENTRY: Final = 2.6
_MOST: Final = 26.0


class MapPages:
    """Makes the map in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the page, where the country's outline is known."""
        if self._desk.outline:
            yield Job("map", self._desk.language)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - a map has no story
        """Return the page."""
        return self._desk.page(
            job.kind,
            template="map.html",
            section=Section.PLACES,
            address=partial(route, "map"),
            view=self._view(),
            modified=max((entry.modified for entry in self._desk.catalog.entries), default=""),
        )

    def _view(self) -> MapView:
        desk = self._desk
        assert desk.outline  # noqa: S101 - no page is planned without
        return MapView(
            outline=desk.outline,
            markers=tuple(self._markers()),
            tiles=country_map(desk, counts=self._in_municipality, unit="count.entries"),
            counties=tuple(self._counties()),
            facets=facets_offered(desk, without=("county", "municipality")),
            total=sum(len(of_kind) for of_kind in desk.catalog.of_kind.values()),
            trail=trail(desk.shelf, "places"),
        )

    @cached_property
    def _counts(self) -> Counter[tuple[str, str]]:
        return facet_counts(self._desk)

    @cached_property
    def _in_municipality(self) -> Mapping[str, int]:
        """How many entries of any kind each municipality has; those that have none are left out."""
        return {value: count for (facet, value), count in self._counts.items() if facet == "municipality"}

    def _markers(self) -> Iterator[Marker]:
        """Yield a circle for each place, the large ones first, so that no small one is hidden."""
        assert self._desk.outline  # noqa: S101 - no page is planned without
        points, vocabulary = self._desk.outline.points, self._desk.catalog.vocabulary
        for number, count in sorted(self._in_municipality.items(), key=lambda pair: (-pair[1], pair[0])):
            if number in points:
                place = self._place(vocabulary.municipalities[number])
                yield Marker(*points[number], radius(count), place)

    def _counties(self) -> Iterator[CountyPlaces]:
        vocabulary = self._desk.catalog.vocabulary
        for county in sorted(vocabulary.counties.values(), key=lambda own: norwegian_order(own.name)):
            yield CountyPlaces(self._county(county), tuple(self._places_in(county)))

    def _places_in(self, county: County) -> Iterator[PlaceCount]:
        municipalities = (
            self._desk.catalog.vocabulary.municipalities[number] for number in self._in_municipality
        )
        own = [municipality for municipality in municipalities if municipality.county == county.number]
        for municipality in sorted(own, key=lambda each: norwegian_order(each.name)):
            yield self._place(municipality)

    def _county(self, county: County) -> PlaceCount:
        count = self._counts["county", county.slug]
        url = route("county", self._desk.language, county=county.slug)
        return PlaceCount(county.slug, county.name, url, count)

    def _place(self, municipality: Municipality) -> PlaceCount:
        county = self._desk.catalog.vocabulary.counties[municipality.county]
        return PlaceCount(
            municipality.number,
            municipality.display,
            route("municipality", self._desk.language, county=county.slug, municipality=municipality.slug),
            self._in_municipality[municipality.number],
        )


def radius(count: int) -> float:
    """Return how large a circle of `count` entries is (the twin of the one in theme/js/search/map.js)."""
    return round(min(_MOST, _LEAST + _PER_ENTRY * math.sqrt(count)), 1)
