"""Calendars: events as iCalendar (RFC 5545), one file for each event and one for each series."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from idebank.faults import in_hand
from idebank.model import Event
from idebank.views import addresses
from idebank.views.moments import moment

_ZONE = ZoneInfo("Europe/Oslo")
_ZONE_FROM, _ZONE_UNTIL = date(2015, 1, 1), date(2038, 1, 1)
"""The years for which a calendar explains summer time; the rules have not changed since 1996."""


def calendar(
    events: Iterable[Event], *, name: str, url: str, place: Callable[[Event], str] | None = None
) -> bytes:
    """Return a calendar of the events whose day is known.

    `url` is the site's address; `place` tells in which municipality or county an event is, or nothing.
    """
    # Only a build makes calendars; a check need not wait for the library.
    from icalendar import Calendar  # noqa: PLC0415

    found = Calendar()
    found.add("prodid", f"-//{_host(url)}//idebank//NO")
    found.add("version", "2.0")
    found.add("x-wr-calname", name)
    for event in events:
        if moment(event.start).is_exact:
            with in_hand(event.path):
                found.add_component(_component(event, url, place(event) if place else ""))
    if found.get_missing_tzids():
        found.add_missing_timezones(first_date=_ZONE_FROM, last_date=_ZONE_UNTIL)
    return bytes(found.to_ical())


def _component(event: Event, url: str, place: str):  # type: ignore[no-untyped-def] # noqa: ANN202 - the library's own kind
    from icalendar import Event as Component  # noqa: PLC0415

    page = f"{url}{addresses.entry(event)}"
    one = Component()
    one.add("uid", f"{event.slug}@{_host(url)}")
    # The same input gives the same bytes: the stamp is the entry's own date, not the clock's.
    one.add("dtstamp", datetime.combine(date.fromisoformat(event.modified), time(), UTC))
    one.add("summary", event.title)
    one.add("description", f"{event.summary}\n\n{page}")
    one.add("url", page)
    start, end = _times(event)
    one.add("dtstart", start)
    one.add("dtend", end)
    where = ", ".join(filter(None, (event.venue, place, event.join_url)))
    if where:
        one.add("location", where)
    return one


def _times(event: Event) -> tuple[datetime, datetime] | tuple[date, date]:
    """Return start and end: times in Norway, or whole days where no time is known (until the day after)."""
    first, last = moment(event.start), moment(event.end)
    day = date.fromisoformat(first.day)
    last_day = date.fromisoformat(last.day) if last.is_exact else day
    if not first.clock or (last_day > day and not last.clock):
        return day, last_day + timedelta(days=1)
    start = datetime.combine(day, time.fromisoformat(first.clock), _ZONE)
    if not last.clock:
        return start, start + timedelta(hours=1)
    return start, datetime.combine(last_day, time.fromisoformat(last.clock), _ZONE)


def _host(url: str) -> str:
    return urlsplit(url).netloc or "idebank"
