"""The story under the front matter: Markdown that shows as its writer meant."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Final, TypeAlias

from idebank import limits
from idebank.diagnostics import Finding, Rule, Severity
from idebank.rules.code_spans import without_code
from idebank.rules.entry import Entry
from idebank.schema.corrections import shortened
from idebank.source.places import Places

BODY_TOO_LONG: Final = Rule("body-too-long")
EMPTY_BODY: Final = Rule("empty-body", Severity.ADVICE)
HEADING_ONE: Final = Rule("heading-one-in-text", Severity.ADVICE)
PICTURE_IN_TEXT: Final = Rule("picture-in-text", Severity.ADVICE)
RAW_HTML: Final = Rule("raw-html", Severity.ADVICE)
SCRIPT_LINK: Final = Rule("script-link")
TABLE_TOO_LARGE: Final = Rule("table-too-large")

RULES: Final = (
    BODY_TOO_LONG,
    EMPTY_BODY,
    HEADING_ONE,
    PICTURE_IN_TEXT,
    RAW_HTML,
    SCRIPT_LINK,
    TABLE_TOO_LARGE,
)

_TAG: Final = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*|/)?>|<!--|<!\[CDATA\[|<(?:script|style|iframe|object|embed)\b",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(r"^ {0,3}#[ \t]+(\S.*)$", re.MULTILINE)
_UNDERLINED: Final = re.compile(r"^(\S.*)\n {0,3}=+[ \t]*$", re.MULTILINE)
# Lengths are bounded so that a hostile megabyte takes no longer than an honest one.
_PICTURE: Final = re.compile(r"!\[[^\]\n]{0,200}\]\( {0,9}<?([^)\s>]{0,200})")
_TARGET: Final = re.compile(
    r"\]\(\s{0,9}<?((?:[^()>\n]|\([^()\n]{0,99}\)){0,200})"  # [text](target)
    r"|^ {0,3}\[[^\]\n]{1,200}\]:[ \t]{0,9}<?(\S{1,200})"  # [name]: target
    r"|<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^>\s]{0,200})>",  # <target>
    re.MULTILINE,
)
_OF_A_TABLES_RULE: Final = frozenset("|:- \t>*+.)0123456789")
"""What the line under a table's head is made of, perhaps in a list or a quotation."""
_SCRIPT: Final = re.compile(r"(?:javascript|vbscript|data|file|blob):", re.IGNORECASE)
# One of these is in every spelling of such a link; most texts have none and need no closer look.
_SCRIPT_HINTS: Final = ("script", "data", "file", "blob", "&", "%", "\\", "\t", "\u00a0")
_UNSEEN: Final = re.compile(r"[\x00-\x20\u00a0\\]|%0[9ad]", re.IGNORECASE)


Told: TypeAlias = Iterator[tuple[Rule, int, dict[str, str]]]
"""Which rule is broken, where in the text, and what its message quotes."""


def body_findings(entry: Entry) -> Iterator[Finding]:
    """Yield what will not show as meant in an entry's text."""
    if not entry.body.strip():
        if entry.kind == "initiative":
            yield Finding(EMPTY_BODY, line=max(1, entry.body_line - 1))
        return
    if len(entry.body) > limits.BODY:
        params = {"length": str(len(entry.body)), "limit": str(limits.BODY)}
        yield Finding(BODY_TOO_LONG, params=params, line=entry.body_line)
        return
    text = without_code(entry.body)
    places = Places(text, first_line=entry.body_line)
    for check in _CHECKS:
        for rule, offset, params in check(text):
            line, column = places.of(offset)
            yield Finding(rule, params=params, line=line, column=column)


def _raw_html(text: str) -> Told:
    """Find HTML, once a line."""
    start = 0
    for line in text.split("\n") if "<" in text else ():
        found = _TAG.search(line) if "<" in line else None
        if found:
            yield RAW_HTML, start + found.start(), {"value": shortened(found[0])}
        start += len(line) + 1


def _heading_one(text: str) -> Told:
    for pattern in (_HEADING, _UNDERLINED) if "=" in text else (_HEADING,):
        for found in pattern.finditer(text):
            title = found[1].rstrip("# \t")
            yield HEADING_ONE, found.start(), {"value": shortened(title), "corrected": f"## {title}"}


def _pictures(text: str) -> Told:
    for found in _PICTURE.finditer(text) if "![" in text else ():
        yield PICTURE_IN_TEXT, found.start(), {"value": shortened(found[1])}


def _script_links(text: str) -> Told:
    """Find links that run or load something instead of leading somewhere, however they are spelt."""
    if not any(map(text.lower().__contains__, _SCRIPT_HINTS)):
        return
    for found in _TARGET.finditer(text):
        group = found.lastindex or 0
        if _SCRIPT.match(_UNSEEN.sub("", unescape(found[group]))):
            yield SCRIPT_LINK, found.start(group), {"value": shortened(found[group])}


def _large_tables(text: str) -> Told:
    """Find the table by which a text has too many cells; a short row has as many as the first."""
    cells = columns = start = 0
    for line in text.split("\n") if "|" in text else ():
        if "|" in line and "-" in line and _OF_A_TABLES_RULE.issuperset(line):
            columns = line.count("|") + 1
        elif not line.strip(" \t>"):
            columns = 0
        cells += columns
        if cells > limits.CELLS:
            yield TABLE_TOO_LARGE, start, {"limit": str(limits.CELLS)}
            return
        start += len(line) + 1


_CHECKS: Final[tuple[Callable[[str], Told], ...]] = (
    _raw_html,
    _heading_one,
    _pictures,
    _script_links,
    _large_tables,
)
