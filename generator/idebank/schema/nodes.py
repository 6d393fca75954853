"""Finding one's way in a JSON Schema: what it says about a field, and what people call that field."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from idebank import limits
from idebank.diagnostics import KeyPath
from idebank.vocabulary import LANGUAGES, Vocabulary

Node: TypeAlias = Mapping[str, Any]
"""A piece of a JSON Schema."""


def expanded(node: Node, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return a schema with each `x-vocabulary` as the list of its values and each `x-format` as a format."""
    result = dict(node)
    if "x-vocabulary" in node:
        result["enum"] = list(vocabulary.terms[node["x-vocabulary"]])
    if "x-format" in node:
        result["format"] = node["x-format"]
    if "properties" in node:
        result["properties"] = {
            name: expanded(child, vocabulary) for name, child in node["properties"].items()
        }
    if "items" in node:
        result["items"] = expanded(node["items"], vocabulary)
    return result


def bounds(node: Node) -> dict[str, int]:
    """Return how long a text or a list may be: as its schema says, else as any may."""
    if node.get("type") == "string" and "x-vocabulary" not in node:
        return {"maxLength": node.get("maxLength", limits.TEXT)}
    return {"maxItems": node.get("maxItems", limits.LIST)} if node.get("type") == "array" else {}


def bounded(node: Node) -> dict[str, Any]:
    """Return a schema in which every text and every list has a longest length."""
    result = {**node, **bounds(node)}
    if "properties" in node:
        result["properties"] = {name: bounded(child) for name, child in node["properties"].items()}
    if "items" in node:
        result["items"] = bounded(node["items"])
    return result


def inlined(node: Node, shared: Node) -> dict[str, Any]:
    """Return a schema with what it takes from the shared one in place; what stands beside a `$ref` wins."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        beside = {key: value for key, value in node.items() if key != "$ref"}
        node = {**shared["$defs"][name], **beside}
    result = dict(node)
    if "properties" in node:
        result["properties"] = {name: inlined(child, shared) for name, child in node["properties"].items()}
    if "items" in node:
        result["items"] = inlined(node["items"], shared)
    return result


def node_at(root: Node, keys: KeyPath) -> Node | None:
    """Return what the schema says about the value that `keys` lead to; None for one it does not know."""
    node: Node | None = root
    for key in keys:
        if node is None:
            return None
        node = node.get("items") if isinstance(key, int) else node.get("properties", {}).get(key)
    return node


Pattern: TypeAlias = tuple[str | None, ...]
"""A route of field names through an entry; None stands for every item of a list."""


def patterns(root: Node, annotation: str) -> tuple[tuple[Pattern, str], ...]:
    """Return the routes to all values whose schema has `annotation`, with what it says there."""
    return tuple(_patterns(root, annotation, ()))


def _patterns(node: Node, annotation: str, route: Pattern) -> Iterator[tuple[Pattern, str]]:
    if annotation in node:
        yield route, node[annotation]
    for name, child in node.get("properties", {}).items():
        yield from _patterns(child, annotation, (*route, name))
    if "items" in node:
        yield from _patterns(node["items"], annotation, (*route, None))


def texts_at(value: object, pattern: Pattern, keys: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield place and text of every text that a route leads to."""
    if not pattern:
        if isinstance(value, str):
            yield keys, value
        return
    first, rest = pattern[0], pattern[1:]
    if first is None:
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from texts_at(item, rest, (*keys, index))
    elif isinstance(value, dict) and first in value:
        yield from texts_at(value[first], rest, (*keys, first))


def field_name(keys: KeyPath) -> str:
    """Return the name of the field that `keys` lead to or into: `sectors` for its second item."""
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def labels(name: str, node: Node | None) -> dict[str, str]:
    """Return the field's name as `field`, and what people call it as `label.nb` and so on."""
    called = (node or {}).get("x-label", {})
    return {"field": name, **{f"label.{language}": called.get(language, name) for language in LANGUAGES}}


def about(root: Node, keys: KeyPath) -> dict[str, str]:
    """Return the parameters that name the field at `keys`; an item of a list goes by the list's name."""
    while keys and isinstance(keys[-1], int):
        keys = keys[:-1]
    return labels(field_name(keys), node_at(root, keys))


def spellings(node: Node) -> Iterator[tuple[str, str]]:
    """Yield (what somebody may call it, name) for the fields of an object."""
    for name, child in node.get("properties", {}).items():
        for spelling in (name, *child.get("x-label", {}).values(), *child.get("x-aliases", ())):
            yield spelling, name
