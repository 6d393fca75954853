"""What the search reads of an entry: its texts, sorted by how much they say about what it is about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from idebank.model import Collection, Entry, Event, Initiative, Method, Need, Network
from idebank.model.parts import Place
from idebank.search.lexicon import GOAL
from idebank.vocabulary import LANGUAGES, Term, Vocabulary

_ADDRESS: Final = re.compile(r"\]\([^\])]*\)|https?://\S+")
"""Where links lead; the next `]` ends the look for a bracket, so that a text of brackets takes no time."""
_LISTS: Final = ("core", "adaptable", "prerequisites", "pitfalls", "materials", "follow_up")
_TEXTS: Final = ("changed", "outcome", "stopped_why", "cost_note", "time_note", "date_note")
_ANSWERS: Final = 400
"""Letters of an answer to a sector's question that are read."""


class Field(StrEnum):
    """A part of an entry; what stands in the first says most."""

    TITLE = "title"
    SUMMARY = "summary"
    TOPICS = "topics"
    """Goals, targets, themes, sectors, in the words of both written forms."""
    WHO = "who"
    """Organisation and place, with former and Sámi names."""
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One entry as the search reads it."""

    texts: Mapping[Field, str]
    path: str = ""
    """The entry's file."""
    keys: tuple[str, ...] = ()
    """Keys that it has besides its words: those of its goals."""


class Reader:
    """Reads entries; knows every name of a place and every label of a topic."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Gather the names once, so that no entry has to look for them."""
        self._vocabulary = vocabulary
        self._former: dict[str, list[str]] = {}
        for _, name, numbers in vocabulary.former_municipalities:
            for number in numbers:
                self._former.setdefault(number, []).append(name)
        for name, numbers in vocabulary.former_counties.items():
            for number in numbers:
                self._former.setdefault(number, []).append(name)

    def document(self, entry: Entry) -> SearchDocument:
        """Return an entry as the search reads it."""
        goals = getattr(entry, "goals", ())
        return SearchDocument(
            {
                Field.TITLE: getattr(entry, "title", ""),
                Field.SUMMARY: getattr(entry, "summary", ""),
                Field.TOPICS: " ".join(self._topics(entry)),
                Field.WHO: " ".join(self._who(entry)),
                Field.TEXT: _ADDRESS.sub(" ", " ".join(_told(entry))),
            },
            entry.path,
            tuple(GOAL.format(number=number) for number in goals),
        )

    def _topics(self, entry: Entry) -> Iterator[str]:
        for list_, ids in (("sectors", "sectors"), ("themes", "themes"), ("audiences", "audience")):
            for id_ in getattr(entry, ids, ()):
                yield from _names(self._vocabulary.term(list_, id_))
        for number in getattr(entry, "goals", ()):
            short = self._vocabulary.goals[number].short
            yield from (f"mål {number}", short.nb, short.nn)
        yield from getattr(entry, "targets", ())

    def _who(self, entry: Entry) -> Iterator[str]:
        yield getattr(entry, "organisation", "")
        yield from getattr(entry, "hosts", ())
        yield from getattr(entry, "partners", ())
        for number in entry.counties if isinstance(entry, Network) else ():
            yield from self._county(number)
        yield from self._place(getattr(entry, "place", None))

    def _place(self, place: Place | None) -> Iterator[str]:
        if place is None:
            return
        yield place.abroad or ""
        if place.municipality:
            municipality = self._vocabulary.municipalities[place.municipality]
            yield from (municipality.name, *(name for _, name in municipality.parallel))
            yield from self._former.get(place.municipality, ())
        if place.county:
            yield from self._county(place.county)

    def _county(self, number: str) -> Iterator[str]:
        county = self._vocabulary.counties[number]
        yield from (county.name, *(name for _, name in county.parallel), *self._former.get(number, ()))


def _names(term: Term) -> Iterator[str]:
    yield from (term.labels.text(language) for language in LANGUAGES)
    yield from term.aliases


def _told(entry: Entry) -> Iterator[str]:
    """Yield everything else that an entry tells in words of its own."""
    yield entry.body
    yield from (getattr(entry, name, None) or "" for name in _TEXTS)
    for name in _LISTS:
        yield from getattr(entry, name, ())
    yield from (result.indicator for result in getattr(entry, "results", ()))
    yield from (paper.title for paper in getattr(entry, "attachments", ()))
    yield from _of_its_kind(entry)


def _of_its_kind(entry: Entry) -> Iterator[str]:
    """Yield what only entries of one kind tell."""
    match entry:
        case Initiative():
            yield from (*entry.steps, *_answers(entry.profiles))
        case Event():
            for item in entry.programme:
                yield from (item.title, item.summary or "", *item.organisations)
        case Collection():
            yield from (entry.curator, *(pick.why or "" for pick in entry.initiatives))
        case Method():
            yield from (text for step in entry.steps for text in (step.title, step.text or ""))
            yield from (own.title for own in entry.inputs)
        case Need():
            yield from (other.organisation for other in entry.also)
        case Network():
            yield from (text for round_ in entry.rounds for text in (round_.title, round_.question))
        case _:
            return


def _answers(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value[:_ANSWERS]
        case dict():
            for own in value.values():
                yield from _answers(own)
        case list() | tuple():
            for own in value:
                yield from _answers(own)
