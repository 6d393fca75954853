"""Bokmål and nynorsk find each other: the words of the other written form, added to each entry's index."""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

_WORD: Final = re.compile(r"[a-zæøåéáčđŋšŧž]{3,}")
_ENDINGS: Final = frozenset(
    {
        "",
        "a",
        "ar",
        "ane",
        "e",
        "en",
        "ene",
        "er",
        "et",
        "n",
        "na",
        "ne",
        "r",
        "s",
        "t",
        "te",
        "ing",
        "inga",
        "ingen",
    }
)
_LONG: Final = 6
"""A root this long may begin any word (`berekraftsmål`); a shorter one only takes an ending (`vegane`)."""


@dataclass(frozen=True, eq=False)
class WordTable:
    """Roots of words that mean the same, such as `bærekraft` and `berekraft`."""

    others: Mapping[str, tuple[str, ...]]
    """By root: the other roots of its rows."""

    def extra_words(self, text: str) -> str:
        """Return words in sorted order that `text` should also be found by."""
        words = set(_WORD.findall(text.lower()))
        extra = {other for word in words for other in _counterparts(self, word)}
        return " ".join(sorted(extra - words))


@lru_cache(maxsize=100_000)  # a language has few words: ten thousand entries ask for the same ones
def _counterparts(table: WordTable, word: str) -> tuple[str, ...]:
    found: list[str] = []
    for length in range(3, len(word) + 1):
        root, rest = word[:length], word[length:]
        if root in table.others and (length >= _LONG or rest in _ENDINGS):
            found += (other + rest for other in table.others[root])
    return tuple(found)


def load_words(path: Path) -> WordTable:
    """Read the word table; each row's cells are roots that mean the same."""
    others: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            roots = {root.strip() for cell in row for root in cell.split("|") if root.strip()}
            for root in roots:
                others[root] |= roots - {root}
    return WordTable({root: tuple(sorted(found)) for root, found in others.items()})
