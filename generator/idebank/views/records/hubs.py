"""Pages that lead on to lists: the front page, the hubs, prose, and the wrong address."""

from dataclasses import dataclass

from idebank.views.records.cards import Card, EntryLine
from idebank.views.records.links import CountLink, GoalCount, TextLink
from idebank.views.records.maps import TileMap


@dataclass(frozen=True, slots=True)
class HubGroup:
    """A headed part of a hub page; the heading may be empty."""

    heading: str
    links: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class HubView:
    """A page that leads to lists: the goals, the sectors, the themes, the counties or the organisations.

    Template: `hub.html`.
    """

    kind: str
    """`goals`, `sectors`, `themes`, `places` or `organisations`: names heading and lead."""
    groups: tuple[HubGroup, ...]
    goals: tuple[GoalCount, ...] = ()
    """Filled instead of `groups` on the goals' page."""
    trail: tuple[TextLink, ...] = ()
    map: TileMap | None = None
    """On the places' page: the whole country."""
    former: tuple[TextLink, ...] = ()
    """On the places' page: counties that are no more."""


@dataclass(frozen=True, slots=True)
class MineView:
    """A page that the browser fills: the private list, or a comparison.

    Templates: `my_list.html`, `compare.html`.
    """

    trail: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page. Template: `front.html`."""

    total: int
    organisations: int
    municipalities: int
    """How many of the 357 have shared something."""
    municipalities_in_all: int
    featured: tuple[Card, ...]
    """Three initiatives that tell much and differ in sector."""
    newest: tuple[Card, ...]
    """Six, without the featured ones."""
    sectors: tuple[CountLink, ...]
    """«Passer for deg som jobber i …»: the sectors with most initiatives, with icons."""
    goals: tuple[GoalCount, ...]
    counties: tuple[CountLink, ...]
    map: TileMap | None
    example_searches: tuple[TextLink, ...]
    next_event: EntryLine | None = None
    needs: tuple[EntryLine, ...] = ()
    """The newest of those still open."""
    collections: tuple[EntryLine, ...] = ()
    """The newest."""


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page written in Markdown under content/pages. Template: `prose.html`."""

    html: str
    """Safe: written by the maintainers and rendered by the host."""
    toc: tuple[TextLink, ...]
    trail: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for a wrong address. Template: `not_found.html`."""

    ways: tuple[TextLink, ...]
