"""Pages with which people contribute."""

from idebank.views.contribute.pages import FormPages

__all__ = ["FormPages"]
