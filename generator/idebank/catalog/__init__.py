"""The catalogue: all checked entries, and every index that pages and exports ask."""

from idebank.catalog.bonds import Showing
from idebank.catalog.catalog import Catalog, build_catalog
from idebank.catalog.effort import UNKNOWN_EFFORT, band_step, effort
from idebank.catalog.organisations import Organisation
from idebank.catalog.related import Reason, Related

__all__ = [
    "UNKNOWN_EFFORT",
    "Catalog",
    "Organisation",
    "Reason",
    "Related",
    "Showing",
    "band_step",
    "build_catalog",
    "effort",
]
