"""The indexes over the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.catalog import Catalog, build_catalog
from idebank.model import Place
from tests.factories import initiative, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from idebank.model import Initiative

OLD = initiative(slug="gammelt", published="2025-01-01", place=Place("5001", "50"), phase="stopped")
NEW = initiative(
    slug="nytt", published="2026-06-01", goals=(3,), targets=(), sectors=("helse-omsorg", "skole")
)
SAME_DAY = initiative(slug="likt", published="2026-06-01", place=Place(), themes=("matsvinn",), language="nn")
ALL = (OLD, NEW, SAME_DAY)


def _catalog(entries: Sequence[Initiative] = ALL) -> Catalog:
    return build_catalog(entries, vocabulary=vocabulary())


def _slugs(entries: Sequence[Initiative]) -> list[str]:
    return [entry.slug for entry in entries]


def test_order() -> None:
    """The newest come first, those of one day by address."""
    assert _slugs(_catalog().entries) == ["likt", "nytt", "gammelt"]


def test_order_does_not_matter() -> None:
    """The order in which entries are read leaves no trace."""
    assert _catalog() == _catalog(ALL[::-1])


def test_by_slug() -> None:
    """Each entry is found by its address."""
    assert _catalog().by_slug == {"gammelt": OLD, "nytt": NEW, "likt": SAME_DAY}


def test_by_goal() -> None:
    """An entry stands under each of its goals."""
    by_goal = _catalog().by_goal

    assert {goal: _slugs(entries) for goal, entries in by_goal.items()} == {
        3: ["likt", "nytt", "gammelt"],
        11: ["likt", "gammelt"],
    }


def test_by_target() -> None:
    """An entry stands under each of its targets."""
    assert _catalog().by_target == {"3.6": (SAME_DAY, OLD)}


def test_by_sector() -> None:
    """An entry stands under each of its sectors."""
    by_sector = _catalog().by_sector

    assert by_sector == {"skole": (SAME_DAY, NEW, OLD), "helse-omsorg": (NEW,)}


def test_by_theme() -> None:
    """A theme that nobody has is not there."""
    assert _catalog().by_theme == {"matsvinn": (SAME_DAY,)}


def test_by_place() -> None:
    """A national entry stands under no county and no municipality."""
    catalog = _catalog()

    assert catalog.by_county == {"18": (NEW,), "50": (OLD,)}
    assert catalog.by_municipality == {"1804": (NEW,), "5001": (OLD,)}


def test_by_county_alone() -> None:
    """An entry of a whole county stands under no municipality."""
    catalog = _catalog([initiative(place=Place(county="18"))])

    assert list(catalog.by_county) == ["18"]
    assert catalog.by_municipality == {}


def test_by_phase() -> None:
    """Phases are counted, too."""
    catalog = _catalog()

    assert catalog.by_phase == {"running": (SAME_DAY, NEW), "stopped": (OLD,)}


def test_parts() -> None:
    """A programme knows what belongs to it."""
    part = initiative(slug="del", part_of="nytt")

    assert {"nytt": (part,)} == _catalog([NEW, part]).parts


def test_organisation_spelt_differently() -> None:
    """One organisation, however its name is written, has the newest spelling."""
    old = initiative(slug="a", published="2025-01-01", organisation="BODØ KOMMUNE")
    new = initiative(slug="b", published="2026-01-01", organisation="Bodø kommune")

    [organisation] = _catalog([old, new]).organisations.values()

    assert organisation.slug == "bodo-kommune"
    assert organisation.name == "Bodø kommune"
    assert organisation.entries == (new, old)


def test_organisations_by_slug() -> None:
    """Organisations stand in a fixed order."""
    entries = [initiative(slug=name, organisation=name) for name in ("c", "a", "b")]

    assert list(_catalog(entries).organisations) == ["a", "b", "c"]


def test_nothing() -> None:
    """An empty bank has an empty catalogue."""
    catalog = _catalog([])

    assert catalog.entries == ()
    assert catalog.organisations == {}
    assert catalog.related == {}


def test_frozen() -> None:
    """A catalogue never changes."""
    with pytest.raises(AttributeError):
        _catalog().entries = ()  # type: ignore[misc]
