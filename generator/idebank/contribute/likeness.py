"""«Ligner dette på …?»: entries whose titles say nearly the same; a hint with a link, never a verdict.

The rule is small enough to be written twice: `theme/js/contribute/like.js` gives the same answer in the
browser, and the vectors in `tests/contribute/vectors/likeness.yml` hold both to it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from idebank.slugs import fold

MAX_HINTS: Final = 3
"""More than a few would not be read."""

_SHORTEST: Final = 3
"""Letters of a word that says something."""
_ENDING: Final = re.compile(r"(?<=...)(?:ene|ane|ens|ets|en|et|er|ar|e|a)$")
"""Endings of nouns and verbs, in both written forms of Norwegian."""
COMMON_WORDS: Final = frozenset(
    {
        "alle", "and", "andre", "baerekraft", "baerekraftig", "baerekraftige", "bare", "barekraft",
        "berekraft", "berekraftig", "berekraftige", "ble", "blei", "blir", "dei", "den", "der",
        "det", "egen", "eige", "ein", "eit", "ett", "etter", "fekk", "felles", "fikk", "for", "fra",
        "from", "gir", "han", "har", "hos", "hva", "hver", "hvor", "ikke", "ikkje", "inn", "kan",
        "kommunar", "kommune", "kommunen", "kommunens", "kommuner", "kva", "kvar", "med", "meir",
        "mer", "mot", "noe", "nok", "ny", "nye", "nytt", "over", "prosjekt", "prosjektet", "seg",
        "sin", "sine", "som", "the", "til", "tiltak", "tiltaket", "under", "utan", "uten", "ved",
        "vert", "ville", "with",
    }
)  # fmt: skip
"""Folded words that titles share without being about the same."""

_ALIKE: Final = 0.6
_ALIKE_IN_ONE_PLACE: Final = 0.5
_ALIKE_AND_AKIN: Final = 0.4
_ENOUGH_WORDS: Final = 2
"""Words that two titles must share, unless they are about one place."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared of an entry: a row of the index that the form loads."""

    slug: str
    title: str
    municipality: str = ""
    """Its number; empty for what belongs to a county or to all of Norway."""
    goals: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How alike two entries are."""

    score: float
    shared: int
    same_place: bool
    shared_goals: int

    @property
    def counts(self) -> bool:
        """Tell whether it is worth a hint."""
        if self.shared >= _ENOUGH_WORDS:
            akin = self.same_place or self.shared_goals > 0
            return self.score >= (_ALIKE_AND_AKIN if akin else _ALIKE)
        return self.same_place and self.shared == 1 and self.score >= _ALIKE_IN_ONE_PLACE


def title_words(title: str) -> frozenset[str]:
    """Return the words of a title that say what it is about, folded and without their endings."""
    words = (word for word in fold(title).split("-") if len(word) >= _SHORTEST and word not in COMMON_WORDS)
    return frozenset(_ENDING.sub("", word) for word in words)


def alike(entry: Told, others: Iterable[Told], *, place: str = "") -> tuple[Told, ...]:
    """Return those of `others` most like `entry`, best first, at most MAX_HINTS.

    `place` is the name of the entry's municipality: it stands in many titles there, and tells nothing.
    """
    known = title_words(place)
    own = title_words(entry.title) - known
    found = []
    for other in others:
        likeness = _likeness(entry, other, own, title_words(other.title) - known)
        if likeness.counts:
            order = (-likeness.score, not likeness.same_place, -likeness.shared_goals, other.slug)
            found.append((order, other))
    return tuple(other for _, other in sorted(found, key=lambda pair: pair[0])[:MAX_HINTS])


def _likeness(entry: Told, other: Told, own: frozenset[str], its: frozenset[str]) -> _Likeness:
    shared = len(own & its)
    return _Likeness(
        score=shared / (min(len(own), len(its)) or 1),
        shared=shared,
        same_place=entry.municipality != "" and entry.municipality == other.municipality,
        shared_goals=len(entry.goals & other.goals),
    )
