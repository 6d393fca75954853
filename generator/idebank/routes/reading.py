"""From an address to its route: the table read backwards."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from idebank.routes.making import prefix
from idebank.routes.table import PAGES, TABLE, Role, Route
from idebank.vocabulary import LANGUAGES

_PART: Final = re.compile(r"\{(\w+)\}")
_FURTHER: Final = re.compile(rf"(.*/){PAGES}/([2-9]|[1-9][0-9]+)/")
_Reader: TypeAlias = tuple[re.Pattern[str], Route]


@dataclass(frozen=True, slots=True)
class Located:
    """What an address says."""

    route: Route
    language: str
    """Empty when there is one for all languages."""
    parts: Mapping[str, str]
    number: int = 1
    """Which page of a list."""


def by_language(address: str) -> tuple[str, str]:
    """Return the language that an address is in, and the address without the language's prefix."""
    first, slash, rest = address.partition("/")
    return (first, rest) if slash and first in LANGUAGES[1:] else (LANGUAGES[0], address)


def located(address: str) -> Located | None:
    """Return what an address says; None when no route of the table leads there.

    Of several routes that could, it is the one that says most of the address itself.
    """
    language, rest = by_language(address)
    further = _FURTHER.fullmatch(rest)
    return _read(rest, language) or (_read(further[1], language, int(further[2])) if further else None)


def _read(rest: str, language: str, number: int = 1) -> Located | None:
    for reader, row in _READERS.get(rest.partition("/")[0], ()):
        match = reader.fullmatch(rest)
        if match and (number == 1 or row.role is Role.LIST) and not (row.once and prefix(language)):
            called = {word: name for name, word in row.said.items()}
            parts = {name: called.get(part, part) for name, part in match.groupdict().items()}
            return Located(row, "" if row.once else language, parts, number)
    return None


def _readers() -> Mapping[str, list[_Reader]]:
    """Return by the first part of addresses what reads them, those with the fewest open parts first."""
    found: dict[str, list[_Reader]] = defaultdict(list)
    for row in sorted(TABLE.values(), key=lambda row: [_is_open(part) for part in row.segments]):
        texts = _PART.split(row.pattern)
        pattern = "".join(
            rf"(?P<{text}>[^/]+)" if at % 2 else re.escape(text) for at, text in enumerate(texts)
        )
        found[row.segments[0]].append((re.compile(pattern), row))
    return found


def _is_open(part: str) -> bool:
    return "{" in part


_READERS: Final = _readers()
