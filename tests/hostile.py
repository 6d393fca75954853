"""Entries as nobody should write them: made by hypothesis from the schemas, hostile wherever they can be."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from idebank.diagnostics import Severity
from idebank.entry_text import entry_text
from idebank.kinds import KINDS
from tests.factories import check, schemas, vocabulary, write_bank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hypothesis.strategies import SearchStrategy

    from idebank.diagnostics import Diagnostic
    from idebank.schema.nodes import Node

ODD_TEXTS: Final = (
    "%", "..", "Ж", "مرحبا", "北京", "CON", "side", "a" * 90, "x\ny", "{{ root }}", "{name}", "%s", "\\", "'",
    '"', "<script>alert(1)</script>", "]]>", "--", "-", "0", "null", "ﷺ" * 9, "e\u0301" * 20, "\u202etxt",
    "👩\u200d👧", "1e999", "٣", "½", "²", "ǅ", "İ", "ß", "\ufeff", "\u00a0", "@", "#", "a" * 60 + " b",
    "http://[", "å" * 50, "\U0010ffff", "\ue000title\ue001", "\ue010",
)  # fmt: skip
ODD_MARKDOWN: Final = (
    "# x", "[a](javascript:alert(1))", "![x](y.png)", "`" * 30, "*" * 30, "> " * 60, "- " * 60, "[x][y]",
    "|a|b|\n|-|-|\n|1|2|", "<div>", "&#0;", "[y]: <z>", "```yaml\n", "1. x\n\n\n", "\\", "<!--", "~~",
    "<a href='x'>", "***a*b**", "[b](http://[)", "<http://[>", "[c](#)", "www.[.no",
)  # fmt: skip
SLUGS: Final = tuple(f"tiltak-{number}" for number in range(6))
"""What entries of each kind are called here; they name each other by these."""

_DATES: Final = ("2026-11-22", "1500-01-01", "2199-12-31", "2024-02-29", "9999-12-31", "0001-01-01")
_PARTS: Final = ("2026", "2026-11", "1500", "2199-12", "0001", "9999")
_TIMES: Final = (
    "--02-29",
    "--12",
    *(f"{day}T{clock}" for day in _DATES for clock in ("00:00", "02:30", "23:59")),
)
_ADDRESSES: Final = (
    "https://a.no", "http://a.no/?q=%zz&x=1#y", "https://æøå.no/ø?ø=ø", "https://youtu.be/x?t=1", "http://a.no?[",
    "https://www.youtube.com/watch", "https://vimeo.com/1#x", "http://a.no:99999/", "HTTPS://A.NO/%",
    "https://a.b.c.d.no/[x]", "https://xn--a.no",
)  # fmt: skip
_PLAIN: Final = {"integer": ("0", "1", "999999999999999"), "boolean": ("true", "false")}

texts: SearchStrategy[str] = st.one_of(
    st.sampled_from(ODD_TEXTS),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60),
    st.text("abcdefghijklmnopqrstuvwxyzæøå ", min_size=1, max_size=60),
)
_FORMS: Final[Mapping[str, SearchStrategy[str]]] = {
    "municipality": st.sampled_from([place.name for place in vocabulary().municipalities.values()]),
    "county": st.sampled_from([county.name for county in vocabulary().counties.values()]),
    "sdg": st.sampled_from((*map(str, vocabulary().goals), *vocabulary().targets)),
    "email": st.sampled_from(("a@b.no", "æ.ø+å@ø.no", "a'b@c.no", "%@a.no")),
    "web-address": st.sampled_from(_ADDRESSES),
    "date": st.sampled_from(_DATES),
    "partial-date": st.sampled_from((*_DATES, *_PARTS)),
    "event-time": st.sampled_from((*_DATES, *_PARTS, *_TIMES)),
    "offset": st.sampled_from(("0:00:00", "99:59:59")),
    "slug": st.sampled_from(SLUGS),
    "name": texts,
}
SAFE: Final[Mapping[str, Any]] = {
    "title": "Tittel", "summary": "Et sammendrag.", "language": "nb", "organisation": "Bodø kommune",
    "organisation_type": "municipality", "municipality": "Bodø", "sectors": ["skole"], "sdgs": ["12"],
    "phase": "running", "contact": {"role": "Bodø kommune", "url": "https://bodo.kommune.no"},
    "published": "2026-11-22", "status": "open", "degree": "adapted", "initiative": "tiltak-0",
    "curator": "Bodø kommune", "initiatives": [{"initiative": "tiltak-0"}, {"initiative": "tiltak-1"}],
    "network_kind": "county", "coordinator": {"role": "Fylkeskommunen"}, "stopped_why": "Slutt.",
    "steps": [{"title": "Begynn"}, {"title": "Slutt"}], "licence": "CC-BY-4.0",
}  # fmt: skip
"""By field: what the check takes, where something has to stand."""


def value_of(node: Node) -> SearchStrategy[Any]:
    """Return what may stand where the schema says `node`."""
    kind, form = node.get("type"), str(node.get("format"))
    if "enum" in node:
        return st.sampled_from(node["enum"])
    if kind == "array":
        least = node.get("minItems", 1)
        return st.lists(value_of(node["items"]), min_size=least, max_size=3, unique_by=json.dumps)
    if kind == "object":
        return fields_of(node)
    if kind in _PLAIN:
        return st.sampled_from(_PLAIN[kind])
    if form in _FORMS:
        return _FORMS[form]
    return texts.map(lambda text: text[: node.get("maxLength", 400)])


def fields_of(node: Node) -> SearchStrategy[dict[str, Any]]:
    """Return fields: all that are needed, and some of the others; none that names a file."""
    fields = {name: value_of(own) for name, own in node["properties"].items() if not _names_a_file(own)}
    needed = {name: fields.pop(name) for name in node.get("required", ()) if name in fields}
    return st.fixed_dictionaries(needed, optional=fields)


def _names_a_file(node: Node) -> bool:
    properties = node.get("items", {}).get("properties", {})
    return "file" in (node.get("format"), *(own.get("format") for own in properties.values()))


@dataclass
class Written:
    """One entry's fields and story."""

    kind: str
    fields: dict[str, Any]
    body: str

    def __post_init__(self) -> None:
        """Say what the strategy knows too little of: the one licence, and where the file will lie."""
        self.fields["licence"] = "CC-BY-4.0"
        if self.kind == "initiative":
            self._settle()

    def _settle(self) -> None:
        for name in ("county", "national"):
            self.fields.pop(name, None)
        self.fields["municipality"] = "Bodø"

    def path(self, number: int) -> str:
        """Return where the entry's file lies; all are called alike, so that they name each other."""
        folder = "initiatives/nordland" if self.kind == "initiative" else KINDS[self.kind].folder
        return f"content/{folder}/tiltak-{number}.md"

    def mend(self, found: Diagnostic) -> None:
        """Write a field that the check refuses in another way, or not at all."""
        lines = ["", *self.fields]  # each field has a line of its own, after the fence
        name = str(found.keys[0]) if found.keys else "".join(lines[found.line - 1 :][:1])
        self.body = self.body if name else "x"
        self.fields.pop(name, None)
        if name in {*schemas()[self.kind].root["required"], "initiative", "stopped_why"}:
            self.fields[name] = SAFE[name]
        if found.rule in {"missing-place", "several-places"}:
            self._settle()


def entries(kind: str) -> SearchStrategy[Written]:
    """Return entries of a kind."""
    pieces = st.lists(st.one_of(st.sampled_from(ODD_MARKDOWN), texts), max_size=5)
    return st.builds(Written, st.just(kind), fields_of(schemas()[kind].root), pieces.map("\n".join))


def hostile_bank(root: Path, written: Mapping[str, Sequence[Written]]) -> int:
    """Write entries by kind into a bank, change what the check refuses until it does not, and count them."""
    bank = {one.path(number): one for own in written.values() for number, one in enumerate(own)}
    errors: list[Diagnostic] = []
    for _ in range(20):
        write_bank(root, {path: entry_text(one.fields, one.body) for path, one in bank.items()})
        errors = [one for one in check(root).diagnostics if one.severity is Severity.ERROR]
        if not errors:
            break
        for found in reversed(errors):  # what is mended moves only the lines below
            bank[found.path].mend(found)

    assert not errors, sorted((one.path, one.rule, one.keys, one.line) for one in errors)
    return len(bank)
