"""A webinar or meeting."""

from dataclasses import dataclass

from idebank.model.parts import Attachment, Contact, Place, Topical


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem:
    """One point of an event's programme."""

    title: str
    organisations: tuple[str, ...] = ()
    start: str | None = None
    """Where it begins in the recording: `0:12:30`."""
    initiatives: tuple[str, ...] = ()
    """Slugs of the initiatives shown."""
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A film of an event, elsewhere on the web."""

    url: str
    captions: str | None = None
    """Id in the vocabulary `caption_states`."""
    transcript: str | None = None
    """Address."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Topical):
    """Something that takes place, or took place, at a time; of some, the time is only half known."""

    series: str | None = None
    """Id in the vocabulary `event_series`."""
    format: str | None = None
    """Id in the vocabulary `event_formats`."""
    start: str | None = None
    """`2021-05-28T13:30` (Europe/Oslo), `2021-05-28`, `2022-05`, `2022`; without year `--05-20`, `--09`."""
    end: str | None = None
    """As `start`."""
    date_note: str | None = None
    hosts: tuple[str, ...] = ()
    venue: str | None = None
    place: Place | None = None
    url: str | None = None
    join_url: str | None = None
    registration: str | None = None
    network: str | None = None
    programme: tuple[ProgrammeItem, ...] = ()
    recording: Recording | None = None
    attachments: tuple[Attachment, ...] = ()
    initiatives: tuple[str, ...] = ()
    """Slugs of initiatives that the event as a whole is about."""
    needs: tuple[str, ...] = ()
    """Slugs of needs that were voiced."""
    follow_up: tuple[str, ...] = ()
    contact: Contact | None = None

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the slugs of all initiatives shown, each once, in the order of the programme."""
        in_programme = (slug for item in self.programme for slug in item.initiatives)
        return tuple(dict.fromkeys((*in_programme, *self.initiatives)))
