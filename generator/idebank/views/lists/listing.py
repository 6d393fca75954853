"""What one list is, before it is cut into pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from idebank.model import Initiative
from idebank.views.records import (
    BoardTeaser,
    CountLink,
    GoalTile,
    LandingView,
    LineGroup,
    Section,
    StartCard,
    TargetLink,
    TextLink,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One list of initiatives."""

    kind: str
    section: Section
    entries: Sequence[Initiative]
    name: str
    """What the list is about, for heading and title."""
    address: Callable[[str], str]
    """The first page's address in a language."""
    trail: tuple[TextLink, ...]
    search: Mapping[str, str | int] = field(default_factory=dict)
    name_language: str = ""
    lead: str = ""
    lead_language: str = ""
    tile: GoalTile | None = None
    icon: str = ""
    names: tuple[CountLink, ...] = ()
    targets: tuple[TargetLink, ...] = ()
    municipalities: tuple[CountLink, ...] = ()
    nearby: tuple[CountLink, ...] = ()
    parent: CountLink | None = None
    board: BoardTeaser | None = None
    landings: tuple[LandingView, ...] = ()
    start: tuple[StartCard, ...] = ()
    more: tuple[LineGroup, ...] = ()
    others: int = 0
    """How many adoptions, needs and methods there are besides."""
    feed: TextLink | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
