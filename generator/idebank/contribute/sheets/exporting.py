"""Entries as a table that can be read in again: one row each, one column for each field."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from idebank.contribute.sheets.mapping import Column, SheetMapping
from idebank.contribute.sheets.tables import Table
from idebank.schema import Schema
from idebank.schema.nodes import Node

BODY: Final = "body"
_BETWEEN: Final = "\n"


def entry_table(entries: Iterable[tuple[Mapping[str, Any], str]], schema: Schema) -> Table:
    """Return (fields, story) of entries of one kind as a table; the fields as `Schema.coerce` gives them."""
    names = tuple(schema.root["properties"])
    rows = tuple((*(_cell(fields.get(name)) for name in names), body) for fields, body in entries)
    return Table(schema.kind, (*names, BODY), rows)


def explanations(schema: Schema, *, language: str) -> Table:
    """Return what each column of the table means."""
    rows = tuple(
        (name, node.get("x-label", {}).get(language, name), node.get("x-help", {}).get(language, ""))
        for name, node in schema.root["properties"].items()
    )
    return Table("om feltene", ("felt", "navn", "forklaring"), rows)


def round_trip(schema: Schema) -> SheetMapping:
    """Return the mapping that reads such a table in again."""
    columns = {
        name: Column(field=(name,), way=_way(node), split=_BETWEEN)
        for name, node in schema.root["properties"].items()
    }
    return SheetMapping(schema.kind, {}, {**columns, BODY: Column(body="-")})


def _way(node: Node) -> str:
    if node.get("type") == "array" and node["items"].get("type") == "string":
        return "list"
    if node.get("type") in {"array", "object", "integer", "boolean"}:
        return "json"
    return "text"


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case list() if all(isinstance(own, str) for own in value):
            return _BETWEEN.join(value)
    return json.dumps(value, ensure_ascii=False)
