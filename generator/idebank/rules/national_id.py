"""Norwegian national identity numbers: found by their check digits, and never repeated."""

import re
from collections.abc import Iterator
from typing import Final

# Begins with a digit and not with a look behind: the search through a text is ten times as fast.
_CANDIDATE: Final = re.compile(r"([0-9]{6})[ \u00a0.-]?([0-9]{5})(?![0-9/]|[.,][0-9])")
_NOT_BEFORE: Final = frozenset("0123456789.,/-")
_FIRST: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_FIRST_REMAINDERS: Final = frozenset({0, 1, 2, 3})
"""Today only 0; numbers given from 2032 on may have any of these (Skatteetaten)."""
_DAYS: Final = range(1, 32)
_MONTHS: Final = range(1, 13)


def national_ids(text: str) -> Iterator[tuple[int, int]]:
    """Yield where (start, end) in `text` a national identity number, D-number or the like stands."""
    for found in _CANDIDATE.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if before not in _NOT_BEFORE and is_national_id(found[1] + found[2]):
            yield found.span()


def is_national_id(digits: str) -> bool:
    """Tell whether eleven digits are a birth, D-, H- or test number by today's rule or that of 2032."""
    numbers = [int(digit) for digit in digits]
    first = sum(weight * number for weight, number in zip(_FIRST, numbers, strict=False)) % 11
    second = sum(weight * number for weight, number in zip(_SECOND, numbers, strict=True)) % 11
    return first in _FIRST_REMAINDERS and second == 0 and _has_date(digits)


def _has_date(digits: str) -> bool:
    """Tell whether the beginning is a day and a month: plain, or shifted as in D-, H- and test numbers."""
    day, month = int(digits[:2]), int(digits[2:4])
    return any(day - shift in _DAYS for shift in (0, 40)) and any(
        month - shift in _MONTHS for shift in (0, 40, 80)
    )


def masked(text: str) -> str:
    """Return `text` with every national identity number blotted out."""
    parts: list[str] = []
    at = 0
    for start, end in national_ids(text):
        parts += [text[at:start], "•" * (end - start)]
        at = end
    return "".join((*parts, text[at:])) if parts else text
