"""Tables of the overview as files."""

from idebank.export.tables import csv_table
from idebank.views.overview import Table


def overview_csv(table: Table) -> bytes:
    """Return a table as CSV: the cells of the page, numbers without groups and units."""
    return csv_table(table.columns, ((cell.plain for cell in row) for row in table.rows))
