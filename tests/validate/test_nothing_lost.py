"""Every word of a front matter reaches the record, or is told of at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from idebank.diagnostics import Severity
from idebank.report import words_in
from idebank.schema.nodes import node_at
from tests.factories import BODY, PATH, check_source, entry_text, schema

if TYPE_CHECKING:
    from idebank.diagnostics import Diagnostic
    from idebank.schema.nodes import Node

WORDS: Final = ("qvalaks", "qvbjork", "qvdame", "qvelg", "qvfisk", "qvgran")
"""Words that nothing else of an entry has."""
HELP: Final = words_in("nb")


def _written(fragment: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the record and the diagnostics of a valid entry with some lines more, in place of its own."""
    name = fragment.partition(":")[0]
    text = entry_text(BODY, **{name: None}).replace("\n---\n", f"\n{fragment}\n---\n")
    record, found = check_source(PATH, text.encode())
    first = text[: text.index(fragment)].count("\n") + 1
    last = first + fragment.count("\n")
    return repr(record), tuple(own for own in found if first <= own.line <= last)


def _lost(fragment: str) -> list[str]:
    """Return the words of a fragment that neither the record nor a diagnostic has."""
    record, found = _written(fragment)
    if any(own.severity is Severity.ERROR for own in found):
        return []
    told = record + "".join(value for own in found for value in own.params.values())
    return [word for word in WORDS if word in fragment and word not in told]


@pytest.mark.parametrize(
    ("fragment", "rule", "corrected"),
    [
        ("partners: {NAV}", "fields-where-list-wanted", "partners: [NAV]"),
        ("partners: {NAV, Ruter}", "fields-where-list-wanted", "partners: [NAV, Ruter]"),
        ('partners: {"Ruter: buss"}', "fields-where-list-wanted", 'partners: ["Ruter: buss"]'),
        ("partners:\n  NAV:\n  Ruter:", "fields-where-list-wanted", "partners: [NAV, Ruter]"),
        ("core: {Alt}", "fields-where-list-wanted", "core: [Alt]"),
        ("sectors: {skole}", "fields-where-list-wanted", "sectors: [skole]"),
        ("cost_note: {Alt, bra}", "fields-where-text-wanted", 'cost_note: "Alt, bra"'),
        ("partners: [{NAV}]", "fields-where-text-wanted", '- "NAV"'),
        ("partners:\n  - NAV:", "fields-where-text-wanted", '- "NAV"'),
        ("national: {true}", "fields-where-text-wanted", 'national: "true"'),
        ("foo:", "unknown-field", None),
        ("foo: {}", "unknown-field", None),
        ("foo: []", "unknown-field", None),
        ("period: {NAV}", "unknown-field", None),
        ("school: {NAV: }", "unknown-field", None),
        ("results: {mindre}", "fields-where-list-wanted", None),
        ("results: {indicator}", "fields-where-list-wanted", None),
        ("partners:\n  - NAV\n  -\n  - Ruter", "empty-value", None),
        ("cost_note: |\n\n", "empty-field", None),
        ('cost_note: "   "', "empty-field", None),
        ("school: {grades: }", "empty-field", None),
        ("period: {from: , to: }", "empty-field", None),
        ("cost_note: #300 kroner", "text-after-hash-lost", 'cost_note: "#300 kroner"'),
        ('cost_note: "300" #kroner', "text-after-hash-lost", 'cost_note: "300 #kroner"'),
        ("cost_note: | #300 kroner", "text-after-hash-lost", None),
        ("partners: [NAV, #Ruter\n  Kolumbus]", "text-after-hash-lost", None),
        ("partners: [NAV] #Ruter", "text-after-hash-lost", None),
        ("partners: #NAV\n  - Ruter", "text-after-hash-lost", None),
        ("partners:\n  - #NAV", "text-after-hash-lost", '- "#NAV"'),
        ("...\nfoo: bar", "several-documents", None),
        ("--- foo", "several-documents", None),
    ],
)
def test_what_would_vanish_is_told(fragment: str, rule: str, corrected: str | None) -> None:
    """Whatever YAML would drop is told where it stands, with what to write instead where that is known."""
    (first, *_) = _written(fragment)[1]

    assert (first.rule, first.params.get("corrected")) == (rule, corrected)


@pytest.mark.parametrize(
    "fragment",
    [
        "#cost_note: 300 kroner",
        "# Hva kostet det?\ncost_note: gratis",
        'cost_note: "300" # et anslag',
        "partners: [NAV, # etaten\n  Ruter]",
        "cost_note: |\n  #300\n  kroner",
        "partners: [NAV, ]",
    ],
)
def test_what_is_meant_as_a_remark_is_left_alone(fragment: str) -> None:
    """Nothing is said of a line that is a comment, or of a remark with a space after its sign."""
    assert _written(fragment)[1] == ()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("{NAV}", "NAV"), ("{NAV, Ruter}", "Ruter"), ('{"Ruter: buss"}', "Ruter: buss")],
)
def test_what_is_told_to_write_arrives(wrong: str, right: str) -> None:
    """The suggested line has what was written, and nothing is said of it any more."""
    (told,) = _written(f"partners: {wrong}")[1]
    record, found = _written(told.params["corrected"])

    assert HELP.help(told) == f"Skriv: `{told.params['corrected']}`"
    assert found == ()
    assert repr(right) in record


def _flow(node: Node | None) -> st.SearchStrategy[str]:
    """Return values on one line: words, lists and braces of every shape, some with the field's own names."""
    words = st.sampled_from(WORDS)
    names = st.sampled_from((*WORDS, *_own_names(node)))
    scalars = st.one_of(words, words.map('"{}"'.format), words.map('"" #{}'.format), st.just(""))
    inside = words | st.sampled_from(('""', "[]", "{}", '" "'))

    def _deeper(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        pairs = st.tuples(names, values).map(": ".join) | names
        return st.one_of(
            st.lists(values, max_size=3).map(lambda own: f"[{', '.join(own)}]"),
            st.lists(pairs, max_size=3).map(lambda own: f"{{{', '.join(own)}}}"),
        )

    return scalars | _deeper(st.recursive(inside, _deeper, max_leaves=4))


def _block(node: Node | None) -> st.SearchStrategy[str]:
    """Return values on lines of their own."""
    names = st.sampled_from((*WORDS, *_own_names(node)))
    items = st.tuples(st.just("-"), _flow(node)).map(" ".join)
    pairs = st.tuples(names.map("{}:".format), _flow(node)).map(" ".join)
    deeper = st.tuples(st.just("-"), pairs).map(" ".join)
    lines = st.one_of(*(st.lists(own, min_size=1, max_size=3) for own in (items, pairs, deeper)))
    return lines.map(lambda own: "".join(f"\n  {line}" for line in own)) | st.sampled_from(
        [f"|{chomp}\n    {word}" for chomp in ("", "-", f" #{WORDS[0]}") for word in (*WORDS[:2], "")]
    )


def _own_names(node: Node | None) -> tuple[str, ...]:
    inner: Any = (node or {}).get("items", node or {})
    return tuple(inner.get("properties", {}))


FRAGMENTS: Final = st.sampled_from((*schema().root["properties"], WORDS[-1])).flatmap(
    lambda name: (_flow(node_at(schema().root, (name,))) | _block(node_at(schema().root, (name,)))).map(
        lambda value: f"{name}:{'' if value[:1] in chr(10) else ' '}{value}"
    )
)


@settings(max_examples=80, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FRAGMENTS)
def test_no_word_vanishes(fragment: str) -> None:
    """Whatever stands under a field, each word of it is in the record, or a diagnostic stands there."""
    assert _lost(fragment) == []
