"""Words without their endings, bokmål and nynorsk alike: `barnehagene`, `barnehagane` meet in `barnehag`.

A stem is a place to meet, not a word. Too much is taken off rather than too little, for the search ranks
what it finds.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

ENDINGS: Final[Mapping[str, tuple[int, str]]] = {
    # Words made from other words: what they are made from is what is looked for.
    **dict.fromkeys(("heitene", "heiter", "heita", "heit", "hetene", "heter", "heten", "het"), (3, "het")),
    **dict.fromkeys(("leg", "lege", "legare", "legast", "lig", "lige", "ligere", "ligst"), (3, "lig")),
    **dict.fromkeys(("igare", "igast", "ige", "igere", "igst", "ig"), (4, "")),
    **dict.fromkeys(("eringane", "eringene", "eringar", "eringer", "eringa", "eringen", "ering"), (4, "")),
    **dict.fromkeys(("ningane", "ningene", "ningar", "ninger", "ninga", "ningen", "ning"), (4, "")),
    **dict.fromkeys(("ingane", "ingene", "ingar", "inger", "inga", "ingen", "ing"), (4, "")),
    **dict.fromkeys(
        ("jingar", "jinga", "jing", "jarane", "jaren", "jarar", "jar", "jer", "je", "ja"), (4, "")
    ),
    "eum": (3, "e"),  # museum, museet, museer
    # Verbs
    **dict.fromkeys(("erer", "erte", "ert"), (4, "")),
    # Nouns and what else ends like them
    **dict.fromkeys(("arane", "aren", "arar", "arer", "erne", "ernes", "eren", "erens", "ere"), (3, "")),
    **dict.fromkeys(("enes", "anes", "ene", "ane", "ens", "ets", "ers", "ars"), (3, "")),
    **dict.fromkeys(("en", "et", "er", "ar", "a", "e"), (3, "")),
    **dict.fromkeys(("es", "s"), (4, "")),
}
"""Ending, letters that must stay before it, and what takes its place; the longest that fits is taken."""
_LONGEST: Final = max(map(len, ENDINGS))
_SHORT: Final = 3
"""Words this short have no ending to lose."""
_VOWELS: Final = frozenset("aeiouy")


@lru_cache(maxsize=500_000)  # a language has few words: ten thousand entries ask for the same ones
def stem(word: str) -> str:
    """Return the stem of a folded word."""
    if len(word) <= _SHORT or not word.isalpha():
        return word
    return _without_weak_e(_single(_without_ending(word)))


def _without_ending(word: str) -> str:
    if word.endswith("ss"):
        return word
    for length in range(min(_LONGEST, len(word) - _SHORT), 0, -1):
        found = ENDINGS.get(word[-length:])
        if found and len(word) - length >= found[0]:
            return word[:-length] + found[1]
    return word


def _single(word: str) -> str:
    """Return `word` with a doubled last consonant written once: `rommet` and `rom` meet."""
    doubled = len(word) > _SHORT and word[-1] == word[-2] and word[-1] not in _VOWELS
    return word[:-1] if doubled else word


def _without_weak_e(word: str) -> str:
    """Return `word` without the e that others of its forms lack: `sykkel` and `sykler` meet in `sykl`."""
    if len(word) <= _SHORT + 1 or not word.endswith("el") or word[-3] in _VOWELS:
        return word
    body = word[:-2]
    return (body[:-1] if body[-1] == body[-2] else body) + "l"
