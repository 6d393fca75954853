"""Lists of initiatives: all of them, and those of a goal, target, sector, theme, place or organisation."""

from idebank.views.lists.pages import ListPages

__all__ = ["ListPages"]
