"""Cells of tables: the same figure for a reader and for a spreadsheet."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from idebank.views.overview.records import Cell
from idebank.wording import Wording

_TENTH: Final = Decimal("0.1")


def words(text: str, url: str = "") -> Cell:
    """Return a cell of words."""
    return Cell(text, text, url)


def count(number: int, wording: Wording, url: str = "") -> Cell:
    """Return a cell with a number of things; nothing leads to no entries."""
    return Cell(wording.number(number), str(number), url if number else "", is_number=True)


def amount(number: Decimal, wording: Wording) -> Cell:
    """Return a cell with an amount, written with the language's own decimal mark in both forms."""
    plain = f"{number:f}"
    return Cell(
        wording.decimal(number),
        plain if wording.language == "en" else plain.replace(".", ","),
        is_number=True,
    )


def percent(part: int, whole: int, wording: Wording) -> Cell:
    """Return a cell with a share in per cent, to a tenth; a share of nothing is empty."""
    if not whole:
        return Cell("", "", is_number=True)
    share = (Decimal(100 * part) / whole).quantize(_TENTH, ROUND_HALF_UP)
    return amount(share, wording)
