"""«Andre steder som gjør dette»: the same method, the same programme, and a map."""

from __future__ import annotations

from typing import Any

from idebank.views.elsewhere import elsewhere
from tests.factories import initiative, method
from tests.views.shelves import desk


def _other(slug: str, **fields: Any) -> Any:
    return initiative(slug=slug, organisation=f"Virksomhet {slug}", **fields)


def test_same_method() -> None:
    """Others who followed the method are named with their place, and lead to what they did."""
    model = method(slug="modell")
    own, other = initiative(slug="a", method="modell"), _other("b", method="modell")
    (group,) = elsewhere(own, desk(own, other, model)).groups

    assert (group.reason, group.count) == ("method", 1)
    assert [(line.organisation, line.entry.url) for line in group.lines] == [("Virksomhet b", "tiltak/b/")]


def test_same_programme() -> None:
    """So are others of the same programme."""
    programme = _other("p")
    own, other = initiative(slug="a", part_of="p"), _other("b", part_of="p")
    (group,) = elsewhere(own, desk(programme, own, other)).groups

    assert (group.reason, group.whole.url) == ("programme", "tiltak/p/")


def test_own_organisation_is_not_elsewhere() -> None:
    """What the same organisation did is not another place."""
    own, other = initiative(slug="a", part_of="p"), initiative(slug="b", part_of="p")

    assert elsewhere(own, desk(_other("p"), own, other)).groups == ()


def test_many_are_shown_in_part() -> None:
    """A large programme shows eight, and leads to all."""
    others = [_other(f"b{number}", part_of="p") for number in range(12)]
    own = initiative(slug="a", part_of="p")
    (group,) = elsewhere(own, desk(_other("p"), own, *others)).groups

    assert (len(group.lines), group.count) == (8, 12)


def test_map_of_a_theme_that_others_share() -> None:
    """The map is offered where somebody else works with the same."""
    own, other = initiative(slug="a", themes=("matsvinn",)), _other("b", themes=("matsvinn",))
    shown = elsewhere(own, desk(own, other)).map

    assert shown is not None
    assert shown.url == "kart/?theme=matsvinn"
    assert elsewhere(own, desk(own)).map is None
