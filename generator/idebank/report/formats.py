"""Diagnostics as text for people, as JSON for programs, and as GitHub's annotations."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from idebank.diagnostics import Diagnostic, Severity
from idebank.kinds import KINDS
from idebank.report.excerpt import excerpt
from idebank.report.words import Words, counted, plain
from idebank.routes import route

MAX_ANNOTATIONS: Final = 10
"""GitHub shows so many of each severity in one step and silently drops the rest."""

_RED: Final = "31;1"
_YELLOW: Final = "33;1"
_DIM: Final = "2"
_BOLD: Final = "1"


def as_text(
    diagnostics: Sequence[Diagnostic],
    words: Words,
    *,
    colour: bool,
    sources: Callable[[str], str | None],
    read: Mapping[str, int] | None,
) -> Iterator[str]:
    """Yield each diagnostic with its line and its help, then one line that sums up."""
    paint = _painted if colour else _unpainted
    for diagnostic, lines in _with_lines(diagnostics, sources):
        tint = _RED if diagnostic.severity is Severity.ERROR else _YELLOW
        place = f"{plain(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}:"
        severity = paint(f"{words.severity(diagnostic.severity)}:", tint)
        rule = paint(f"[{diagnostic.rule}]", _DIM)
        yield f"{paint(place, _BOLD)} {severity} {words.message(diagnostic)} {rule}"
        shown = excerpt(diagnostic, lines)
        if shown:
            gutter = str(diagnostic.line)
            yield f"  {paint(f'{gutter} |', _DIM)} {shown[0]}"
            yield f"  {paint(' ' * len(gutter) + ' |', _DIM)} {paint(shown[1], tint)}"
        if not diagnostic.further:
            yield f"  {words.help(diagnostic)}"
        yield ""
    yield _summary(diagnostics, words, read)


def _with_lines(
    diagnostics: Sequence[Diagnostic], sources: Callable[[str], str | None]
) -> Iterator[tuple[Diagnostic, Sequence[str]]]:
    """Yield each diagnostic with the lines of its file, which is read and cut up once."""
    for path, own in groupby(diagnostics, key=lambda diagnostic: diagnostic.path):
        lines = (sources(path) or "").split("\n")
        for diagnostic in own:
            yield diagnostic, lines


def as_json(
    diagnostics: Sequence[Diagnostic], words: Words, *, read: Mapping[str, int] | None
) -> Iterator[str]:
    """Yield one JSON object with every diagnostic, its words included."""
    report = {
        "summary": _summary(diagnostics, words, read),
        **({} if read is None else {"read": {kind: read.get(kind, 0) for kind in KINDS}}),
        "errors": counted(diagnostics, Severity.ERROR),
        "advice": counted(diagnostics, Severity.ADVICE),
        "diagnostics": [_record(diagnostic, words) for diagnostic in diagnostics],
    }
    yield json.dumps(report, ensure_ascii=False, indent=2)


def _record(diagnostic: Diagnostic, words: Words) -> dict[str, object]:
    return {
        "path": plain(diagnostic.path),
        "line": diagnostic.line,
        "column": diagnostic.column,
        "count": diagnostic.count,
        "severity": str(diagnostic.severity),
        "rule": diagnostic.rule,
        "page": route("rule", words.language, rule=diagnostic.rule),
        "field": plain(".".join(str(key) for key in diagnostic.keys)),
        "message": words.message(diagnostic),
        "help": words.help(diagnostic),
        "why": words.why(diagnostic),
    }


def as_annotations(
    diagnostics: Sequence[Diagnostic], words: Words, *, read: Mapping[str, int] | None
) -> Iterator[str]:
    """Yield GitHub workflow commands, as many as GitHub shows, then one line that sums up."""
    for severity, command in ((Severity.ERROR, "error"), (Severity.ADVICE, "warning")):
        told = [diagnostic for diagnostic in diagnostics if diagnostic.severity is severity]
        shown = told if len(told) <= MAX_ANNOTATIONS else told[: MAX_ANNOTATIONS - 1]
        for diagnostic in shown:
            yield _annotation(command, diagnostic, words)
        left = counted(told[len(shown) :], severity)
        if left:
            yield f"::{command}::{_data(words.more(left))}"
    yield _summary(diagnostics, words, read)


def _summary(diagnostics: Sequence[Diagnostic], words: Words, read: Mapping[str, int] | None) -> str:
    """Return what was read, where that is known, and what was found in it."""
    found = words.summary(diagnostics)
    return found if read is None else f"{words.read(read)} {found}"


def _annotation(command: str, diagnostic: Diagnostic, words: Words) -> str:
    properties = {
        "file": plain(diagnostic.path),
        "line": str(diagnostic.line),
        "col": str(diagnostic.column),
        "title": diagnostic.rule,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {listed}::{_data(words.message(diagnostic) + chr(10) + words.help(diagnostic))}"


def _data(text: str) -> str:
    """Escape a command's text, so that nothing in it is taken for another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _painted(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _unpainted(text: str, _code: str) -> str:
    return text
