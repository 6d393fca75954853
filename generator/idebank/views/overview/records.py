"""What the page that shows the bank in figures is made of."""

from dataclasses import dataclass

from idebank.views.charts import Chart
from idebank.views.records import CountLink, GoalCount, TextLink


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: str
    """As a reader sees it."""
    plain: str
    """As a spreadsheet takes it: a number without groups and unit."""
    url: str = ""
    """Where the entries behind it are."""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures, which is also a file."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """The first cell of a row is what the row is about."""
    csv: str
    """Address of the same table as a file."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How many initiatives a sector has for a goal."""

    count: int
    shade: int
    """0 (none) to 5 (most)."""
    url: str
    """A search for both, or empty when count is 0."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A sector's line in the matrix."""

    sector: CountLink
    cells: tuple[MatrixCell, ...]
    """One per goal, in the order of `Matrix.goals`."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Goal × sector: a table that is its own picture."""

    goals: tuple[GoalCount, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """What a colour of a chart stands for."""

    look: int
    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One thing that is shown: as a drawing, in words and as a table."""

    text: str
    """What the figures say, and what they do not."""
    table: Table
    heading: str = ""
    """Where a part of the page has several panels."""
    charts: tuple[Chart, ...] = ()
    series: tuple[Series, ...] = ()
    matrix: Matrix | None = None
    """Instead of charts."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page, to which a link at its top leads."""

    id: str
    heading: str
    panels: tuple[Panel, ...]
    more: tuple[TextLink, ...] = ()
    """Where the entries behind the figures are."""


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The bank in figures. Template: `overview.html`."""

    lead: str
    """The whole in a few sentences."""
    newest: str
    """The day that the newest entry is from, in words; empty in an empty bank."""
    parts: tuple[Part, ...]
    trail: tuple[TextLink, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Return every table of the page."""
        return tuple(panel.table for part in self.parts for panel in part.panels)
