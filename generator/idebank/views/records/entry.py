"""An initiative's own page."""

from dataclasses import dataclass

from idebank.views.records.cards import Card, EntryLine, RelatedCard
from idebank.views.records.links import TextLink
from idebank.views.records.pieces import (
    Advice,
    ContactRow,
    DocumentRow,
    Effort,
    Picture,
    ProfileSection,
    ResultRow,
    Topics,
    Trust,
    Who,
)


@dataclass(frozen=True, slots=True)
class FundingRow:
    """One grant."""

    source: str
    amount: str
    """Written out, such as `350 000 kr`, or empty."""
    year: str
    note: str


@dataclass(frozen=True, slots=True)
class ReuseRow:
    """Somebody who has taken something over, with those who took it over from them."""

    organisation: str
    url: str
    place: str
    degree: str
    degree_label: str
    date: str
    changed: str
    language: str
    """Of `changed`."""
    branches: tuple["ReuseRow", ...]


@dataclass(frozen=True, slots=True)
class ShownAt:
    """An event where an initiative was shown."""

    title: str
    url: str
    when: str
    time: str
    """Where in the recording, or empty."""
    jump: str
    """Address of that second of the recording, or empty."""
    language: str
    """Of the title."""


@dataclass(frozen=True, slots=True)
class ElsewhereLine:
    """Somebody else who does the same."""

    organisation: str
    place: str
    entry: TextLink


@dataclass(frozen=True, slots=True)
class ElsewhereGroup:
    """Others who do the same, for one reason."""

    reason: str
    """`method` or `programme`."""
    lines: tuple[ElsewhereLine, ...]
    whole: TextLink
    """The method or the programme."""
    count: int
    """Of all, also those not shown."""


@dataclass(frozen=True, slots=True)
class ElsewhereView:
    """Other places that do the same as an initiative."""

    groups: tuple[ElsewhereGroup, ...]
    map: TextLink | None
    """The map of those who share its first theme."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An initiative's own page. Template: `entry.html`."""

    slug: str
    url: str
    title: str
    summary: str
    language: str
    """Language of the text; the interface is in nb for `se`, else the same."""
    who: Who
    national: bool
    topics: Topics
    phase: str
    phase_label: str
    stopped_why: str
    effort: Effort
    period: str
    """`2019–2023`, `fra februar 2023`, or empty."""
    contact: ContactRow
    depth: int
    body_html: str
    """Safe: rendered and cleaned by `render`."""
    results: tuple[ResultRow, ...]
    advice: Advice
    documents: tuple[DocumentRow, ...]
    videos: tuple[TextLink, ...]
    funding: tuple[FundingRow, ...]
    partners: tuple[str, ...]
    pictures: tuple[Picture, ...]
    profiles: tuple[ProfileSection, ...]
    forms: tuple[str, ...]
    """Other forms it has: `sheet`, `meeting`, `story`."""
    shown_at: tuple[ShownAt, ...]
    reuse_form: str
    """Address of the form with which others say that they use it."""
    reused: int
    """How many have taken it over, from it or from what came of it."""
    reuse: tuple[ReuseRow, ...]
    elsewhere: ElsewhereView
    collections: tuple[TextLink, ...]
    """Those that it was picked for."""
    wanted: tuple[EntryLine, ...]
    """Open needs that it may answer."""
    solved: tuple[TextLink, ...]
    """Needs that it solved."""
    method: TextLink | None
    """The method it followed."""
    methods: tuple[TextLink, ...]
    """The methods that were worked out in it."""
    network: TextLink | None
    """The network it belongs to."""
    round: str
    """Title of the call it answers, or empty."""
    builds_on: tuple[TextLink, ...]
    """What it took over, when it began as an adoption."""
    part_of: TextLink | None
    parts: tuple[Card, ...]
    """Initiatives that name this one as their programme."""
    related: tuple[RelatedCard, ...]
    trust: Trust
    trail: tuple[TextLink, ...]
