"""A field of the schema as a question: how it is answered, and what holds for the answer."""

from collections.abc import Sequence
from typing import Any, Final

from idebank.forms.records import NO_LABELS, Control, FormQuestion
from idebank.schema import Schema
from idebank.schema.nodes import Node
from idebank.vocabulary import Labels

_LONG: Final = 160
"""Texts that may be longer than this get room for several lines."""
_BY_FORMAT: Final = {
    "municipality": Control.MUNICIPALITY,
    "county": Control.COUNTY,
    "email": Control.EMAIL,
    "web-address": Control.URL,
    "date": Control.DATE,
    "partial-date": Control.PARTIAL_DATE,
    "file": Control.FILE,
}
_BY_TYPE: Final = {"integer": Control.NUMBER, "boolean": Control.YES_NO}


def question_of(  # noqa: PLR0913 - a form may say each of these otherwise
    schema: Schema,
    keys: Sequence[str],
    *,
    fields: Sequence[str],
    ask: Labels | None = None,
    help_: Labels | None = None,
    control: Control | None = None,
    when: tuple[str, str] | None = None,
) -> FormQuestion:
    """Return the question for the field at `keys`; of records, only `fields` are asked, or all.

    Raises KeyError for a field that the schema does not have.
    """
    node, required = _node(schema.root, keys)
    control = control or _control(node)
    return FormQuestion(
        id=".".join(keys),
        control=control,
        ask=ask or _words(node, "x-label"),
        help=help_ or _words(node, "x-help"),
        required=required,
        vocabulary=_choices(node),
        max_length=node.get("maxLength", 0),
        max_items=node.get("maxItems", 0),
        example=_example(node),
        when=when,
        questions=_parts(schema, keys, node, fields) if control is Control.RECORDS else (),
    )


def _node(root: Node, keys: Sequence[str]) -> tuple[Node, bool]:
    """Return what the schema says of a field, and whether it must be there; `#` stands for any record."""
    node, required = root, True
    for key in keys:
        if key == "#":
            node, required = node["items"], True
            continue
        required = required and key in node.get("required", ())
        node = node["properties"][key]
    return node, required


def _parts(
    schema: Schema, keys: Sequence[str], node: Node, fields: Sequence[str]
) -> tuple[FormQuestion, ...]:
    names = fields or tuple(node["items"]["properties"])
    return tuple(question_of(schema, (*keys, "#", name), fields=()) for name in names)


def _control(node: Node) -> Control:
    form = node.get("x-format", "")
    if form in _BY_FORMAT:
        return _BY_FORMAT[form]
    if node.get("type") == "array":
        return _list_control(node["items"])
    if "x-vocabulary" in node:
        return Control.CHOICE
    if node.get("type") in _BY_TYPE:
        return _BY_TYPE[node["type"]]
    return Control.TEXTAREA if node.get("maxLength", 0) > _LONG else Control.TEXT


def _list_control(items: Node) -> Control:
    if items.get("type") == "object":
        return Control.RECORDS
    if items.get("x-format") == "sdg":
        return Control.GOALS
    return Control.CHOICES if "x-vocabulary" in items else Control.TEXTS


def _choices(node: Node) -> str:
    own: str = node.get("x-vocabulary", "") or node.get("items", {}).get("x-vocabulary", "")
    return own


def _example(node: Node) -> str:
    """Return the value of the schema's example: of `title: "Bytteskap"`, `Bytteskap`."""
    written: str = node.get("x-example", "")
    return written.partition(": ")[2].strip('"')


def _words(node: Node, name: str) -> Labels:
    own: Any = node.get(name)
    return Labels(own["nb"], own["nn"], own["en"]) if own else NO_LABELS
