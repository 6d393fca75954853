"""A board as a table for a spreadsheet, and as data for a county's own page."""

import json

from idebank.export.tables import csv_table
from idebank.views.boards import BoardView
from idebank.wording import Wording


def board_csv(view: BoardView, *, wording: Wording, url: str) -> bytes:
    """Return a board as CSV: one line for each municipality."""
    header = (wording.t(f"board.csv.{name}") for name in ("number", "name", "status", "count", "stories"))
    rows = (
        (
            row.number,
            row.name,
            row.status_label,
            str(len(row.stories)),
            " | ".join(f"{story.label} ({url}{story.url})" for story in row.stories),
        )
        for row in view.rows
    )
    return csv_table(header, rows)


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
