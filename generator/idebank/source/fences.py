"""Where the front matter begins and ends: two lines of three hyphens, or what Word made of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from idebank.diagnostics import Finding, Rule

EMPTY_FILE: Final = Rule("empty-file")
MALFORMED_FENCE: Final = Rule("malformed-fence")
MISSING_FRONT_MATTER: Final = Rule("missing-front-matter")
MISSING_OPENING_FENCE: Final = Rule("missing-opening-fence")
UNCLOSED_FRONT_MATTER: Final = Rule("unclosed-front-matter")

RULES: Final = (
    EMPTY_FILE,
    MALFORMED_FENCE,
    MISSING_FRONT_MATTER,
    MISSING_OPENING_FENCE,
    UNCLOSED_FRONT_MATTER,
)

FENCE: Final = "---"

# Hyphens, dashes, minus signs and box lines: what word processors make of three hyphens.
_DASH: Final = "-\u2010-\u2015\u2212\u2500\u2e3a\u2e3b"
_DASH_SIGNS: Final = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2e3a\u2e3b")
_DASHES: Final = re.compile(rf"[ \t\u00a0]*[{_DASH}](?:[ \u00a0]?[{_DASH}])*[ \t\u00a0]*")
_FIELD: Final = re.compile(r"[\w-]+[ \t]*:(?:\s|$)")
_FIELDS_GO_ON: Final = re.compile(r"\s|$|[\w-]+\s*:|-\s|[\]}]|#(?!#| [A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class Fences:
    """The two parts of an entry's text."""

    front: str
    """The front matter, after as many empty lines as the file has before it: line numbers stay the file's."""
    body: str
    body_line: int
    """Line of the file, from 1, where `body` begins."""


def find_fences(text: str) -> tuple[Fences | None, list[Finding]]:
    """Return front matter and body, as far as they can be told apart, and what is wrong with the fences."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None, [Finding(EMPTY_FILE)]
    findings: list[Finding] = []
    start = _front_start(lines, first, findings)
    if start is None:
        return None, findings
    end, resume = _front_end(lines, start, findings)
    return _part(lines, start=start, end=end, resume=resume), findings


def _front_start(lines: Sequence[str], first: int, findings: list[Finding]) -> int | None:
    """Return the index of the first line after the opening fence."""
    opening = lines[first].rstrip()
    if opening == FENCE:
        return first + 1
    if _is_dashes(opening):
        findings.append(Finding(MALFORMED_FENCE, params={"found": opening.strip()}, line=first + 1))
        return first + 1
    if _FIELD.match(opening):
        findings.append(Finding(MISSING_OPENING_FENCE, line=first + 1))
        return first
    findings.append(Finding(MISSING_FRONT_MATTER, line=first + 1))
    return None


def _front_end(lines: Sequence[str], start: int, findings: list[Finding]) -> tuple[int, int]:
    """Return the indexes after the front matter's last line and after the closing fence."""
    for index in range(start, len(lines)):
        line = lines[index]
        if line[:3] == FENCE and line.rstrip() == FENCE:
            return index, index + 1
        if line[:1] in _DASH_SIGNS and _is_dashes(line):
            findings.append(Finding(MALFORMED_FENCE, params={"found": line.strip()}, line=index + 1))
            return index, index + 1
    end = next((i for i in range(start, len(lines)) if not _FIELDS_GO_ON.match(lines[i])), len(lines))
    while end > start and not lines[end - 1].strip():
        end -= 1
    findings.append(Finding(UNCLOSED_FRONT_MATTER, params={"after": str(end)}, line=max(end, 1)))
    return end, end


def _is_dashes(line: str) -> bool:
    """Tell whether a line is only dashes; a lone hyphen is an empty list item."""
    return line.strip() not in {"", "-"} and _DASHES.fullmatch(line) is not None


def _part(lines: Sequence[str], *, start: int, end: int, resume: int) -> Fences:
    body_start = next((i for i in range(resume, len(lines)) if lines[i].strip()), resume)
    return Fences(
        front="\n" * start + "\n".join(lines[start:end]),
        body="\n".join(lines[body_start:]),
        body_line=body_start + 1,
    )
