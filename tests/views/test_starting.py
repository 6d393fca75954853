"""«Start her»: the easiest first, and nothing that nobody tells."""

from __future__ import annotations

from typing import Any

import pytest

from idebank.views.starting import start_here
from tests.factories import adoption, initiative
from tests.views.shelves import desk


def _entries(*told: dict[str, Any], fill: int = 4) -> list[Any]:
    """Return initiatives that tell something, and as many besides as make a sector."""
    own = [initiative(slug=f"a{number}", **fields) for number, fields in enumerate(told)]
    return [*own, *(initiative(slug=f"b{number}") for number in range(fill))]


def _slugs(entries: list[Any], *others: Any) -> list[str]:
    return [item.card.slug for item in start_here(entries, desk(*entries, *others))]


def test_cheapest_and_quickest_first() -> None:
    """What takes less comes before what takes more."""
    entries = _entries({"cost": "10k-100k"}, {"cost": "free"}, {"cost": "under-10k"})

    assert _slugs(entries) == ["a1", "a2", "a0"]


def test_reused_among_equals() -> None:
    """Of two that take the same, the one that others have taken over comes first."""
    entries = _entries({"cost": "free"}, {"cost": "free"})

    assert _slugs(entries, adoption(initiative="a1")) == ["a1", "a0"]


def test_what_nobody_tells_is_left_out() -> None:
    """An initiative without time, cost and reuse is not called easy."""
    assert set(_slugs(_entries({"cost": "free"}, {"cost": "free"}))) == {"a0", "a1"}


def test_dear_things_are_no_beginning() -> None:
    """A high cost is no reason to begin."""
    assert _slugs(_entries({"cost": "over-10m"}, {"cost": "over-10m"})) == []


@pytest.mark.parametrize("phase", ["idea", "planned", "stopped"])
def test_what_cannot_be_copied_is_left_out(phase: str) -> None:
    """What has not been done, or was given up, is nothing to begin with."""
    entries = _entries({"cost": "free", "phase": phase}, {"cost": "free"}, {"cost": "free"})

    assert "a0" not in _slugs(entries)


def test_few_need_no_help() -> None:
    """Where there are hardly any, the list itself is short enough."""
    assert _slugs(_entries({"cost": "free"}, {"cost": "free"}, fill=1)) == []


def test_one_is_no_choice() -> None:
    """A single one is found in the list."""
    assert _slugs(_entries({"cost": "free"})) == []


def test_reasons_are_told() -> None:
    """Each says why it is there."""
    entries = _entries({"cost": "free"}, {"cost": "under-10k"})
    found = start_here(entries, desk(*entries, adoption(initiative="a0")))

    assert [item.reasons for item in found] == [("Gratis", "Brukt av 1 til"), ("Under 10 000 kr",)]
