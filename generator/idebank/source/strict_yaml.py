"""YAML as contributors mean it: every scalar is text, and nothing but plain lists and fields is allowed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs hide what it is built on

from idebank import limits
from idebank.diagnostics import Finding, KeyPath, Rule, Severity
from idebank.source.encoding import WORD_TOO_LONG, cleaned, composed, long_word

DUPLICATE_KEY: Final = Rule("duplicate-key")
ODD_KEY: Final = Rule("odd-key")
SEVERAL_DOCUMENTS: Final = Rule("several-documents")
SPECIAL_CHARACTER_FIRST: Final = Rule("special-character-first")
TEXT_AFTER_HASH_LOST: Final = Rule("text-after-hash-lost")
TOO_DEEP: Final = Rule("too-deep")
TOO_MANY_FIELDS: Final = Rule("too-many-fields")
TYPOGRAPHIC_QUOTES: Final = Rule("typographic-quotes-around-value", Severity.ADVICE)

RULES: Final = (
    DUPLICATE_KEY,
    ODD_KEY,
    SEVERAL_DOCUMENTS,
    SPECIAL_CHARACTER_FIRST,
    TEXT_AFTER_HASH_LOST,
    TOO_DEEP,
    TOO_MANY_FIELDS,
    TYPOGRAPHIC_QUOTES,
)

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Place: TypeAlias = tuple[int, int]
"""Line and column, both from 1."""

_OPENING_QUOTES: Final = frozenset("„“”«»")
_CLOSING_QUOTES: Final = frozenset("“”«»")
_BLOCK_START: Final = re.compile(r"\s*(?:- +)*(?:[\w-]+\s*:\s+)?")
_HASH: Final = re.compile(r"[ \t]+#(.*)")
# Who comments on a line leaves a space after the sign; without one it is a number or a tag, meant as text.
_TAG_AFTER_SIGNS: Final = re.compile(r"[\s,:|>+\[\]{}0-9-]*[ \t](#[^\s#].*)")


class Unreadable(Exception):  # noqa: N818 - a value on its way up, not a fault of ours
    """Raised inside this package when the rest of a front matter cannot be read."""

    def __init__(self, finding: Finding) -> None:
        """Keep what to tell the contributor."""
        super().__init__(finding.rule.id)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Marks:
    """Where one value stands: its key, if it has one, and itself."""

    key: Place
    value: Place


@dataclass(frozen=True, slots=True)
class Reading:
    """What a front matter says, what is wrong with it, and where its values stand."""

    value: Value
    findings: tuple[Finding, ...]
    marks: Mapping[KeyPath, Marks]
    """Filled only when asked for."""


def read_yaml(text: str, *, with_marks: bool) -> Reading:
    """Return what `text` says; raises Unreadable, or yaml.YAMLError where it is not YAML at all."""
    reader = _Reader(text, with_marks=with_marks)
    value = reader.document()
    return Reading(value, tuple(reader.findings), reader.marks)


def quoted(value: str) -> str:
    """Return `value` as a quoted scalar, with as few backslashes as possible."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class _Reader:
    """Turns the parser's events into values, one document long."""

    def __init__(self, text: str, *, with_marks: bool) -> None:
        self.findings: list[Finding] = []
        self.marks: dict[KeyPath, Marks] = {}
        self._with_marks = with_marks
        self._lines = text.split("\n")
        self._hashes = " #" in text or "\t#" in text
        self._escapes = "\\" in text
        self._event: Any = CParser(text).get_event  # raw events: their attributes are untyped
        self._next = self._after_gap if self._hashes else self._event
        self._last: Any = None
        self._values = 0

    def document(self) -> Value:
        """Read the one document there should be."""
        self._next()  # the stream's start
        if isinstance(self._next(), yaml.StreamEndEvent):
            return {}
        value = self._value(self._next(), (), 0)
        self._next()  # the document's end
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            self._tell(SEVERAL_DOCUMENTS, after)
        return value

    def _after_gap(self) -> Any:
        """Return the next event, and report what was taken for a comment between it and the one before."""
        event, last = self._event(), self._last
        self._last = event
        if last is not None:
            self._check_gap(last, event)
        return event

    def _check_gap(self, last: Any, event: Any) -> None:
        # What a block of text may hide stands in the line that begins it.
        begin = last.start_mark if getattr(last, "style", None) in {"|", ">"} else last.end_mark
        end = event.start_mark
        line = self._lines[begin.line] if begin.line < len(self._lines) else ""
        gap = line[begin.column : end.column if end.line == begin.line else len(line)]
        found = _TAG_AFTER_SIGNS.fullmatch(gap)
        if found and not self._is_checked(last, gap):
            lost, column = found[1].rstrip(), begin.column + found.start(1) + 1
            params = {"lost": lost, **self._with_tag(last, lost)}
            self.findings.append(
                Finding(TEXT_AFTER_HASH_LOST, params=params, line=begin.line + 1, column=column)
            )

    def _is_checked(self, last: Any, gap: str) -> bool:
        """Tell whether a comment follows a plain text at once: `_check_hash` looks at those."""
        return last.__class__ is yaml.ScalarEvent and not last.style and gap[:1].isspace()

    def _with_tag(self, last: Any, lost: str) -> dict[str, str]:
        """Return the line with `lost` as part of the quoted text before it, where there is one."""
        if getattr(last, "style", None) not in {"'", '"'}:
            return {}
        before = self._lines[last.start_mark.line][: last.start_mark.column]
        ends_here = last.start_mark.line == last.end_mark.line and _BLOCK_START.fullmatch(before)
        return {"corrected": self._line_with(last, f"{last.value} {lost}", "")} if ends_here else {}

    def _value(self, event: Any, keys: KeyPath, depth: int) -> Value:
        self._values += 1
        if self._values > limits.VALUES:
            raise _unreadable(TOO_MANY_FIELDS, event, limit=str(limits.VALUES))
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if event.anchor is not None or event.tag is not None:
            self._tell_sign(event)
        if kind is yaml.AliasEvent:
            return f"*{event.anchor}"
        if depth == limits.DEPTH:
            raise _unreadable(TOO_DEEP, event, limit=str(limits.DEPTH))
        return self._list(keys, depth) if kind is yaml.SequenceStartEvent else self._fields(keys, depth)

    def _list(self, keys: KeyPath, depth: int) -> Value:
        items: list[Value] = []
        path = keys
        while (event := self._next()).__class__ is not yaml.SequenceEndEvent:
            if self._with_marks:
                path = (*keys, len(items))
                self.marks[path] = Marks(_place(event), _place(event))
            items.append(self._value(event, path, depth + 1))
        return items

    def _fields(self, keys: KeyPath, depth: int) -> Value:
        fields: dict[str, Value] = {}
        first: dict[str, Any] = {}
        path = keys
        while (event := self._next()).__class__ is not yaml.MappingEndEvent:
            name = self._key(event)
            value_event = self._next()
            if self._with_marks:
                path = (*keys, name)
                self.marks.setdefault(path, Marks(_place(event), _place(value_event)))
            value = self._value(value_event, path, depth + 1)
            if name in fields:
                self._tell(DUPLICATE_KEY, event, field=name, first_line=str(first[name].start_mark.line + 1))
                continue
            fields[name] = value
            first[name] = event
        return fields

    def _key(self, event: Any) -> str:
        if event.__class__ is not yaml.ScalarEvent or event.anchor is not None or event.tag is not None:
            raise _unreadable(ODD_KEY, event)
        return self._without_unseen(event) if self._escapes and event.style == '"' else str(event.value)

    def _scalar(self, event: Any) -> str:
        value: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._tell_sign(event)
        elif self._hashes and not event.style:
            self._check_hash(event, value)
        if self._escapes and event.style == '"':
            value = self._without_unseen(event)
        if value[:1] in _OPENING_QUOTES:
            self._check_quotes(event, value)
        return value

    def _without_unseen(self, event: Any) -> str:
        """Report what the file as a whole must not have, when it is written as escapes."""
        clean, found = cleaned(event.value)
        for unseen in found:
            self._tell(unseen.rule, event, **unseen.params)
        word = long_word(clean)
        if word:
            raise _unreadable(WORD_TOO_LONG, event, **word[1])
        return composed(clean)

    def _check_quotes(self, event: Any, value: str) -> None:
        """Report quotes of a word processor around a whole value: they would become part of it."""
        if len(value) < len("«»") or value[-1] not in _CLOSING_QUOTES:
            return
        mark = event.end_mark
        rest = self._lines[mark.line][mark.column :] if mark.line == event.start_mark.line else ""
        self._tell(
            TYPOGRAPHIC_QUOTES, event, value=value, corrected=self._line_with(event, value[1:-1], rest)
        )

    def _check_hash(self, event: Any, value: str) -> None:
        """Report a comment right after an unquoted text: its writer meant it as part of the text."""
        end = event.end_mark
        found = _HASH.match(self._lines[end.line], end.column) if end.line < len(self._lines) else None
        if found:
            whole = f"{value}{found[0]}".strip()
            self._tell(
                TEXT_AFTER_HASH_LOST,
                event,
                lost=found[0].strip(),
                corrected=self._line_with(event, whole, ""),
            )

    def _tell_sign(self, event: Any) -> None:
        """Report an alias, an anchor or a tag: to its writer it was the beginning of a text."""
        mark = event.start_mark
        line = self._lines[mark.line]
        params = {"sign": line[mark.column : mark.column + 1]}
        # Nothing of the line is copied unless it is needed: it may have a sign at every other letter.
        if _BLOCK_START.fullmatch(line, 0, mark.column):
            params["corrected"] = self._line_with(event, line[mark.column :].strip(), "")
        self._tell(SPECIAL_CHARACTER_FIRST, event, **params)

    def _line_with(self, event: Any, value: str, rest: str) -> str:
        """Return the line of a scalar with `value`, quoted, in its place and `rest` after it."""
        mark = event.start_mark
        before = self._lines[mark.line][: mark.column].strip()
        space = " " if before.endswith((":", "-", ",")) else ""
        return f"{before}{space}{quoted(value)}{rest.rstrip()}"

    def _tell(self, rule: Rule, event: Any, **params: str) -> None:
        line, column = _place(event)
        self.findings.append(Finding(rule, params=params, line=line, column=column))


def _unreadable(rule: Rule, event: Any, **params: str) -> Unreadable:
    line, column = _place(event)
    return Unreadable(Finding(rule, params=params, line=line, column=column))


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
