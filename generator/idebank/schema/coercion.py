"""From text to what the schema means: numbers, yes and no, and nothing where nothing was filled in."""

import re
from collections.abc import Mapping
from typing import Final

from idebank.schema.empties import says_nothing
from idebank.schema.nodes import Node

# Longer numbers are mistakes, and some readers of the open data could not hold them.
_INTEGER: Final = re.compile(r"-?[0-9]{1,15}")

_TRUTH: Final = {"true": True, "false": False}


def coerced(fields: Mapping[str, object], root: Node) -> dict[str, object]:
    """Return `fields` with numbers and yes/no read as such, texts on one line, empty fields left out."""
    properties = root.get("properties", {})
    return {
        name: _value(value, properties.get(name, {}))
        for name, value in fields.items()
        if not says_nothing(value, properties.get(name))
    }


def _value(value: object, node: Node) -> object:
    if isinstance(value, str):
        return _scalar(_on_one_line(value), node)
    if isinstance(value, dict):
        return coerced(value, node)
    if isinstance(value, list):
        items = node.get("items", {})
        # An empty item stays: taking it out would move the places of those after it.
        return [_value(item, items) for item in value]
    return value


def _on_one_line(text: str) -> str:
    """Return the text of a field without what surrounds it, its lines joined: no field shows more than one.

    Only the story below the fields has lines and paragraphs.
    """
    lines = text.splitlines()
    return " ".join(line for own in lines if (line := own.strip())) if len(lines) > 1 else text.strip()


def _scalar(text: str, node: Node) -> object:
    kind = node.get("type")
    if kind == "integer" and _INTEGER.fullmatch(text):
        return int(text)
    if kind == "boolean":
        return _TRUTH.get(text, text)
    return text
