"""Lines that YAML cannot read: the mistake named, and the line put right so that reading can go on."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from idebank.diagnostics import Finding, Rule
from idebank.source.places import Places
from idebank.source.strict_yaml import SEVERAL_DOCUMENTS, SPECIAL_CHARACTER_FIRST, quoted

BROKEN_FRONT_MATTER: Final = Rule("broken-front-matter")
LINE_WITHOUT_COLON: Final = Rule("line-without-colon")
MISSING_SPACE_AFTER_COLON: Final = Rule("missing-space-after-colon")
NO_BREAK_SPACE: Final = Rule("no-break-space")
ODD_INDENTATION: Final = Rule("odd-indentation")
STRAY_QUOTE: Final = Rule("stray-quote")
TAB_INDENTATION: Final = Rule("tab-indentation")
UNCLOSED_BRACKET: Final = Rule("unclosed-bracket")
UNQUOTED_COLON: Final = Rule("unquoted-colon")

RULES: Final = (
    BROKEN_FRONT_MATTER,
    LINE_WITHOUT_COLON,
    MISSING_SPACE_AFTER_COLON,
    NO_BREAK_SPACE,
    ODD_INDENTATION,
    STRAY_QUOTE,
    TAB_INDENTATION,
    UNCLOSED_BRACKET,
    UNQUOTED_COLON,
)

_SPACES: Final = "\u00a0\u2007\u202f\u3000"
_TAB: Final = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
_ODD_SPACE: Final = re.compile(
    rf"^[ ]*[{_SPACES}][ {_SPACES}]*(?=\S)"  # as indentation
    rf"|^[ ]*(?:- +)*[\w-]+[ ]*:[ ]*[{_SPACES}][ {_SPACES}]*"  # after a colon
    rf"|^[ ]*-[ ]*[{_SPACES}]+",  # after a hyphen
    re.MULTILINE,
)
_LINE: Final = re.compile(
    r"(?P<indent>\s*(?:- +)*)"
    r"(?:(?P<key>[^\s:#'\"\[\]{},&*!|>%@`-][^:#]{0,60}?)\s{0,9}:(?=\s|$)\s*)?"
    r"(?P<value>.*)"
)
_TIGHT: Final = re.compile(r"(?P<before>\s*(?:- +)*[A-Za-zÆØÅæøå_][\w-]*):(?P<value>[^\s/].*)")
_INDENTATION_TROUBLE: Final = re.compile("block|mapping values are not allowed")
_SIGNS: Final = "@`%*&!|>?"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a front matter, cut into its parts."""

    indent: str
    """White space and list hyphens."""
    key: str
    """The field's name; empty when the line has none."""
    value: str

    def with_value(self, value: str) -> str:
        """Return the line with `value` in place of its own."""
        return f"{self.indent}{self.key}: {value}" if self.key else f"{self.indent}{value}"


@dataclass(frozen=True, slots=True)
class Repair:
    """One mistake in one line, and that line as it was probably meant."""

    finding: Finding
    line: str


def tidied(text: str) -> tuple[str, list[Finding]]:
    """Return a front matter without tabs and no-break spaces where YAML minds them, and where they stood."""
    findings: list[Finding] = []
    if "\t" in text:
        text = _replace(text, _TAB, TAB_INDENTATION, findings)
    if any(space in text for space in _SPACES):
        text = _replace(text, _ODD_SPACE, NO_BREAK_SPACE, findings)
    return text, findings


def _replace(text: str, pattern: re.Pattern[str], rule: Rule, findings: list[Finding]) -> str:
    places = Places(text)
    for found in pattern.finditer(text):
        line, _ = places.of(found.start())
        odd = next(i for i, sign in enumerate(found[0]) if sign == "\t" or sign in _SPACES)
        findings.append(Finding(rule, line=line, column=odd + 1))
    return pattern.sub(lambda found: re.sub(rf"[\t{_SPACES}]", " ", found[0]), text)


def repair(lines: Sequence[str], error: yaml.MarkedYAMLError) -> Repair | Finding:
    """Explain why YAML stopped; a bare finding means that no line can be put right."""
    for index in _suspects(lines, error):
        for explain in _EXPLANATIONS:
            found = explain(lines, index, error)
            if found:
                return found
    index, column = _mark(lines, error)
    return Finding(BROKEN_FRONT_MATTER, line=index + 1, column=column + 1)


def _mark(lines: Sequence[str], error: yaml.MarkedYAMLError) -> tuple[int, int]:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return 0, 0
    index = min(mark.line, len(lines) - 1)
    return index, min(mark.column, len(lines[index]))


def _suspects(lines: Sequence[str], error: yaml.MarkedYAMLError) -> Iterator[int]:
    """Yield where the mistake may be: where YAML stopped, where it began to wonder, and just before."""
    seen = set()
    for mark in (error.problem_mark, error.context_mark):
        if mark is None:
            continue
        index = min(mark.line, len(lines) - 1)
        while index > 0 and not lines[index].strip():
            index -= 1
        if index not in seen:
            seen.add(index)
            yield index
    before = min(seen, default=0) - 1
    if before >= 0:
        yield before


def _split(line: str) -> Line:
    found = _LINE.fullmatch(line)
    if found is None:  # pragma: no cover - the pattern ends in `.*` and a line has no line ends
        return Line("", "", line)
    return Line(found["indent"], found["key"] or "", found["value"].rstrip())


def _at(rule: Rule, line: str, index: int, part: str, **params: str) -> Finding:
    """Return a finding about `part` of a line."""
    return Finding(rule, params=params, line=index + 1, column=max(line.rfind(part), 0) + 1)


def _special_character(lines: Sequence[str], index: int, _: yaml.MarkedYAMLError) -> Repair | None:
    parts = _split(lines[index])
    if not parts.value or parts.value[0] not in _SIGNS:
        return None
    better = parts.with_value(quoted(parts.value))
    params = {"sign": parts.value[0], "corrected": better.strip()}
    return Repair(_at(SPECIAL_CHARACTER_FIRST, lines[index], index, parts.value, **params), better)


def _stray_quote(lines: Sequence[str], index: int, _: yaml.MarkedYAMLError) -> Repair | None:
    parts = _split(lines[index])
    if not parts.value or parts.value[0] not in "\"'" or _is_quoted(parts.value):
        return None
    better = parts.with_value(quoted(_without_outer_quotes(parts.value)))
    return Repair(_at(STRAY_QUOTE, lines[index], index, parts.value, corrected=better.strip()), better)


def _is_quoted(value: str) -> bool:
    return bool(re.fullmatch(r'"(?:[^"\\]|\\.)*"|' + r"'(?:[^']|'')*'", value))


def _without_outer_quotes(value: str) -> str:
    quote = value[0]
    inner = value[1:-1] if len(value) > 1 and value.endswith(quote) else value
    # `"Grønn" hverdag`: quotes around one word belong to the text; an odd one at the start alone does not.
    return inner if inner != value else value if value.count(quote) % 2 == 0 else value[1:]


def _unquoted_colon(lines: Sequence[str], index: int, _: yaml.MarkedYAMLError) -> Repair | None:
    parts = _split(lines[index])
    if not parts.key and not parts.indent.endswith("- "):
        return None
    if parts.value[:1] in {'"', "'", "[", "{"} or not re.search(r":(?:\s|$)", parts.value):
        return None
    better = parts.with_value(quoted(parts.value))
    return Repair(_at(UNQUOTED_COLON, lines[index], index, parts.value, corrected=better.strip()), better)


def _missing_space(lines: Sequence[str], index: int, _: yaml.MarkedYAMLError) -> Repair | None:
    found = _TIGHT.fullmatch(lines[index])
    if found is None:
        return None
    value = found["value"].rstrip()
    plain = value[0] in "\"'[{" or not re.search(r":\s| #|:$", value)
    better = f"{found['before']}: {value if plain else quoted(value)}"
    return Repair(
        Finding(
            MISSING_SPACE_AFTER_COLON,
            params={"corrected": better.strip()},
            line=index + 1,
            column=len(found["before"]) + 1,
        ),
        better,
    )


def _unclosed_bracket(lines: Sequence[str], index: int, error: yaml.MarkedYAMLError) -> Repair | None:
    parts = _split(lines[index])
    closing = {"[": "]", "{": "}"}.get(parts.value[:1])
    if closing is None or "flow" not in str(error.context) or parts.value.count(closing):
        return None
    better = parts.with_value(parts.value.rstrip(", ") + closing)
    params = {"bracket": parts.value[0], "closing": closing, "corrected": better.strip()}
    return Repair(_at(UNCLOSED_BRACKET, lines[index], index, parts.value, **params), better)


def _line_without_colon(lines: Sequence[str], index: int, _: yaml.MarkedYAMLError) -> Finding | None:
    line = lines[index]
    if ":" in line or line[:1] in {"", " ", "-", "]", "}", "#"}:
        return None
    return Finding(LINE_WITHOUT_COLON, params={"found": line.strip()}, line=index + 1)


def _odd_indentation(
    lines: Sequence[str], index: int, error: yaml.MarkedYAMLError
) -> Repair | Finding | None:
    line = lines[index]
    if not (line[:1] == " " and _split(line).key) or not _INDENTATION_TROUBLE.search(
        f"{error.context} {error.problem}"
    ):
        return None
    finding = Finding(ODD_INDENTATION, line=index + 1, column=len(line) - len(line.lstrip()) + 1)
    before = next((lines[i] for i in range(index - 1, -1, -1) if lines[i].strip()), "")
    better = before[: len(before) - len(before.lstrip())] + line.lstrip()
    return Repair(finding, better) if better != line and _split(before).value else finding


def _document_end(lines: Sequence[str], index: int, error: yaml.MarkedYAMLError) -> Repair | None:
    if lines[index].rstrip() != "..." or "document start" not in str(error.problem):
        return None
    return Repair(Finding(SEVERAL_DOCUMENTS, line=index + 1), "")


_EXPLANATIONS: Final[
    tuple[Callable[[Sequence[str], int, yaml.MarkedYAMLError], Repair | Finding | None], ...]
] = (
    _document_end,
    _special_character,
    _stray_quote,
    _missing_space,
    _unquoted_colon,
    _unclosed_bracket,
    _line_without_colon,
    _odd_indentation,
)
