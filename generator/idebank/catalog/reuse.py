"""Who has taken over what from whom, and what they made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from idebank.model import Adoption, Place

_DEEPEST: Final = 12
"""How many generations a family tree shows; nobody reads on, and a page must not grow without end."""


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
    """Return the family tree of an initiative: its adoptions, oldest first, and what came of each."""
    return _branches(slug, adoptions_of, ())


def _branches(
    slug: str, adoptions_of: Mapping[str, Sequence[Adoption]], above: tuple[str, ...]
) -> tuple[Branch, ...]:
    if slug in above or len(above) == _DEEPEST:  # the check refuses circles; a tree must end all the same
        return ()
    return tuple(
        Branch(
            adoption,
            _branches(adoption.becomes, adoptions_of, (*above, slug)) if adoption.becomes else (),
        )
        for adoption in sorted(adoptions_of.get(slug, ()), key=_age)
    )


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
