"""Which words stand in which entry, and how much each says about it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, TypeAlias

from idebank.faults import each
from idebank.search.compounds import parts
from idebank.search.documents import Field, SearchDocument
from idebank.search.letters import folded, tokens
from idebank.search.lexicon import Lexicon

Postings: TypeAlias = dict[str, list[tuple[int, int]]]
"""By key: (number of the entry, weight of the key in it), in order of the entries."""

_WRITTEN: Final = re.compile(r"[^\W\d_]+")
MOST: Final = 63
"""The greatest weight; six bits hold it."""
_SCALE: Final = 4
_WEIGHTS: Final[Mapping[Field, float]] = {
    Field.TITLE: 6.0,
    Field.SUMMARY: 3.0,
    Field.TOPICS: 2.5,
    Field.WHO: 3.5,
}
"""What standing in a field is worth; how often does not matter in fields so short."""
_OFTEN: Final = 2.0
"""What standing in the text is worth at most; a word that stands there once gets a third of it."""
_PART: Final = 0.5
"""What a part of a compound is worth of a word that stands alone."""
_KNOWN_FROM: Final = 3
"""Titles and summaries that a word must stand in to count as a part of compounds."""
_LONG: Final = 4
_WORD: Final = 3
"""The fewest letters of a word that may be part of another; one of a single letter is no word at all."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """Postings of a run of entries, with how their words are mostly written."""

    postings: Postings
    forms: dict[str, set[str]]
    """By key: the folded words that it was made from."""
    spelt: dict[str, str]
    """By folded word: the word as it is written."""


def known_words(documents: Iterable[SearchDocument], lexicon: Lexicon) -> AbstractSet[str]:
    """Return the keys that count as words in a compound: those of the table, and what is common in titles."""
    seen: Counter[str] = Counter()

    def count(document: SearchDocument) -> None:
        for field in (Field.TITLE, Field.SUMMARY):
            words = {word for word in tokens(document.texts[field]) if len(word) >= _LONG} - lexicon.stop
            seen.update({lexicon.key(word) for word in words})

    each(documents, count, path=_path_of)
    common = {key for key, count in seen.items() if count >= _KNOWN_FROM and key.isalpha()}
    table = {key for phrase in (*lexicon.like, *lexicon.goals) for key in phrase} | set(lexicon.same.values())
    return frozenset(key for key in common | table if len(key) >= _WORD)


def index_documents(
    documents: Sequence[SearchDocument], *, first: int, lexicon: Lexicon, known: AbstractSet[str]
) -> Indexed:
    """Return the postings of documents, which are numbered from `first`."""
    keys = _Keys(lexicon, known)
    postings: Postings = defaultdict(list)
    for number, weights in enumerate(each(documents, keys.weights, path=_path_of), first):
        for key, weight in weights.items():
            postings[key].append((number, min(MOST, round(weight * _SCALE))))
    return Indexed(postings, keys.forms, keys.spelt)


def _path_of(document: SearchDocument) -> str:
    return document.path


class _Keys:
    """Makes keys of words, and remembers which words each was made of."""

    def __init__(self, lexicon: Lexicon, known: AbstractSet[str]) -> None:
        self.forms: dict[str, set[str]] = defaultdict(set)
        self.spelt: dict[str, str] = {}
        self._written: set[str] = set()
        self._lexicon = lexicon
        self._known = known
        self._of_word: dict[str, tuple[str, tuple[str, ...]]] = {}

    def weights(self, document: SearchDocument) -> Mapping[str, float]:
        """Return how much each key says about a document."""
        weights: dict[str, float] = defaultdict(float, dict.fromkeys(document.keys, 1.0))
        for field, text in document.texts.items():
            self._remember(text)
            for word, times in Counter(tokens(text)).items():
                key, pieces = self._of(word)
                if not key:
                    continue
                weight = _WEIGHTS.get(field) or _OFTEN * times / (times + 2)
                self.forms[key].add(word)
                weights[key] += weight
                for piece in pieces:
                    weights[piece] += weight * _PART
        return weights

    def _remember(self, text: str) -> None:
        """Keep how words are written, for telling somebody which one was meant."""
        for word in set(_WRITTEN.findall(text.lower())) - self._written:
            self._written.add(word)
            key = folded(word)
            self.spelt[key] = min(word, self.spelt.get(key, word))  # the same in whatever order they come

    def _of(self, word: str) -> tuple[str, tuple[str, ...]]:
        """Return a word's key and those of its parts; an empty key for a word that says nothing."""
        found = self._of_word.get(word)
        if found is None:
            found = self._of_word[word] = self._made(word)
        return found

    def _made(self, word: str) -> tuple[str, tuple[str, ...]]:
        if word in self._lexicon.stop or len(word) < _WORD - 1:
            return "", ()
        key = self._lexicon.key(word)
        pieces = parts(word, lexicon=self._lexicon, known=self._known)
        return key, tuple(piece for piece in pieces if piece != key)


def merged(runs: Iterable[Indexed]) -> Indexed:
    """Return the postings of all runs, which come in order of their entries."""
    whole = Indexed(defaultdict(list), defaultdict(set), {})
    for run in runs:
        for key, postings in run.postings.items():
            whole.postings[key] += postings
        for key, forms in run.forms.items():
            whole.forms[key].update(forms)
        for word, written in run.spelt.items():
            whole.spelt[word] = min(written, whole.spelt.get(word, written))
    return whole
