"""Pages that lead to lists, and the pages that show the bank as a whole."""

from idebank.views.hubs.front import featured_entries
from idebank.views.hubs.pages import HubPages

__all__ = ["HubPages", "featured_entries"]
