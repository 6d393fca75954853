"""Those who meet to learn from each other, and their calls for stories."""

from dataclasses import dataclass

from idebank.model.parts import Image, Topical


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinator:
    """Who keeps a network together: a function, never a private person."""

    role: str
    organisation: str | None = None
    email: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member besides the municipalities of the network's counties."""

    municipality: str | None = None
    """Number."""
    organisation: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A call for stories, such as «tour de Trøndelag»."""

    id: str
    """Unique within the network; entries name it as `round`."""
    title: str
    question: str
    start: str | None = None
    end: str | None = None
    deadline: str | None = None
    order: tuple[str, ...] = ()
    """Numbers of municipalities, in the order that the round visits them."""
    invited: tuple[str, ...] = ()
    """Numbers of the municipalities that have been asked so far."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting of a network."""

    title: str
    date: str | None = None
    event: str | None = None
    """Slug of its page."""
    url: str | None = None
    summary: str | None = None
    follow_up: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Network(Topical):
    """Who belongs together, who has been asked for a story, and when they meet."""

    network_kind: str
    """Id in the vocabulary `network_kinds`."""
    coordinator: Coordinator
    counties: tuple[str, ...] = ()
    """Numbers; all their municipalities are members."""
    members: tuple[Member, ...] = ()
    partners: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    url: str | None = None
    initiative: str | None = None
    """Slug of the entry that tells of the network."""
    images: tuple[Image, ...] = ()
