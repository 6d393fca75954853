"""Pages that are lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from idebank.views.records.cards import Card, LineGroup, StartCard
from idebank.views.records.landings import LandingView
from idebank.views.records.links import CountLink, GoalCount, GoalTile, TargetLink, TextLink
from idebank.views.records.maps import BoardTeaser


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where we are in a list of several pages."""

    current: int
    """Counted from 1."""
    total: int
    """How many pages there are."""
    address: str
    """Of this page."""
    pages: tuple[TextLink, ...]
    """Numbers and addresses of the first page, the last and those near; a gap between has no address."""
    previous: str
    """Address, or empty on the first page."""
    next: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """How the initiatives of a list spread over another dimension."""

    kind: str
    """`goal`, `sector`, `theme` or `county`: names the heading."""
    links: tuple[CountLink, ...]
    goals: tuple[GoalCount, ...] = ()
    """Filled instead of `links` when kind is `goal`."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """A list of initiatives: all of them, or those of a goal, target, sector, theme, place or organisation.

    Template: `index.html`.
    """

    kind: str
    """`all`, `goal`, `target`, `sector`, `theme`, `county`, `municipality` or `organisation`."""
    name: str
    """What the list is about."""
    heading: str
    heading_language: str
    """`lang` of the heading when it differs from the page's, else empty."""
    lead: str
    """A sentence under the heading; for a goal its full title; may be empty."""
    lead_language: str
    count: int
    """In the whole list, not on this page of it."""
    cards: tuple[Card, ...]
    pagination: Pagination
    trail: tuple[TextLink, ...]
    """Breadcrumbs from the front page to the parent."""
    facets: tuple[FacetGroup, ...]
    tile: GoalTile | None = None
    """The goal's tile on a goal's or target's page."""
    icon: str = ""
    names: tuple[CountLink, ...] = ()
    """Other official names of a place (Sámi, Kven): label = the name, note_language = its language."""
    targets: tuple[TargetLink, ...] = ()
    """On a goal's page: its targets, those in use first."""
    municipalities: tuple[CountLink, ...] = ()
    """On a county's page: all its municipalities."""
    nearby: tuple[CountLink, ...] = ()
    """On an empty municipality's page: the nearest municipalities that have shared something; on an empty
    target's: targets of the same goal that are in use."""
    parent: CountLink | None = None
    """The county of a municipality, the goal of a target."""
    share_url: str = ""
    """The form to share an initiative with what the list is about filled in."""
    search_url: str = ""
    """The same list in the search page, where it can be narrowed."""
    board: BoardTeaser | None = None
    """On a county's page: who has shared, in short."""
    landings: tuple[LandingView, ...] = ()
    """On a sector's page: what its profiles say."""
    start: tuple[StartCard, ...] = ()
    """On a sector's page: what to begin with."""
    more: tuple[LineGroup, ...] = ()
    """On a municipality's or organisation's page: its adoptions, needs, methods and networks."""
    is_empty: bool = False
    """Whether nobody has shared anything; to be member of a network is not to share."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """On the page of what was stopped: why, by slug."""


@dataclass(frozen=True, slots=True)
class LinesView:
    """A list of entries of one kind, in groups. Template: `lines.html`."""

    kind: str
    """`needs`, `methods` …: names heading, lead and empty state."""
    groups: tuple[LineGroup, ...]
    count: int
    trail: tuple[TextLink, ...]
    pagination: Pagination | None = None
