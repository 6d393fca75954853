"""A cell's text as the value of a field: lists, goals, numbers and days as people write them."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from idebank.contribute.sheets.mapping import Column
from idebank.schema import Schema
from idebank.schema.nodes import Node, node_at
from idebank.slugs import fold
from idebank.vocabulary import Term

_GOAL: Final = re.compile(r"(?<![\d.])(1[0-7]|[1-9])(\.(?:[1-9][0-9]?|[a-d]))?(?![\d.])")
_NORWEGIAN_DAY: Final = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(\d{4})")
_WHOLE: Final = re.compile(r"[0-9]{1,15}")
_BETWEEN: Final = re.compile(r"[;\n]+")
_YES: Final = frozenset({"ja", "j", "x", "true", "yes", "1"})
_NO: Final = frozenset({"nei", "n", "false", "no", "0"})


def value_of(cell: str, column: Column, schema: Schema) -> Any:
    """Return what a cell says; what cannot be understood stays a text, for the check to explain."""
    told = column.values.get(cell.strip().lower(), cell.strip())
    if column.way in _PLAIN:
        return _PLAIN[column.way](told)
    if column.way == "list":
        return _parts(told, column)
    # What goes by no name of the list stays as it is.
    ids = _ids(_terms(column, schema))
    if column.way == "choice":
        return ids.get(fold(told), told)
    return [ids.get(fold(own), own) for own in _parts(told, column)]


def _parts(cell: str, column: Column) -> list[str]:
    parts = cell.split(column.split) if column.split else _BETWEEN.split(cell)
    return [column.values.get(part.strip().lower(), part.strip()) for part in parts if part.strip()]


def _terms(column: Column, schema: Schema) -> Iterable[Term]:
    node: Node = node_at(schema.root, column.field) or {}
    name = node.get("x-vocabulary") or node.get("items", {}).get("x-vocabulary", "")
    return schema.vocabulary.terms.get(name, {}).values()


def _ids(terms: Iterable[Term]) -> Mapping[str, str]:
    """Return by each id and name that a value goes by, folded, its id; the first, where two share one."""
    ids: dict[str, str] = {}
    for term in terms:
        for name in (term.id, term.labels.nb, term.labels.nn, *term.aliases):
            ids.setdefault(fold(name), term.id)
    return ids


def _number(cell: str) -> Any:
    """Return a whole number, written as `350 000`, `350.000 kr` or `350000,00`; else the text."""
    plain = re.sub(r"(?i)\s|\u00a0|kr\.?|nok|,-", "", cell)
    plain = re.sub(r",0+$", "", plain)
    plain = re.sub(r"\.(?=\d{3}(\D|$))", "", plain)
    return int(plain) if _WHOLE.fullmatch(plain) else cell


def _day(cell: str) -> str:
    found = _NORWEGIAN_DAY.fullmatch(cell)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else cell


def _goals(cell: str) -> list[str]:
    """Return every goal and target that a text names: «Mål 12 og 12.3»."""
    return list(dict.fromkeys(f"{goal}{target}" for goal, target in _GOAL.findall(cell))) or [cell]


def _truth(cell: str) -> Any:
    return True if cell.lower() in _YES else False if cell.lower() in _NO else cell


def _json(cell: str) -> Any:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return cell


_PLAIN: Final[Mapping[str, Callable[[str], Any]]] = {
    "text": str,
    "goals": _goals,
    "number": _number,
    "date": _day,
    "yes-no": _truth,
    "json": _json,
}
"""Ways that need no closed list."""
