"""A board as a table for a spreadsheet, and as data for a county's own page."""

import csv
import io
import json

from idebank.views.boards import BoardView
from idebank.wording import Wording

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def board_csv(view: BoardView, *, wording: Wording, url: str) -> bytes:
    """Return a board as CSV that opens in a Norwegian spreadsheet: semicolons, UTF-8 with its mark."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        wording.t(f"board.csv.{name}") for name in ("number", "name", "status", "count", "stories")
    )
    for row in view.rows:
        stories = " | ".join(f"{story.label} ({url}{story.url})" for story in row.stories)
        cells = (row.number, row.name, row.status_label, str(len(row.stories)), stories)
        writer.writerow(harmless(cell) for cell in cells)
    return stream.getvalue().encode("utf-8-sig")


def board_json(view: BoardView, *, url: str) -> bytes:
    """Return a board as JSON, for pages that want to show it as their own."""
    data = {
        "name": view.name,
        "url": f"{url}{view.url}",
        "total": view.total,
        "shared": view.shared,
        "municipalities": [
            {
                "number": row.number,
                "name": row.name,
                "status": row.status,
                "stories": [{"title": story.label, "url": f"{url}{story.url}"} for story in row.stories],
            }
            for row in view.rows
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
