"""How alike two municipalities are, as the script works it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from idebank.resources import schema_folder
from idebank.traits import load_traits
from tests.contribute.scripts import in_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="module")
def likeness() -> Iterator[Callable[[list[Any], list[Any]], dict[str, Any]]]:
    """Return the script's comparison of two lists of traits."""
    with in_node() as answers:

        def compare(one: list[Any], other: list[Any]) -> dict[str, Any]:
            call = "(await load('search/fits')).likeness(...given)"
            found: dict[str, Any] = answers(call, [one, other])
            return found

        yield compare


def test_a_place_is_like_itself(likeness: Callable[..., dict[str, Any]]) -> None:
    """Nothing fits better than the place itself."""
    assert likeness([5000, 6000, 40000, 2], [5000, 6000, 40000, 2]) == {
        "score": 1,
        "alike": ["urban", "close", "near", "coast"],
    }


def test_likeness_goes_both_ways(likeness: Callable[..., dict[str, Any]]) -> None:
    """It does not matter which of two places one comes from."""
    one, other = [5000, 6000, 40000, 2], [900, 900, 8000, 70]

    assert likeness(one, other)["score"] == pytest.approx(likeness(other, one)["score"])


def test_what_is_unknown_is_left_out(likeness: Callable[..., dict[str, Any]]) -> None:
    """A figure that is missing makes a place neither more nor less alike."""
    assert likeness([None, 6000, 40000, 2], [5000, 6000, 40000, 2]) == {
        "score": 1,
        "alike": ["close", "near", "coast"],
    }


def test_each_trait_counts(likeness: Callable[..., dict[str, Any]]) -> None:
    """A place that differs in one trait is less alike, whichever it is."""
    own = [5000, 6000, 40000, 2]
    for at, other in enumerate([200_000, 200_000, 1_000_000, 100]):
        place = [*own[:at], other, *own[at + 1 :]]

        assert likeness(own, place)["score"] < 0.8


def test_luster_is_more_like_vik_than_oslo(likeness: Callable[..., dict[str, Any]]) -> None:
    """The figures that the bank ships tell a fjord village from the capital."""
    traits = load_traits(schema_folder() / "geometry" / "traits.csv")
    luster, vik, oslo = (
        [traits[number].urban, traits[number].close, traits[number].near, traits[number].coast]
        for number in ("4644", "4639", "0301")
    )

    assert likeness(luster, vik)["score"] > likeness(luster, oslo)["score"] + 0.3
