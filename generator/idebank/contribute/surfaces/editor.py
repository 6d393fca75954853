"""JSON Schemas for editors: closed lists filled in, our labels and helps as titles and descriptions."""

import json
from collections.abc import Iterator
from typing import Any, Final

from idebank.contribute.surfaces.source import Source
from idebank.kinds import KINDS
from idebank.schema.nodes import Node

_KEPT: Final = (
    "type", "additionalProperties", "required", "minLength", "maxLength", "minItems", "maxItems",
    "uniqueItems", "minimum", "minProperties", "pattern", "const", "if", "then", "allOf",
)  # fmt: skip
_LANGUAGE: Final = "nb"


def editor_schemas(source: Source) -> Iterator[tuple[str, bytes]]:
    """Yield a schema for each kind of entry."""
    for kind in KINDS:
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$comment": "Made by `make generate`; do not edit by hand.",
            **_plain(source.schemas[kind].root, source),
        }
        text = json.dumps(schema, ensure_ascii=False, indent=1)
        yield f"schema/editor/{kind}.schema.json", f"{text}\n".encode()


def _plain(node: Node, source: Source) -> dict[str, Any]:
    """Return a node without what only our own check understands."""
    plain: dict[str, Any] = {key: node[key] for key in _KEPT if key in node}
    if "x-label" in node:
        plain["title"] = node["x-label"][_LANGUAGE]
    if "x-help" in node:
        plain["description"] = node["x-help"][_LANGUAGE]
    if "x-vocabulary" in node:
        terms = source.vocabulary.terms[node["x-vocabulary"]]
        plain["enum"] = list(terms)
        plain["enumDescriptions"] = [term.labels.text(_LANGUAGE) for term in terms.values()]
    if "properties" in node:
        plain["properties"] = {name: _plain(child, source) for name, child in node["properties"].items()}
    if "items" in node:
        plain["items"] = _plain(node["items"], source)
    return plain
