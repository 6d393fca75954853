"""Compounds taken apart: `sykkelveien` is also found by `sykkel` and by `vei`."""

from collections.abc import Set as AbstractSet
from typing import Final

from idebank.search.lexicon import Lexicon

PART: Final = 3
"""The fewest letters of a part."""
SHORTEST: Final = 7
"""The fewest letters of a compound."""
LONGEST: Final = 60
"""The most letters of a word that is taken apart; nobody looks for a longer one by its parts."""


def parts(word: str, *, lexicon: Lexicon, known: AbstractSet[str]) -> tuple[str, ...]:
    """Return the keys of what a folded word is put together from; nothing where it is one word.

    `known` are the keys that count as words. Of several cuts, the one with the longest last part is made,
    for the last part says what the thing is; both parts are then taken apart as far as it goes.
    """
    return _Knife(lexicon, known).parts(word) if len(word) <= LONGEST else ()


class _Knife:
    """Takes one word apart, each piece of it once: one put together of like parts can be cut in many ways."""

    def __init__(self, lexicon: Lexicon, known: AbstractSet[str]) -> None:
        self._lexicon = lexicon
        self._known = known
        self._cut: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        if len(word) < SHORTEST:
            return ()
        found = self._cut.get(word)
        if found is None:
            found = self._cut[word] = self._parts(word)
        return found

    def _parts(self, word: str) -> tuple[str, ...]:
        key = self._lexicon.key
        if not word.isalpha() or key(word) in self._lexicon.whole:
            return ()
        for at in range(PART, len(word) - PART + 1):
            last = key(word[at:])
            if last not in self._known:
                continue
            first = key(word[:at])
            before = self.parts(word[:at])
            if before or first in self._known:
                return (*(before or (first,)), *(self.parts(word[at:]) or (last,)))
        return ()
