"""A spreadsheet as texts: read from Excel or CSV, whoever wrote it, and written so that no cell is run."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

_XLSX: Final = b"PK\x03\x04"
_DELIMITERS: Final = ";\t,"
_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with in a CSV file: a spreadsheet program would take it for a formula."""
_GUARD: Final = "'"
_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel's times have no zone; the same bytes every time
LONGEST_CELL: Final = 32_767
"""Characters that Excel keeps of a cell."""


class TableError(ValueError):
    """Raised for a file that is no table; its text says why, for the one who reads the program's messages."""


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
    rows = _from_xlsx(raw) if raw.startswith(_XLSX) else ("", _from_csv(raw))
    name, cells = rows
    filled = [(number, row) for number, row in enumerate(cells, 1) if any(row)]
    if not filled:
        raise TableError("no rows")
    (number, columns), *body = filled
    width = len(columns)
    if len(set(filter(None, columns))) < len([column for column in columns if column]):
        raise TableError("two columns have the same heading")
    first = body[0][0] if body else number + 1
    last = body[-1][0] if body else number
    by_number = dict(body)
    every = [by_number.get(at, []) for at in range(first, last + 1)]  # an empty row keeps the count right
    return Table(name, tuple(columns), tuple(tuple(_padded(row, width)) for row in every), first)


def _padded(row: Sequence[str], width: int) -> Iterator[str]:
    yield from row[:width]
    yield from [""] * (width - len(row))


def _from_csv(raw: bytes) -> list[list[str]]:
    text = _decoded(raw)
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[_unguarded(cell.strip()) for cell in row] for row in rows]


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError("neither UTF-8 nor Windows-1252")


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith(_GUARD) and cell[1:].startswith((*_ACTIVE, _GUARD)) else cell


def _from_xlsx(raw: bytes) -> tuple[str, list[list[str]]]:
    # A tenth of a second to import, and most commands read no spreadsheet.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        book = load_workbook(io.BytesIO(raw), data_only=True)
    except Exception as error:  # the library raises whatever it meets in a broken file
        raise TableError(f"not an Excel file: {error}") from error
    sheet = book.worksheets[0]
    for merged in list(sheet.merged_cells.ranges):
        value = sheet.cell(merged.min_row, merged.min_col).value
        sheet.unmerge_cells(str(merged))
        for row in range(merged.min_row, merged.max_row + 1):
            for column in range(merged.min_col, merged.max_col + 1):
                sheet.cell(row, column).value = value
    return sheet.title, [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def _text(value: Any) -> str:
    """Return a cell's value as somebody would type it: whole numbers plain, days without a clock."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nei"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return (
                value.date().isoformat() if value.time().isoformat() == "00:00:00" else value.isoformat(" ")
            )
        case date():
            return value.isoformat()
    return str(value).strip()


def write_csv(table: Table) -> bytes:
    """Return a table as CSV that Norwegian Excel opens: UTF-8 with a mark, semicolons, no cell a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_guarded(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _guarded(cell: str) -> str:
    return f"{_GUARD}{cell}" if cell.startswith((*_ACTIVE, _GUARD)) else cell


def write_xlsx(tables: Iterable[Table]) -> bytes:
    """Return tables as an Excel file, the same bytes each time; raises TableError for a cell too long."""
    from openpyxl import Workbook  # noqa: PLC0415 - as above

    book = Workbook()
    for sheet in list(book.worksheets):
        book.remove(sheet)
    book.properties.created = book.properties.modified = _MADE
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        for number, row in enumerate((table.columns, *table.rows), 1):
            for column, text in enumerate(row, 1):
                if len(text) > LONGEST_CELL:
                    raise TableError(f"row {number}: a text of more than {LONGEST_CELL} characters")
                cell = sheet.cell(number, column)
                cell.value = text or None
                cell.data_type = "s" if text else "n"  # a text that begins with = stays one
    stream = io.BytesIO()
    book.save(stream)
    return _without_times(stream.getvalue())


def _without_times(raw: bytes) -> bytes:
    """Return an archive anew, its members dated the same and in order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
