"""Fields that were left empty: harmless, but untidy, and sometimes a sign that something was forgotten."""

from collections.abc import Iterator, Mapping

from idebank.diagnostics import Finding, KeyPath
from idebank.schema.nodes import Node, about
from idebank.schema.rules import EMPTY_FIELD


def says_nothing(value: object, node: Node | None) -> bool:
    """Tell whether a field may be left out without losing a word that somebody wrote.

    `node` is what the schema says of it. A name that the schema does not know is a word: somebody wrote it,
    be it a field by a wrong name or, as in `{NAV}`, a value between the wrong brackets.
    """
    if node is None:
        return False
    if isinstance(value, str):
        return not value or value.isspace()
    if isinstance(value, dict):
        properties = node.get("properties", {})
        return all(says_nothing(own, properties.get(name)) for name, own in value.items())
    return value == []


def empty_fields(fields: Mapping[str, object], root: Node) -> Iterator[Finding]:
    """Yield the fields without a value that are not missed anyway."""
    for keys in _empty(fields, root, ()):
        yield Finding(EMPTY_FIELD, keys, about(root, keys))


def _empty(fields: Mapping[str, object], node: Node, keys: KeyPath) -> Iterator[KeyPath]:
    properties, required = node.get("properties", {}), node.get("required", ())
    for name, value in fields.items():
        child = properties.get(name)
        if not says_nothing(value, child):
            yield from _inside(value, child or {}, (*keys, name))
        elif name not in required:
            yield (*keys, name)


def _inside(value: object, node: Node, keys: KeyPath) -> Iterator[KeyPath]:
    if isinstance(value, dict):
        yield from _empty(value, node, keys)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield from _empty(item, node.get("items", {}), (*keys, index))
