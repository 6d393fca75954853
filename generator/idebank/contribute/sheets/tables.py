"""A spreadsheet as texts, whoever wrote it and in whatever kind of file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from idebank.contribute.sheets.csvs import csv_rows
from idebank.contribute.sheets.limits import BYTES, Reason, TableError, Tally, within
from idebank.contribute.sheets.workbooks import MAGIC, workbook_rows


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: a heading for each column, and rows of texts as long as the headings."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_row: int = 2
    """Number of the first row below the headings, as the spreadsheet program counts."""


def read_table(raw: bytes) -> Table:
    """Return the first sheet of an Excel or CSV file; raises TableError."""
    within(len(raw), BYTES, Reason.TOO_LARGE)
    name, rows = workbook_rows(raw) if raw.startswith(MAGIC) else ("", csv_rows(raw))
    filled = list(_filled(rows))
    if not filled:
        raise TableError(Reason.EMPTY)
    (number, columns), *body = filled
    seen: set[str] = set()
    for heading in filter(None, columns):
        if heading in seen:
            raise TableError(Reason.REPEATED_HEADING, heading=heading)
        seen.add(heading)
    width = len(columns)
    by_number = {at: (*row[:width], *[""] * (width - len(row))) for at, row in body}
    empty = ("",) * width
    first, last = (body[0][0], body[-1][0]) if body else (number + 1, number)
    # An empty row keeps the count right.
    return Table(
        name, tuple(columns), tuple(by_number.get(at, empty) for at in range(first, last + 1)), first
    )


def _filled(rows: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows in which something stands, as long as they are not too many."""
    tally = Tally()
    for number, row in rows:
        if any(row):
            tally.row(number, row)
            yield number, row
