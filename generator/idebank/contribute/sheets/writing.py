"""Tables as files: CSV and Excel, written so that no cell is run and the same table makes the same bytes."""

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from idebank.contribute.sheets.csvs import ACTIVE, GUARD
from idebank.contribute.sheets.limits import Reason, TableError
from idebank.contribute.sheets.tables import Table

_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel's times have no zone; the same bytes every time
LONGEST_CELL: Final = 32_767
"""Characters that Excel keeps of a cell."""


def write_csv(table: Table) -> bytes:
    """Return a table as CSV that Norwegian Excel opens: UTF-8 with a mark, semicolons, no cell a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_guarded(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _guarded(cell: str) -> str:
    return f"{GUARD}{cell}" if cell.startswith((*ACTIVE, GUARD)) else cell


def write_xlsx(tables: Iterable[Table]) -> bytes:
    """Return tables as an Excel file, the same bytes each time; raises TableError for a cell too long."""
    from openpyxl import Workbook  # noqa: PLC0415 - a tenth of a second, and rarely needed

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
                    raise TableError(Reason.LONG_CELL, limit=LONGEST_CELL)
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
