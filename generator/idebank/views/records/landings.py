"""What a profile says on its sector's page."""

from dataclasses import dataclass

from idebank.views.records.cards import Card
from idebank.views.records.links import CountLink, TextLink


@dataclass(frozen=True, slots=True)
class BrowseGroup:
    """One question of a profile as ways in: each value with its number of initiatives."""

    heading: str
    links: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class ShelfView:
    """A row of initiatives with something in common."""

    id: str
    title: str
    cards: tuple[Card, ...]
    count: int
    more: str
    """Address of a search for all of them, or empty."""


@dataclass(frozen=True, slots=True)
class LandingView:
    """What a profile says on its sector's page."""

    id: str
    heading: str
    lead: str
    week: Card | None
    """The idea of the week."""
    browse: tuple[BrowseGroup, ...]
    tables: tuple[TextLink, ...]
    """The ways to the profile's register and its gains."""
    shelves: tuple[ShelfView, ...]
    questions: tuple[tuple[str, str], ...]
    """(question, help): what is asked of those who share."""
