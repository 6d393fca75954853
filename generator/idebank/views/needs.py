"""«Etterlyst»: the page of each need, and the list of all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from idebank.model import AlsoNeeds, Event, Need
from idebank.routes import route
from idebank.views import addresses
from idebank.views.cards import Shelf
from idebank.views.desk import Desk, Job
from idebank.views.pieces import contact_of, link_if_any, topics_of, who_of
from idebank.views.records import (
    Card,
    ContactRow,
    EntryLine,
    LineGroup,
    LinesView,
    Page,
    Section,
    TextLink,
    Topics,
    Trust,
    Who,
)
from idebank.views.trust import trust_of

OPEN: Final = "open"


@dataclass(frozen=True, slots=True)
class AlsoRow:
    """Another organisation that needs the same."""

    organisation: str
    place: str
    since: str
    note: str


@dataclass(frozen=True, slots=True)
class NeedView:
    """A need's own page. Template: `need.html`."""

    title: str
    summary: str
    language: str
    who: Who
    topics: Topics
    status: str
    """Id."""
    status_label: str
    is_open: bool
    deadline: str
    """Written out, or empty."""
    joint_procurement: bool
    contact: ContactRow
    body_html: str
    """Safe: rendered and cleaned by `render`."""
    solved_by: tuple[Card, ...]
    matches: tuple[Card, ...]
    """Initiatives that may answer it, best first."""
    also_email: str
    """Mailbox that takes «vi trenger dette også», or empty."""
    also: tuple[AlsoRow, ...]
    asked_at: TextLink | None
    """The event where it was asked."""
    trust: Trust
    trail: tuple[TextLink, ...]
    depth: int = 0
    """A need has no levels."""


class NeedPages:
    """Makes the pages of needs in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the list, and a page for every need whose page is in this language."""
        language = self._desk.language
        yield Job("needs", language)
        for need in self._desk.catalog.needs:
            if self._desk.has_page(need.language):
                yield Job("need", language, need.slug)

    def page(self, job: Job, *, story: str) -> Page:
        """Return the list, or one need's page around its rendered story."""
        return self._list() if job.kind == "needs" else self._need(job.key, story)

    def _list(self) -> Page:
        desk, needs = self._desk, self._desk.catalog.needs
        still_open = [need for need in needs if need.status == OPEN]
        over = [need for need in needs if need.status != OPEN]
        t = desk.wording.t
        groups = ((t("needs.open"), still_open), (t("needs.over"), over))
        view = LinesView(
            kind="needs",
            groups=tuple(
                LineGroup(heading, tuple(need_line(need, desk.shelf) for need in found))
                for heading, found in groups
                if found
            ),
            count=len(needs),
            trail=(desk.front,),
        )
        return desk.page(
            "needs",
            template="lines.html",
            section=Section.NEEDS,
            address=lambda language: route("needs", language),
            view=view,
            modified=max((need.modified for need in needs), default=""),
            indexed=bool(needs),
            feed=TextLink(t("data.feed.needs"), route("needs_feed", desk.language)),
        )

    def _need(self, slug: str, story: str) -> Page:
        desk = self._desk
        need = desk.catalog.one(Need, slug)
        return Page(
            url=addresses.entry(need),
            template="need.html",
            language=desk.language,
            section=Section.NEEDS,
            title=need.title,
            description=need.summary,
            view=self._view(need, story),
            modified=need.modified,
        )

    def _view(self, need: Need, story: str) -> NeedView:
        desk, shelf = self._desk, self._desk.shelf
        event = desk.catalog.find(Event, need.event)
        return NeedView(
            title=need.title,
            summary=need.summary,
            language=need.language,
            who=who_of(need, shelf),
            topics=topics_of(need, shelf),
            status=need.status,
            status_label=shelf.label("need_statuses", need.status),
            is_open=need.status == OPEN,
            deadline=desk.wording.date(need.deadline or ""),
            joint_procurement=need.joint_procurement,
            contact=contact_of(need.contact),
            body_html=story,
            solved_by=tuple(desk.cards[slug] for slug in need.solved_by),
            matches=tuple(
                desk.cards[slug] for slug in desk.catalog.matches[need.slug] if slug not in need.solved_by
            ),
            also_email=desk.settings.contact_email,
            also=tuple(self._also(other) for other in need.also),
            asked_at=link_if_any(event),
            trust=trust_of(need, owner=need.organisation, desk=desk),
            trail=(desk.front, desk.list_of("need")),
        )

    def _also(self, other: AlsoNeeds) -> AlsoRow:
        vocabulary = self._desk.catalog.vocabulary
        place = vocabulary.municipalities[other.municipality].name if other.municipality else ""
        if other.county and not place:
            place = vocabulary.counties[other.county].name
        return AlsoRow(
            other.organisation, place, self._desk.wording.date(other.since or ""), other.note or ""
        )


def need_line(need: Need, shelf: Shelf) -> EntryLine:
    """Return a need as a line of a list."""
    return EntryLine(
        url=addresses.entry(need),
        title=need.title,
        language=need.language,
        summary=need.summary,
        eyebrow="",
        who=need.organisation,
        place=shelf.place(need.place),
        state=shelf.label("need_statuses", need.status),
        state_id=need.status,
        goals=tuple(shelf.tile(number) for number in need.goals),
        note=shelf.wording.tn("needs.also", len(need.also)) if need.also else "",
    )
