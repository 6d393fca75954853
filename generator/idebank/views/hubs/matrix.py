"""Goals and sectors as a table of counts."""

from collections import Counter
from typing import Final

from idebank.views import addresses
from idebank.views.desk import Desk
from idebank.views.paging import trail
from idebank.views.records import MatrixCell, MatrixRow, MatrixView

_SHADES: Final = 5


def matrix_view(desk: Desk) -> MatrixView:
    """Return how many initiatives each sector has for each goal."""
    catalog, shelf = desk.catalog, desk.shelf
    counts = Counter((s, g) for entry in catalog.entries for s in entry.sectors for g in entry.goals)
    most = max(counts.values(), default=0)
    rows = tuple(
        MatrixRow(
            shelf.sector_count(sector),
            tuple(_cell(desk, sector, goal, counts[sector, goal], most) for goal in catalog.vocabulary.goals),
        )
        for sector in catalog.vocabulary.terms["sectors"]
    )
    return MatrixView(shelf.goal_counts(), rows, len(catalog.entries), trail=trail(shelf))


def _cell(desk: Desk, sector: str, goal: int, count: int, most: int) -> MatrixCell:
    if not count:
        return MatrixCell(0, 0, "")
    return MatrixCell(
        count,
        -(-count * _SHADES // most),
        addresses.search(desk.language, goal=goal, sector=sector),
    )
