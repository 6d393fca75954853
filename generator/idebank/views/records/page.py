"""What every page is, whatever it shows."""

from dataclasses import dataclass
from enum import StrEnum

from idebank.views.records.links import TextLink


class Section(StrEnum):
    """Which part of the site a page belongs to; the header marks it as current."""

    FRONT = "front"
    INITIATIVES = "initiatives"
    GOALS = "goals"
    SECTORS = "sectors"
    THEMES = "themes"
    PLACES = "places"
    ORGANISATIONS = "organisations"
    NETWORKS = "networks"
    EVENTS = "events"
    NEEDS = "needs"
    OVERVIEW = "overview"
    SEARCH = "search"
    CONTRIBUTE = "contribute"
    ABOUT = "about"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    language: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be written, whatever it shows."""

    url: str
    """Address relative to the site's root; ends with `/`, or is empty for the front page, or `404.html`."""
    template: str
    """File in theme/templates."""
    language: str
    """Language of the interface: nb, nn or en."""
    section: Section
    title: str
    """For the browser's tab and for sharing; the site's name is added by the frame."""
    description: str
    view: object
    """One of the records below; the template knows it as `view`."""
    indexed: bool = True
    """False keeps the page out of search engines and of the sitemap."""
    alternates: tuple[Alternate, ...] = ()
    """The same page in the other languages, itself included; empty when it has one language only."""
    modified: str = ""
    """ISO date of the newest content on the page; empty when nothing is dated."""
    feed: TextLink | None = None
    """What a newsreader finds when it is given the page."""
