"""Hints of what is alike: the vectors that the browser's script is held to as well."""

from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from idebank.contribute.likeness import COMMON_WORDS, MAX_HINTS, Told, alike, title_words
from idebank.slugs import fold

VECTORS: Final[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "vectors" / "likeness.yml").read_text(encoding="utf-8")
)
KNOWN: Final = [Told(slug, title, place, frozenset(goals)) for slug, title, place, goals in VECTORS["known"]]


@pytest.mark.parametrize("vector", VECTORS["words"], ids=lambda vector: vector["title"])
def test_words(vector: dict[str, Any]) -> None:
    """What is compared of a title."""
    assert sorted(title_words(vector["title"])) == vector["words"]


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_alike(case: dict[str, Any]) -> None:
    """Who is named as alike, in which order."""
    draft = case["draft"]
    told = Told("utkast", draft["title"], draft["municipality"], frozenset(draft["goals"]))

    assert [other.slug for other in alike(told, KNOWN, place=case.get("place", ""))] == case["alike"]


def test_common_words_are_folded() -> None:
    """A word that is not in its folded form would never be met."""
    assert {word for word in COMMON_WORDS if fold(word) != word} == set()


@given(st.lists(st.text(max_size=40), max_size=8), st.text(max_size=40))
def test_any_titles(titles: list[str], title: str) -> None:
    """Whatever the titles are, there are a few hints at most, and they come from the others."""
    others = [Told(f"a{number}", other) for number, other in enumerate(titles)]
    hints = alike(Told("a", title), others)

    assert len(hints) <= MAX_HINTS
    assert set(hints) <= set(others)
