"""How much of a spreadsheet is read: more than any real one holds, and little enough for any machine.

A file may be small and still say that it has millions of cells, or one text a million times. So what is
counted is what reading it would make.
"""

from enum import StrEnum
from typing import Final

BYTES: Final = 32_000_000
"""Of a file."""
UNPACKED: Final = 48_000_000
"""Bytes of the tables, texts and styles in a workbook, unpacked."""
ROWS: Final = 10_000
"""Rows with something in them."""
COLUMNS: Final = 500
LAST_ROW: Final = 1_048_576
"""Number of the last row that a spreadsheet program has."""
CELLS: Final = 300_000
"""Cells, empty ones with a style too."""
CELL: Final = 131_072
"""Letters of a cell: as many as Python's reader of CSV takes; Excel keeps 32,767."""
LINE: Final = 1_000_000
"""Letters of a row of CSV, line ends too."""
LETTERS: Final = 10_000_000
"""Letters of all cells, a text that many share as often as it stands there."""
PARTS: Final = 200_000
"""Whatever a workbook has besides cells: texts, styles, formats, names, merged ranges."""
SHEETS: Final = 500


class Reason(StrEnum):
    """Why a file is no table that we read; the value is part of its message's key."""

    TOO_LARGE = "too-large"
    TOO_MANY_ROWS = "too-many-rows"
    TOO_MANY_COLUMNS = "too-many-columns"
    TOO_MANY_CELLS = "too-many-cells"
    TOO_MANY_PARTS = "too-many-parts"
    TOO_MUCH_TEXT = "too-much-text"
    LONG_CELL = "long-cell"
    LONG_LINE = "long-line"
    WIDE_MERGE = "wide-merge"
    EMPTY = "empty"
    REPEATED_HEADING = "repeated-heading"
    OPEN_QUOTE = "open-quote"
    NOT_EXCEL = "not-excel"
    UNKNOWN_LETTERS = "unknown-letters"


class TableError(ValueError):
    """Raised for a file that is no table that we read."""

    def __init__(self, reason: Reason, **params: str | int) -> None:
        """Keep the reason and what its message needs; numbers are limits."""
        super().__init__(reason, params)
        self.reason = reason
        self.params = params


class Tally:
    """Counts what is read, and stops where it is too much."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._rows = self._cells = self._letters = 0

    def row(self, number: int, cells: list[str]) -> None:
        """Count a row with something in it."""
        self._rows += 1
        self._cells += len(cells)
        self._letters += sum(map(len, cells))
        within(self._rows, ROWS, Reason.TOO_MANY_ROWS)
        within(number, LAST_ROW, Reason.TOO_MANY_ROWS, named=ROWS)
        within(len(cells), COLUMNS, Reason.TOO_MANY_COLUMNS)
        within(self._cells, CELLS, Reason.TOO_MANY_CELLS)
        within(max(map(len, cells)), CELL, Reason.LONG_CELL)
        within(self._letters, LETTERS, Reason.TOO_MUCH_TEXT)


def within(count: int, limit: int, reason: Reason, *, named: int = 0) -> None:
    """Raise TableError for more than `limit`; `named` is the limit that is told of, where it is another."""
    if count > limit:
        raise TableError(reason, limit=named or limit)
