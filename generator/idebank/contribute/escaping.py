"""What a stranger wrote, made harmless to show in a comment that we sign.

A comment is Markdown with HTML in it, and GitHub looks through what comes out for names to notify, numbers
to link and emoji to draw. Signs that mean something there are written as numbers, and what would notify or
link is broken by a space without width. What shall be copied stands in a code span, where nothing does.
"""

import re
from typing import Final

from idebank.report.words import plain

_SIGNS: Final = re.compile(r"[&<>\"`*_\[\]#|~$\\@]")
_TRIGGERS: Final = re.compile(
    r"(?<=[@#])(?=\w)"  # notifies somebody, links a number
    r"|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bmailto)(?=:)|(?<=\bxmpp)(?=:)"  # links an address
    r"|(?<=\bgh)(?=-\d)"  # links a number
    r"|(?<=:)(?=[\w+-]+:)",  # draws an emoji
    re.IGNORECASE,
)
_COMMIT: Final = re.compile(r"\b[0-9a-f]{7,}\b", re.IGNORECASE)
_NOTHING_WIDE: Final = "\u200b"
_CODE: Final = re.compile(r"`([^`]+)`")


def quoted(text: str, *, limit: int = 400) -> str:
    """Return a text on one line, of at most `limit` letters, as Markdown and HTML show it literally."""
    return _literal(_on_one_line(text, limit))


def code(text: str, *, limit: int = 400) -> str:
    """Return a text on one line as a code span of Markdown, to be copied; empty when there is none."""
    line = plain(_on_one_line(text, limit))
    if not line:
        return ""
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{line}{space}{fence}"


def sentence(text: str, *, limit: int = 1_000) -> str:
    """Return a sentence of ours that may quote a contributor; what stands between backticks is code."""
    parts = _CODE.split(_on_one_line(text, limit))
    return "".join(code(part) if index % 2 else _literal(part) for index, part in enumerate(parts))


def _on_one_line(text: str, limit: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def _literal(line: str) -> str:
    broken = _TRIGGERS.sub(_NOTHING_WIDE, plain(line))
    broken = _COMMIT.sub(lambda found: _NOTHING_WIDE.join(re.findall(".{1,6}", found[0])), broken)
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", broken).replace(_NOTHING_WIDE, "&#8203;")
