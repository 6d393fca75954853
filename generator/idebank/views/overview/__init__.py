"""The page that shows the bank in figures, and its tables."""

from idebank.views.overview.pages import OverviewPages, overview_view
from idebank.views.overview.records import OverviewView, Table

__all__ = ["OverviewPages", "OverviewView", "Table", "overview_view"]
