"""The search page, and what the search takes from an entry's page."""

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
    """Name in Pagefind and in the address: `goal`, `sector`, `kindergarten-season` …"""
    label: str
    values: tuple[SearchValue, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page. Template: `search.html`."""

    facets: tuple[SearchFacet, ...]
    total: int
    example_searches: tuple[TextLink, ...]
    ways: tuple[TextLink, ...]
    """Index pages to use instead, also without JavaScript."""


@dataclass(frozen=True, slots=True)
class Findable:
    """What the search takes from an entry's page besides its text. Template: `partials/entry_search.html`."""

    facets: tuple[tuple[str, str], ...]
    """What the search narrows by, as (facet, value): `("goal", "12")`, `("county", "trondelag")`."""
    kind: str
    """Label, or empty for an initiative."""
    title_order: str
    """What the title is sorted by, so that æ, ø and å come last."""
    who: str
    place: str
    goals: tuple[int, ...]
    state_id: str
    state: str
    """Label such as `I drift`, or empty."""
    language: str
    published: str
    """ISO date."""
    reused: int
