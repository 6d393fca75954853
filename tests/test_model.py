"""The records a checked entry becomes."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from idebank.model import Depth
from tests.factories import initiative

STORY = {"body": "Slik gjorde vi det.", "themes": ("matsvinn",)}


def test_depth_tip() -> None:
    """What the schema requires, and no more, is a tip."""
    assert Depth.TIP is initiative(body="", themes=()).depth


def test_depth_without_themes() -> None:
    """A story without a theme is still a tip."""
    assert Depth.TIP is initiative(body="Slik gjorde vi det.", themes=()).depth


def test_depth_without_story() -> None:
    """A theme with nothing but space for a story is still a tip."""
    assert Depth.TIP is initiative(body=" \n", themes=("matsvinn",)).depth


def test_depth_description() -> None:
    """A story and a theme make a description."""
    assert Depth.DESCRIPTION is initiative(**STORY).depth


@pytest.mark.parametrize("what", ["steps", "core"])
@pytest.mark.parametrize("advice", ["prerequisites", "pitfalls", "adaptable"])
def test_depth_ready_to_reuse(what: str, advice: str) -> None:
    """What to do and what to think of make a description ready to reuse."""
    entry = initiative(**STORY, **{what: ("Begynn",), advice: ("Spør",)})

    assert Depth.READY_TO_REUSE is entry.depth


@pytest.mark.parametrize("alone", ["steps", "core", "prerequisites", "pitfalls", "adaptable"])
def test_depth_half_the_advice(alone: str) -> None:
    """Half of the advice does not make a description ready to reuse."""
    entry = initiative(**STORY, **{alone: ("Begynn",)})

    assert Depth.DESCRIPTION is entry.depth


def test_depth_advice_without_story() -> None:
    """Advice without a story does not lift a tip."""
    entry = initiative(body="", steps=("Begynn",), pitfalls=("Vinteren",))

    assert Depth.TIP is entry.depth


def test_frozen() -> None:
    """An initiative never changes."""
    entry = initiative()

    with pytest.raises(FrozenInstanceError):
        entry.title = "Noe annet"  # type: ignore[misc]
