"""What was sent in as an entry: checked as a file would be, given its place, and written as all are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from idebank.contribute.likeness import alike
from idebank.contribute.shelf import Known, Shelf, known_of
from idebank.diagnostics import Diagnostic, Severity
from idebank.entry_text import entry_text
from idebank.kinds import KINDS
from idebank.model import NATIONAL_FOLDER
from idebank.rules import Entry
from idebank.rules.links import link_findings, slug_of
from idebank.rules.names import right_slug
from idebank.rules.place import folder_of, place_of
from idebank.rules.references import Links
from idebank.schema import Schema
from idebank.schema.formats import MAX_SLUG
from idebank.schema.rules import EMPTY_FIELD
from idebank.source import Document, SourceFile, parse_document
from idebank.source.encoding import INVISIBLE_CHARACTER
from idebank.validate.entries import CheckedFile, check_file, located

MAX_SAME_SOURCE: Final = 3
_NATIONAL: Final = f"content/{KINDS['initiative'].folder}/{NATIONAL_FOLDER}"
_SET_BY_US: Final = "published"
_MENDED: Final = frozenset({EMPTY_FIELD.id, INVISIBLE_CHARACTER.id})
"""Rules about what is gone when the file is written anew."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent in as an entry, and what became of it."""

    value: Mapping[str, object]
    """The fields that could be read."""
    body: str
    diagnostics: tuple[Diagnostic, ...]
    """Of the text as it was sent."""
    path: str = ""
    """Where its file goes; empty when the fields do not tell."""
    text: str = ""
    """The file; empty when there are errors."""
    files: tuple[str, ...] = ()
    """Pictures and documents that it names, and that an issue cannot bring along."""
    same: Known | None = None
    """An entry that this one repeats."""
    hints: tuple[Known, ...] = ()
    """Entries that are much like it."""


def read_entry(kind: str, text: str, *, shelf: Shelf, today: str) -> Sent:
    """Return what `text`, sent in as an entry of `kind`, says and becomes."""
    schema = shelf.schemas[kind]
    raw = text.encode("utf-8", "replace")
    document, diagnostics = parse_document(f"content/{KINDS[kind].folder}/ny.md", raw)
    if document is None:
        return Sent({}, "", diagnostics)
    value = schema.coerce(document.fields)
    wanted = _path(kind, value, schema)
    path = _free(wanted, shelf.slugs[kind])
    checked = check_file(SourceFile(path, raw), schema=schema)
    told = (*checked.diagnostics, *_between(checked, shelf))
    diagnostics = tuple(
        diagnostic
        for diagnostic in sorted(told, key=lambda diagnostic: diagnostic.sort_key)
        if diagnostic.keys[:1] != (_SET_BY_US,) and diagnostic.rule not in _MENDED
    )
    sent = Sent(value, document.body, diagnostics, path, files=_files(checked.links))
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        return sent
    known = known_of(path, value, schema.vocabulary)
    return replace(
        sent,
        text=_written(value, document, schema, today),
        same=_same(known, wanted, shelf.slugs[kind], shelf),
        hints=alike_on_shelf(known, shelf),
    )


def _path(kind: str, value: Mapping[str, object], schema: Schema) -> str:
    """Return where an entry's file belongs, from its kind, its place and its title alone."""
    name = value.get("title")
    if kind == "adoption":
        name = f"{value.get('organisation', '')} {value.get('initiative') or value.get('method') or ''}"
    slug = right_slug(str(name or ""), title=str(name or ""))
    folder = f"content/{KINDS[kind].folder}"
    if KINDS[kind].by_county:
        entry = Entry(path="", text="", value=value, body="", body_line=1, schema=schema)
        place = place_of(entry)
        folder = f"{folder}/{folder_of(place, schema.vocabulary) if place else NATIONAL_FOLDER}"
    return f"{folder}/{slug}.md"


def _free(path: str, taken: Mapping[str, str]) -> str:
    """Return a path whose slug is not taken: with -2, -3 and so on where it is."""
    folder, _, name = path.rpartition("/")
    slug = free = name.removesuffix(".md")
    number = 1
    while free in taken:
        number += 1
        free = f"{slug[: MAX_SLUG - len(f'-{number}')].rstrip('-')}-{number}"
    return f"{folder}/{free}.md"


def _between(checked: CheckedFile, shelf: Shelf) -> Iterable[Diagnostic]:
    """Return what is wrong between this entry and those that are there."""
    if checked.links is None or checked.document is None:
        return ()
    findings = [finding for _, finding in link_findings([checked.links], slugs=shelf.slugs)]
    return located(findings, checked.document)


def _files(links: Links | None) -> tuple[str, ...]:
    return tuple(name for _, name in (*links.pictures, *links.documents)) if links else ()


def _written(value: Mapping[str, object], document: Document, schema: Schema, today: str) -> str:
    fields = {**value, _SET_BY_US: today}
    ordered = {name: _on_one_line(fields[name]) for name in schema.root["properties"] if name in fields}
    return entry_text(ordered, document.body)


def _on_one_line(value: object) -> object:
    """Return a value in which each text is on one line: the fields of an entry have no paragraphs."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_on_one_line(item) for item in value]
    if isinstance(value, Mapping):
        return {name: _on_one_line(own) for name, own in value.items()}
    return value


def _same(known: Known, wanted: str, taken: Mapping[str, str], shelf: Shelf) -> Known | None:
    """Return the entry that has the name this one wanted, when both have a source in common, too."""
    path = taken.get(slug_of(wanted))
    other = shelf.known(path) if path else None
    return other if other and other.sources & known.sources else None


def alike_on_shelf(known: Known, shelf: Shelf) -> tuple[Known, ...]:
    """Return the entries much like this one: told alike, from the same source, or the same adoption."""
    own = known.path.rpartition("/")[0]
    folders = {own, _NATIONAL} if KINDS["initiative"].folder in own else {own}
    others = {
        other.told.slug: other
        for folder in sorted(folders)
        for other in shelf.perhaps_like(known, folder)
        if other.path != known.path
    }
    if known.adopts:
        return tuple(other for other in others.values() if other.adopts == known.adopts)
    told = alike(known.told, (other.told for other in others.values()), place=known.place)
    same_source = [other for other in others.values() if other.sources & known.sources]
    return tuple(dict.fromkeys((*(others[one.slug] for one in told), *same_source[:MAX_SAME_SOURCE])))
