"""Goals and sectors as a table of counts."""

from collections import Counter
from typing import Final

from idebank.routes import route, with_query
from idebank.views.desk import Desk
from idebank.views.overview.cells import count, words
from idebank.views.overview.records import Cell, Matrix, MatrixCell, MatrixRow, Panel, Part, Table
from idebank.views.records import TextLink

_SHADES: Final = 5


def matrix_part(desk: Desk) -> Part:
    """Return the part of the page that shows what the initiatives are about."""
    t, language = desk.wording.t, desk.language
    matrix = matrix_of(desk)
    total = desk.wording.number(len(desk.catalog.entries))
    return Part(
        id="matrise",
        heading=t("heading.matrix"),
        panels=(Panel(text=t("lead.matrix", total=total), matrix=matrix, table=_table(matrix, desk)),),
        more=(
            TextLink(t("nav.goals"), route("goals", language)),
            TextLink(t("nav.sectors"), route("sectors", language)),
        ),
    )


def matrix_of(desk: Desk) -> Matrix:
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
    return Matrix(shelf.goal_counts(), rows)


def _cell(desk: Desk, sector: str, goal: int, found: int, most: int) -> MatrixCell:
    if not found:
        return MatrixCell(0, 0, "")
    return MatrixCell(
        found,
        -(-found * _SHADES // most),
        with_query(route("search", desk.language), kind="initiative", goal=goal, sector=sector),
    )


def _table(matrix: Matrix, desk: Desk) -> Table:
    t, wording = desk.wording.t, desk.wording
    last: tuple[Cell, ...] = (
        words(t("matrix.sum")),
        *(count(goal.count, wording) for goal in matrix.goals),
        count(len(desk.catalog.entries), wording),
    )
    return Table(
        caption=t("matrix.caption"),
        columns=(
            t("facet.sector"),
            *(t("goal.name", number=goal.tile.number, name=goal.tile.name) for goal in matrix.goals),
            t("matrix.sum"),
        ),
        rows=(
            *(
                (
                    words(row.sector.label),
                    *(count(cell.count, wording) for cell in row.cells),
                    count(row.sector.count, wording),
                )
                for row in matrix.rows
            ),
            last,
        ),
        csv=route("overview_table", desk.language, table="mal-og-sektorer"),
    )
