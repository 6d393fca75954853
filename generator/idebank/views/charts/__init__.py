"""Charts as flat records: where each mark, word and line stands. Pure functions, no template and no colour.

Across, everything is a share of the chart's width in per cent; down, it is lines of text in em. So a chart
is as wide as the page lets it be, and its words are as large as the reader has set them, on any screen.
"""

from idebank.views.charts.bars import Bar, Stack, bars, stacks
from idebank.views.charts.columns import Column, columns
from idebank.views.charts.records import Chart, Label, Mark

__all__ = ["Bar", "Chart", "Column", "Label", "Mark", "Stack", "bars", "columns", "stacks"]
