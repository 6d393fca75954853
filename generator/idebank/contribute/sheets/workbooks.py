"""Excel workbooks as rows of texts: the first sheet, cell by cell as it stands there, never as a grid."""

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final

from idebank.contribute.sheets.limits import CELLS, COLUMNS, Reason, TableError, Tally, within
from idebank.contribute.sheets.measuring import measure

MAGIC: Final = b"PK\x03\x04"

_Rows = dict[int, dict[int, str]]
"""By number of the row and of the column, what stands there."""


def workbook_rows(raw: bytes) -> tuple[str, Iterator[tuple[int, list[str]]]]:
    """Return the name of the first sheet, and the number and the cells of each row; raises TableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive, warnings.catch_warnings():
            measure(archive)
            warnings.simplefilter("ignore")  # of styles that are missing, and the like
            name, rows = _first_sheet(raw)
    except TableError:
        raise
    except Exception as error:  # the libraries raise whatever they meet in a broken file
        raise TableError(Reason.NOT_EXCEL) from error
    return name, ((number, _listed(rows[number])) for number in sorted(rows))


def _first_sheet(raw: bytes) -> tuple[str, _Rows]:
    """Read the first sheet; asked for a workbook, the library would open all and fill every merge."""
    # A tenth of a second to import, and most commands read no spreadsheet.
    from openpyxl.reader.excel import ExcelReader  # noqa: PLC0415
    from openpyxl.styles.stylesheet import apply_stylesheet  # noqa: PLC0415
    from openpyxl.worksheet._reader import WorkSheetParser  # noqa: PLC0415

    reader: Any = ExcelReader(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    sheet, place = next(
        (sheet, place)
        for sheet, place in reader.parser.find_sheets()
        if place.target in reader.valid_files and "chartsheet" not in place.Type
    )
    with reader.archive.open(place.target) as source:
        parser: Any = WorkSheetParser(
            source,
            reader.shared_strings,
            data_only=True,
            epoch=reader.wb.epoch,
            date_formats=reader.wb._date_formats,  # noqa: SLF001
            timedelta_formats=reader.wb._timedelta_formats,  # noqa: SLF001
        )
        rows = _read(parser.parse())
    _spread(rows, parser.merged_cells.mergeCell if parser.merged_cells else ())
    return sheet.name, rows


def _read(parsed: Iterable[tuple[int, list[dict[str, Any]]]]) -> _Rows:
    """Return the cells that say something."""
    rows: _Rows = {}
    tally = Tally()
    for number, cells in parsed:
        found = {cell["column"]: text for cell in cells if (text := _text(cell["value"]))}
        if found:
            within(max(found), COLUMNS, Reason.TOO_MANY_COLUMNS)
            tally.row(number, list(found.values()))
            rows[number] = found
    return rows


def _spread(rows: _Rows, merged: Any) -> None:
    """Put the text of merged cells into each of them."""
    made = 0
    for own in merged:
        left, top, right, bottom = own.bounds
        made += (right - left + 1) * (bottom - top + 1)
        if right > COLUMNS or made > CELLS:
            raise TableError(Reason.WIDE_MERGE, cells=own.coord)
        if text := rows.get(top, {}).get(left):
            for row in range(top, bottom + 1):
                rows.setdefault(row, {}).update(dict.fromkeys(range(left, right + 1), text))


def _listed(cells: dict[int, str]) -> list[str]:
    return [cells.get(column, "") for column in range(1, max(cells) + 1)]


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
