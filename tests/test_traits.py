"""What municipalities are like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.resources import schema_folder
from idebank.traits import Traits, load_traits
from idebank.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@pytest.fixture(scope="module")
def traits() -> Mapping[str, Traits]:
    """Return the traits that the bank ships."""
    return load_traits(schema_folder() / "geometry" / "traits.csv")


def test_figures_are_numbers(tmp_path: Path) -> None:
    """A figure that nobody knows is None, not nought."""
    path = tmp_path / "traits.csv"
    path.write_text("number,urban,close,near,coast\n0001,,10,200,3\n0002,5,6,7,0\n", encoding="utf-8")

    assert load_traits(path) == {"0001": Traits(None, 10, 200, 3), "0002": Traits(5, 6, 7, 0)}


def test_every_municipality_is_measured(traits: Mapping[str, Traits]) -> None:
    """No municipality is left out, and none is made up."""
    assert traits.keys() == load_vocabulary(schema_folder() / "vocabulary").municipalities.keys()


def test_figures_agree_with_one_another(traits: Mapping[str, Traits]) -> None:
    """A wider circle holds no fewer people, and no distance is negative."""
    assert all(own.close <= own.near and own.coast >= 0 for own in traits.values())


@pytest.mark.parametrize("number", ["1151", "4601", "5605"])
def test_coast_is_by_the_sea(traits: Mapping[str, Traits], number: str) -> None:
    """Utsira, Bergen and Sør-Varanger lie by the sea."""
    assert traits[number].coast <= 5


@pytest.mark.parametrize("number", ["3403", "5610", "3424"])
def test_inland_is_far_from_the_sea(traits: Mapping[str, Traits], number: str) -> None:
    """Hamar, Karasjok and Rendalen do not."""
    assert traits[number].coast >= 50
