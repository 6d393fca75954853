"""Events: what is to come, what has been, and what was shown there."""

from collections.abc import Iterator
from typing import Final

from idebank.model import Event, Need, ProgrammeItem
from idebank.routes import route
from idebank.slugs import address_part
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.events.archive import archive
from idebank.views.events.order import event_line, is_over, series_in_use, sorted_events
from idebank.views.events.recording import jump
from idebank.views.events.records import EventsView, EventView, ProgrammeRow, RecordingView
from idebank.views.events.since import since_view
from idebank.views.moments import moment, written
from idebank.views.needs import OPEN
from idebank.views.pieces import contact_of, document_row, link_to, topics_of
from idebank.views.records import Page, Section, TextLink
from idebank.views.trust import trust_of

_WANTED: Final = 12
"""How many open needs a series shows."""


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
        events = desk.catalog.in_series.get(series, ()) if series else desk.catalog.events
        name = desk.shelf.label("event_series", series)
        open_needs = [need for need in desk.catalog.needs if need.status == OPEN] if series else []
        upcoming, past, undated = sorted_events(events, today=desk.settings.today)
        view = EventsView(
            kind="series" if series else "events",
            name=name,
            upcoming=tuple(event_line(event, desk) for event in upcoming),
            past=tuple(event_line(event, desk) for event in past),
            undated=tuple(event_line(event, desk) for event in undated),
            series=() if series else tuple(self._series_link(id_) for id_ in series_in_use(desk.catalog)),
            calendar=route("series_calendar", desk.language, series=series)
            if any(moment(e.start).is_exact for e in events) and series
            else "",
            feed=route("series_feed", desk.language, series=series) if series else "",
            news=route("series_news", desk.language, series=series) if series else "",
            wanted=tuple(link_to(need) for need in open_needs[:_WANTED]),
            wanted_in_all=len(open_needs),
            archive=tuple(archive(events, desk)) if series else (),
            trail=(desk.front, desk.list_of("event")) if series else (desk.front,),
        )
        return desk.page(
            view.kind,
            template="events.html",
            section=Section.EVENTS,
            address=lambda language: _address(series, language),
            view=view,
            modified=max((event.modified for event in events), default=""),
            indexed=bool(events),
            feed=TextLink(name, view.feed) if view.feed else None,
            name=name,
        )

    def _series_link(self, id_: str) -> TextLink:
        label = self._desk.shelf.label("event_series", id_)
        return TextLink(label, route("series", self._desk.language, series=id_))

    def _event(self, slug: str, story: str) -> Page:
        event = self._desk.catalog.one(Event, slug)
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
        desk, shelf = self._desk, self._desk.shelf
        series = self._series_link(event.series) if event.series else None
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
            topics=topics_of(event, shelf),
            programme=tuple(self._item(event, item) for item in event.programme),
            recording=self._recording(event),
            documents=tuple(document_row(event, document, desk) for document in event.attachments),
            shown=tuple(desk.cards[slug] for slug in event.initiatives),
            needs=tuple(link_to(desk.catalog.one(Need, slug)) for slug in event.needs),
            follow_up=event.follow_up,
            contact=contact_of(event.contact) if event.contact else None,
            calendar=route("event_calendar", slug=event.slug) if moment(event.start).is_exact else "",
            body_html=story,
            trust=trust_of(event, owner=event.hosts[0] if event.hosts else event.title, desk=desk),
            trail=(desk.front, desk.list_of("event"), *([series] if series else [])),
        )

    def _organisation(self, name: str) -> TextLink:
        organisation = self._desk.catalog.organisations.get(address_part(name))
        url = (
            route("organisation", self._desk.language, organisation=organisation.slug) if organisation else ""
        )
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
            address=lambda language: route("series_news", language, series=series),
            view=since_view(series, desk),
            indexed=False,
            name=name,
        )


def _address(series: str, language: str) -> str:
    return route("series", language, series=series) if series else route("events", language)
