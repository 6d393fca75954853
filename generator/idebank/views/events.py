"""Events: what is to come, what has been, and what was shown there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from idebank.catalog import Catalog
from idebank.model import Event, Initiative, ProgrammeItem
from idebank.slugs import slugify
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.findable import findable
from idebank.views.moments import moment, written
from idebank.views.pieces import document_row
from idebank.views.records import (
    Card,
    CountLink,
    DocumentRow,
    EntryLine,
    Findable,
    GoalTile,
    LineGroup,
    NewsGroup,
    Page,
    Section,
    TargetLink,
    TextLink,
    Trust,
)
from idebank.views.trust import trust_of

_NEW: Final = 24
"""How many initiatives «nytt siden sist» shows at most."""
_SUGGESTED: Final = 6
_TIMED_HOSTS: Final = {
    "youtube.com": "t",
    "www.youtube.com": "t",
    "m.youtube.com": "t",
    "youtu.be": "t",
    "vimeo.com": "#t",
}
"""Hosts of films whose addresses can name a second, and how."""


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
    sectors: tuple[CountLink, ...]
    themes: tuple[TextLink, ...]
    goals: tuple[GoalTile, ...]
    targets: tuple[TargetLink, ...]
    audience: tuple[str, ...]
    programme: tuple[ProgrammeRow, ...]
    recording: RecordingView | None
    documents: tuple[DocumentRow, ...]
    shown: tuple[Card, ...]
    """Initiatives that the event as a whole is about."""
    needs: tuple[TextLink, ...]
    follow_up: tuple[str, ...]
    contact_role: str
    contact_email: str
    contact_url: str
    calendar: str
    """Address of the calendar file; empty when the day is not known."""
    body_html: str
    search: Findable
    trust: Trust
    trail: tuple[TextLink, ...]
    depth: int = 0
    """An event has no levels."""


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
    by_theme: tuple[LineGroup, ...]
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
    mail: str
    mail_url: str
    trail: tuple[TextLink, ...]


class EventPages:
    """Makes the pages of events and their series in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the list, two pages for each series in use, and the events whose page is in this language."""
        language = self._desk.language
        yield Job("events", language)
        for series in series_in_use(self._desk.catalog):
            yield Job("series", language, series)
            yield Job("series_news", language, series)
        for event in self._desk.catalog.events:
            if self._desk.has_page(event.language):
                yield Job("event", language, event.slug)

    def page(self, job: Job, *, story: str) -> Page:
        """Return the list, a series, what is new since its last event, or one event around its text."""
        if job.kind == "event":
            return self._event(job.key, story)
        if job.kind == "series_news":
            return self._since(job.key)
        return self._list(job.key)

    def _list(self, series: str) -> Page:
        desk = self._desk
        events = [event for event in desk.catalog.events if not series or event.series == series]
        name = desk.shelf.label("event_series", series)
        front = TextLink(desk.wording.t("nav.events"), addresses.kind("event", desk.language))
        own = addresses.event_series(series, desk.language) if series else ""
        upcoming, past, undated = sorted_events(events, today=desk.settings.today)
        view = EventsView(
            kind="series" if series else "events",
            name=name,
            upcoming=tuple(event_line(event, desk) for event in upcoming),
            past=tuple(event_line(event, desk) for event in past),
            undated=tuple(event_line(event, desk) for event in undated),
            series=() if series else tuple(self._series_link(id_) for id_ in series_in_use(desk.catalog)),
            calendar=f"{own}serie.ics" if any(moment(e.start).is_exact for e in events) and series else "",
            feed=f"{own}feed.xml" if series else "",
            news=f"{own}nytt/" if series else "",
            wanted=tuple(
                TextLink(need.title, addresses.entry(need))
                for need in desk.catalog.needs
                if need.status == "open"
            ),
            by_theme=tuple(self._by_theme(events)) if series else (),
            trail=(desk.front, front) if series else (desk.front,),
        )
        modified = max((event.modified for event in events), default="")
        if series:
            return desk.page(
                "series",
                template="events.html",
                section=Section.EVENTS,
                address=lambda language: addresses.event_series(series, language),
                view=view,
                modified=modified,
                name=name,
            )
        return desk.page(
            "events",
            template="events.html",
            section=Section.EVENTS,
            address=lambda language: addresses.kind("event", language),
            view=view,
            modified=modified,
            indexed=bool(events),
        )

    def _by_theme(self, events: Sequence[Event]) -> Iterator[LineGroup]:
        for id_ in self._desk.catalog.vocabulary.terms["themes"]:
            about = [event for event in events if id_ in event.themes]
            if about:
                lines = tuple(event_line(event, self._desk) for event in about)
                yield LineGroup(self._desk.shelf.label("themes", id_), lines)

    def _series_link(self, id_: str) -> TextLink:
        label = self._desk.shelf.label("event_series", id_)
        return TextLink(label, addresses.event_series(id_, self._desk.language))

    def _event(self, slug: str, story: str) -> Page:
        event = self._desk.catalog.of_kind["event"][slug]
        assert isinstance(event, Event)  # noqa: S101 - the index is by kind
        return Page(
            url=addresses.entry(event),
            template="event.html",
            language=self._desk.language,
            section=Section.EVENTS,
            title=event.title,
            description=event.summary,
            view=self._view(event, story),
            modified=event.modified,
        )

    def _view(self, event: Event, story: str) -> EventView:
        desk, shelf, catalog = self._desk, self._desk.shelf, self._desk.catalog
        needs = tuple(catalog.of_kind["need"][slug] for slug in event.needs)
        contact = event.contact
        series = self._series_link(event.series) if event.series else None
        front = TextLink(desk.wording.t("nav.events"), addresses.kind("event", desk.language))
        return EventView(
            title=event.title,
            summary=event.summary,
            language=event.language,
            series=series,
            format=shelf.known_label("event_formats", event.format),
            when=written(event.start, event.end, desk.wording),
            date_note=event.date_note or "",
            over=is_over(event, today=desk.settings.today),
            hosts=tuple(self._organisation(name) for name in event.hosts),
            venue=event.venue or "",
            place=shelf.place(event.place) if event.place and event.place.county else "",
            places=shelf.places(event.place),
            url=event.url or "",
            join_url=event.join_url or "",
            registration=event.registration or "",
            sectors=tuple(shelf.sector_count(id_) for id_ in event.sectors),
            themes=tuple(shelf.theme(id_) for id_ in event.themes),
            goals=tuple(shelf.tile(number) for number in event.goals),
            targets=tuple(shelf.target(code) for code in event.targets),
            audience=tuple(shelf.label("audiences", id_) for id_ in event.audience),
            programme=tuple(self._item(event, item) for item in event.programme),
            recording=self._recording(event),
            documents=tuple(document_row(event, document, desk) for document in event.attachments),
            shown=tuple(desk.cards[slug] for slug in event.initiatives),
            needs=tuple(
                TextLink(getattr(need, "title", ""), addresses.entry(need), need.language) for need in needs
            ),
            follow_up=event.follow_up,
            contact_role=contact.role if contact else "",
            contact_email=(contact.email or "") if contact else "",
            contact_url=(contact.url or "") if contact else "",
            calendar=addresses.calendar(event) if moment(event.start).is_exact else "",
            body_html=story,
            search=findable(event, title=event.title, who=", ".join(event.hosts), desk=desk),
            trust=trust_of(event, owner=event.hosts[0] if event.hosts else event.title, desk=desk),
            trail=(desk.front, front, series) if series else (desk.front, front),
        )

    def _organisation(self, name: str) -> TextLink:
        organisation = self._desk.catalog.organisations.get(slugify(name))
        url = addresses.organisation(organisation.slug, self._desk.language) if organisation else ""
        return TextLink(name, url)

    def _item(self, event: Event, item: ProgrammeItem) -> ProgrammeRow:
        return ProgrammeRow(
            title=item.title,
            organisations=tuple(self._organisation(name) for name in item.organisations),
            summary=item.summary or "",
            time=item.start or "",
            jump=jump(event, item),
            shown=tuple(self._desk.cards[slug] for slug in item.initiatives),
        )

    def _recording(self, event: Event) -> RecordingView | None:
        recording = event.recording
        if recording is None:
            return None
        return RecordingView(
            recording.url,
            self._desk.shelf.known_label("caption_states", recording.captions),
            recording.transcript or "",
            recording.note or "",
        )

    def _since(self, series: str) -> Page:
        desk = self._desk
        name = desk.shelf.label("event_series", series)
        return desk.page(
            "series_news",
            template="since.html",
            section=Section.EVENTS,
            address=lambda language: f"{addresses.event_series(series, language)}nytt/",
            view=since_view(series, desk),
            indexed=False,
            name=name,
        )


def series_in_use(catalog: Catalog) -> tuple[str, ...]:
    """Return the series that have events, in the order of their list."""
    used = {event.series for event in catalog.events}
    return tuple(id_ for id_ in catalog.vocabulary.terms["event_series"] if id_ in used)


def is_over(event: Event, *, today: str) -> bool:
    """Tell whether an event is past; one of which too little is known is not said to be."""
    last = moment(event.end)
    if not last.has_year:
        last = moment(event.start)
    return bool(today) and last.has_year and last.day < today[: len(last.day)]


def sorted_events(
    events: Iterable[Event], *, today: str
) -> tuple[tuple[Event, ...], tuple[Event, ...], tuple[Event, ...]]:
    """Return events to come, soonest first; past ones, newest first; and those without a year, by title."""
    dated = sorted(
        (event for event in events if moment(event.start).has_year),
        key=lambda event: (event.start or "", event.slug),
    )
    undated = sorted((e for e in events if not moment(e.start).has_year), key=lambda event: event.title)
    upcoming = tuple(event for event in dated if not is_over(event, today=today))
    past = tuple(event for event in reversed(dated) if is_over(event, today=today))
    return upcoming, past, tuple(undated)


def next_event(desk: Desk) -> EntryLine | None:
    """Return the first event to come of which at least the month is known, as a line."""
    upcoming, _, _ = sorted_events(desk.catalog.events, today=desk.settings.today)
    dated = (event for event in upcoming if len(moment(event.start).day) > len("2026"))
    first = next(dated, None) if desk.settings.today else None
    return event_line(first, desk) if first else None


def event_line(event: Event, desk: Desk) -> EntryLine:
    """Return an event as a line of a list."""
    return EntryLine(
        url=addresses.entry(event),
        title=event.title,
        language=event.language,
        summary=event.summary,
        eyebrow=written(event.start, event.end, desk.wording),
        who=", ".join(event.hosts),
        place=event.venue or (desk.shelf.place(event.place) if event.place and event.place.county else ""),
        state=desk.shelf.known_label("event_formats", event.format),
        state_id=event.format or "",
        goals=tuple(desk.shelf.tile(number) for number in event.goals),
        note=_note(event, desk),
    )


def _note(event: Event, desk: Desk) -> str:
    """Return how many initiatives an event showed, or will."""
    if not event.shown:
        return ""
    ahead = moment(event.start).has_year and not is_over(event, today=desk.settings.today)
    count, tn = len(event.shown), desk.wording.tn
    return tn("event.ahead", count) if ahead else tn("event.shown", count)


def jump(event: Event, item: ProgrammeItem) -> str:
    """Return the address of the second where a point of the programme begins, where the host takes one."""
    if not event.recording or not item.start:
        return ""
    url = event.recording.url.partition("#")[0]
    host = url.partition("//")[2].partition("/")[0].lower()
    hours, minutes, seconds = map(int, item.start.split(":"))
    second = f"{hours * 3600 + minutes * 60 + seconds}s"
    match _TIMED_HOSTS.get(host):
        case "t":
            return f"{url}{'&' if '?' in url else '?'}t={second}"
        case "#t":
            return f"{url}#t={second}"
        case _:
            return ""


def last_day(series: str, desk: Desk) -> str:
    """Return the ISO date of the last event of a series that is over; empty when none has a known day."""
    days = (moment(event.start) for event in desk.catalog.events if event.series == series)
    today = desk.settings.today
    return max((day.day for day in days if day.is_exact and today and day.day < today), default="")


def since_view(series: str, desk: Desk) -> SinceView:
    """Return what came since the last event of a series, and what has never been shown."""
    catalog, since = desk.catalog, last_day(series, desk)
    fresh = [entry for entry in catalog.entries if entry.published > since][:_NEW]
    months = list(dict.fromkeys(entry.published[: len("2026-11")] for entry in fresh))
    seen = set(_goals_lately(series, desk))
    strong = sorted(
        (entry for entry in catalog.entries if entry.slug not in catalog.shown_at),
        key=lambda entry: (-entry.depth, -len(entry.results), entry.slug),
    )
    name = desk.shelf.label("event_series", series)
    own = addresses.event_series(series, desk.language)
    return SinceView(
        name=name,
        since=desk.wording.date(since),
        groups=tuple(
            NewsGroup(
                month,
                desk.wording.date(month),
                tuple(desk.cards[entry.slug] for entry in fresh if entry.published.startswith(month)),
            )
            for month in months
        ),
        never_shown=tuple(desk.cards[entry.slug] for entry in strong[:_SUGGESTED]),
        goals=tuple(desk.shelf.tile(n) for n in catalog.vocabulary.goals if n not in seen),
        mail=_mail(series, fresh, since=since, desk=desk),
        mail_url=f"{own}nytt/nytt.txt",
        trail=(
            desk.front,
            TextLink(desk.wording.t("nav.events"), addresses.kind("event", desk.language)),
            TextLink(name, own),
        ),
    )


def _goals_lately(series: str, desk: Desk) -> Iterator[int]:
    """Yield the goals that past events of a series were about in the last twelve months."""
    catalog, today = desk.catalog, desk.settings.today
    year_ago = f"{int(today[:4]) - 1}{today[4:]}" if today else ""
    for event in catalog.events:
        day = moment(event.start).day
        if (
            event.series == series
            and day[: len(today)] >= year_ago[: len(day)]
            and is_over(event, today=today)
        ):
            yield from event.goals
            for slug in event.shown:
                yield from catalog.by_slug[slug].goals


def _mail(series: str, fresh: Sequence[Initiative], *, since: str, desk: Desk) -> str:
    """Return a mail for the list of those who follow a series: what is new, and what comes next."""
    t, url = desk.wording.t, desk.settings.url
    events = [event for event in desk.catalog.events if event.series == series]
    upcoming, _, _ = sorted_events(events, today=desk.settings.today)
    told = t("since.mail.since", date=desk.wording.date(since)) if since else t("since.mail.latest")
    lines = [f"{entry.title} ({entry.organisation})\n{url}{addresses.entry(entry)}" for entry in fresh]
    coming = [
        f"{written(e.start, e.end, desk.wording)}: {e.title}\n{url}{addresses.entry(e)}" for e in upcoming
    ]
    ahead = [t("since.mail.next"), *coming] if coming else []
    return "\n\n".join([t("news.mail.hello"), *ahead, told, *(lines or [t("news.mail.nothing")])]) + "\n"
