"""Fields that were left empty: harmless, but untidy, and sometimes a sign that something was forgotten."""

from collections.abc import Iterator, Mapping
from typing import Final

from idebank.diagnostics import Finding, KeyPath
from idebank.schema.nodes import Node, about
from idebank.schema.rules import EMPTY_FIELD

NOTHING: Final[tuple[object, ...]] = ("", [], {})
"""Values that say nothing."""


def empty_fields(fields: Mapping[str, object], root: Node) -> Iterator[Finding]:
    """Yield the fields without a value that are not missed anyway."""
    for keys in _empty(fields, root, ()):
        yield Finding(EMPTY_FIELD, keys, about(root, keys))


def _empty(fields: Mapping[str, object], node: Node, keys: KeyPath) -> Iterator[KeyPath]:
    for name, value in fields.items():
        child = node.get("properties", {}).get(name)
        if child is None or (value and isinstance(value, str)):
            continue
        if value not in NOTHING:
            yield from _inside(value, child, (*keys, name))
        elif name not in node.get("required", ()):
            yield (*keys, name)


def _inside(value: object, node: Node, keys: KeyPath) -> Iterator[KeyPath]:
    if isinstance(value, dict):
        yield from _empty(value, node, keys)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield from _empty(item, node.get("items", {}), (*keys, index))
