"""Events, their series, and what came since the last of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.media import Medium
from idebank.model import Attachment, Contact, Place, ProgrammeItem, Recording
from idebank.views.desk import Job
from idebank.views.events import (
    EventPages,
    EventsView,
    EventView,
    RecordingView,
    event_line,
    is_over,
    jump,
    last_day,
    next_event,
    series_in_use,
    since_view,
    sorted_events,
)
from idebank.views.records import ContactRow, Section, TextLink
from tests.factories import event, initiative, need
from tests.views.shelves import catalog, desk, many
from tests.words import settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from idebank.model import Entry, Event
    from idebank.views.desk import Desk
    from idebank.views.events import SinceView
    from idebank.views.records import Card, EntryLine, Page

TODAY: Final = "2026-11-23"
FRIDAYS: Final = "barekraftsfredag"
CLIMATE: Final = "klimawebinarer"
SITE: Final = "https://bank.example/under/"
FILM: Final = Recording(url="https://youtu.be/abc")


def _desk(*entries: Entry, today: str = TODAY, language: str = "nb") -> Desk:
    return desk(*entries, own_settings=settings(today=today), language=language)


def _page(job: Job, *entries: Entry, today: str = TODAY) -> Page:
    return EventPages(_desk(*entries, today=today)).page(job, story="<p>Slik gikk det.</p>")


def _view(own: Event, *entries: Entry) -> EventView:
    view = _page(Job("event", "nb", own.slug), own, *entries).view
    assert isinstance(view, EventView)
    return view


def _list(*entries: Entry, series: str = "", today: str = TODAY) -> EventsView:
    view = _page(Job("series" if series else "events", "nb", series), *entries, today=today).view
    assert isinstance(view, EventsView)
    return view


def _since(*entries: Entry, today: str = TODAY) -> SinceView:
    return since_view(FRIDAYS, _desk(*entries, today=today))


def _at(start: str | None, end: str | None = None, **changes: Any) -> Event:
    fields: dict[str, Any] = {"slug": f"e-{start or 'ukjent'}", "start": start, "end": end}
    return event(**(fields | changes))


def _slugs(found: Iterable[Event | Card]) -> list[str]:
    return [one.slug for one in found]


def _urls(lines: Iterable[EntryLine]) -> list[str]:
    return [line.url for line in lines]


@pytest.mark.parametrize(
    ("start", "end", "over"),
    [
        ("2026-11-22", None, True),
        ("2026-11-23T08:00", None, False),
        ("2026-11-24", None, False),
        ("2026-11-20", "2026-11-23", False),
        ("2026-11-20", "2026-11-22", True),
        ("2026-10", None, True),
        ("2026-11", None, False),
        ("2026-11-20", "2026-11", False),
        ("2025", None, True),
        ("2026", None, False),
        ("--01-01", None, False),
        (None, None, False),
    ],
)
def test_over(start: str | None, end: str | None, over: bool) -> None:  # noqa: FBT001 - a table
    """An event is over when its last day is before today, as far as both are known."""
    assert is_over(_at(start, end), today=TODAY) is over


def test_nothing_is_over_without_a_day() -> None:
    """When nobody knows what day it is, no event is said to be over."""
    assert not is_over(_at("1999-01-01"), today="")


def test_sorted() -> None:
    """Events to come stand soonest first, past ones newest first, those without a year by title."""
    events = [
        _at("2026-12-02"),
        _at("2027-01-01T09:00"),
        _at("2026-12"),
        _at("2026-11-01"),
        _at("2024"),
        _at("--05-20", title="Åpen dag"),
        _at("--09", title="Frokost"),
        _at(None, title="Møte"),
    ]

    upcoming, past, undated = sorted_events(events, today=TODAY)

    assert _slugs(upcoming) == ["e-2026-12", "e-2026-12-02", "e-2027-01-01T09:00"]
    assert _slugs(past) == ["e-2026-11-01", "e-2024"]
    assert _slugs(undated) == ["e---09", "e-ukjent", "e---05-20"]


def test_sorted_at_one_time() -> None:
    """Events at one time stand by address, in whatever order they are read."""
    events = [_at("2026-12-01", slug=slug) for slug in ("b", "c", "a")]

    upcoming, _, _ = sorted_events(events, today=TODAY)

    assert _slugs(upcoming) == ["a", "b", "c"]
    assert upcoming == sorted_events(events[::-1], today=TODAY)[0]


def test_sorted_nothing() -> None:
    """Without events, there is nothing to sort."""
    assert sorted_events([], today=TODAY) == ((), (), ())


def test_next_event() -> None:
    """The next event is the soonest that is not over."""
    events = (_at("2026-12-24"), _at("2026-12-01"), _at("2026-11-01"))

    found = next_event(_desk(*events))

    assert found is not None
    assert found.url == "arrangement/e-2026-12-01/"


@pytest.mark.parametrize(
    ("start", "today"), [("2026-11-01", TODAY), ("--12-01", TODAY), (None, TODAY), ("2026-12-01", "")]
)
def test_no_next_event(start: str | None, today: str) -> None:
    """What is past, has no year or cannot be placed against today is no next event."""
    assert next_event(_desk(_at(start), today=today)) is None


def test_series_in_use() -> None:
    """Series that have events stand in the order of their list."""
    whole = catalog(_at("2026", series=CLIMATE), _at("2025", series=FRIDAYS), _at("2024"))

    assert series_in_use(whole) == (FRIDAYS, CLIMATE)
    assert series_in_use(catalog(_at("2024"))) == ()


@pytest.mark.parametrize(
    ("language", "kinds"),
    [
        ("nb", ["events", "series", "series_news", "event"]),
        ("nn", ["events", "series", "series_news"]),
        ("en", ["events", "series", "series_news"]),
    ],
)
def test_jobs(language: str, kinds: list[str]) -> None:
    """Each language has the lists; an event's page is in its own language alone."""
    jobs = EventPages(_desk(event(series=FRIDAYS), language=language)).jobs()

    assert [job.kind for job in jobs] == kinds


def test_list() -> None:
    """The list of all parts what is to come, what has been and what has no year."""
    view = _list(_at("2026-12-01", series=FRIDAYS), _at("2026-01"), _at("--05-20"))

    assert _urls(view.upcoming) == ["arrangement/e-2026-12-01/"]
    assert _urls(view.past) == ["arrangement/e-2026-01/"]
    assert _urls(view.undated) == ["arrangement/e---05-20/"]
    assert view.series == (TextLink("Bærekraftsfredag", "arrangement/serie/barekraftsfredag/"),)
    assert (view.kind, view.name, view.calendar, view.feed, view.news) == ("events", "", "", "", "")
    assert view.archive == ()


def test_empty_list() -> None:
    """A list without events is there, but search engines leave it out."""
    page = _page(Job("events", "nb"))

    assert isinstance(page.view, EventsView)
    assert (page.view.upcoming, page.view.past, page.view.undated) == ((), (), ())
    assert (page.url, page.indexed, page.modified) == ("arrangement/", False, "")


def test_wanted() -> None:
    """Open needs stand beside the events of a series; those that are over do not."""
    view = _list(event(series=FRIDAYS), need(slug="apen"), need(slug="lost", status="solved"), series=FRIDAYS)

    assert view.wanted == (TextLink("Trygg skolevei uten bil", "etterlyst/apen/", "nb"),)


def test_many_wanted() -> None:
    """A page names the newest of many needs and how many there are."""
    view = _list(event(series=FRIDAYS), *(need(slug=f"b-{n}") for n in range(20)), series=FRIDAYS)

    assert (len(view.wanted), view.wanted_in_all) == (12, 20)


def test_series() -> None:
    """A series has its own events, with calendar, feed and news."""
    view = _list(_at("2026-12-01", series=FRIDAYS), _at("2026-12-02", series=CLIMATE), series=FRIDAYS)
    own = "arrangement/serie/barekraftsfredag/"

    assert _urls(view.upcoming) == ["arrangement/e-2026-12-01/"]
    assert (view.kind, view.name, view.series) == ("series", "Bærekraftsfredag", ())
    assert (view.calendar, view.feed, view.news) == (f"{own}serie.ics", f"{own}feed.xml", f"{own}nytt/")
    assert view.trail[-1] == TextLink("Arrangement", "arrangement/")


@pytest.mark.parametrize("start", ["2026-12", "2026", "--12-01", None])
def test_series_without_calendar(start: str | None) -> None:
    """A series of which no event has a day has no calendar."""
    assert _list(_at(start, series=FRIDAYS), series=FRIDAYS).calendar == ""


def test_archive() -> None:
    """A series' events stand under what they were about, in the order of each list."""
    view = _list(
        _at("2026-01-01", series=FRIDAYS, themes=("matsvinn", "avfall")),
        _at("2026-02-01", series=FRIDAYS, themes=("matsvinn",), goals=(2,), sectors=("skole",)),
        _at("2026-03-01", series=FRIDAYS),
        series=FRIDAYS,
    )

    found = {one.by: {group.heading: len(group.lines) for group in one.groups} for one in view.archive}
    assert list(found) == ["theme", "goal", "sector"]
    assert list(found["theme"].items()) == [("Avfall og kildesortering", 1), ("Matsvinn", 2)]
    assert found["goal"]["2 Utrydde sult"] == 1
    assert list(found["sector"].values()) == [1]


def test_archive_of_what_says_nothing() -> None:
    """A series whose events do not say what they are about has no archive."""
    assert _list(event(series=FRIDAYS, sectors=(), goals=(), targets=()), series=FRIDAYS).archive == ()


def test_page() -> None:
    """An event has one page, in its own language, around its text."""
    page = _page(Job("event", "nb", "fredag-om-skolevei"), event(series=FRIDAYS))

    assert (page.url, page.section) == ("arrangement/fredag-om-skolevei/", Section.EVENTS)
    assert (page.title, page.alternates) == ("Fredag om skolevei", ())
    assert isinstance(page.view, EventView)
    assert page.view.body_html == "<p>Slik gikk det.</p>"
    assert [link.url for link in page.view.trail] == [
        "",
        "arrangement/",
        "arrangement/serie/barekraftsfredag/",
    ]


def test_event() -> None:
    """An event is told of in words: when, how, and whether it is past."""
    view = _view(event(format="online", audience=("politicians",)))

    assert view.when == "fredag 30. oktober 2026 kl. 09.00–10.00"
    assert (view.format, view.over) == ("På nett", True)
    assert view.calendar == "arrangement/fredag-om-skolevei/arrangement.ics"
    assert (view.series, len(view.trail)) == (None, 2)


@pytest.mark.parametrize(
    ("start", "when"),
    [("2026-10", "oktober 2026"), ("2026", "2026"), (None, "Tidspunktet er ikke oppgitt")],
)
def test_event_without_a_day(start: str | None, when: str) -> None:
    """An event of which no day is known says what is known, and has no calendar."""
    view = _view(event(start=start, end=None))

    assert (view.when, view.calendar) == (when, "")


def test_unknown_format() -> None:
    """A format that only says that nothing is known is not told."""
    assert _view(event(format="unknown")).format == ""
    assert event_line(event(format="unknown"), _desk()).state == ""


def test_hosts() -> None:
    """A host leads to its page, where it has something in the bank; the first could confirm the event."""
    view = _view(event(hosts=("Bodø kommune", "Ukjent AS")), initiative())

    assert view.hosts == (TextLink("Bodø kommune", "virksomhet/bodo-kommune/"), TextLink("Ukjent AS", ""))
    assert view.trust.owner == "Bodø kommune"


def test_without_hosts() -> None:
    """An event of nobody has its own title for an owner."""
    assert _view(event()).trust.owner == "Fredag om skolevei"


@pytest.mark.parametrize(
    ("place", "words", "links"),
    [
        (None, "", 0),
        (Place(), "", 0),
        (Place(county="18"), "Nordland", 1),
        (Place("1804", "18"), "Bodø, Nordland", 2),
    ],
)
def test_place(place: Place | None, words: str, links: int) -> None:
    """An event has a place where it is in a county; that it is for the whole country says nothing."""
    view = _view(event(place=place))

    assert (view.place, len(view.places)) == (words, links)
    assert event_line(event(place=place), _desk()).place == words


def test_programme() -> None:
    """A point of the programme has its speakers, where it begins in the film, and what it showed."""
    item = ProgrammeItem(
        title="Sykkelbussen",
        organisations=("Bodø kommune", "Ukjent AS"),
        start="0:12:30",
        initiatives=("sykkelbuss-bodo",),
    )

    [row] = _view(event(programme=(item,), recording=FILM), initiative()).programme

    assert (row.title, row.summary, row.time) == ("Sykkelbussen", "", "0:12:30")
    assert row.organisations[1] == TextLink("Ukjent AS", "")
    assert row.jump == "https://youtu.be/abc?t=750s"
    assert _slugs(row.shown) == ["sykkelbuss-bodo"]


@pytest.mark.parametrize(
    ("url", "start", "address"),
    [
        ("https://youtu.be/abc", "0:00:05", "https://youtu.be/abc?t=5s"),
        ("https://www.youtube.com/watch?v=abc", "1:02:03", "https://www.youtube.com/watch?v=abc&t=3723s"),
        ("https://YouTube.com/live/abc", "0:01:00", "https://YouTube.com/live/abc?t=60s"),
        ("https://vimeo.com/123", "0:12:30", "https://vimeo.com/123#t=750s"),
        ("https://film.example/abc", "0:12:30", ""),
        ("https://notyoutube.com/abc", "0:12:30", ""),
        ("https://youtu.be/abc", None, ""),
    ],
)
def test_jump(url: str, start: str | None, address: str) -> None:
    """A point leads to its second of the film, where the film's host takes one."""
    item = ProgrammeItem(title="Post", start=start)

    assert jump(event(recording=Recording(url=url)), item) == address


def test_jump_without_a_film() -> None:
    """Without a film, nothing leads into it."""
    assert jump(event(), ProgrammeItem(title="Post", start="0:12:30")) == ""


@pytest.mark.parametrize(
    ("captions", "label"),
    [("automatic", "Automatiske undertekster"), ("unknown", ""), (None, "")],
)
def test_recording(captions: str | None, label: str) -> None:
    """A film says how it is captioned, where that is known."""
    recording = Recording(url="https://youtu.be/abc", captions=captions, note="Uten de første minuttene.")

    assert _view(event(recording=recording)).recording == RecordingView(
        "https://youtu.be/abc", label, "", "Uten de første minuttene."
    )


def test_no_recording() -> None:
    """An event that was not filmed has no film."""
    assert _view(event()).recording is None


def test_documents() -> None:
    """A file of an event has its address, format and size."""
    own = event(attachments=(Attachment("Lysark", "presentation", file="lysark.pdf"),))
    medium = Medium(340_000)
    path = "content/events/fredag-om-skolevei/lysark.pdf"

    pages = EventPages(desk(own, media={path: medium}, own_settings=settings(today=TODAY)))
    view = pages.page(Job("event", "nb", own.slug), story="").view

    assert isinstance(view, EventView)
    assert [(row.url, row.note) for row in view.documents] == [
        ("arrangement/fredag-om-skolevei/lysark.pdf", "PDF, 340\u00a0kB")
    ]


def test_what_it_was_about() -> None:
    """An event leads to what it was about as a whole, and to the needs that were voiced."""
    view = _view(event(initiatives=("sykkelbuss-bodo",), needs=("trygg-skolevei",)), initiative(), need())

    assert _slugs(view.shown) == ["sykkelbuss-bodo"]
    assert view.needs == (TextLink("Trygg skolevei uten bil", "etterlyst/trygg-skolevei/", "nb"),)


def test_contact() -> None:
    """Whom to ask may be unknown, wholly or in part."""
    view = _view(event(contact=Contact("Klimakontoret")))

    assert view.contact == ContactRow("Klimakontoret", "", "")
    assert _view(event()).contact is None


def test_line() -> None:
    """A line says when, who and where, and how much was shown."""
    item = ProgrammeItem(title="Post", initiatives=("a", "b"))
    own = event(
        hosts=("KS", "DOGA"),
        venue="Rådhuset",
        place=Place("1804", "18"),
        programme=(item,),
        initiatives=("a",),
    )

    line = event_line(own, _desk())

    assert line.eyebrow == "fredag 30. oktober 2026 kl. 09.00–10.00"
    assert (line.who, line.place, line.note) == ("KS, DOGA", "Rådhuset", "2 tiltak vist")
    assert event_line(event(), _desk()).note == ""


@pytest.mark.parametrize(
    ("start", "note"),
    [
        ("2026-10-30", "1 tiltak vist"),
        ("2026-12-01", "1 tiltak på programmet"),
        ("2026", "1 tiltak på programmet"),
        ("--05-20", "1 tiltak vist"),
    ],
)
def test_note(start: str, note: str) -> None:
    """What is to come has shown nothing yet."""
    assert event_line(_at(start, initiatives=("a",)), _desk()).note == note


@pytest.mark.parametrize(
    ("starts", "today", "last"),
    [
        ((), TODAY, ""),
        (("2026-11-20", "2026-10-30T09:00"), TODAY, "2026-11-20"),
        (("2026-10-30T09:00", "2026-11-23T08:00", "2026-12-01"), TODAY, "2026-10-30"),
        (("2026-10-30", "2026-11", "2026"), TODAY, "2026-10-30"),
        (("2026-10", "--05-20", None), TODAY, ""),
        (("2026-10-30", "2026-12-01"), "", ""),
    ],
)
def test_last_day(starts: tuple[str | None, ...], today: str, last: str) -> None:
    """The last day of a series is before today, and an event without a day does not count."""
    events = [_at(start, series=FRIDAYS) for start in starts]
    other = _at("2026-11-21", slug="annen", series=CLIMATE)

    assert last_day(FRIDAYS, _desk(*events, other, today=today)) == last


def test_since() -> None:
    """What came after the last event of a series stands by month; what came that day does not."""
    entries = [
        initiative(slug="for", published="2026-10-30"),
        initiative(slug="dagen-etter", published="2026-10-31"),
        initiative(slug="november", published="2026-11-02"),
    ]

    view = _since(event(series=FRIDAYS), *entries)

    assert (view.name, view.since) == ("Bærekraftsfredag", "30. oktober 2026")
    assert [(group.id, _slugs(group.cards)) for group in view.groups] == [
        ("2026-11", ["november"]),
        ("2026-10", ["dagen-etter"]),
    ]


def test_since_nobody_knows_when() -> None:
    """Where no event of a series has a day, the newest 24 are new."""
    view = _since(_at("2026-05", series=FRIDAYS), *many(30))

    assert view.since == ""
    assert [len(group.cards) for group in view.groups] == [24]
    assert view.mail.plain.split("\n\n")[1] == "Dette er det nyeste i banken:"


def test_never_shown() -> None:
    """What tells most and was never shown is proposed, six at most, equals by address."""
    shown = initiative(slug="vist", themes=("matsvinn",))
    rich = initiative(slug="z-rik", themes=("matsvinn",))
    own = event(series=CLIMATE, programme=(ProgrammeItem(title="Post", initiatives=("vist",)),))

    assert _slugs(_since(own, shown, rich, *many(9)).never_shown) == [
        "z-rik",
        *(f"tiltak-{number:04}" for number in range(5)),
    ]


def test_goals_never_shown() -> None:
    """A goal of an event of the series, or of an initiative shown there, is no gap."""
    own = event(series=FRIDAYS, goals=(12,), initiatives=("sykkelbuss-bodo",))

    view = _since(own, initiative(goals=(3, 11)), initiative(slug="ikke-vist", goals=(1,)))

    assert [tile.number for tile in view.goals] == [1, 2, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17]


@pytest.mark.parametrize(
    ("start", "lately"),
    [
        ("2026-11-22", True),
        ("2025-11-23T09:00", True),
        ("2025-11-22", False),
        ("2026-10", True),
        ("2025-10", False),
        ("2024", False),
        ("2026-12-01", False),
        ("--05-20", False),
        (None, False),
    ],
)
def test_goals_lately(start: str | None, lately: bool) -> None:  # noqa: FBT001 - a table
    """Only what has been within the last twelve months counts, as far as its day is known."""
    goals = [tile.number for tile in _since(_at(start, series=FRIDAYS, goals=(12,))).goals]

    assert (12 not in goals) is lately


def test_goals_without_a_today() -> None:
    """When nobody knows what day it is, no event has been, and no goal was shown."""
    assert len(_since(event(series=FRIDAYS, goals=(12,)), today="").goals) == 17


def test_goals_of_another_series() -> None:
    """What another series was about does not count."""
    assert len(_since(event(series=CLIMATE, goals=(12,))).goals) == 17


def test_since_page() -> None:
    """What is new since the last event is kept from search engines, and has its mail beside it."""
    page = _page(Job("series_news", "nb", FRIDAYS), event(series=FRIDAYS))

    assert (page.url, page.indexed) == ("arrangement/serie/barekraftsfredag/nytt/", False)
    assert page.title == "Nytt siden sist: Bærekraftsfredag"
    assert _since().mail_file == "arrangement/serie/barekraftsfredag/nytt/nytt.eml"


def test_mail() -> None:
    """A mail has what comes next in the series, and what is new since its last event."""
    coming = _at("2026-12-11", slug="neste", title="Fredag om mat", series=FRIDAYS)
    other = _at("2026-12-12", slug="annen", series=CLIMATE)

    view = _since(event(series=FRIDAYS), coming, other, initiative())

    assert view.mail.plain == (
        "Hei!\n\n"
        "Neste gang:\n\n"
        f"fredag 11. desember 2026: Fredag om mat\n{SITE}arrangement/neste/\n\n"
        "Dette er kommet inn siden 30. oktober 2026:\n\n"
        f"Sykkelbuss til skolen (Bodø kommune)\n{SITE}tiltak/sykkelbuss-bodo/\n"
    )


def test_mail_of_nothing() -> None:
    """A mail says so when nothing is new, and names nothing to come where nothing is planned."""
    view = _since(event(series=FRIDAYS))

    assert view.groups == ()
    assert view.mail.plain == (
        "Hei!\n\nDette er kommet inn siden 30. oktober 2026:\n\nIngen har delt noe ennå.\n"
    )


def test_next_event_is_one_whose_month_is_known() -> None:
    """An event of which only the year is known is not announced as the next."""
    bank = _desk(event(slug="a", start="2026", end=None), event(slug="b", start="2026-12-01", end=None))

    line = next_event(bank)

    assert line is not None
    assert line.url == "arrangement/b/"


def test_a_day_whose_end_has_no_year_is_over() -> None:
    """The year of the beginning counts when the end has none."""
    assert is_over(event(start="2026-05-01", end="--05-03"), today=TODAY)
