"""Code in Markdown, which is shown as it stands and so breaks no rule."""

import re
from collections.abc import Iterator
from typing import Final

_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_TICKS: Final = re.compile(r"`+")


def without_code(text: str) -> str:
    """Return Markdown with spaces where it has code, so that every other place stays the same."""
    if "`" not in text and "~~~" not in text:
        return text
    return "\n".join(_lines_without_code(text.split("\n")))


def _lines_without_code(lines: list[str]) -> Iterator[str]:
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        if fence:
            closes = found is not None and found[1].startswith(fence) and not line.strip("`~ \t")
            fence = "" if closes else fence
            yield " " * len(line)
        elif found:
            fence = found[1]
            yield " " * len(line)
        else:
            yield _without_spans(line) if "`" in line else line


def _without_spans(line: str) -> str:
    """Blank what stands between two runs of equally many backticks."""
    runs = [found.span() for found in _TICKS.finditer(line)]
    following: dict[int, tuple[int, int]] = {}
    closing: list[tuple[int, int] | None] = []
    for start, end in reversed(runs):
        closing.append(following.get(end - start))
        following[end - start] = (start, end)
    parts: list[str] = []
    at = 0
    for (start, _), close in zip(runs, reversed(closing), strict=True):
        if close and start >= at:
            parts += [line[at:start], " " * (close[1] - start)]
            at = close[1]
    return "".join([*parts, line[at:]])
