"""What the search takes from entries of every kind."""

from __future__ import annotations

from idebank.model import Place, Result
from idebank.views.findable import findable
from tests.factories import adoption, event, initiative, need, network
from tests.views.shelves import desk


def _facets(*pairs: tuple[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def test_an_initiative() -> None:
    """Goals, sectors, place, phase, what its results rest on, and whether others use it."""
    results = (Result(indicator="a", basis="measured"), Result(indicator="b", basis="measured"))
    entry = initiative(results=results, title="Ål")

    found = findable(entry, title=entry.title, who="Bodø kommune", desk=desk(entry, adoption()))

    assert _facets(*found.facets) == {
        "kind": ["initiative"],
        "goal": ["3", "11"],
        "sector": ["skole"],
        "county": ["nordland"],
        "language": ["nb"],
        "phase": ["running"],
        "basis": ["measured"],
        "reused": ["yes"],
    }
    assert (found.kind, found.state, found.reused) == ("", "I drift", 1)


def test_an_unknown_phase_is_not_shown() -> None:
    """That nothing is known is no news."""
    entry = initiative(phase="unknown")

    found = findable(entry, title="", who="", desk=desk(entry))

    assert (found.state_id, found.state) == ("unknown", "")


def test_a_need() -> None:
    """A need says what it is and whether it is still open."""
    found = findable(need(), title="Trygg skolevei", who="Saltdal kommune", desk=desk(need(), language="nn"))

    assert (found.kind, found.state_id) == ("Etterlyst", "open")
    assert ("kind", "need") in found.facets


def test_a_network_belongs_to_its_counties() -> None:
    """A network is found in each of its counties."""
    own = network(counties=("18", "50"))

    facets = _facets(*findable(own, title="", who="", desk=desk(own)).facets)

    assert facets["county"] == ["nordland", "trondelag"]


def test_an_event_without_place() -> None:
    """An event on the web is found in no county; one somewhere is."""
    there = event(place=Place("1804", "18"))

    assert "county" not in _facets(*findable(event(), title="", who="", desk=desk(event())).facets)
    assert ("county", "nordland") in findable(there, title="", who="", desk=desk(there)).facets
