"""Spreadsheets in and out: an old bank's rows become entries, and entries become rows."""

from idebank.contribute.sheets.exporting import entry_table, explanations, round_trip
from idebank.contribute.sheets.importing import Imported, ImportedRow, Leftover, import_table
from idebank.contribute.sheets.limits import BYTES, TableError
from idebank.contribute.sheets.mapping import BrokenMappingError, SheetMapping, load_mapping
from idebank.contribute.sheets.tables import Table, read_table
from idebank.contribute.sheets.writing import write_csv, write_xlsx

__all__ = [
    "BYTES",
    "BrokenMappingError",
    "Imported",
    "ImportedRow",
    "Leftover",
    "SheetMapping",
    "Table",
    "TableError",
    "entry_table",
    "explanations",
    "import_table",
    "load_mapping",
    "read_table",
    "round_trip",
    "write_csv",
    "write_xlsx",
]
