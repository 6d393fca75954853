"""Needs and initiatives that may meet: the same subjects, and the same words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from idebank.model import Initiative, Need

MATCHES: Final = 6
"""How many answers a need is shown at most."""
_LOOKED_AT: Final = 200
"""How many initiatives of one subject are looked at, the newest first: the work per need stays the same."""
_CANDIDATES: Final = 40
_LEAST: Final = 3.0
"""Likeness below this is not shown: one theme, or a sector and a goal, is not enough."""
_WORD: Final = re.compile(r"[a-zæøåáčđŋšŧž]{5,}")
_STEM: Final = 7
_WORD_WEIGHT: Final = 0.8


@dataclass(frozen=True, slots=True)
class Indexes:
    """Where initiatives with a subject are found."""

    by_theme: Mapping[str, Sequence[Initiative]]
    by_target: Mapping[str, Sequence[Initiative]]
    by_goal: Mapping[int, Sequence[Initiative]]
    by_sector: Mapping[str, Sequence[Initiative]]


def matches(needs: Iterable[Need], indexes: Indexes) -> Mapping[str, tuple[str, ...]]:
    """Return by slug of a need the slugs of the initiatives that may answer it, best first."""
    return {need.slug: _matches(need, indexes) for need in needs}


def _matches(need: Need, indexes: Indexes) -> tuple[str, ...]:
    votes: Counter[str] = Counter()
    found: dict[str, Initiative] = {}
    for weight, entries in _lists(need, indexes):
        for entry in entries[:_LOOKED_AT]:
            if entry.phase != "stopped":
                votes[entry.slug] += weight
                found[entry.slug] = entry
    candidates = nsmallest(_CANDIDATES, votes, key=lambda slug: (-votes[slug], slug))
    words = _words(f"{need.title} {need.summary} {need.body}")
    scored = [
        (
            votes[slug] / 10
            + _WORD_WEIGHT * len(words & _words(f"{found[slug].title} {found[slug].summary}")),
            slug,
        )
        for slug in candidates
    ]
    best = sorted((pair for pair in scored if pair[0] >= _LEAST), key=lambda pair: (-pair[0], pair[1]))
    return tuple(slug for _, slug in best[:MATCHES])


def _lists(need: Need, indexes: Indexes) -> Iterator[tuple[int, Sequence[Initiative]]]:
    """Yield (tenths of a point, initiatives) for every subject of a need."""
    yield from ((20, indexes.by_theme.get(id_, ())) for id_ in need.themes)
    yield from ((15, indexes.by_target.get(code, ())) for code in need.targets)
    yield from ((10, indexes.by_goal.get(number, ())) for number in need.goals)
    yield from ((10, indexes.by_sector.get(id_, ())) for id_ in need.sectors)


def _words(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower())}
