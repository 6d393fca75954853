"""What the search narrows by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idebank.model import Place, Result
from idebank.views.findable import facet_counts, facets_of
from tests.factories import adoption, event, initiative, need, network
from tests.views.shelves import desk

if TYPE_CHECKING:
    from idebank.model import Entry


def _facets(entry: Entry, *others: Entry) -> dict[str, list[str]]:
    own = desk(entry, *others)
    found: dict[str, list[str]] = {}
    for name, value in facets_of(entry, own.catalog, own.profiles):
        found.setdefault(name, []).append(value)
    return found


def test_an_initiative() -> None:
    """Goals, sectors, place, phase, what its results rest on, and whether others use it."""
    results = (Result(indicator="a", basis="measured"), Result(indicator="b", basis="measured"))

    facets = _facets(initiative(results=results), adoption())

    assert facets == {
        "kind": ["initiative"],
        "goal": ["3", "11"],
        "target": ["3.6"],
        "sector": ["skole"],
        "county": ["nordland"],
        "municipality": ["1804"],
        "organisation_type": ["municipality"],
        "has": ["results"],
        "language": ["nb"],
        "phase": ["running"],
        "depth": ["1"],
        "basis": ["measured"],
        "reused": ["yes"],
    }


def test_a_need_has_no_phase() -> None:
    """A need is found as one; how far an initiative has come is not asked of it."""
    facets = _facets(need())

    assert facets["kind"] == ["need"]
    assert "phase" not in facets


def test_a_network_belongs_to_its_counties() -> None:
    """A network is found in each of its counties."""
    assert _facets(network(counties=("18", "50")))["county"] == ["nordland", "trondelag"]


def test_an_event_without_a_place() -> None:
    """What happens on the web belongs to no county."""
    assert "county" not in _facets(event(place=None))


def test_counts_are_of_all_kinds() -> None:
    """A facet counts entries of every kind together."""
    own = initiative(place=Place(municipality="1840", county="18"))

    counts = facet_counts(desk(own, need(place=Place(municipality="1840", county="18"))))

    assert counts["county", "nordland"] == 2
    assert counts["kind", "need"] == 1
