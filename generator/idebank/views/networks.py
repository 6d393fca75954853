"""Networks: who belongs to them, what they ask their members, and what is new among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from idebank.catalog import Catalog
from idebank.catalog.coverage import Status, members_of, standings, told_in
from idebank.model import Entry, Event, Initiative, Meeting, Member, Network, Round
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.findable import findable
from idebank.views.moments import moment, written
from idebank.views.records import (
    Card,
    CountLink,
    EntryLine,
    Findable,
    GoalTile,
    LineGroup,
    LinesView,
    NewsGroup,
    Page,
    Section,
    TextLink,
    Trust,
)
from idebank.views.trust import trust_of

_STORIES: Final = 12
"""How many stories a network's page shows; the board leads to all."""
_MONTH: Final = len("2026-11")


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
    themes: tuple[TextLink, ...]
    goals: tuple[GoalTile, ...]
    url: str
    """The network's page elsewhere, or empty."""
    told_in: TextLink | None
    """The initiative that tells of the network."""
    board_url: str
    news_url: str
    feed_url: str
    rounds: tuple[RoundView, ...]
    meetings: tuple[MeetingView, ...]
    stories: tuple[Card, ...]
    body_html: str
    answer_email: str
    """Mailbox that takes an answer to a round, or empty."""
    search: Findable
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
    mail: str
    """The same as plain text, ready to send."""
    mail_url: str
    feed_url: str
    trail: tuple[TextLink, ...]


class NetworkPages:
    """Makes the pages of networks in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the list, and two pages for every network whose page is in this language."""
        language = self._desk.language
        yield Job("networks", language)
        for network in self._desk.catalog.networks:
            if self._desk.has_page(network.language):
                yield Job("network", language, network.slug)
                yield Job("network_news", language, network.slug)

    def page(self, job: Job, *, story: str) -> Page:
        """Return the list, a network's page around its story, or what is new in it."""
        if job.kind == "networks":
            return self._list()
        network = next(network for network in self._desk.catalog.networks if network.slug == job.key)
        return self._network(network, story) if job.kind == "network" else self._news(network)

    def _list(self) -> Page:
        desk, networks = self._desk, self._desk.catalog.networks
        lines = tuple(network_line(network, desk, note=self._progress(network)) for network in networks)
        view = LinesView("networks", (LineGroup("", lines),) if lines else (), len(lines), (desk.front,))
        return desk.page(
            "networks",
            template="lines.html",
            section=Section.NETWORKS,
            address=lambda language: addresses.kind("network", language),
            view=view,
            modified=max((network.modified for network in networks), default=""),
            indexed=bool(networks),
        )

    def _network(self, network: Network, story: str) -> Page:
        return Page(
            url=addresses.entry(network),
            template="network.html",
            language=self._desk.language,
            section=Section.NETWORKS,
            title=network.title,
            description=network.summary,
            view=self._view(network, story),
            modified=network.modified,
        )

    def _view(self, network: Network, story: str) -> NetworkView:
        desk, shelf, catalog = self._desk, self._desk.shelf, self._desk.catalog
        members = members_of(network, catalog)
        found = standings(members, catalog=catalog)
        about = catalog.by_slug.get(network.initiative or "")
        url = addresses.entry(network)
        return NetworkView(
            title=network.title,
            summary=network.summary,
            language=network.language,
            kind=shelf.label("network_kinds", network.network_kind),
            coordinator_role=network.coordinator.role,
            coordinator_organisation=network.coordinator.organisation or "",
            coordinator_email=network.coordinator.email or "",
            coordinator_url=network.coordinator.url or "",
            counties=tuple(shelf.county_count(number) for number in network.counties),
            members=len(members),
            shared=sum(standing.status is Status.SHARED for standing in found),
            guests=tuple(self._guest(member) for member in network.members),
            partners=network.partners,
            themes=tuple(shelf.theme(id_) for id_ in network.themes),
            goals=tuple(shelf.tile(number) for number in network.goals),
            url=network.url or "",
            told_in=TextLink(about.title, addresses.entry(about), about.language) if about else None,
            board_url=f"{url}tavle/" if members else "",
            news_url=f"{url}siden-sist/",
            feed_url=f"{url}feed.xml",
            rounds=tuple(self._round(network, one) for one in reversed(network.rounds)),
            meetings=tuple(self._meeting(one) for one in network.meetings),
            stories=tuple(desk.cards[entry.slug] for entry in news_of(network, catalog)[:_STORIES]),
            body_html=story,
            answer_email=desk.settings.contact_email,
            search=findable(
                network, title=network.title, who=network.coordinator.organisation or "", desk=desk
            ),
            trust=trust_of(network, owner=network.coordinator.organisation or network.title, desk=desk),
            trail=self._trail(),
        )

    def _guest(self, member: Member) -> GuestRow:
        shelf, note = self._desk.shelf, member.note or ""
        if member.municipality:
            place = shelf.municipality_count(member.municipality)
            return GuestRow(member.organisation or place.label, place.url, note)
        return GuestRow(member.organisation or "", "", note)

    def _round(self, network: Network, one: Round) -> RoundView:
        desk, catalog = self._desk, self._desk.catalog
        order = (desk.shelf.municipality_count(number) for number in one.order)
        return RoundView(
            id=one.id,
            title=one.title,
            question=one.question,
            period=desk.wording.period(one.start, one.end),
            deadline=desk.wording.date(one.deadline or ""),
            order=tuple(TextLink(place.label, place.url) for place in order),
            invited=len(one.invited),
            answers=tuple(
                desk.cards[entry.slug] for entry in catalog.answers.get((network.slug, one.id), ())
            ),
            note=one.note or "",
        )

    def _meeting(self, meeting: Meeting) -> MeetingView:
        event = event_of(meeting, self._desk.catalog)
        start = meeting.date or (event.start if event else "") or ""
        return MeetingView(
            meeting.title,
            written(start, None, self._desk.wording) if start else "",
            addresses.entry(event) if event else "",
            meeting.url or "",
            meeting.summary or "",
            meeting.follow_up,
        )

    def _news(self, network: Network) -> Page:
        t = self._desk.wording.t
        return Page(
            url=f"{addresses.entry(network)}siden-sist/",
            template="news.html",
            language=self._desk.language,
            section=Section.NETWORKS,
            title=t("page.title.network_news", name=network.title),
            description=t("page.description.network_news", name=network.title),
            view=news_view(network, self._desk),
            indexed=False,
        )

    def _progress(self, network: Network) -> str:
        """Return how many of a network's municipalities have shared, in words; nothing when it has none."""
        desk = self._desk
        found = standings(members_of(network, desk.catalog), catalog=desk.catalog)
        shared = sum(standing.status is Status.SHARED for standing in found)
        return desk.wording.t("board.progress", shared=shared, total=len(found)) if found else ""

    def _trail(self) -> tuple[TextLink, ...]:
        desk = self._desk
        return (
            desk.front,
            TextLink(desk.wording.t("nav.networks"), addresses.kind("network", desk.language)),
        )


def network_line(network: Network, desk: Desk, *, note: str = "") -> EntryLine:
    """Return a network as a line of a list."""
    return EntryLine(
        url=addresses.entry(network),
        title=network.title,
        language=network.language,
        summary=network.summary,
        eyebrow=desk.shelf.label("network_kinds", network.network_kind),
        who=network.coordinator.organisation or network.coordinator.role,
        place=", ".join(desk.catalog.vocabulary.counties[number].name for number in network.counties),
        state="",
        state_id="",
        goals=tuple(desk.shelf.tile(number) for number in network.goals),
        note=note,
    )


def news_of(network: Network, catalog: Catalog) -> tuple[Initiative, ...]:
    """Return what the members have shared, newest first."""
    found = told_in(network, catalog)
    answers = [entry for one in network.rounds for entry in catalog.answers.get((network.slug, one.id), ())]
    unique = {entry.slug: entry for entry in (*found, *answers)}
    by_slug = sorted(unique.values(), key=lambda entry: entry.slug)
    return tuple(sorted(by_slug, key=lambda entry: entry.published, reverse=True))


def event_of(meeting: Meeting, catalog: Catalog) -> Event | None:
    """Return the event that a meeting was, when it has a page."""
    event = catalog.of_kind["event"].get(meeting.event or "")
    return event if isinstance(event, Event) else None


def last_meeting(network: Network, desk: Desk) -> str:
    """Return the ISO date of the last meeting so far whose day is known; empty when there is none."""
    today = desk.settings.today
    events = (event_of(meeting, desk.catalog) for meeting in network.meetings)
    starts = (
        meeting.date or (event.start if event else "")
        for meeting, event in zip(network.meetings, events, strict=True)
    )
    days = (moment(start) for start in starts)
    return max((day.day for day in days if day.is_exact and today and day.day < today), default="")


def news_view(network: Network, desk: Desk) -> NewsView:
    """Return what is new among a network's members, by month, and the same as a mail."""
    since = last_meeting(network, desk)
    entries = news_of(network, desk.catalog)
    months = list(dict.fromkeys(entry.published[:_MONTH] for entry in entries))
    url = addresses.entry(network)
    return NewsView(
        name=network.title,
        since=desk.wording.date(since),
        groups=tuple(
            NewsGroup(
                month,
                desk.wording.date(month),
                tuple(desk.cards[e.slug] for e in entries if e.published.startswith(month)),
            )
            for month in months
        ),
        mail=news_mail(network, entries, since=since, desk=desk),
        mail_url=f"{url}siden-sist/siden-sist.txt",
        feed_url=f"{url}feed.xml",
        trail=(
            desk.front,
            TextLink(desk.wording.t("nav.networks"), addresses.kind("network", desk.language)),
            TextLink(network.title, url),
        ),
    )


def news_mail(network: Network, entries: Sequence[Initiative], *, since: str, desk: Desk) -> str:
    """Return a mail about what came since a day, or in the newest month when no day is known."""
    newest = entries[0].published[:_MONTH] if entries else ""
    fresh = [entry for entry in entries if (entry.published > since if since else entry.published >= newest)]
    t = desk.wording.t
    told = t("news.mail.since", date=desk.wording.date(since)) if since else t("news.mail.latest")
    lines = [f"{entry.title} ({entry.organisation})\n{_absolute(entry, desk)}" for entry in fresh]
    board = t("news.mail.board", url=f"{desk.settings.url}{addresses.entry(network)}tavle/")
    parts = [
        t("news.mail.hello"),
        told,
        *(lines or [t("news.mail.nothing")]),
        *([board] if members_of(network, desk.catalog) else []),
    ]
    return "\n\n".join(parts) + "\n"


def _absolute(entry: Entry, desk: Desk) -> str:
    return f"{desk.settings.url}{addresses.entry(entry)}"
