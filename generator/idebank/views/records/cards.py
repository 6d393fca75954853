"""How one entry shows in a list."""

from dataclasses import dataclass

from idebank.views.records.links import GoalTile, TextLink


@dataclass(frozen=True, slots=True)
class Card:
    """An initiative in a list; the whole card is one link."""

    slug: str
    url: str
    title: str
    summary: str
    language: str
    """Language of title and summary."""
    organisation: str
    place: str
    """`Skien, Telemark`, `Trøndelag` or the word for national."""
    goals: tuple[GoalTile, ...]
    sectors: tuple[TextLink, ...]
    sector_icon: str
    """Icon of the first sector."""
    phase: str
    """Id, such as `running`."""
    phase_label: str
    depth: int
    """1-3."""
    reused: int
    """How many have taken it over."""
    image: str
    """Address of a small picture, or empty: then the card draws a quiet pattern of its goals' colours."""
    image_alt: str


@dataclass(frozen=True, slots=True)
class RelatedCard:
    """Another initiative like this one; the reason is outside the card, which is the same everywhere."""

    card: Card
    reason: str
    """What the two have in common, in words: `Samme tema: Matsvinn`."""


@dataclass(frozen=True, slots=True)
class StartCard:
    """An initiative to begin with."""

    card: Card
    reasons: tuple[str, ...]
    """What speaks for it: `Gratis`, `Brukt av 4 til`."""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry of any kind but initiatives, in a list; the heading's link covers it all."""

    url: str
    title: str
    language: str
    """Language of title and summary."""
    summary: str
    eyebrow: str
    """What stands above the title, such as its kind or its date; may be empty."""
    who: str
    place: str
    state: str
    """Label such as `Åpen`, or empty."""
    state_id: str
    goals: tuple[GoalTile, ...] = ()
    note: str = ""
    """A last line, such as how many others need it, too."""
    titled: bool = True
    """Whether somebody wrote the title; else it is ours, in the page's language."""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """A headed part of a list; the heading may be empty."""

    heading: str
    lines: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True)
class NewsGroup:
    """What came in one month."""

    id: str
    """`2026-11`."""
    heading: str
    cards: tuple[Card, ...]
