"""CSV as rows of texts, in whatever letters and with whatever separator."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from idebank.contribute.sheets.limits import CELL, LAST_ROW, LINE, ROWS, Reason, TableError, within

_DELIMITERS: Final = ";\t,"
ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with in a CSV file: a spreadsheet program would take it for a formula."""
GUARD: Final = "'"


def csv_rows(raw: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of each row; raises TableError."""
    with io.TextIOWrapper(io.BytesIO(raw), encoding=_encoding(raw), newline="") as text:
        head = text.readline()
        text.seek(0)
        delimiter = max(_DELIMITERS, key=head.count)
        lines = _Lines(text)
        rows = csv.reader(lines, delimiter=delimiter)
        number = 1
        try:
            for number, row in enumerate(rows, 1):
                within(number, LAST_ROW, Reason.TOO_MANY_ROWS, named=ROWS)
                yield number, [_unguarded(cell.strip()) for cell in row]
                lines.row_ended()
        except csv.Error as error:  # it takes whatever stands in a cell, but not any length
            raise TableError(Reason.LONG_CELL, limit=CELL) from error
        if lines.end_within_quotes(delimiter):
            raise TableError(Reason.OPEN_QUOTE, row=number)


class _Lines:
    """The lines of a text, and those of the row that is being read."""

    def __init__(self, text: Iterable[str]) -> None:
        self._lines = iter(text)
        self._row: list[str] = []
        self._last: list[str] = []
        self._letters = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._row.append(line)
            self._letters += len(line)
            within(self._letters, LINE, Reason.LONG_LINE)
            yield line

    def row_ended(self) -> None:
        self._last, self._row, self._letters = self._row, [], 0

    def end_within_quotes(self, delimiter: str) -> bool:
        """Tell whether the last row goes on: one more quote then ends it, and is else a row of its own."""
        return len(list(csv.reader([*self._last, "\n", '"'], delimiter=delimiter))) == 1 and bool(self._last)


def _encoding(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    raise TableError(Reason.UNKNOWN_LETTERS)


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith(GUARD) and cell[1:].startswith((*ACTIVE, GUARD)) else cell
