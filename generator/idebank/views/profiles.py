"""What the sector profiles add to an initiative's page: their questions with its answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from idebank.model import Initiative, Result
from idebank.profiles import FACET, Profile, Profiles, Question
from idebank.views.cards import Shelf
from idebank.views.pieces import result_row
from idebank.views.records import ProfileRow, ProfileSection


def profile_sections(entry: Initiative, *, profiles: Profiles, shelf: Shelf) -> tuple[ProfileSection, ...]:
    """Return a section for each profile that the entry fills in."""
    return tuple(
        _section(profile, entry.profiles[id_], shelf)
        for id_, profile in profiles.by_id.items()
        if id_ in entry.profiles
    )


def profile_facets(entry: Initiative, profiles: Profiles) -> Iterator[tuple[str, str]]:
    """Yield what the search narrows by, as (facet, value), from the answers of an entry."""
    for id_, answers in entry.profiles.items():
        for question in profiles.by_id[id_].facets:
            facet = FACET.format(profile=id_, question=question.name)
            yield from ((facet, value) for value in answer_values(question, answers))


def answer_values(question: Question, answers: Mapping[str, Any]) -> Iterator[str]:
    """Yield the ids that an entry chose in a question with a closed list, or `yes` or `no`."""
    value = answers.get(question.name)
    if isinstance(value, bool):
        yield "yes" if value else "no"
    elif isinstance(value, str):
        yield value
    elif value is not None:
        yield from value


def value_label(question: Question, value: str, shelf: Shelf) -> str:
    """Return the label of one value of a question."""
    if question.type == "yes-no":
        return shelf.wording.t(f"word.{value}")
    return shelf.label(question.vocabulary, value)


def answer_text(question: Question, answers: Mapping[str, Any], shelf: Shelf) -> str:
    """Return an answer in words; nothing for none, or for one that only says that nothing is known."""
    return _text(question, answers.get(question.name), shelf)


def listed(texts: Sequence[str]) -> str:
    """Return texts as a list within a line; semicolons part those that have commas of their own."""
    return ("; " if any("," in text for text in texts) else ", ").join(texts)


def _section(profile: Profile, answers: Mapping[str, Any], shelf: Shelf) -> ProfileSection:
    language = shelf.language
    rows = (
        ProfileRow(question.label.text(language), text)
        for question in profile.questions
        if not question.table and (text := answer_text(question, answers, shelf))
    )
    tables = (question for question in profile.questions if question.table and question.name in answers)
    gains = (_gain(one, shelf) for question in tables for one in answers[question.name])
    return ProfileSection(
        profile.id,
        profile.heading.text(language),
        tuple(rows),
        tuple(result_row(gain, shelf) for gain in gains),
    )


def _text(question: Question, value: Any, shelf: Shelf) -> str:
    match value:
        case None:
            return ""
        case bool():
            return value_label(question, "yes" if value else "no", shelf)
        case list() if question.type == "records":
            return "; ".join(_record(question.questions, one, shelf) for one in value)
        case list():
            return listed([_one(question, one, shelf) for one in value])
        case _:
            return _one(question, str(value), shelf)


def _record(questions: Iterable[Question], answers: Mapping[str, Any], shelf: Shelf) -> str:
    """Return a record in words: each answer behind its question, the first alone."""
    first, *rest = questions
    texts = [answer_text(first, answers, shelf)]
    for question in rest:
        text = answer_text(question, answers, shelf)
        if text:
            texts.append(f"{question.label.text(shelf.language).lower()} {text}")
    return ", ".join(text for text in texts if text)


def _one(question: Question, value: str, shelf: Shelf) -> str:
    if question.vocabulary:
        return shelf.known_label(question.vocabulary, value)
    return shelf.wording.date(value) if question.type in {"date", "partial-date"} else value


def _gain(gain: Mapping[str, str], shelf: Shelf) -> Result:
    return Result(
        shelf.label("gain_kinds", gain["kind"]),
        gain["basis"],
        value=gain["value"],
        unit=gain["unit"],
        period=gain.get("period"),
        source=gain.get("source"),
    )
