"""One shape where another is wanted: text, number, list or fields."""

import re
from collections.abc import Iterable
from typing import Any, Final

from idebank.diagnostics import KeyPath, Rule
from idebank.schema import rules
from idebank.schema.corrections import listed, shortened
from idebank.schema.nodes import Node, field_name
from idebank.source.repairs import UNQUOTED_COLON
from idebank.source.strict_yaml import quoted

# For a text in which all white space is single spaces: a run of it would be searched from each of its places.
_SEPARATOR: Final = re.compile(r" ?[,;/] ?| (?:og|and) | - ?|^- ?")
_GROUPED: Final = re.compile(
    r"([0-9]{1,3}(?:[ \u00a0.,_][0-9]{3})+|[0-9]+)(?:,-|[ \u00a0]*(?:kr|kroner|nok)\.?)?", re.IGNORECASE
)
_YES: Final = frozenset({"ja", "yes", "sant", "sann", "y", "j", "1", "on"})
_NO: Final = frozenset({"nei", "no", "usant", "usann", "n", "0", "off"})
_PLAIN: Final = re.compile(r"\w[\w .-]*")
"""A value that needs no quotes in a list."""
_SHORT: Final = 40
"""Longest text that is taken for one of several values and not for a sentence with a comma in it."""

_RULES: Final = {
    ("text", "list"): rules.TEXT_WHERE_LIST_WANTED,
    ("text", "fields"): rules.TEXT_WHERE_FIELDS_WANTED,
    ("list", "text"): rules.LIST_WHERE_TEXT_WANTED,
    ("list", "fields"): rules.LIST_WHERE_FIELDS_WANTED,
    ("fields", "text"): rules.FIELDS_WHERE_TEXT_WANTED,
    ("fields", "list"): rules.FIELDS_WHERE_LIST_WANTED,
}


def wrong_shape(value: object, node: Node, *, keys: KeyPath) -> tuple[Rule, dict[str, str]]:
    """Return which rule a value of the wrong type breaks, and the line it should have been."""
    name, wanted = field_name(keys), str(node["type"])
    if isinstance(value, str) and wanted == "integer":
        return rules.NOT_A_NUMBER, {"value": shortened(value), **_number(value, name)}
    if isinstance(value, str) and wanted == "boolean":
        return rules.NOT_TRUE_OR_FALSE, {"value": shortened(value), **_truth(value, name)}
    meant = _text_with_colon(value) if wanted == "string" and isinstance(keys[-1], int) else ""
    if meant:
        return UNQUOTED_COLON, {"corrected": f"- {quoted(meant)}"}
    rule = _RULES[_shape(value), {"array": "list", "object": "fields"}.get(wanted, "text")]
    return rule, _hints(rule, value, node, keys)


def _text_with_colon(value: object) -> str:
    """Return the text that a list's item was meant to be when its colon made a field of it."""
    if isinstance(value, dict) and len(value) == 1:
        name, text = next(iter(value.items()))
        return f"{name}: {text}" if text and isinstance(text, str) else ""
    return ""


def _bare_names(value: object) -> list[str]:
    """Return what stands between braces that hold names only, as in `{NAV, Ruter}`: a list, to its writer."""
    return list(value) if isinstance(value, dict) and not any(value.values()) else []


def _shape(value: object) -> str:
    return "list" if isinstance(value, list) else "fields" if isinstance(value, dict) else "text"


def _hints(rule: Rule, value: Any, node: Node, keys: KeyPath) -> dict[str, str]:
    name, names = field_name(keys), _bare_names(value)
    if names and rule is rules.FIELDS_WHERE_TEXT_WANTED:
        text = quoted(", ".join(names))
        return {"corrected": f"{name}: {text}" if isinstance(keys[-1], str) else f"- {text}"}
    if names and rule is rules.FIELDS_WHERE_LIST_WANTED:
        return _list_of_names(names, node["items"], name)
    if rule is rules.TEXT_WHERE_LIST_WANTED:
        return {"value": shortened(value), **_list_line(value, node, name)}
    if rule is rules.LIST_WHERE_TEXT_WANTED and len(value) == 1 and isinstance(value[0], str):
        return {"corrected": f'{name}: "{value[0]}"'}
    if rule in {rules.TEXT_WHERE_FIELDS_WANTED, rules.LIST_WHERE_FIELDS_WANTED}:
        wanted = list(node["properties"])[:3]
        shown = {"value": shortened(value)} if isinstance(value, str) else {}
        return {"wanted": _listed_fields(wanted), **shown}
    return {}


def _list_line(value: str, node: Node, name: str) -> dict[str, str]:
    """Return the list that a text with commas was meant to be, or which fields its records should have."""
    items = node["items"]
    if items["type"] == "object":
        return {"wanted": _listed_fields(items["required"])}
    parts = [part for part in _SEPARATOR.split(" ".join(value.split())) if part]
    if "x-vocabulary" in items:
        return {"corrected": f"{name}: {listed(parts)}"}
    if any(len(part) > _SHORT for part in parts):
        parts = [value]
    return {"corrected": f"{name}: {listed([quoted(part) for part in parts])}"}


def _list_of_names(names: list[str], items: Node, name: str) -> dict[str, str]:
    """Return the list that braces around names were meant to be, or which fields its records should have."""
    if items["type"] != "object":
        plain = (own if _PLAIN.fullmatch(own) else quoted(own) for own in names)
        return {"corrected": f"{name}: {listed(list(plain))}"}
    if names[0] in items["properties"]:
        return {}  # its writer knows the fields, and only the hyphen is missing
    return {"wanted": _listed_fields(items["required"])}


def _listed_fields(names: Iterable[str]) -> str:
    return "\n".join(f"`{name}`" for name in names)


def _number(value: str, name: str) -> dict[str, str]:
    found = _GROUPED.fullmatch(value.strip())
    return {"corrected": f"{name}: {re.sub(r'[^0-9]', '', found[1])}"} if found else {}


def _truth(value: str, name: str) -> dict[str, str]:
    word = value.strip().lower()
    better = "true" if word in _YES | {"true"} else "false" if word in _NO | {"false"} else ""
    return {"corrected": f"{name}: {better}"} if better else {}
