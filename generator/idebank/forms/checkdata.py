"""What the check in the browser needs to know: a kind's schema, its words, and the names of places."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from idebank import limits, rules, schema, source
from idebank.diagnostics import Severity
from idebank.schema import Schema
from idebank.schema.nodes import Node, bounds
from idebank.vocabulary import Vocabulary

NOT_IN_A_FORM: Final[Mapping[str, tuple[str, ...]]] = {
    "the file is written by the form": (
        "broken-front-matter", "duplicate-key", "empty-file", "file-too-large",
        "front-matter-without-fields", "line-without-colon", "malformed-fence", "missing-front-matter",
        "missing-opening-fence", "missing-space-after-colon", "no-break-space", "not-utf-8",
        "odd-indentation", "odd-key", "several-documents", "special-character-first", "stray-quote",
        "tab-indentation", "text-after-hash-lost", "too-deep", "unclosed-bracket", "unclosed-front-matter",
        "unquoted-colon", "utf-16-text",
    ),
    "the file's name and folder are computed": (
        "duplicate-slug", "file-not-found", "misplaced-file", "no-entries", "not-a-plain-file",
        "odd-file-name", "symlink", "twin-names", "unexpected-file", "unreadable-file", "wrong-folder",
    ),
    "a form has fields and shapes of its own": (
        "field-in-wrong-place", "fields-where-list-wanted", "fields-where-text-wanted",
        "list-where-fields-wanted", "list-where-text-wanted", "not-true-or-false",
        "text-where-fields-wanted", "text-where-list-wanted", "unknown-field",
    ),
    "nothing typed by hand is so long, and what is pasted is read by those who answer": (
        "body-too-long", "line-too-long", "table-too-large", "too-many-fields", "word-too-long",
    ),
    "what is not filled in is left out": (
        "empty-field", "empty-value",
    ),
    "chosen from a closed list": (
        "language-no", "unknown-sdg", "unknown-value",
    ),
    "of kinds without a form": (
        "event-backwards", "event-time-form", "municipality-outside-network", "not-an-offset",
        "repeated-round", "round-backwards",
    ),
    "no form says so of an entry": (
        "public-sources-not-dated", "public-sources-not-named",
    ),
    "the form does not know the other entries": (
        "circle", "former-slug-in-use", "former-slug-taken", "related-to-itself", "reserved-former-slug",
        "unknown-reference", "unknown-round",
    ),
    "of the bank's lists of addresses": (
        "broken-move", "move-to-nowhere", "vanished-address",
    ),
    "the program itself stumbled": (
        "not-understood",
    ),
    "the form does not look into files": (
        "broken-document", "broken-picture", "document-too-large", "document-unlike-name", "missing-file",
        "picture-too-large", "picture-too-many-pixels", "picture-unlike-name", "unmentioned-file",
    ),
}  # fmt: skip
"""By reason: the rules that nothing typed into a form can break; all others are checked in the browser."""

_EXEMPT: Final = frozenset(rule for ids in NOT_IN_A_FORM.values() for rule in ids)
RULES: Final = tuple(rule for rule in (*source.RULES, *schema.RULES, *rules.RULES) if rule.id not in _EXEMPT)
"""What the check in the browser knows."""

_OF_A_MESSAGE: Final = ("and", "in-form", "or", "severity.")
"""Words of the check that messages are put together with."""
_KEPT: Final = ("type", "format", "pattern", "minimum", "maxLength", "maxItems", "uniqueItems", "required")


def check_data(own: Schema, *, language: str, messages: Mapping[str, str]) -> dict[str, Any]:
    """Return what `theme/js/contribute/rules.js` and `words.js` need for one kind of entry in one language.

    `messages` are the texts of the check, as `report` reads them.
    """
    return {
        "kind": own.kind,
        "language": language,
        "schema": _pruned(own.root, language),
        "conditions": list(_conditions(own.root)),
        "advice": sorted(rule.id for rule in RULES if rule.severity is Severity.ADVICE),
        "messages": dict(_messages(messages)),
        "most": limits.TOLD_OF_A_RULE,
    }


def place_data(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return every municipality and county with the names they have and had."""
    return {
        "municipalities": [
            [m.number, m.name, m.display, m.county, [name for _, name in m.parallel]]
            for m in vocabulary.municipalities.values()
        ],
        "former": [[old, name, list(numbers)] for old, name, numbers in vocabulary.former_municipalities],
        "counties": [
            [county.number, county.name, [name for _, name in county.parallel]]
            for county in vocabulary.counties.values()
        ],
        "former_counties": {name: list(numbers) for name, numbers in vocabulary.former_counties.items()},
    }


def _pruned(node: Node, language: str) -> dict[str, Any]:
    """Return what typing can break of a schema, with the names of its fields in one language."""
    pruned = {key: node[key] for key in _KEPT if key in node} | bounds(node)
    if "x-label" in node:
        pruned["label"] = node["x-label"][language]
    if "x-example" in node:
        pruned["example"] = node["x-example"]
    if "properties" in node:
        pruned["properties"] = {name: _pruned(child, language) for name, child in node["properties"].items()}
    if "items" in node:
        pruned["items"] = _pruned(node["items"], language)
    return pruned


def _conditions(root: Node) -> Iterator[dict[str, Any]]:
    """Yield what is asked for only where another field has a certain value."""
    for branch in root.get("allOf", ()):
        for field, told in branch["if"]["properties"].items():
            yield {"field": field, "equals": told["const"], "required": branch["then"]["required"]}


def _messages(messages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    known = {rule.id for rule in RULES}
    for key, text in messages.items():
        room, _, rest = key.partition(".")
        of_rule = room == "rules" and rest.partition(".")[0] in known
        if of_rule or (room == "check" and rest.startswith(_OF_A_MESSAGE)):
            yield key, text
