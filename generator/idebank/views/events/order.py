"""Which events are to come and which have been, and how one shows in a list."""

from collections.abc import Iterable

from idebank.catalog import Catalog
from idebank.model import Event
from idebank.views import addresses
from idebank.views.desk import Desk
from idebank.views.moments import moment, written
from idebank.views.records import EntryLine


def series_in_use(catalog: Catalog) -> tuple[str, ...]:
    """Return the series that have events, in the order of their list."""
    return tuple(id_ for id_ in catalog.vocabulary.terms["event_series"] if id_ in catalog.in_series)


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
