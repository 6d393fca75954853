"""The schema's verdicts in our own words: which rule, about which field, with which better value."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import jsonschema_rs

from idebank.diagnostics import Finding, KeyPath, Rule
from idebank.schema import rules
from idebank.schema.better_fields import Fields
from idebank.schema.better_values import FORM_RULES, better_term
from idebank.schema.corrections import corrected_value, shortened, value_at
from idebank.schema.nodes import Node, about, bounds, labels, node_at
from idebank.schema.shapes import wrong_shape
from idebank.vocabulary import Vocabulary

Kind: TypeAlias = Any
"""What the validator knows about an error; its attributes differ by keyword and are untyped."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One error of the validator, with what is needed to explain it."""

    keys: KeyPath
    value: Any
    """What stands at `keys`."""
    node: Node
    """What the schema says about it."""
    kind: Kind
    root: Node
    vocabulary: Vocabulary

    def finding(self, rule: Rule, **params: str) -> Finding:
        """Return a finding about this value."""
        return Finding(rule, self.keys, {**about(self.root, self.keys), **params})


def explained(
    errors: Iterable[jsonschema_rs.ValidationError],
    entry: Mapping[str, object],
    *,
    root: Node,
    vocabulary: Vocabulary,
) -> tuple[Finding, ...]:
    """Return the validator's errors as findings; a field missing under its right name only is told once."""
    findings = [
        finding for error in errors for finding in _explain(error, entry, root=root, vocabulary=vocabulary)
    ]
    meant = {meant for finding in findings if (meant := _meant_keys(finding))}
    return tuple(f for f in findings if f.rule is not rules.MISSING_FIELD or f.keys not in meant)


def _meant_keys(finding: Finding) -> KeyPath:
    """Return where a field with a wrong name or place was meant to be."""
    if finding.rule is rules.UNKNOWN_FIELD and "better" in finding.params:
        return (*finding.keys[:-1], finding.params["better"])
    if finding.rule is rules.FIELD_IN_WRONG_PLACE:
        parent = finding.params.get("parent", "")
        return (*((parent,) if parent else ()), finding.params["field"])
    return ()


def _explain(
    error: jsonschema_rs.ValidationError, entry: Mapping[str, object], *, root: Node, vocabulary: Vocabulary
) -> Iterator[Finding]:
    keys = tuple(error.instance_path)
    verdict = Verdict(
        keys=keys,
        value=value_at(entry, keys),
        node=node_at(root, keys) or {},
        kind=error.kind,
        root=root,
        vocabulary=vocabulary,
    )
    yield from KEYWORDS[str(error.schema_path[-1])](verdict)


def _required(verdict: Verdict) -> Iterator[Finding]:
    name = str(verdict.kind.property)
    keys = (*verdict.keys, name)
    node = node_at(verdict.root, keys)
    # The only conditional demand of the schema: a stopped initiative tells why.
    rule = rules.STOPPED_WITHOUT_REASON if name == "stopped_why" else rules.MISSING_FIELD
    example = {"example": node["x-example"]} if node and "x-example" in node else {}
    yield Finding(rule, keys, {**labels(name, node), **example})


def _additional(verdict: Verdict) -> Iterator[Finding]:
    fields = Fields(verdict.keys, verdict.root)
    for name in verdict.kind.unexpected:
        rule, params = fields.better(str(name))
        yield Finding(rule, (*verdict.keys, str(name)), params)


def _type(verdict: Verdict) -> Iterator[Finding]:
    rule, params = wrong_shape(verdict.value, verdict.node, keys=verdict.keys)
    yield verdict.finding(rule, **params)


def _enum(verdict: Verdict) -> Iterator[Finding]:
    if not isinstance(verdict.value, str):
        return  # its type is wrong, and that is told
    if verdict.node.get("x-vocabulary") == "languages" and verdict.value.lower() in {
        "no",
        "norsk",
        "norwegian",
    }:
        yield verdict.finding(rules.LANGUAGE_NO, value=verdict.value)
        return
    better = better_term(verdict.node.get("x-vocabulary", ""), verdict.value, verdict.vocabulary)
    yield verdict.finding(
        rules.UNKNOWN_VALUE, value=shortened(verdict.value), **better.params, **_line(verdict, better.value)
    )


def _format(verdict: Verdict) -> Iterator[Finding]:
    rule, suggest = FORM_RULES[verdict.node["format"]]
    better = suggest(verdict.value, verdict.vocabulary)
    yield verdict.finding(
        better.rule or rule, value=shortened(verdict.value), **better.params, **_line(verdict, better.value)
    )


def _line(verdict: Verdict, better: str) -> dict[str, str]:
    """Return the corrected line, when a better value is known."""
    return {"corrected": corrected_value(verdict.keys, better)} if better else {}


def _pattern(verdict: Verdict) -> Iterator[Finding]:
    if "minLength" in verdict.node:
        yield verdict.finding(rules.EMPTY_VALUE)
    else:
        yield verdict.finding(rules.NOT_A_YEAR, value=shortened(verdict.value))


def _empty(verdict: Verdict) -> Iterator[Finding]:
    yield verdict.finding(rules.EMPTY_VALUE)


def _max_length(verdict: Verdict) -> Iterator[Finding]:
    limit, length = bounds(verdict.node)["maxLength"], len(verdict.value)
    yield verdict.finding(rules.TOO_LONG, limit=str(limit), length=str(length), over=str(length - limit))


def _max_items(verdict: Verdict) -> Iterator[Finding]:
    yield verdict.finding(
        rules.TOO_MANY_VALUES, limit=str(bounds(verdict.node)["maxItems"]), count=str(len(verdict.value))
    )


def _unique_items(verdict: Verdict) -> Iterator[Finding]:
    place = _first_repeated(verdict.value)
    params = {**about(verdict.root, verdict.keys), "value": shortened(str(verdict.value[place]))}
    yield Finding(rules.REPEATED_VALUE, (*verdict.keys, place), params)


def _first_repeated(items: Iterable[object]) -> int:
    """Return the place of the first item that there is before it already."""
    seen: set[str] = set()
    for place, item in enumerate(items):
        written = json.dumps(item, sort_keys=True)
        if written in seen:
            return place
        seen.add(written)
    raise ValueError("no item is repeated")


def _minimum(verdict: Verdict) -> Iterator[Finding]:
    yield verdict.finding(rules.NEGATIVE_NUMBER, value=str(verdict.value))


KEYWORDS: Final[Mapping[str, Callable[[Verdict], Iterator[Finding]]]] = {
    "additionalProperties": _additional,
    "enum": _enum,
    "format": _format,
    "maxItems": _max_items,
    "maxLength": _max_length,
    "minItems": _empty,
    "minLength": _empty,
    "minProperties": _empty,
    "minimum": _minimum,
    "pattern": _pattern,
    "required": _required,
    "type": _type,
    "uniqueItems": _unique_items,
}
"""How to explain each keyword that a schema of ours may use."""
