"""The limits are far from what any entry of the bank needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank import limits
from idebank.source import list_bank, load_source, parse_document
from tests.site.commands import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from idebank.source import Document

_DOCUMENTS: Final = [
    document
    for path in list_bank(REPOSITORY).entries
    if (document := parse_document(path, load_source(REPOSITORY, path).raw or b"")[0])
]


def _values(value: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:
    yield value, depth
    for own in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _values(own, depth + 1)


def _longest(document: Document, kind: type[str | list[Any]]) -> int:
    return max((len(value) for value, _ in _values(document.fields) if isinstance(value, kind)), default=0)


_MOST: Final[dict[str, tuple[int, Callable[[Document], int]]]] = {
    "bytes": (limits.ENTRY_BYTES, lambda own: len(own.text.encode())),
    "line": (limits.LINE, lambda own: max(map(len, own.text.split("\n")))),
    "word": (limits.WORD, lambda own: max(len(found) for found in re.findall(r"[\w-]+", own.text))),
    "values": (limits.VALUES, lambda own: sum(1 for _ in _values(own.fields))),
    "text": (limits.TEXT, lambda own: _longest(own, str)),
    "list": (limits.LIST, lambda own: _longest(own, list)),
    "body": (limits.BODY, lambda own: len(own.body)),
    "cells": (limits.CELLS, lambda own: own.body.count("|")),
}


@pytest.mark.parametrize("name", _MOST)
def test_far_from_any_entry(name: str) -> None:
    """No entry of the bank is nearer than a third of a limit."""
    limit, measure = _MOST[name]

    assert max(map(measure, _DOCUMENTS)) <= limit / 3


def test_depth() -> None:
    """Values of entries lie less deep than they may."""
    assert max(depth for own in _DOCUMENTS for _, depth in _values(own.fields)) < limits.DEPTH
