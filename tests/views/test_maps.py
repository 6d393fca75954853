"""The map: circles, tiles and a list that say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idebank.model import Place
from idebank.views.desk import Job
from idebank.views.maps import MapPages, radius
from idebank.views.records import MapView
from tests.factories import initiative
from tests.views.shelves import desk

BODO, FAUSKE, OSLO = Place("1804", "18"), Place("1841", "18"), Place("0301", "03")


def _view(*places: Place, language: str = "nb") -> MapView:
    entries = [initiative(slug=f"a{number}", place=place) for number, place in enumerate(places)]
    view = MapPages(desk(*entries, language=language)).page(Job("map", language)).view
    assert isinstance(view, MapView)
    return view


def test_circles_tiles_and_list_say_the_same() -> None:
    """A place has as many entries wherever it is shown."""
    view = _view(BODO, BODO, OSLO)
    circles = {marker.place.id: marker.place.count for marker in view.markers}
    listed = {place.id: place.count for county in view.counties for place in county.places}

    assert circles == listed == {"1804": 2, "0301": 1}
    assert view.tiles is not None
    spoken = {tile.number: tile.spoken for tile in view.tiles.tiles}
    assert (spoken["1804"], spoken["0301"]) == ("Bodø: 2 bidrag", "Oslo: 1 bidrag")


def test_large_circles_are_drawn_first() -> None:
    """A small one is never hidden below a large one."""
    sizes = [marker.radius for marker in _view(OSLO, BODO, BODO, FAUSKE).markers]

    assert sizes == sorted(sizes, reverse=True)


def test_county_counts_what_has_no_municipality() -> None:
    """What concerns a whole county is counted with it, and on no circle."""
    view = _view(BODO, Place(None, "18"))
    (nordland,) = [county for county in view.counties if county.county.count]

    assert (nordland.county.count, [place.count for place in nordland.places]) == (2, [1])


def test_country_counts_what_has_no_place() -> None:
    """The whole is all entries, those of the whole country too."""
    assert _view(BODO, Place(None, None)).total == 2


def test_places_cannot_be_narrowed_by() -> None:
    """The map is the choice of a place; the facets are the others of the search."""
    names = {facet.name for facet in _view(BODO).facets}

    assert {"goal", "sector"} <= names
    assert not {"county", "municipality"} & names


@pytest.mark.parametrize(("count", "wanted"), [(1, 6.6), (4, 9.2), (100, 26.0)])
def test_area_grows_with_entries(count: int, wanted: float) -> None:
    """A circle grows with the root of its entries, up to a limit."""
    assert radius(count) == wanted


def test_no_outline_no_map() -> None:
    """A bank without an outline has no such page."""
    assert list(MapPages(replace(desk(), outline=None)).jobs()) == []
