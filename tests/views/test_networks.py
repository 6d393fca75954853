"""Networks, their rounds and meetings, and what is new among their members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.model import Coordinator, Meeting, Member, Place, Round
from idebank.views.desk import Job
from idebank.views.networks import (
    GuestRow,
    MeetingView,
    NetworkPages,
    NetworkView,
    NewsView,
    last_meeting,
    network_line,
    news_of,
    news_view,
)
from idebank.views.records import LinesView, Section, TextLink
from tests.factories import event, initiative, network
from tests.views.shelves import catalog, desk, many
from tests.words import settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from idebank.model import Entry, Network
    from idebank.views.records import Card, Page

BODO: Final = "1804"
FAUSKE: Final = "1841"
STEINKJER: Final = "5006"
OTHER_COUNTY: Final = Place(STEINKJER, "50")
SITE: Final = "https://bank.example/under/"
MET: Final = Meeting(title="Vintermøte", date="2026-02-10")


def _view(own: Network, *entries: Entry) -> NetworkView:
    view = _page(Job("network", "nb", own.slug), own, *entries).view
    assert isinstance(view, NetworkView)
    return view


def _page(job: Job, *entries: Entry) -> Page:
    return NetworkPages(desk(*entries)).page(job, story="<p>Slik er det.</p>")


def _news(own: Network, *entries: Entry, today: str = "") -> NewsView:
    return news_view(own, desk(own, *entries, own_settings=settings(today=today)))


def _round(**changes: Any) -> Round:
    fields: dict[str, Any] = {"id": "tour", "title": "Tour de Nordland", "question": "Hva er dere stolte av?"}
    return Round(**(fields | changes))


def _slugs(cards: Iterable[Card]) -> list[str]:
    return [card.slug for card in cards]


def test_members_and_shared() -> None:
    """A network counts its municipalities, those outside the county too, and those that have shared."""
    own = network(members=(Member(municipality=STEINKJER),))

    view = _view(own, initiative(), initiative(slug="til"), initiative(slug="sor", place=OTHER_COUNTY))

    assert (view.members, view.shared) == (42, 2)
    assert [(link.label, link.count) for link in view.counties] == [("Nordland", 2)]


def test_guests() -> None:
    """Members besides the counties' municipalities are named; a municipality leads to its page."""
    members = (
        Member(municipality=STEINKJER, note="Siden 2024"),
        Member(municipality=BODO, organisation="Bodø kommune"),
        Member(organisation="Eksempel AS"),
    )

    assert _view(network(members=members)).guests == (
        GuestRow("Steinkjer", "sted/trondelag/steinkjer/", "Siden 2024"),
        GuestRow("Bodø kommune", "sted/nordland/bodo/", ""),
        GuestRow("Eksempel AS", "", ""),
    )


def test_no_board() -> None:
    """A network without municipalities has no board to lead to."""
    assert _view(network(counties=(), members=(Member(organisation="KS"),))).board_url == ""


def test_ways() -> None:
    """A network leads to its board, what is new and its feed."""
    view = _view(network())
    page = _page(Job("network", "nb", "nettverk-i-nordland"), network())

    assert view.board_url == "nettverk/nettverk-i-nordland/tavle/"
    assert view.news_url == "nettverk/nettverk-i-nordland/siden-sist/"
    assert page.feed == TextLink("Nytt fra Nettverk i Nordland", "nettverk/nettverk-i-nordland/feed.xml")
    assert view.trail == (TextLink("Forsiden", ""), TextLink("Nettverk", "nettverk/"))


def test_coordinator() -> None:
    """A network has its coordinator's function; what is not known is empty."""
    view = _view(network())

    assert (view.kind, view.coordinator_role) == ("Fylkesnettverk", "Fylkeskommunen, klima og miljø")
    assert (view.coordinator_organisation, view.coordinator_email, view.coordinator_url) == ("", "", "")
    assert view.trust.owner == "Nettverk i Nordland"


def test_owner() -> None:
    """The coordinator's organisation could confirm what is told of a network."""
    coordinator = Coordinator(role="Klima", organisation="Nordland fylkeskommune", email="post@nfk.example")

    view = _view(network(coordinator=coordinator))

    assert view.trust.owner == "Nordland fylkeskommune"
    assert view.coordinator_email == "post@nfk.example"


def test_told_in() -> None:
    """A network leads to the initiative that tells of it, where there is one."""
    own = network(initiative="sykkelbuss-bodo")

    assert _view(own, initiative()).told_in == TextLink(
        "Sykkelbuss til skolen", "tiltak/sykkelbuss-bodo/", "nb"
    )
    assert _view(network(), initiative()).told_in is None


def test_rounds() -> None:
    """Rounds stand with the last first, each with what it asks, whom it visits and who has answered."""
    old = _round(id="gammel", title="Gammel")
    new = _round(
        start="2026-01",
        end="2026-06",
        deadline="2026-05-01",
        order=(FAUSKE, BODO),
        invited=(FAUSKE,),
        note="Én i uka.",
    )
    answer = initiative(network="nettverk-i-nordland", round="tour")

    first, second = _view(network(rounds=(old, new)), answer, initiative(slug="annet")).rounds

    assert (first.id, first.title, second.id) == ("tour", "Tour de Nordland", "gammel")
    assert (first.period, first.deadline, first.note) == (
        "januar 2026 – juni 2026",
        "1. mai 2026",
        "Én i uka.",
    )
    assert first.order == (
        TextLink("Fauske", "sted/nordland/fauske/"),
        TextLink("Bodø", "sted/nordland/bodo/"),
    )
    assert first.invited == 1
    assert _slugs(first.answers) == ["sykkelbuss-bodo"]
    assert (second.period, second.deadline, second.order, second.answers) == ("", "", (), ())


def test_answer_to_another_network() -> None:
    """A round has no answers of a namesake in another network."""
    answer = initiative(network="annet-nettverk", round="tour")

    assert _view(network(rounds=(_round(),)), answer).rounds[0].answers == ()


def test_meetings() -> None:
    """A meeting is dated as far as is known, by its event where it says nothing itself."""
    meetings = (
        Meeting(
            title="Vår", date="2026-03", url="https://a.example", summary="Vi snakket.", follow_up=("Ring",)
        ),
        Meeting(title="Høst", event="fredag-om-skolevei"),
        Meeting(title="Flyttet", event="fredag-om-skolevei", date="2026-11-01"),
        Meeting(title="Avlyst"),
    )

    view = _view(network(meetings=meetings), event())

    assert view.meetings == (
        MeetingView("Vår", "mars 2026", "", "https://a.example", "Vi snakket.", ("Ring",)),
        MeetingView(
            "Høst", "fredag 30. oktober 2026 kl. 09.00", "arrangement/fredag-om-skolevei/", "", "", ()
        ),
        MeetingView("Flyttet", "søndag 1. november 2026", "arrangement/fredag-om-skolevei/", "", "", ()),
        MeetingView("Avlyst", "", "", "", "", ()),
    )


def test_stories() -> None:
    """A network's page shows twelve stories, the newest; the board leads to all."""
    newest = initiative(slug="nyest", published="2026-12-01")

    shown = _slugs(_view(network(), newest, *many(20)).stories)

    assert len(shown) == 12
    assert shown[0] == "nyest"


def test_page() -> None:
    """A network has one page, in its own language, around its story."""
    page = _page(Job("network", "nb", "nettverk-i-nordland"), network(verified="2026-12-01"))

    assert (page.url, page.section) == ("nettverk/nettverk-i-nordland/", Section.NETWORKS)
    assert (page.alternates, page.modified, page.indexed) == ((), "2026-12-01", True)
    assert isinstance(page.view, NetworkView)
    assert page.view.body_html == "<p>Slik er det.</p>"


@pytest.mark.parametrize(
    ("language", "kinds"),
    [("nb", ["networks", "network", "network_news"]), ("nn", ["networks"]), ("en", ["networks"])],
)
def test_jobs(language: str, kinds: list[str]) -> None:
    """Each language has the list; a network's own pages are in its language alone."""
    jobs = NetworkPages(desk(network(), language=language)).jobs()

    assert [job.kind for job in jobs] == kinds


def test_list() -> None:
    """The list has every network, as new as the one last confirmed."""
    page = _page(
        Job("networks", "nb"), network(), network(slug="fag", verified="2026-12-01", network_kind="topical")
    )

    assert isinstance(page.view, LinesView)
    assert page.view.count == 2
    assert [line.eyebrow for line in page.view.groups[0].lines] == ["Fagnettverk", "Fylkesnettverk"]
    assert (page.url, page.modified, page.indexed) == ("nettverk/", "2026-12-01", True)
    assert len(page.alternates) == 3


def test_empty_list() -> None:
    """A list without networks has no group, and search engines leave it out."""
    page = _page(Job("networks", "nb"))

    assert isinstance(page.view, LinesView)
    assert (page.view.count, page.view.groups) == (0, ())
    assert (page.indexed, page.modified) == (False, "")


def test_progress() -> None:
    """A line of the list says how many have shared; a network without municipalities says nothing of it."""
    page = _page(Job("networks", "nb"), network(), network(slug="tomt", counties=()), initiative())

    assert isinstance(page.view, LinesView)
    assert {line.url: line.note for line in page.view.groups[0].lines} == {
        "nettverk/nettverk-i-nordland/": "1 av 41 kommuner har delt noe.",
        "nettverk/tomt/": "",
    }


def test_line() -> None:
    """A line has the network's counties, and the coordinator's organisation or else the function."""
    own = desk()
    two = network(counties=("18", "50"), coordinator=Coordinator(role="Klima", organisation="KS"))

    assert (network_line(two, own).place, network_line(two, own).who) == ("Nordland, Trøndelag", "KS")
    assert network_line(network(), own).who == "Fylkeskommunen, klima og miljø"
    assert network_line(network(counties=()), own).place == ""


def test_news() -> None:
    """What the county's initiatives tell is news, newest first; those elsewhere are not."""
    entries = [
        initiative(slug="gammelt", published="2026-01-01"),
        initiative(slug="fylket", published="2026-03-01", place=Place(county="18")),
        initiative(slug="nytt", published="2026-02-01", place=Place(FAUSKE, "18")),
        initiative(slug="annet", published="2026-04-01", place=OTHER_COUNTY),
        initiative(slug="landet", published="2026-04-01", place=Place()),
    ]

    assert [e.slug for e in news_of(network(), catalog(*entries))] == ["fylket", "nytt", "gammelt"]


def test_news_of_named_members() -> None:
    """A network without counties has the news of the municipalities it names."""
    own = network(counties=(), members=(Member(municipality=STEINKJER), Member(organisation="KS")))
    entries = [initiative(), initiative(slug="sor", place=OTHER_COUNTY)]

    assert [e.slug for e in news_of(own, catalog(*entries))] == ["sor"]


def test_news_of_guests() -> None:
    """A member from outside the county has its news among the others'."""
    own = network(members=(Member(municipality=STEINKJER),))
    entries = [
        initiative(published="2026-01-01"),
        initiative(slug="sor", place=OTHER_COUNTY, published="2026-02-01"),
        initiative(slug="nabo", place=Place("5001", "50")),
    ]

    assert [e.slug for e in news_of(own, catalog(*entries))] == ["sor", "sykkelbuss-bodo"]


def test_answers_are_news() -> None:
    """An answer to a round is news wherever it comes from, and only once."""
    asked = {"network": "nettverk-i-nordland", "round": "tour"}
    inside = initiative(slug="inne", published="2026-01-01", **asked)
    outside = initiative(slug="ute", published="2026-02-01", place=OTHER_COUNTY, **asked)

    found = news_of(network(rounds=(_round(),)), catalog(inside, outside))

    assert [e.slug for e in found] == ["ute", "inne"]


def test_news_of_one_day() -> None:
    """News of one day stand in an order that does not depend on how they are read."""
    entries = [initiative(slug=slug) for slug in ("b", "c", "a")]

    found = news_of(network(), catalog(*entries))

    assert found == news_of(network(), catalog(*entries[::-1]))
    assert {e.slug for e in found} == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("dates", "today", "last"),
    [
        ((), "2026-11-23", ""),
        ((None,), "2026-11-23", ""),
        (("2026-02-10", "2026-09-01", "2026-05-01"), "2026-11-23", "2026-09-01"),
        (("2026-02-10", "2026-12-01"), "2026-11-23", "2026-02-10"),
        (("2026-02-10", "2026-11-23"), "2026-11-23", "2026-02-10"),
        (("2026-02-10", "2026-12-01"), "", ""),
        (("2026-02-10", "2026-05", "2026"), "2026-11-23", "2026-02-10"),
        (("2026-05", "2026"), "2026-11-23", ""),
    ],
)
def test_last_meeting(dates: tuple[str | None, ...], today: str, last: str) -> None:
    """The last meeting is before today, and one whose day is not known does not count."""
    meetings = tuple(Meeting(title="Møte", date=date) for date in dates)

    found = last_meeting(network(meetings=meetings), desk(own_settings=settings(today=today)))

    assert found == last


@pytest.mark.parametrize(
    ("start", "last"), [("2026-10-30T09:00", "2026-10-30"), ("2026-10", ""), ("--10-30", ""), (None, "")]
)
def test_last_meeting_by_its_event(start: str | None, last: str) -> None:
    """A meeting without a date of its own was when its event was."""
    own = network(meetings=(Meeting(title="Møte", event="fredag-om-skolevei"),))

    bank = desk(event(start=start, end=None), own_settings=settings(today="2026-11-23"))

    assert last_meeting(own, bank) == last


def test_news_by_month() -> None:
    """News stand by the month they came in, the newest month first."""
    days = {"a": "2026-01-01", "b": "2026-01-31", "c": "2025-12-31"}

    view = _news(network(), *(initiative(slug=slug, published=day) for slug, day in days.items()))

    assert [(group.id, group.heading) for group in view.groups] == [
        ("2026-01", "Januar 2026"),
        ("2025-12", "Desember 2025"),
    ]
    assert [_slugs(group.cards) for group in view.groups] == [["b", "a"], ["c"]]


def test_news_page() -> None:
    """What is new is kept from search engines, and leads back to the network."""
    page = _page(Job("network_news", "nb", "nettverk-i-nordland"), network())

    assert (page.url, page.indexed) == ("nettverk/nettverk-i-nordland/siden-sist/", False)
    assert page.title == "Siden sist: Nettverk i Nordland"
    assert isinstance(page.view, NewsView)
    assert page.view.mail_file == "nettverk/nettverk-i-nordland/siden-sist/siden-sist.eml"
    assert page.view.trail[-1] == TextLink("Nettverk i Nordland", "nettverk/nettverk-i-nordland/")


def test_news_end_somewhere() -> None:
    """A page of news is not the whole archive; the board leads to all."""
    view = _news(network(), *many(60))

    assert sum(len(group.cards) for group in view.groups) == 48
    assert view.board_url == "nettverk/nettverk-i-nordland/tavle/"


def test_mail() -> None:
    """A mail has what came after the day of the last meeting, and the way to the board."""
    same_day = initiative(slug="samme-dag", published="2026-02-10")
    after = initiative(slug="etter", title="Etter møtet", published="2026-02-11")

    view = _news(network(meetings=(MET,)), same_day, after, today="2026-11-23")

    assert view.since == "10. februar 2026"
    assert view.mail.plain == (
        "Hei!\n\n"
        "Dette er kommet inn siden møtet 10. februar 2026:\n\n"
        f"Etter møtet (Bodø kommune)\n{SITE}tiltak/etter/\n\n"
        f"Se hvem som har delt, og hvem som gjenstår\n{SITE}nettverk/nettverk-i-nordland/tavle/\n"
    )


def test_mail_without_a_meeting() -> None:
    """Where no meeting has a day, a mail has the newest month."""
    days = {"a": "2026-01-01", "b": "2026-01-31", "c": "2025-12-31"}
    view = _news(
        network(meetings=(Meeting(title="Møte", date="2026-01"),)),
        *(initiative(slug=slug, title=slug, published=day) for slug, day in days.items()),
    )

    assert view.since == ""
    assert view.mail.plain.split("\n\n")[1:4] == [
        "Dette er det nyeste fra medlemmene:",
        f"b (Bodø kommune)\n{SITE}tiltak/b/",
        f"a (Bodø kommune)\n{SITE}tiltak/a/",
    ]
    assert "tiltak/c/" not in view.mail.plain


@pytest.mark.parametrize("meetings", [(), (MET,)])
def test_mail_of_nothing(meetings: tuple[Meeting, ...]) -> None:
    """A mail says so when nobody has shared anything."""
    view = _news(network(meetings=meetings), initiative(place=OTHER_COUNTY))

    assert view.groups == ()
    assert "Ingen har delt noe ennå." in view.mail.plain
