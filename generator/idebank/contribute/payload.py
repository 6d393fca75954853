"""The one fenced block in an issue that carries what a form was filled in with.

An issue's text may be edited by anybody who wrote it, and quoted, headed and wrapped by GitHub. Only what
stands between two lines of tildes counts, exactly once; `theme/js/contribute/payload.js` writes the same.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from idebank.kinds import KINDS

FORMS: Final = ("initiative", "adoption", "need", "correction", "confirmation")
"""The forms that can be sent as an issue; the first three make an entry of the kind they are called by."""

MAX_CHARACTERS: Final = 60_000
MAX_BYTES: Final = 90_000
"""As base64 this still fits in one variable of a job's environment."""

_SHORTEST_FENCE: Final = 8
_OPENING: Final = re.compile(rf"(~{{{_SHORTEST_FENCE},}}) idebank ([a-z-]{{1,40}})[ \t]*")
_QUOTED_OPENING: Final = re.compile(rf"[ \t]*>[> \t]*~{{{_SHORTEST_FENCE},}} idebank ")
_TILDES: Final = re.compile(r"^[ \t]*(~+)", re.MULTILINE)
_ACTIVE: Final = re.compile(r"<\s*/?\s*(script|iframe|object|embed)\b|\$\{\{", re.IGNORECASE)


class Reason(StrEnum):
    """Why a contribution is not taken; the value is part of its message's key."""

    MISSING = "missing"
    QUOTED = "quoted"
    SEVERAL = "several"
    UNCLOSED = "unclosed"
    UNKNOWN_FORM = "unknown-form"
    TOO_LARGE = "too-large"
    ACTIVE = "active"
    """It has code in it that a page or a workflow could run."""
    DUPLICATE = "duplicate"
    """It can be read, and the bank has it already."""


@dataclass(frozen=True, slots=True)
class Payload:
    """What a form was filled in with."""

    form: str
    text: str
    """The text of an entry's file, or of a note in the same form."""
    line: int
    """Line of the issue, from 1, where the text begins."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no payload to read, and where."""

    reason: Reason
    line: int = 1
    """Line of the issue, from 1."""
    params: Mapping[str, str] = field(default_factory=dict)


def makes_entry(form: str) -> bool:
    """Tell whether a form makes an entry of its own."""
    return form in KINDS


def write_payload(form: str, text: str) -> str:
    """Return the block that carries `text`; its fence is longer than any run of tildes in it."""
    longest = max((len(found[1]) for found in _TILDES.finditer(text)), default=0)
    fence = "~" * max(_SHORTEST_FENCE, longest + 1)
    return f"{fence} idebank {form}\n{text}{'' if text.endswith(chr(10)) else chr(10)}{fence}\n"


def is_from_form(text: str) -> bool:
    """Tell whether the fields of a text stand as a form writes them, each as JSON on a line of its own."""
    opening, *lines = text.split("\n")
    if opening != "---" or "---" not in lines:
        return False
    return all(_is_json(line.partition(": ")[2]) for line in lines[: lines.index("---")])


def has_payload(body: object) -> bool:
    """Tell whether an issue's text opens a block of ours anywhere, readable or not."""
    return any(_OPENING.fullmatch(line) or _QUOTED_OPENING.match(line) for line in _lines(body))


def read_payload(body: object) -> Payload | Refusal:
    """Return what an issue's text carries, or why that is not read; `body` is whatever GitHub sends."""
    lines = _lines(body)
    openings = [(index, found) for index, line in enumerate(lines) if (found := _OPENING.fullmatch(line))]
    if not openings:
        quoted = next((index for index, line in enumerate(lines) if _QUOTED_OPENING.match(line)), None)
        return Refusal(Reason.MISSING) if quoted is None else Refusal(Reason.QUOTED, quoted + 1)
    start, opening = openings[0]
    fence, form = opening[1], opening[2]
    end = next((i for i in range(start + 1, len(lines)) if _closes(lines[i], fence)), None)
    if end is None:
        return Refusal(Reason.UNCLOSED, start + 1)
    for index, other in openings[1:]:
        if index > end or len(other[1]) >= len(fence):
            return Refusal(Reason.SEVERAL, index + 1)
    if form not in FORMS:
        return Refusal(Reason.UNKNOWN_FORM, start + 1, {"form": form})
    text = "".join(f"{line}\n" for line in lines[start + 1 : end])
    return _refused_for_its_text(text, start + 2) or Payload(form, text, start + 2)


def _lines(body: object) -> list[str]:
    """Return the lines of an issue's text; the ends of lines are as GitHub happened to store them."""
    text = body if isinstance(body, str) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _closes(line: str, fence: str) -> bool:
    tildes = line.rstrip(" \t")
    return len(tildes) >= len(fence) and not tildes.strip("~")


def _refused_for_its_text(text: str, line: int) -> Refusal | None:
    if len(text) > MAX_CHARACTERS or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return Refusal(Reason.TOO_LARGE, line, {"limit": str(MAX_CHARACTERS)})
    found = _ACTIVE.search(text)
    if found:
        return Refusal(Reason.ACTIVE, line + text.count("\n", 0, found.start()), {"value": found[0]})
    return None
