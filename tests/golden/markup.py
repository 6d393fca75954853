"""The part of a page that is its own, written so that differences read well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAIN: Final = re.compile(r"<main\b.*?</main>", re.DOTALL)
_TOKEN: Final = re.compile(r"<[^>]*>|[^<]+")
_HASH: Final = re.compile(r"(assets/idebank/[\w-]+)\.[0-9a-f]{10}(?=[./])")
_NAME: Final = re.compile(r"</?([\w-]+)")
_VOID: Final = frozenset({"br", "hr", "img", "input", "path", "circle", "use"})


def main_of(html: str) -> str:
    """Return a page's `<main>`, one tag or text per line, with the hashes of assets left out."""
    found = _MAIN.search(html)
    assert found is not None
    return "".join(f"{line}\n" for line in _lines(_HASH.sub(r"\1", found[0])))


def _lines(html: str) -> Iterator[str]:
    """Yield indented lines; an element with nothing but text in it takes one."""
    depth = 0
    tokens = [text for token in _TOKEN.findall(html) if (text := " ".join(token.split()))]
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.startswith("</"):
            depth -= 1
        leaf = _leaf(tokens[position : position + 3])
        yield "  " * depth + "".join(leaf)
        position += len(leaf)
        if len(leaf) == 1 and _opens(token):
            depth += 1


def _leaf(tokens: list[str]) -> list[str]:
    """Return a start tag, its text and its end tag, or the first token alone."""
    if _opens(tokens[0]):
        for length in (2, 3):
            if len(tokens) >= length and tokens[length - 1] == f"</{_name(tokens[0])}>":
                return tokens[:length]
    return tokens[:1]


def _opens(token: str) -> bool:
    return token.startswith("<") and not token.startswith("</") and _name(token) not in _VOID


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    assert found is not None
    return found[1]
