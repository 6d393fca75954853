"""Rows become entries; what finds no place is told, cell by cell, so that nothing is lost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from idebank.contribute.entries import Sent, read_entry
from idebank.contribute.sheets.mapping import Column, SheetMapping
from idebank.contribute.sheets.tables import Table
from idebank.contribute.sheets.values import value_of
from idebank.contribute.shelf import Shelf
from idebank.entry_text import entry_text


@dataclass(frozen=True, slots=True)
class Leftover:
    """A cell that found no place."""

    row: int
    column: str
    text: str
    reason: str
    """Why it was left out, as the mapping says; empty where the mapping does not know the column."""


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row, and what became of it."""

    row: int
    sent: Sent
    text: str
    """The entry as far as it goes, also where something is wrong with it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a table."""

    rows: tuple[ImportedRow, ...]
    leftovers: tuple[Leftover, ...]


@dataclass(slots=True)
class _Row:
    """An entry that is being put together from cells."""

    fields: dict[str, Any]
    story: dict[str, list[str]] = field(default_factory=dict)
    """By heading; under none, the story as a whole."""


def import_table(table: Table, mapping: SheetMapping, *, shelf: Shelf, today: str) -> Imported:
    """Return what every row of `table` becomes."""
    rows: list[ImportedRow] = []
    leftovers: list[Leftover] = []
    for number, cells in enumerate(table.rows, table.first_row):
        told = {column: cell for column, cell in zip(table.columns, cells, strict=True) if cell}
        if not told:
            continue
        leftovers += _leftovers(number, told, mapping)
        text = _text(told, mapping, shelf, today)
        rows.append(ImportedRow(number, read_entry(mapping.kind, text, shelf=shelf, today=today), text))
    return Imported(tuple(rows), tuple(leftovers))


def _leftovers(number: int, told: Mapping[str, str], mapping: SheetMapping) -> Iterator[Leftover]:
    for heading, cell in told.items():
        column = mapping.columns.get(heading)
        if column is None or column.ignore:
            yield Leftover(number, heading, cell, column.ignore if column else "")


def _text(told: Mapping[str, str], mapping: SheetMapping, shelf: Shelf, today: str) -> str:
    schema = shelf.schemas[mapping.kind]
    row = _Row(dict(mapping.fixed))
    for heading, column in mapping.columns.items():
        if heading in told and not column.ignore:
            cell = told[heading]
            _put(row, cell, column, value=value_of(cell, column, schema) if column.field else cell)
    row.fields.setdefault("published", today)
    order = {name: at for at, name in enumerate(schema.root["properties"])}
    fields = dict(sorted(row.fields.items(), key=lambda item: order.get(item[0], len(order))))
    return entry_text(fields, "\n\n".join(_story(row)))


def _put(row: _Row, cell: str, column: Column, *, value: Any) -> None:
    """Put a cell's value where it belongs; of a list, behind what is there."""
    if not column.field:
        row.story.setdefault(column.body if column.body != "-" else "", []).append(cell)
        return
    *parents, name = column.field
    within = row.fields
    for parent in parents:
        if column.record:
            records = within.setdefault(parent, [])
            records.extend({} for _ in range(column.record - len(records)))
            within = records[column.record - 1]
        else:
            within = within.setdefault(parent, {})
    if isinstance(value, list) and isinstance(within.get(name), list):
        known = set(map(repr, within[name]))
        within[name] += [own for own in value if repr(own) not in known]
    else:
        within[name] = value


def _story(row: _Row) -> Iterator[str]:
    for heading, texts in row.story.items():
        if heading:
            yield f"## {heading}"
        yield from texts
