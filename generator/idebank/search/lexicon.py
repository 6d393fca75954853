"""What the search knows about words: which are one word, which mean much the same, which speak of a goal.

The table is `schema/vocabulary/words.csv`, written for this bank; a row is a relation and the words it joins:

- `same`: one word in its written forms (`skole|skule`, `bok|bøker`); they are indexed as one.
- `like`: words of much the same meaning; a search for one also finds the others, further down. Several words
  may stand together: `biologisk mangfold`.
- `goal`: a goal's number, and everyday words for what it is about.
- `whole`: a compound that is not taken apart, for its parts are about something else (`barnehage`).
- `stop`: words that say nothing of what is looked for.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias

from idebank.search.letters import tokens
from idebank.search.stems import stem
from idebank.vocabulary import County, Municipality, Vocabulary

Phrase: TypeAlias = tuple[str, ...]
"""The keys of one or more words that belong together."""

GOAL: Final = "#{number}"
"""The key that every entry with a goal has; no word is written like this."""


class Relation(StrEnum):
    """What holds between the words of a row."""

    SAME = "same"
    LIKE = "like"
    GOAL = "goal"
    WHOLE = "whole"
    STOP = "stop"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The word table, by key."""

    same: Mapping[str, str]
    """By stem: the key of the word that it is a form of."""
    like: Mapping[Phrase, tuple[Phrase, ...]]
    """What a search for these words also finds."""
    goals: Mapping[Phrase, tuple[int, ...]]
    """The goals that these words speak of."""
    whole: frozenset[str]
    stop: frozenset[str]
    """Folded words, for `skulle` is none of the forms of `skule`."""
    names: frozenset[str] = frozenset()
    """Folded names of places that would lose an ending: `viken` is not `vik`."""

    def key(self, word: str) -> str:
        """Return the key of a folded word: the one thing that is indexed and looked up."""
        if word in self.names:
            return word
        own = stem(word)
        return self.same.get(own, own)

    def phrase(self, text: str) -> Phrase:
        """Return the keys of a text of a few words; those that say nothing are left out, if others do."""
        words = tokens(text)
        telling = [word for word in words if word not in self.stop]
        return tuple(self.key(word) for word in telling or words)


def load_lexicon(path: Path, vocabulary: Vocabulary) -> Lexicon:
    """Read the word table, and take names of places and goals from the vocabulary.

    Raises OSError, or ValueError with the line of a row that cannot be used.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [(reader.line_num, row["relation"], row["words"].split("|")) for row in reader]
    try:
        lexicon = build_lexicon([(Relation(relation), words) for _, relation, words in rows])
    except ValueError as error:
        wrong = next((line for line, relation, _ in rows if relation not in set(Relation)), "?")
        raise ValueError(f"{path}:{wrong}: {error}") from error
    goals = dict(lexicon.goals)
    for goal in vocabulary.goals.values():
        for name in (goal.short.nb, goal.short.nn):
            goals.setdefault(lexicon.phrase(name), (goal.number,))
    return replace(lexicon, goals=goals, names=_names(vocabulary))


def _names(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the names of places, today's and former ones, that are one word and not their own stem."""
    today: list[County | Municipality] = [*vocabulary.municipalities.values(), *vocabulary.counties.values()]
    names = {name for place in today for name in (place.name, *(name for _, name in place.parallel))}
    names |= {name for _, name, _ in vocabulary.former_municipalities} | set(vocabulary.former_counties)
    words = {tuple(tokens(name)) for name in names}
    return frozenset(word for word, *more in words if not more and stem(word) != word)


def build_lexicon(rows: Iterable[tuple[Relation, Sequence[str]]]) -> Lexicon:
    """Return the lexicon of a table's rows."""
    by_relation: dict[Relation, list[Sequence[str]]] = defaultdict(list)
    for relation, words in rows:
        by_relation[relation].append([word.strip() for word in words])
    same = _same(by_relation[Relation.SAME])
    stop = frozenset(word for row in by_relation[Relation.STOP] for text in row for word in tokens(text))
    forms = Lexicon(same, {}, {}, frozenset(), stop)
    return Lexicon(
        same,
        _like(by_relation[Relation.LIKE], forms),
        _goals(by_relation[Relation.GOAL], forms),
        frozenset(key for row in by_relation[Relation.WHOLE] for word in row for key in forms.phrase(word)),
        stop,
    )


def _same(rows: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """Return the key of every stem in `rows`: that of the row's first word, also where rows overlap."""
    keys: dict[str, str] = {}
    for row in rows:
        stems = [stem(word) for text in row for word in tokens(text)[:1]]
        key = next((keys[own] for own in stems if own in keys), stems[0])
        for own in stems:
            former = keys.setdefault(own, key)
            if former != key:
                keys.update({other: key for other, named in keys.items() if named == former})
    return {own: key for own, key in keys.items() if own != key}


def _like(rows: Iterable[Sequence[str]], forms: Lexicon) -> Mapping[Phrase, tuple[Phrase, ...]]:
    others: dict[Phrase, dict[Phrase, None]] = defaultdict(dict)
    for row in rows:
        phrases = list(dict.fromkeys(forms.phrase(words) for words in row))
        for phrase in phrases:
            others[phrase].update(dict.fromkeys(other for other in phrases if other != phrase))
    return {phrase: tuple(found) for phrase, found in others.items()}


def _goals(rows: Iterable[Sequence[str]], forms: Lexicon) -> Mapping[Phrase, tuple[int, ...]]:
    goals: dict[Phrase, dict[int, None]] = defaultdict(dict)
    for number, *row in rows:
        for words in row:
            goals[forms.phrase(words)][int(number)] = None
    return {phrase: tuple(found) for phrase, found in goals.items()}
