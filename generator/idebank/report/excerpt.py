"""The line a diagnostic is about, with a marker under what is meant."""

import re
from collections.abc import Sequence
from typing import Final

from idebank.diagnostics import Diagnostic
from idebank.report.words import plain
from idebank.source.encoding import UTF_16_TEXT
from idebank.source.files import RULES as FILE_RULES

# What a link points to, or what is not text, must not be shown.
_ABOUT_THE_FILE: Final = frozenset(rule.id for rule in (*FILE_RULES, UTF_16_TEXT))

MAX_WIDTH: Final = 100
"""Characters of a line that are shown."""

_LEAD: Final = 40
"""How much of a long line is shown before what is meant."""
_BEFORE_WHOLE_VALUE: Final = re.compile(r"\s*(?:- +)*(?:[\w-]+:\s+)?")
_TOKEN: Final = re.compile(
    r"•[• ]*|!\[[^\]]*\]\([^)]*\)|\"(?:[^\"\\]|\\.)*\"?|'[^']*'?|[\w-]+(?=\s*:(?:\s|$))|https?://[^\s)\]}>]+|[^\s,\[\]{}][^,\[\]{}]*|."
)


def excerpt(diagnostic: Diagnostic, lines: Sequence[str]) -> tuple[str, str] | None:
    """Return the line and the line under it with the marker; None when there is nothing worth showing."""
    if diagnostic.rule in _ABOUT_THE_FILE or diagnostic.further or diagnostic.line > len(lines):
        return None
    line = plain(lines[diagnostic.line - 1].rstrip("\r").replace("\t", " "))
    if line.strip() in {"", "---"}:
        return None
    column = min(diagnostic.column, len(line) + 1) - 1
    length = _length(line, column, diagnostic)
    start = max(0, column - _LEAD) if len(line) > MAX_WIDTH else 0
    shown = line[start : start + MAX_WIDTH]
    before = "…" if start else ""
    after = "…" if start + MAX_WIDTH < len(line) else ""
    width = max(1, min(length, start + len(shown) - column))
    return f"{before}{shown}{after}", " " * (column - start + len(before)) + "^" * width


def _length(line: str, column: int, diagnostic: Diagnostic) -> int:
    """Return how many characters from `column` on belong to what is meant, at least 1."""
    if "code" in diagnostic.params:
        return 1
    value = plain(diagnostic.params.get("value", ""))
    if value and line.startswith(value, column):
        return len(value)
    before = _BEFORE_WHOLE_VALUE.fullmatch(line[:column])
    if before and ":" in line[:column] and line[column : column + 1] not in {"[", "{"}:
        return max(len(line[column:].rstrip()), 1)
    token = _TOKEN.match(line, column)
    return max(len(token[0].rstrip()), 1) if token else 1
