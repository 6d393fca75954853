"""What the pages of events show."""

from dataclasses import dataclass

from idebank.views.mails import Mail
from idebank.views.records import (
    Card,
    ContactRow,
    DocumentRow,
    EntryLine,
    GoalTile,
    LineGroup,
    NewsGroup,
    TextLink,
    Topics,
    Trust,
)


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One point of the programme."""

    title: str
    organisations: tuple[TextLink, ...]
    """With an address where the organisation has something in the bank."""
    summary: str
    time: str
    """Where it begins in the recording, or empty."""
    jump: str
    """Address of that second of the recording, where its host can be asked for it."""
    shown: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class RecordingView:
    """The film of an event."""

    url: str
    captions: str
    """Label, such as that the captions were made by a machine."""
    transcript: str
    note: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event's own page. Template: `event.html`."""

    title: str
    summary: str
    language: str
    series: TextLink | None
    format: str
    when: str
    date_note: str
    over: bool
    """Whether it is past; False when nobody can tell."""
    hosts: tuple[TextLink, ...]
    venue: str
    places: tuple[TextLink, ...]
    place: str
    url: str
    join_url: str
    registration: str
    topics: Topics
    programme: tuple[ProgrammeRow, ...]
    recording: RecordingView | None
    documents: tuple[DocumentRow, ...]
    shown: tuple[Card, ...]
    """Initiatives that the event as a whole is about."""
    needs: tuple[TextLink, ...]
    follow_up: tuple[str, ...]
    contact: ContactRow | None
    calendar: str
    """Address of the calendar file; empty when the day is not known."""
    body_html: str
    trust: Trust
    trail: tuple[TextLink, ...]
    depth: int = 0
    """An event has no levels."""


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """A series by one dimension."""

    by: str
    """`theme`, `goal` or `sector`: names the heading."""
    groups: tuple[LineGroup, ...]


@dataclass(frozen=True, slots=True)
class EventsView:
    """A list of events. Template: `events.html`."""

    kind: str
    """`events`, or `series` for those of one."""
    name: str
    """Of the series."""
    upcoming: tuple[EntryLine, ...]
    past: tuple[EntryLine, ...]
    undated: tuple[EntryLine, ...]
    """Those of which not even the year is known."""
    series: tuple[TextLink, ...]
    """Ways to the pages of series."""
    calendar: str
    """Address of the series' calendar, or empty."""
    feed: str
    news: str
    """Address of «nytt siden sist», or empty."""
    wanted: tuple[TextLink, ...]
    """Open needs: «hvem har løst dette?»"""
    wanted_in_all: int
    """How many needs are open; `wanted` are the newest of them."""
    archive: tuple[ArchiveView, ...]
    """The same events by what they were about."""
    trail: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class SinceView:
    """What came since the last event of a series, for whoever opens the next. Template: `since.html`."""

    name: str
    since: str
    """Written out, or empty when no event of the series has a day."""
    groups: tuple[NewsGroup, ...]
    never_shown: tuple[Card, ...]
    """Entries that tell much and were never shown at an event."""
    goals: tuple[GoalTile, ...]
    """Goals that no event has been about."""
    mail: Mail
    """The same, ready to send, with what comes next."""
    mail_file: str
    mail_text: str
    """Of the mail as a file, without its ending."""
    trail: tuple[TextLink, ...]
