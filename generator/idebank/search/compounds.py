"""Compounds taken apart: `sykkelveien` is also found by `sykkel` and by `vei`."""

from collections.abc import Set as AbstractSet
from typing import Final

from idebank.search.lexicon import Lexicon

_PART: Final = 3
"""The fewest letters of a part."""
_COMPOUND: Final = 7
"""The fewest letters of a compound."""


def parts(word: str, *, lexicon: Lexicon, known: AbstractSet[str]) -> tuple[str, ...]:
    """Return the keys of what a folded word is put together from; nothing where it is one word.

    `known` are the keys that count as words. Of several cuts, the one with the longest last part is made,
    for the last part says what the thing is; both parts are then taken apart as far as it goes.
    """
    if len(word) < _COMPOUND or not word.isalpha() or lexicon.key(word) in lexicon.whole:
        return ()
    for at in range(_PART, len(word) - _PART + 1):
        first, last = lexicon.key(word[:at]), lexicon.key(word[at:])
        if last in known and (first in known or parts(word[:at], lexicon=lexicon, known=known)):
            before = parts(word[:at], lexicon=lexicon, known=known) or (first,)
            return (*before, *(parts(word[at:], lexicon=lexicon, known=known) or (last,)))
    return ()
