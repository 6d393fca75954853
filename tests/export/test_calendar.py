"""Events as iCalendar, read back with another's eyes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

import icalendar
import pytest

from idebank.export.calendar import calendar
from tests.factories import event

if TYPE_CHECKING:
    from idebank.model import Event

URL: Final = "https://bank.example/under/"


def _read(*events: Event, url: str = URL) -> icalendar.Calendar:
    found = icalendar.Calendar.from_ical(calendar(events, name="Fredager", url=url))
    assert isinstance(found, icalendar.Calendar)
    return found


def _events(*events: Event, url: str = URL) -> list[icalendar.Event]:
    return [cast("icalendar.Event", one) for one in _read(*events, url=url).walk("VEVENT")]


def _one(**changes: Any) -> icalendar.Event:
    [found] = _events(event(**changes))
    return found


def _times(**changes: Any) -> tuple[date, date]:
    one = _one(**changes)
    return one.decoded("dtstart"), one.decoded("dtend")


def test_calendar() -> None:
    """A calendar says what it is called and who made it."""
    found = _read()

    assert str(found["x-wr-calname"]) == "Fredager"
    assert str(found["prodid"]) == "-//bank.example//idebank//NO"
    assert str(found["version"]) == "2.0"
    assert found.walk("VEVENT") == []


def test_event() -> None:
    """An event has its title, its text with the way to its page, and an address that never changes."""
    one = _one()
    page = f"{URL}arrangement/fredag-om-skolevei/"

    assert str(one["uid"]) == "fredag-om-skolevei@bank.example"
    assert str(one["summary"]) == "Fredag om skolevei"
    assert str(one["description"]) == (
        f"Tre kommuner forteller hvordan flere barn kom seg til skolen på egen hånd.\n\n{page}"
    )
    assert str(one["url"]) == page


@pytest.mark.parametrize(
    ("start", "end", "begins", "ends"),
    [
        # Winter time, summer time, and across midnight.
        ("2026-10-30T09:00", "2026-10-30T10:00", "2026-10-30T09:00+01:00", "2026-10-30T10:00+01:00"),
        ("2026-06-12T09:00", "2026-06-12T10:30", "2026-06-12T09:00+02:00", "2026-06-12T10:30+02:00"),
        ("2026-06-12T22:00", "2026-06-13T01:00", "2026-06-12T22:00+02:00", "2026-06-13T01:00+02:00"),
        # Clocks go back at night: a meeting over the weekend lasts an hour longer than it seems.
        ("2026-10-24T12:00", "2026-10-25T12:00", "2026-10-24T12:00+02:00", "2026-10-25T12:00+01:00"),
    ],
)
def test_times(start: str, end: str, begins: str, ends: str) -> None:
    """A time is Norway's, in summer as in winter."""
    assert _times(start=start, end=end) == (datetime.fromisoformat(begins), datetime.fromisoformat(ends))


def test_zone() -> None:
    """Times name the zone they are in."""
    one = _one()

    assert one["dtstart"].params["TZID"] == "Europe/Oslo"
    assert one["dtend"].params["TZID"] == "Europe/Oslo"


def test_zone_is_explained() -> None:
    """A calendar explains the zone that its times are in, once, with summer and winter time."""
    [zone] = _read(event(), event(slug="annen")).walk("VTIMEZONE")

    assert str(zone["tzid"]) == "Europe/Oslo"
    assert {part.decoded("tzoffsetto") for part in zone.subcomponents} == {
        timedelta(hours=1),
        timedelta(hours=2),
    }


def test_no_zone() -> None:
    """A calendar of whole days has no zone to explain."""
    assert _read(event(start="2026-10-30", end=None)).walk("VTIMEZONE") == []


@pytest.mark.parametrize("end", [None, "2026-10-30", "2026-10", "2026"])
def test_no_end(end: str | None) -> None:
    """An event of which no end of its clock is known is an hour long."""
    start, finish = _times(start="2026-10-30T09:00", end=end)

    assert start == datetime.fromisoformat("2026-10-30T09:00+01:00")
    assert finish - start == timedelta(hours=1)


@pytest.mark.parametrize(
    ("start", "end", "ends"),
    [
        ("2026-10-30", None, date(2026, 10, 31)),
        ("2026-10-30", "2026-10-30", date(2026, 10, 31)),
        ("2026-10-30", "2026-10-31", date(2026, 11, 1)),
        ("2026-10-30", "2026-10", date(2026, 10, 31)),
        ("2026-10-30", "2026-10-31T15:00", date(2026, 11, 1)),
    ],
)
def test_all_day(start: str, end: str | None, ends: date) -> None:
    """Where no clock is known, an event takes whole days; a calendar's end is the day after."""
    begins, finish = _times(start=start, end=end)

    assert (type(begins), type(finish)) == (date, date)
    assert (begins, finish) == (date(2026, 10, 30), ends)


@pytest.mark.parametrize("start", [None, "2026", "2026-10", "--10-30", "--10"])
def test_day_not_known(start: str | None) -> None:
    """An event of which the day or the year is not known is in no calendar."""
    assert _events(event(start=start, end=None)) == []


def test_series() -> None:
    """A calendar of several events has those with a day, in the order given."""
    found = _events(
        event(slug="b"), event(slug="maned", start="2026-11", end=None), event(slug="a", start="2026-01-01")
    )

    assert [str(one["uid"]) for one in found] == ["b@bank.example", "a@bank.example"]


def test_stamp() -> None:
    """The stamp is the day the entry was last known to hold, not the day of the build."""
    assert _one().decoded("dtstamp") == datetime(2026, 11, 22, tzinfo=UTC)
    assert _one(verified="2026-12-24").decoded("dtstamp") == datetime(2026, 12, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("venue", "join_url", "location"),
    [
        ("Rådhuset, Bodø", "https://mote.example/a", "Rådhuset, Bodø, https://mote.example/a"),
        ("Rådhuset", None, "Rådhuset"),
        (None, "https://mote.example/a", "https://mote.example/a"),
        (None, None, None),
    ],
)
def test_location(venue: str | None, join_url: str | None, location: str | None) -> None:
    """An event is where it is held and where it is joined, as far as either is known."""
    assert _one(venue=venue, join_url=join_url).get("location") == location


@pytest.mark.parametrize(
    ("venue", "place", "location"),
    [("Rådhuset", "Bodø", "Rådhuset, Bodø"), (None, "Bodø", "Bodø"), ("Rådhuset", "", "Rådhuset")],
)
def test_place(venue: str | None, place: str, location: str) -> None:
    """An event is in its municipality or county, where that is known."""
    raw = calendar([event(venue=venue)], name="Fredager", url=URL, place=lambda _: place)

    [one] = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert str(one["location"]) == location


def test_escaped() -> None:
    """What means something to a calendar is read back as it was, and makes no line of its own."""
    title = "Mat; svinn, og \\ resten\nATTENDEE:mailto:noen@bank.example"

    one = _one(title=title)

    assert str(one["summary"]) == title
    assert "attendee" not in one


def test_long_lines() -> None:
    """No line is longer than 75 bytes, and a long text with Norwegian letters is read back whole."""
    summary = "Ærlig øving på åpne spørsmål. " * 9

    raw = calendar([event(summary=summary)], name="Fredager", url=URL)

    assert max(map(len, raw.split(b"\r\n"))) <= 75
    assert str(_one(summary=summary)["description"]).startswith(summary)


def test_without_address() -> None:
    """A site whose address is not known still gives its events an id."""
    [one] = _events(event(), url="")

    assert str(one["uid"]) == "fredag-om-skolevei@idebank"


def test_same_bytes() -> None:
    """The same events give the same bytes."""
    assert calendar([event()], name="A", url=URL) == calendar([event()], name="A", url=URL)


def test_an_event_over_days_without_a_closing_time() -> None:
    """When nobody says at what time the last day ends, the event takes whole days."""
    one = _one(start="2026-10-30T09:00", end="2026-11-01")

    assert (one.decoded("dtstart"), one.decoded("dtend")) == (date(2026, 10, 30), date(2026, 11, 2))
