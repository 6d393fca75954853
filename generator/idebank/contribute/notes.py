"""What was sent in about an entry that is there: a correction for the editors, or a confirmation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from idebank.contribute.payload import MAX_BYTES
from idebank.contribute.shelf import Shelf
from idebank.contribute.web import named_entry
from idebank.diagnostics import Diagnostic, Severity
from idebank.rules import Entry
from idebank.rules.personal import personal_findings
from idebank.schema import Schema
from idebank.source import Document, parse_document
from idebank.validate.entries import located
from idebank.vocabulary import near_misses

_VERIFIED: Final = re.compile(rb"^verified[ \t]*:[^\r\n]*", re.MULTILINE)
_PUBLISHED: Final = re.compile(rb"^published[ \t]*:[^\r\n]*(\r?\n)", re.MULTILINE)
_BODY: Final = re.compile(rb"^---[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Note:
    """What was sent in about an entry, and what became of it."""

    value: Mapping[str, object]
    """The fields that could be read."""
    diagnostics: tuple[Diagnostic, ...]
    path: str = ""
    """The file of the entry that it is about; empty when the bank has none."""
    near: tuple[str, ...] = ()
    """When there is none: entries that are called almost so."""
    content: bytes = b""
    """The file with its entry confirmed; empty when an editor has to look at it."""

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is missing."""
        return bool(self.path) and not any(
            diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics
        )


def read_note(form: str, text: str, *, shelf: Shelf, today: str) -> Note:
    """Return what `text`, sent in by the form `form`, says and becomes."""
    schema = shelf.schemas.note(form)
    document, diagnostics = parse_document(form, text.encode("utf-8", "replace"))
    if document is None:
        return Note({}, diagnostics)
    value = schema.coerce(document.fields)
    path = _path(value, shelf)
    findings = (*schema.violations(value), *personal_findings(_as_entry(document, value, schema)))
    near = () if path else _near(str(value.get("entry", "")), shelf)
    note = Note(value, (*diagnostics, *located(findings, document)), path, near)
    if not note.is_whole or value.get("still") is not True:
        return note
    raw = shelf.read(path)
    # A file that is too large for the way through a workflow is left to a person.
    content = verified(raw, today) if raw and len(raw) <= MAX_BYTES else None
    return replace(note, content=content or b"")


def verified(raw: bytes, today: str) -> bytes | None:
    """Return an entry's file with `verified` set to `today`, every other byte as it was.

    None where the one line cannot be told for sure: then a person has to do it.
    """
    fences = [found.start() for found in _BODY.finditer(raw)][:2]
    if len(fences) < 2:  # noqa: PLR2004 - one opens, one closes
        return None
    front, rest = raw[: fences[1]], raw[fences[1] :]
    line = f'verified: "{today}"'.encode()
    if _VERIFIED.search(front):
        changed = _VERIFIED.sub(line, front, count=1) + rest
    else:
        changed = _PUBLISHED.sub(lambda found: found[0] + line + found[1], front, count=1) + rest
    return changed if _only_verified(raw, changed, today) else None


def _only_verified(before: bytes, after: bytes, today: str) -> bool:
    old, told_before = parse_document("", before)
    new, told_after = parse_document("", after)
    if old is None or new is None:
        return False
    same = (new.fields, new.body) == ({**old.fields, "verified": today}, old.body)
    return same and len(told_before) == len(told_after)


def _path(value: Mapping[str, object], shelf: Shelf) -> str:
    kind, slug = named_entry(str(value.get("entry", "")))
    return shelf.slugs[kind].get(slug, "") if kind else ""


def _near(name: str, shelf: Shelf) -> tuple[str, ...]:
    kind, slug = named_entry(name)
    return tuple(shelf.slugs[kind][near] for near in near_misses(slug, shelf.slugs[kind])) if kind else ()


def _as_entry(document: Document, value: Mapping[str, object], schema: Schema) -> Entry:
    return Entry(
        path=document.path,
        text=document.text,
        value=value,
        body=document.body,
        body_line=document.body_line,
        schema=schema,
    )
