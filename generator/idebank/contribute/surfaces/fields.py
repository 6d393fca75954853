"""The field reference: what every kind of entry may say, in Norwegian, for those who write files by hand."""

from collections.abc import Iterator
from typing import Final

from idebank.contribute.surfaces.source import Source
from idebank.kinds import KINDS
from idebank.schema.nodes import Node

_LANGUAGE: Final = "nb"
_PATH: Final = "docs/felt.md"
_HEAD: Final = """<!-- Made by `make generate` from schema/; do not edit by hand. -->
# Feltene

Alt som kan stå øverst i en fil, type for type. De fleste trenger dem ikke, for skjemaet på nettstedet skriver
fila for deg. Felt merket **må** må være med. Tegn som `.` betyr «inne i», og `[]` at det kan være flere.
"""
_FORMS: Final = {
    "municipality": "kommune: navn eller nummer, også samisk eller tidligere",
    "county": "fylke: navn eller nummer",
    "web-address": "nettadresse som begynner med https://",
    "email": "e-postadresse",
    "date": "dato: `2026-11-22`",
    "partial-date": "år, måned eller dag: `2026`, `2026-11` eller `2026-11-22`",
    "file": "fil i tiltakets egen mappe",
    "slug": "kortnavn: slutten av adressen",
    "sdg": "mål `12` eller delmål `12.3`",
}
_TYPES: Final = {"integer": "et helt tall", "boolean": "`true` eller `false`"}


def field_reference(source: Source) -> Iterator[tuple[str, bytes]]:
    """Yield the reference, one table for each kind, then every closed list."""
    lines = [_HEAD]
    used: dict[str, None] = {}
    for kind in KINDS:
        root = source.schemas[kind].root
        lines += [f"## {root['x-label'][_LANGUAGE]} (`{kind}`)", "", root["x-help"][_LANGUAGE], ""]
        lines += ["| felt | hva | verdi |", "| --- | --- | --- |", *_rows(root, "", used), ""]
    lines += ["# Lister", ""]
    for name in used:
        values = source.vocabulary.terms[name].values()
        lines += [f"## {name}", "", *(f"- `{term.id}`: {term.labels.text(_LANGUAGE)}" for term in values), ""]
    yield _PATH, ("\n".join(lines).rstrip() + "\n").encode()


def _rows(node: Node, route: str, used: dict[str, None]) -> Iterator[str]:
    """Yield a row for each field of an object, and for those within it."""
    for name, child in node["properties"].items():
        items = child.get("items", {})
        path = f"{route}{name}" + ("[]" if items else "")
        must = "**må** · " if name in node.get("required", ()) else ""
        label, help_ = child.get("x-label", {}), child.get("x-help", {})
        what = f"{must}{label.get(_LANGUAGE, name)}. {help_.get(_LANGUAGE, '')}".strip()
        yield f"| `{path}` | {what} | {_value(items or child, used)} |"
        for inner in (child, items):
            if "properties" in inner:
                yield from _rows(inner, f"{path}.", used)


def _value(node: Node, used: dict[str, None]) -> str:
    if "x-vocabulary" in node:
        used.setdefault(node["x-vocabulary"])
        return f"[{node['x-vocabulary']}](#{node['x-vocabulary'].replace('.', '')})"
    if node.get("x-format") in _FORMS:
        return _FORMS[node["x-format"]]
    limit = f"høyst {node['maxLength']} tegn" if "maxLength" in node else ""
    return _TYPES.get(node.get("type", ""), limit)
