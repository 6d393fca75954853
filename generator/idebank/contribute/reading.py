"""What an issue was understood to say, whatever form it was filled in by."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from idebank.contribute.entries import Sent, read_entry
from idebank.contribute.notes import Note, read_note
from idebank.contribute.payload import (
    MAX_BYTES,
    MAX_CHARACTERS,
    Payload,
    Reason,
    Refusal,
    makes_entry,
    read_payload,
)
from idebank.contribute.shelf import Shelf
from idebank.diagnostics import Diagnostic
from idebank.entry_text import entry_text
from idebank.rules.personal import NATIONAL_ID, PRIVATE_EMAIL
from idebank.schema import Schema
from idebank.vocabulary import LANGUAGES

_LANGUAGE: Final = re.compile(r"^language[ \t]*:[ \t]*[\"']?(\w\w)\b", re.MULTILINE)
_PRIVATE: Final = frozenset({NATIONAL_ID.id, PRIVATE_EMAIL.id})


class Status(StrEnum):
    """How far a contribution has come."""

    READY = "ready"
    """Nothing is missing."""
    INCOMPLETE = "incomplete"
    """It was read, and something in it has to be put right."""
    REFUSED = "refused"
    """It was not read."""
    NOT_OURS = "not-ours"
    """The issue is about something else."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an issue was understood to say."""

    status: Status
    language: str
    """Of the answer: that of the text, or bokmål when we do not write it."""
    form: str = ""
    text: str = ""
    """As it was sent."""
    refusal: Refusal | None = None
    entry: Sent | None = None
    note: Note | None = None
    schema: Schema | None = field(default=None, compare=False)

    @property
    def value(self) -> Mapping[str, object]:
        """The fields that could be read."""
        told = self.entry or self.note
        return told.value if told else {}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything the check has to say about it."""
        told = self.entry or self.note
        return told.diagnostics if told else ()

    @property
    def draft(self) -> str:
        """What was sent, as a form writes it and can take it up again; empty when it is not read."""
        if self.schema is None or not self.value:
            return ""
        names = (*self.schema.root["properties"], *self.value)
        fields = {name: self.value[name] for name in names if name in self.value}
        return entry_text(fields, self.entry.body if self.entry else "")

    @property
    def is_private(self) -> bool:
        """Tell whether it has something in it that must not be public."""
        return any(diagnostic.rule in _PRIVATE for diagnostic in self.diagnostics)

    @property
    def path(self) -> str:
        """The file it makes or is about; empty when there is none."""
        told = self.entry or self.note
        return told.path if told else ""

    @property
    def content(self) -> bytes:
        """The file as it will be; empty when there is nothing to write without a person."""
        if self.status is not Status.READY:
            return b""
        return self.entry.text.encode() if self.entry else self.note.content if self.note else b""


def read_issue(body: object, *, shelf: Shelf, today: str) -> Reading:
    """Return what an issue's text was understood to say; `today` is ISO."""
    payload = read_payload(body)
    if isinstance(payload, Refusal):
        return Reading(Status.REFUSED, _language(body), refusal=payload)
    language = _language(payload.text)
    if makes_entry(payload.form):
        return _entry(payload, language, shelf, today)
    note = read_note(payload.form, payload.text, shelf=shelf, today=today)
    return Reading(
        Status.READY if note.is_whole else Status.INCOMPLETE,
        language,
        payload.form,
        payload.text,
        note=note,
        schema=shelf.schemas.note(payload.form),
    )


def _entry(payload: Payload, language: str, shelf: Shelf, today: str) -> Reading:
    sent = read_entry(payload.form, payload.text, shelf=shelf, today=today)
    refusal = Refusal(Reason.DUPLICATE, payload.line) if sent.same else None
    if len(sent.text.encode()) > MAX_BYTES:
        refusal = Refusal(Reason.TOO_LARGE, payload.line, {"limit": str(MAX_CHARACTERS)})
    whole = Status.READY if sent.text else Status.INCOMPLETE
    return Reading(
        Status.REFUSED if refusal else whole,
        language,
        payload.form,
        payload.text,
        refusal=refusal,
        entry=sent,
        schema=shelf.schemas[payload.form],
    )


def _language(text: object) -> str:
    """Return the language to answer in: what the text says it is written in, if we write that."""
    found = _LANGUAGE.search(text.replace("\r", "\n")) if isinstance(text, str) else None
    return found[1] if found and found[1] in LANGUAGES else LANGUAGES[0]
