"""The search page."""

from collections.abc import Mapping
from dataclasses import dataclass

from idebank.views.records.links import TextLink


@dataclass(frozen=True, slots=True)
class SearchValue:
    """One value of a facet."""

    id: str
    label: str
    count: int
    """In the whole bank."""


@dataclass(frozen=True, slots=True)
class SearchFacet:
    """One facet of the search page, drawn by the server so that labels need no script."""

    name: str
    """Name in the index and in the address: `goal`, `sector`, `kindergarten-season` …"""
    label: str
    values: tuple[SearchValue, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Things to choose that belong together."""

    label: str
    values: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page. Template: `search.html`."""

    municipalities: tuple[Choices, ...]
    """By county: the reader's own is one of them."""
    facets: tuple[SearchFacet, ...]
    total: int
    example_searches: tuple[TextLink, ...]
    ways: tuple[TextLink, ...]
    """Index pages to use instead, also without JavaScript."""
    kinds: Mapping[str, str]
    """Labels of the kinds of entries."""
    states: Mapping[str, str]
    """Labels of how far entries have come, those that say something."""
