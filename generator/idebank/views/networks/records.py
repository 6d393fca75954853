"""What the pages of networks show."""

from dataclasses import dataclass

from idebank.views.mails import Mail
from idebank.views.records import Card, CountLink, NewsGroup, TextLink, Topics, Trust


@dataclass(frozen=True, slots=True)
class RoundView:
    """One call for stories."""

    id: str
    title: str
    question: str
    period: str
    deadline: str
    """Written out, or empty when none is set."""
    order: tuple[TextLink, ...]
    invited: int
    answers: tuple[Card, ...]
    note: str


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A member besides the municipalities of a network's counties."""

    name: str
    url: str
    """Of its municipality, or empty."""
    note: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting."""

    title: str
    date: str
    url: str
    """Address of its event's page, or empty."""
    external: str
    """Address elsewhere, or empty."""
    summary: str
    follow_up: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A network's own page. Template: `network.html`."""

    title: str
    summary: str
    language: str
    kind: str
    """Label."""
    coordinator_role: str
    coordinator_organisation: str
    coordinator_email: str
    coordinator_url: str
    counties: tuple[CountLink, ...]
    members: int
    """How many municipalities."""
    shared: int
    """How many of them have shared something."""
    guests: tuple[GuestRow, ...]
    """Members besides the municipalities of its counties."""
    partners: tuple[str, ...]
    topics: Topics
    url: str
    """The network's page elsewhere, or empty."""
    told_in: TextLink | None
    """The initiative that tells of the network."""
    board_url: str
    news_url: str
    rounds: tuple[RoundView, ...]
    meetings: tuple[MeetingView, ...]
    stories: tuple[Card, ...]
    body_html: str
    answer_email: str
    """Mailbox that takes an answer to a round, or empty."""
    trust: Trust
    trail: tuple[TextLink, ...]
    depth: int = 0
    """A network has no levels."""


@dataclass(frozen=True, slots=True)
class NewsView:
    """«Siden sist»: what is new among the members. Template: `news.html`."""

    name: str
    since: str
    """Written out: the day of the last meeting, or empty."""
    groups: tuple[NewsGroup, ...]
    board_url: str
    """Empty when the network has no municipalities."""
    mail: Mail
    """The same, ready to send."""
    mail_file: str
    mail_text: str
    """Of the mail as a file, without its ending."""
    feed_url: str
    trail: tuple[TextLink, ...]
