"""Networks: who belongs to them, what they ask their members, and what is new among them."""

from collections.abc import Iterator
from typing import Final

from idebank.catalog.coverage import Status, members_of, standings
from idebank.model import Meeting, Member, Network, Round
from idebank.routes import route
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.moments import written
from idebank.views.networks.news import event_of, news_of, news_view
from idebank.views.networks.records import GuestRow, MeetingView, NetworkView, RoundView
from idebank.views.pieces import link_if_any, topics_of
from idebank.views.records import EntryLine, LineGroup, LinesView, Page, Section, TextLink
from idebank.views.trust import trust_of

_STORIES: Final = 12
"""How many stories a network's page shows; the board leads to all."""


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
        network = self._desk.catalog.one(Network, job.key)
        return self._network(network, story) if job.kind == "network" else self._news(network)

    def _list(self) -> Page:
        desk, networks = self._desk, self._desk.catalog.networks
        lines = tuple(network_line(network, desk, note=self._progress(network)) for network in networks)
        view = LinesView("networks", (LineGroup("", lines),) if lines else (), len(lines), (desk.front,))
        return desk.page(
            "networks",
            template="lines.html",
            section=Section.NETWORKS,
            address=lambda language: route("networks", language),
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
            feed=self._feed(network),
            modified=network.modified,
        )

    def _view(self, network: Network, story: str) -> NetworkView:
        desk, shelf, catalog = self._desk, self._desk.shelf, self._desk.catalog
        members = members_of(network, catalog)
        found = standings(members, catalog=catalog)
        about = catalog.by_slug.get(network.initiative or "")
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
            topics=topics_of(network, shelf),
            url=network.url or "",
            told_in=link_if_any(about),
            board_url=route("network_board", slug=network.slug) if members else "",
            news_url=route("network_news", slug=network.slug),
            rounds=tuple(self._round(network, one) for one in reversed(network.rounds)),
            meetings=tuple(self._meeting(one) for one in network.meetings),
            stories=tuple(desk.cards[entry.slug] for entry in news_of(network, catalog)[:_STORIES]),
            body_html=story,
            answer_email=desk.settings.contact_email,
            trust=trust_of(network, owner=network.coordinator.organisation or network.title, desk=desk),
            trail=(desk.front, desk.list_of("network")),
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
            url=route("network_news", slug=network.slug),
            template="news.html",
            language=self._desk.language,
            section=Section.NETWORKS,
            title=t("page.title.network_news", name=network.title),
            description=t("page.description.network_news", name=network.title),
            view=news_view(network, self._desk),
            indexed=False,
            feed=self._feed(network),
        )

    def _feed(self, network: Network) -> TextLink:
        label = self._desk.wording.t("news.feed", name=network.title)
        return TextLink(label, route("network_feed", slug=network.slug))

    def _progress(self, network: Network) -> str:
        """Return how many of a network's municipalities have shared, in words; nothing when it has none."""
        desk = self._desk
        found = standings(members_of(network, desk.catalog), catalog=desk.catalog)
        shared = sum(standing.status is Status.SHARED for standing in found)
        return desk.wording.t("board.progress", shared=shared, total=len(found)) if found else ""


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
