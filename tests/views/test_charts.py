"""Charts as positions."""

from __future__ import annotations

from decimal import Decimal

import pytest

from idebank.views.charts import Bar, Chart, Column, Stack, bars, columns, stacks
from idebank.views.charts.records import TRACK


def _years(*counts: int, first: int = 2000) -> Chart:
    return columns("År", [Column(str(first + n), count, str(count)) for n, count in enumerate(counts)])


def _below(chart: Chart) -> list[str]:
    return [label.text for label in chart.labels if not label.strong]


def _above(chart: Chart) -> list[str]:
    return [label.text for label in chart.labels if label.strong]


def test_bars() -> None:
    """A bar is as long as its share of the most, on a track as long as the chart; words stand above it."""
    chart = bars("Andel", [Bar("Oslo", 1, "1 av 1"), Bar("Agder", Decimal("0.25"), "1 av 4")], most=1)

    assert [mark.width for mark in chart.marks if mark.look == TRACK] == [100, 100]
    assert [mark.width for mark in chart.marks if mark.look == 1] == [100, 25]
    assert [(label.text, label.anchor) for label in chart.labels] == [
        ("Oslo", "start"),
        ("1 av 1", "end"),
        ("Agder", "start"),
        ("1 av 4", "end"),
    ]


def test_rows_do_not_touch() -> None:
    """Each row ends above the words of the next, and the last within the chart."""
    chart = bars("Andel", [Bar(str(n), n, str(n)) for n in range(5)], most=4)
    ends = sorted({mark.y + mark.height for mark in chart.marks})
    words = sorted({label.y for label in chart.labels})

    assert all(end < word - 0.75 for end, word in zip(ends, words[1:], strict=False))
    assert ends[-1] < chart.height


def test_nothing_has_no_bar() -> None:
    """Nothing is drawn for nothing, also where there is nothing at all."""
    assert stacks("Språk", [Stack("Agder", (0, 0), "0")], most=0).marks == ()
    assert bars("Andel", [], most=1).marks == ()


def test_stacks() -> None:
    """Parts follow one another, each in the look of its series, and end where the whole does."""
    chart = stacks("Språk", [Stack("Agder", (2, 0, 1), "3"), Stack("Oslo", (6, 0, 0), "6")], most=6)

    assert [(mark.x, mark.width, mark.look) for mark in chart.marks] == [
        (0, 33.33, 1),
        (33.33, 16.67, 3),
        (0, 100, 1),
    ]


def test_looks_of_parts() -> None:
    """Parts may have looks that are not those of their places."""
    chart = stacks("Sum", [Stack("Målt", (3, 2, 1), "6", looks=(1, 1, 2))], most=6)

    assert [mark.look for mark in chart.marks] == [1, 1, 2]


def test_columns() -> None:
    """The highest column fills the plot, the others stand beside it on the same line."""
    chart = _years(4, 0, 2)
    [high, low] = chart.marks

    assert high.height == 2 * low.height
    assert high.y + high.height == low.y + low.height == chart.lines[0]
    assert high.x + high.width < low.x
    assert _above(chart) == ["4", "2"]
    assert _below(chart) == ["2000", "2001", "2002"]


@pytest.mark.parametrize("count", [1, 2, 7, 8, 15, 21, 40])
def test_columns_stay_within(count: int) -> None:
    """However many there are, every column and number stays in the chart, and few enough have a name."""
    chart = _years(*[123] * count)

    assert all(mark.x >= 0 and mark.x + mark.width <= 100 for mark in chart.marks)
    assert all(0 < label.y < chart.height for label in chart.labels)
    assert 1 <= len(_below(chart)) <= 7
    assert _below(chart)[0] == "2000"
    assert _below(chart)[-1] == str(1999 + count)


def test_a_long_first_name() -> None:
    """What stands for many years begins at the edge, and the names near it give way."""
    years = [Column("før 2005", 2, "2"), *(Column(str(year), 1, "1") for year in range(2005, 2025))]
    first, *others = (label for label in columns("År", years).labels if not label.strong)

    assert (first.text, first.x, first.anchor) == ("før 2005", 0, "start")
    assert min(label.x for label in others) > 25


def test_crowded_numbers() -> None:
    """Where numbers would run into each other only the highest column has one."""
    assert _above(_years(*[100] * 19, 345)) == ["345"]
    assert len(_above(_years(*[3] * 14, 9))) == 15


def test_no_columns() -> None:
    """A chart of nothing is empty, not an error."""
    assert _years().marks == ()
