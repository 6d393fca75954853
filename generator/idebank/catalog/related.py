"""Which initiatives are like which: shared goals, sectors, themes and words, found in linear time.

Every trait of an entry (a theme, a goal within a sector, a rare word) has a list of the entries that
have it. An entry looks only at a bounded stretch of each list, around its own place there, so that the
work per entry does not grow with the bank. The few candidates with most traits in common are then
compared in full.
"""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from heapq import nlargest
from typing import Final, TypeAlias

from idebank.model import Initiative
from idebank.workers import map_forked, shards

RELATED_PER_ENTRY: Final = 5
_WINDOW: Final = 48
"""How many entries of one trait's list are looked at."""
_CANDIDATES: Final = 24
"""How many candidates are compared in full."""
_WORDS: Final = 16
"""How many of an entry's rarest words count."""
_STEM: Final = 8
"""Letters of a word that are compared: enough to tell words apart, few enough to drop most endings."""
_WORD: Final = re.compile(r"[a-zæøåáčđŋšŧž]{4,}")
_WEIGHTS: Final = {"target": 1.5, "goal": 1.0, "sector": 1.0, "theme": 2.0, "county": 0.5}
_WORD_WEIGHT: Final = 2.5
_LEAST: Final = 1.5
"""Likeness below this is not shown."""

Trait: TypeAlias = tuple[str, object]


class Reason(StrEnum):
    """What two initiatives have most in common; the value is part of a message's key."""

    EDITOR = "editor"
    """The entry itself names the other."""
    THEME = "theme"
    TEXT = "text"
    GOALS = "goals"
    SECTOR = "sector"


@dataclass(frozen=True, slots=True)
class Related:
    """One initiative that is like another."""

    slug: str
    reason: Reason
    theme: str = ""
    """The shared theme's id when that is the reason."""


@dataclass(frozen=True, slots=True)
class _Traits:
    """What an entry is compared by."""

    labels: frozenset[Trait]
    words: Mapping[str, float]
    """The entry's rarest words, each with how rare it is; squares sum to 1."""
    searched: tuple[Trait, ...]
    """Traits whose lists are looked through for candidates."""


def find_related(entries: Sequence[Initiative], *, workers: int = 1) -> Mapping[str, tuple[Related, ...]]:
    """Return by slug the initiatives most like each: those it names itself first, then the likest."""
    traits = _all_traits(entries)
    lists = _lists(traits)
    known = {entry.slug for entry in entries}
    positions = shards(range(len(entries)), count=workers)
    find = partial(_related_of_shard, entries=entries, traits=traits, lists=lists, known=known)
    found = map_forked(find, positions, workers=workers)
    return dict(zip((e.slug for e in entries), (r for shard in found for r in shard), strict=True))


def _related_of_shard(
    positions: Iterable[int],
    *,
    entries: Sequence[Initiative],
    traits: Sequence[_Traits],
    lists: Mapping[Trait, Sequence[int]],
    known: set[str],
) -> list[tuple[Related, ...]]:
    result = []
    for position in positions:
        entry = entries[position]
        named = [
            Related(slug, Reason.EDITOR) for slug in entry.related if slug in known and slug != entry.slug
        ]
        taken = {related.slug for related in named}
        likest = _likest(position, traits=traits, lists=lists)
        room = max(RELATED_PER_ENTRY - len(named), 0)
        others = [other for other in likest if entries[other].slug not in taken][:room]
        alike = (_explained(entry, entries[other], traits[position], traits[other]) for other in others)
        result.append((*named, *alike))
    return result


def _likest(position: int, *, traits: Sequence[_Traits], lists: Mapping[Trait, Sequence[int]]) -> list[int]:
    """Return positions of the likest entries, best first; ties in catalogue order."""
    votes: Counter[int] = Counter()
    for trait in traits[position].searched:
        votes.update(_window(lists[trait], position))
    del votes[position]
    candidates = nlargest(_CANDIDATES, votes, key=lambda other: (votes[other], -other))
    scored = [(likeness(traits[position], traits[other]), -other) for other in candidates]
    return [-other for score, other in sorted(scored, reverse=True) if score >= _LEAST]


def _window(positions: Sequence[int], around: int) -> Sequence[int]:
    """Return the stretch of a list around one place: all of it when it is short."""
    start = max(min(bisect_left(positions, around) - _WINDOW // 2, len(positions) - _WINDOW), 0)
    return positions[start : start + _WINDOW]


def likeness(a: _Traits, b: _Traits) -> float:
    """Return how alike two entries are: 0 for nothing in common; about 2 is worth a reader's look."""
    labels = sum(_WEIGHTS[kind] for kind, _ in a.labels & b.labels)
    size = math.sqrt(len(a.labels) * len(b.labels)) or 1.0
    return labels * 3.0 / size + _WORD_WEIGHT * _shared_words(a, b)


def _shared_words(a: _Traits, b: _Traits) -> float:
    words = b.words
    return sum(weight * words[word] for word, weight in a.words.items() if word in words)


def _explained(entry: Initiative, other: Initiative, a: _Traits, b: _Traits) -> Related:
    themes = [theme for theme in entry.themes if theme in other.themes]
    if themes:
        return Related(other.slug, Reason.THEME, themes[0])
    if _shared_words(a, b) >= 0.15:  # noqa: PLR2004 - a seventh of the rare words in common
        return Related(other.slug, Reason.TEXT)
    shared_goals = set(entry.goals) & set(other.goals)
    return Related(other.slug, Reason.GOALS if len(shared_goals) > 1 else Reason.SECTOR)


def _all_traits(entries: Sequence[Initiative]) -> list[_Traits]:
    words = [_words_of(entry) for entry in entries]
    frequency: Counter[str] = Counter(word for counted in words for word in counted)
    return [
        _traits(entry, _rarest(own, frequency, len(entries)))
        for entry, own in zip(entries, words, strict=True)
    ]


def _words_of(entry: Initiative) -> set[str]:
    text = f"{entry.title} {entry.summary} {entry.body}".lower()
    return {word[:_STEM] for word in _WORD.findall(text)}


def _rarest(words: Iterable[str], frequency: Mapping[str, int], entries: int) -> Mapping[str, float]:
    """Weigh the rarest words that some other entry shares, but fewer than a tenth of them."""
    most = max(entries // 10, 8)
    rarity = {w: math.log(entries / frequency[w]) + 0.1 for w in words if 1 < frequency[w] <= most}
    chosen = nlargest(_WORDS, rarity, key=lambda word: (rarity[word], word))
    length = math.sqrt(sum(rarity[word] ** 2 for word in chosen))
    return {word: rarity[word] / length for word in chosen}


def _traits(entry: Initiative, words: Mapping[str, float]) -> _Traits:
    labels = frozenset(_labels(entry))
    pairs = [("sector-goal", (sector, goal)) for sector in entry.sectors for goal in entry.goals]
    themes = [("theme", theme) for theme in entry.themes]
    targets = [("target", target) for target in entry.targets]
    return _Traits(labels, words, (*themes, *targets, *pairs, *(("word", word) for word in words)))


def _labels(entry: Initiative) -> Iterator[Trait]:
    yield from (("goal", goal) for goal in entry.goals)
    yield from (("target", target) for target in entry.targets)
    yield from (("sector", sector) for sector in entry.sectors)
    yield from (("theme", theme) for theme in entry.themes)
    if entry.place.county:
        yield ("county", entry.place.county)


def _lists(traits: Sequence[_Traits]) -> Mapping[Trait, Sequence[int]]:
    lists: dict[Trait, list[int]] = defaultdict(list)
    for position, own in enumerate(traits):
        for trait in own.searched:
            lists[trait].append(position)
    return lists
