"""A form asked question by question, as in a terminal: answers in, the words of the check, a file out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from idebank.contribute.entries import Sent, read_entry
from idebank.contribute.shelf import Shelf
from idebank.diagnostics import Diagnostic, Severity
from idebank.entry_text import entry_text
from idebank.forms import Control, Form, FormQuestion
from idebank.slugs import fold
from idebank.vocabulary import Term

_YES: Final = frozenset({"ja", "j", "yes", "y", "true"})
_NO: Final = frozenset({"nei", "n", "no", "false"})
_PLACES: Final = ("municipality", "county", "national")
"""One of them is enough, so the others are asked only where those before have no answer."""
_SEVERAL: Final = frozenset({Control.CHOICES, Control.GOALS})


@dataclass(slots=True)
class Interview:
    """What has been asked and answered so far."""

    form: Form
    shelf: Shelf
    language: str
    today: str
    answers: dict[str, Any] = field(default_factory=dict)
    """By the question's id; what was left out is not there."""

    def questions(self, *, first_level: bool) -> Iterator[FormQuestion]:
        """Yield what is to be asked: the first level, or what may be told besides.

        A question that depends on an answer is left out as long as that answer is another. Left out are also
        answers of several parts, which are better given in a form, and other sectors' questions.
        """
        chosen = set(self.answers.get("sectors", ()))
        for section in self.form.sections:
            if (section.level == 1) is not first_level or (
                section.sectors and not chosen & {*section.sectors}
            ):
                continue
            for question in section.questions:
                for own in question.questions if question.control is Control.GROUP else (question,):
                    if own.control not in {Control.RECORDS, Control.FILE} and self._is_asked(own):
                        yield own

    def terms(self, question: FormQuestion) -> tuple[Term, ...]:
        """Return what there is to choose from, in the order in which numbers count it."""
        vocabulary = self.shelf.schemas.vocabulary
        return tuple(vocabulary.terms[question.vocabulary].values()) if question.vocabulary else ()

    def answer(self, question: FormQuestion, told: str) -> tuple[Diagnostic, ...]:
        """Take an answer as it was typed; return what is wrong with it, and keep it only if nothing is.

        Nothing typed takes an answer back.
        """
        before = self.answers.pop(question.id, None)
        if not told.strip():
            return ()
        self.answers[question.id] = self._value(question, told.strip())
        wrong = tuple(self._wrong(question))
        if wrong and before is None:
            del self.answers[question.id]
        elif wrong:
            self.answers[question.id] = before
        return wrong

    def result(self) -> Sent:
        """Return what the answers make: a file and its place, or what is still wrong."""
        return read_entry(self.form.kind, self._text(), shelf=self.shelf, today=self.today)

    def _is_asked(self, question: FormQuestion) -> bool:
        if question.id in _PLACES:
            return not any(place in self.answers for place in _PLACES[: _PLACES.index(question.id)])
        return question.when is None or self.answers.get(question.when[0]) == question.when[1]

    def _wrong(self, question: FormQuestion) -> Iterator[Diagnostic]:
        """Yield the mistakes in one answer; what is missing elsewhere is no fault of it."""
        keys = tuple(question.id.split("."))
        for diagnostic in self.result().diagnostics:
            about = tuple(key for key in diagnostic.keys if isinstance(key, str))
            if diagnostic.severity is Severity.ERROR and about[: len(keys)] == keys:
                yield diagnostic

    def _value(self, question: FormQuestion, told: str) -> object:
        match question.control:
            case Control.TEXTS:
                return [line.strip() for line in told.splitlines() if line.strip()]
            case Control.YES_NO:
                word = told.lower()
                return True if word in _YES else False if word in _NO else told
            case control if control in _SEVERAL:
                return [self._chosen(question, part.strip()) for part in told.split(",") if part.strip()]
            case _ if question.vocabulary:
                return self._chosen(question, told)
        return told

    def _chosen(self, question: FormQuestion, told: str) -> str:
        """Return the id of what was chosen by number, id or name; what is none of them stays as it is."""
        terms = self.terms(question)
        if told.isdigit() and 0 < int(told) <= len(terms):
            return terms[int(told) - 1].id
        labels = {
            fold(label): term.id for term in terms for label in (term.labels.nb, term.labels.nn, term.id)
        }
        return labels.get(fold(told), told)

    def _text(self) -> str:
        order = {name: at for at, name in enumerate(self.shelf.schemas[self.form.kind].root["properties"])}
        fields = self._machine() | _nested(self.answers)
        ordered = dict(sorted(fields.items(), key=lambda item: order.get(item[0], len(order))))
        return entry_text(ordered, "\n\n".join(self._story()))

    def _machine(self) -> dict[str, Any]:
        known = {"page": self.language, "today": self.today}
        return {name: known.get(value, value) for name, value in self.form.machine.items()}

    def _story(self) -> Iterator[str]:
        for question in self.form.questions():
            if question.control is Control.STORY and question.id in self.answers:
                yield f"## {question.heading.text(self.language)}\n\n{self.answers[question.id]}"


def _nested(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers as fields: `contact.role` is the role within the contact."""
    fields: dict[str, Any] = {}
    for id_, value in answers.items():
        *parents, name = id_.split(".")
        if parents == ["body"]:
            continue
        within = fields
        for parent in parents:
            within = within.setdefault(parent, {})
        within[name] = value
    return fields
