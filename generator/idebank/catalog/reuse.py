"""Who has taken over what from whom, and what they made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from idebank.model import Adoption, Place

_DEEPEST: Final = 12
"""How many generations a family tree has; nobody reads on, and a page must not grow without end."""
_MOST: Final = 400
"""How many adoptions a family tree has."""


class Reach(StrEnum):
    """How far something travelled to where it was taken over; the value is part of a message's key."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    OTHER_COUNTY = "other-county"
    ABROAD = "abroad"
    UNKNOWN = "unknown"
    """One of the two is at no place in a county, as what is meant for the whole country."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One adoption in a family tree, with those that came of it."""

    adoption: Adoption
    branches: tuple["Branch", ...]
    """Adoptions of the adopter's own entry."""


def family(slug: str, adoptions_of: Mapping[str, Sequence[Adoption]]) -> tuple[Branch, ...]:
    """Return the family tree of an initiative: its adoptions, oldest first, and what came of each.

    It grows generation by generation until it is as deep or as large as a reader can follow. What several
    adoptions became grows on the first of them, so that each adoption stands in a tree once.
    """
    grown: dict[str, tuple[Adoption, ...]] = {}
    bearing: dict[str, str] = {}
    generation = {slug: ""}
    left = _MOST
    for _ in range(_DEEPEST):
        following: dict[str, str] = {}
        for parent, adopter in generation.items():
            bearing[adopter] = parent
            grown[parent] = tuple(sorted(adoptions_of.get(parent, ()), key=_age)[:left])
            left -= len(grown[parent])
            for adoption in grown[parent]:
                if adoption.becomes:
                    following.setdefault(adoption.becomes, adoption.slug)
        generation = {parent: own for parent, own in following.items() if parent not in grown}
    return _branches("", bearing, grown)


def _branches(
    adopter: str, bearing: Mapping[str, str], grown: Mapping[str, tuple[Adoption, ...]]
) -> tuple[Branch, ...]:
    """Return the branches on an adoption; on none, those of the tree itself."""
    adoptions = grown.get(bearing.get(adopter, ""), ())
    return tuple(Branch(adoption, _branches(adoption.slug, bearing, grown)) for adoption in adoptions)


def _age(adoption: Adoption) -> tuple[str, str]:
    """Return what puts the oldest first: when it began or, where nobody says, when it was told."""
    return adoption.date or adoption.published, adoption.slug


def reuse_counts(adoptions_of: Mapping[str, Sequence[Adoption]]) -> Mapping[str, int]:
    """Return by slug how many have taken an initiative over, from it or from what came of it."""
    return {slug: len(_descendants(slug, adoptions_of)) for slug in adoptions_of}


def _descendants(slug: str, adoptions_of: Mapping[str, Sequence[Adoption]]) -> set[str]:
    """Return the slugs of all adoptions below an initiative, each once however it is reached."""
    found: set[str] = set()
    waiting = [slug]
    while waiting:
        for adoption in adoptions_of.get(waiting.pop(), ()):
            if adoption.slug not in found:
                found.add(adoption.slug)
                waiting += [adoption.becomes] if adoption.becomes else []
    return found


def reach(source: Place, adopter: Place) -> Reach:
    """Return how far something travelled from the place it was done at to the place it was taken over at."""
    if bool(source.abroad) != bool(adopter.abroad):
        return Reach.ABROAD
    if not source.county or not adopter.county:
        return Reach.UNKNOWN
    if source.county != adopter.county:
        return Reach.OTHER_COUNTY
    same = source.municipality is not None and source.municipality == adopter.municipality
    return Reach.MUNICIPALITY if same else Reach.COUNTY
