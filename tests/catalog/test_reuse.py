"""Who has taken over what from whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.catalog.reuse import Branch, Reach, family, reach, reuse_counts
from idebank.model import Place
from tests.factories import adoption, initiative
from tests.views.shelves import catalog

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from idebank.model import Adoption

FIRST = adoption(slug="forst", initiative="kilde", becomes="barn", published="2025-01-01")
SECOND = adoption(slug="neste", initiative="kilde", published="2026-01-01")
OF_CHILD = adoption(slug="av-barnet", initiative="barn", becomes="barnebarn", published="2026-02-01")
OF_GRANDCHILD = adoption(slug="av-barnebarnet", initiative="barnebarn", published="2026-03-01")
TREE = (FIRST, SECOND, OF_CHILD, OF_GRANDCHILD)


def _adoptions_of(*adoptions: Adoption) -> Mapping[str, tuple[Adoption, ...]]:
    return catalog(*adoptions).adoptions_of


def _names(branches: Sequence[Branch]) -> list[str]:
    return [branch.adoption.slug for branch in branches]


def test_oldest_first() -> None:
    """Adoptions of one initiative stand in the order in which they came."""
    assert _names(family("kilde", _adoptions_of(SECOND, FIRST))) == ["forst", "neste"]


def test_same_day() -> None:
    """Adoptions of one day stand in an order that does not depend on how they are read."""
    same = [adoption(slug=slug) for slug in ("b", "a", "c")]

    found = family("sykkelbuss-bodo", _adoptions_of(*same))

    assert found == family("sykkelbuss-bodo", _adoptions_of(*same[::-1]))
    assert sorted(_names(found)) == ["a", "b", "c"]


def test_adoptions_of_adoptions() -> None:
    """What became of an adoption has adoptions of its own, as deep as they go."""
    first, second = family("kilde", _adoptions_of(*TREE))

    assert first == Branch(FIRST, (Branch(OF_CHILD, (Branch(OF_GRANDCHILD, ()),)),))
    assert second == Branch(SECOND, ())


def test_part_of_a_tree() -> None:
    """The family of what an adopter made has nothing of where it came from."""
    assert _names(family("barn", _adoptions_of(*TREE))) == ["av-barnet"]


def test_no_family() -> None:
    """What nobody has taken over has no family."""
    assert family("ukjent", _adoptions_of(*TREE)) == ()


def test_adoption_of_a_method() -> None:
    """Whoever took over a method alone is in no initiative's family."""
    assert _adoptions_of(adoption(initiative=None, method="fem-steg")) == {}


def test_circle_ends() -> None:
    """A circle of adoptions, which the check refuses, is followed once around."""
    there = adoption(slug="dit", initiative="a", becomes="b")
    back = adoption(slug="tilbake", initiative="b", becomes="a")

    assert family("a", _adoptions_of(there, back)) == (Branch(there, (Branch(back, ()),)),)


def test_own_source_ends() -> None:
    """An adoption that became what it was taken from has no branches."""
    itself = adoption(initiative="a", becomes="a")

    assert family("a", _adoptions_of(itself)) == (Branch(itself, ()),)


def test_counts() -> None:
    """An initiative is reused by those who took it over, and by those who took it over from them."""
    assert reuse_counts(_adoptions_of(*TREE)) == {"kilde": 4, "barn": 2, "barnebarn": 1}


def test_counts_of_circles() -> None:
    """In a circle, everybody is counted once."""
    there = adoption(slug="dit", initiative="a", becomes="b")
    back = adoption(slug="tilbake", initiative="b", becomes="a")

    assert reuse_counts(_adoptions_of(there, back)) == {"a": 2, "b": 2}


def test_reached_twice() -> None:
    """Who built on two branches of one family is counted once."""
    left, right = (adoption(slug=slug, initiative="kilde", becomes=slug) for slug in ("v", "h"))
    both = [adoption(slug="begge", initiative=slug, becomes="ny") for slug in ("v", "h")]

    assert reuse_counts(_adoptions_of(left, right, *both))["kilde"] == 3


def test_long_line() -> None:
    """However long the line of adoptions is, all are counted, and the tree shows some generations."""
    line = [adoption(slug=f"a-{n}", initiative=f"i-{n}", becomes=f"i-{n + 1}") for n in range(2000)]
    adoptions_of = _adoptions_of(*line)

    shown, branches = 0, family("i-0", adoptions_of)
    while branches:
        shown, branches = shown + 1, branches[0].branches

    assert (reuse_counts(adoptions_of)["i-0"], shown) == (2000, 12)


def test_counts_of_nothing() -> None:
    """Without adoptions, nothing is counted."""
    assert reuse_counts({}) == {}


def test_any_degree_counts() -> None:
    """An adoption counts whether or not its degree is known."""
    degrees = [adoption(slug=degree, degree=degree) for degree in ("copy", "inspired", "unknown")]

    assert catalog(initiative(), *degrees).reuse == {"sykkelbuss-bodo": 3}


BODO, SALTDAL, BERGEN = Place("1804", "18"), Place("1840", "18"), Place("4601", "46")


@pytest.mark.parametrize(
    ("source", "adopter", "far"),
    [
        (BODO, BODO, Reach.MUNICIPALITY),
        (BODO, SALTDAL, Reach.COUNTY),
        (BODO, Place(county="18"), Reach.COUNTY),
        (Place(county="18"), Place(county="18"), Reach.COUNTY),
        (BODO, BERGEN, Reach.OTHER_COUNTY),
        (BODO, Place(abroad="Aarhus, Danmark"), Reach.ABROAD),
        (Place(abroad="Island"), BODO, Reach.ABROAD),
        (Place(), BODO, Reach.UNKNOWN),
        (BODO, Place(), Reach.UNKNOWN),
        (Place(abroad="Island"), Place(abroad="Sverige"), Reach.UNKNOWN),
    ],
)
def test_reach(source: Place, adopter: Place, far: Reach) -> None:
    """How far something travelled is known where both places are."""
    assert reach(source, adopter) is far
