"""The page of one initiative."""

from collections.abc import Iterator
from typing import Final

from idebank.catalog import Reason, Related
from idebank.catalog.bonds import Showing
from idebank.model import Funding, Initiative, Method, Network
from idebank.routes import route
from idebank.views import addresses
from idebank.views.adoptions import reuse_rows
from idebank.views.desk import Desk, Job
from idebank.views.elsewhere import elsewhere
from idebank.views.events import jump
from idebank.views.moments import written
from idebank.views.needs import need_line
from idebank.views.pieces import (
    contact_of,
    document_row,
    effort_of,
    link_if_any,
    link_to,
    picture,
    result_row,
    topics_of,
    who_of,
)
from idebank.views.profiles import profile_sections
from idebank.views.records import Advice, EntryView, FundingRow, Page, RelatedCard, Section, ShownAt, TextLink
from idebank.views.trust import trust_of

_WANTED: Final = 3
"""How many needs that it may answer an initiative shows."""


class EntryPages:
    """Makes the pages of initiatives in one language of the interface."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self.desk = desk
        self.shelf, self.settings, self.media, self.cards = desk.shelf, desk.settings, desk.media, desk.cards

    def jobs(self) -> Iterator[Job]:
        """Plan a page for every initiative whose page is in this language."""
        for entry in self.shelf.catalog.entries:
            if self.desk.has_page(entry.language):
                yield Job("initiative", self.shelf.language, entry.slug)

    def page(self, job: Job, *, story: str) -> Page:
        """Return an entry's page around its rendered story."""
        entry = self.shelf.catalog.by_slug[job.key]
        return Page(
            url=addresses.entry(entry),
            template="entry.html",
            language=self.shelf.language,
            section=Section.INITIATIVES,
            title=entry.title,
            description=entry.summary,
            view=self.view(entry, story),
            modified=entry.modified,
        )

    def view(self, entry: Initiative, body_html: str) -> EntryView:
        """Return what an entry's page shows."""
        shelf = self.shelf
        network = shelf.catalog.find(Network, entry.network)
        programme = shelf.catalog.by_slug.get(entry.part_of or "")
        return EntryView(
            slug=entry.slug,
            url=addresses.entry(entry),
            title=entry.title,
            summary=entry.summary,
            language=entry.language,
            who=who_of(entry, shelf),
            national=entry.place.county is None,
            topics=topics_of(entry, shelf),
            phase=entry.phase,
            phase_label=shelf.label("phases", entry.phase),
            stopped_why=entry.stopped_why or "",
            effort=effort_of(entry, shelf),
            period=self._period(entry),
            contact=contact_of(entry.contact),
            depth=int(entry.depth),
            body_html=body_html,
            results=tuple(result_row(result, self.shelf) for result in entry.results),
            advice=_advice(entry),
            documents=tuple(document_row(entry, document, self.desk) for document in entry.attachments),
            videos=tuple(TextLink(video.title, video.url) for video in entry.videos),
            funding=tuple(self._funding(post) for post in entry.funding),
            partners=entry.partners,
            pictures=tuple(picture(entry, image, self.desk) for image in entry.images),
            profiles=profile_sections(entry, profiles=self.desk.profiles, shelf=shelf),
            reuse_form=addresses.form("adoption", self.desk.language, tiltak=entry.slug),
            reused=shelf.catalog.reuse.get(entry.slug, 0),
            reuse=reuse_rows(entry.slug, self.desk),
            elsewhere=elsewhere(entry, self.desk),
            collections=tuple(map(link_to, shelf.catalog.collected_in.get(entry.slug, ()))),
            wanted=tuple(
                need_line(need, shelf) for need in shelf.catalog.matched_by.get(entry.slug, ())[:_WANTED]
            ),
            solved=tuple(map(link_to, shelf.catalog.needs_solved_by.get(entry.slug, ()))),
            method=link_if_any(shelf.catalog.find(Method, entry.method)),
            methods=tuple(map(link_to, shelf.catalog.worked_out_in.get(entry.slug, ()))),
            network=link_if_any(network),
            round=_round(network, entry.round),
            builds_on=tuple(self._builds_on(entry)),
            shown_at=tuple(self._shown(showing) for showing in shelf.catalog.shown_at.get(entry.slug, ())),
            forms=self.forms(entry),
            part_of=link_if_any(programme),
            parts=tuple(self.cards[part.slug] for part in shelf.catalog.parts.get(entry.slug, ())),
            related=tuple(self._related(related) for related in shelf.catalog.related[entry.slug]),
            trust=trust_of(entry, owner=entry.organisation, desk=self.desk),
            trail=self._trail(entry),
        )

    def _funding(self, post: Funding) -> FundingRow:
        amount = self.shelf.wording.kroner(post.amount) if post.amount is not None else ""
        return FundingRow(post.source, amount, post.year or "", post.note or "")

    def _shown(self, showing: Showing) -> ShownAt:
        event, item = showing.event, showing.item
        return ShownAt(
            event.title,
            addresses.entry(event),
            written(event.start, event.end, self.shelf.wording),
            (item.start or "") if item else "",
            jump(event, item) if item else "",
            event.language,
        )

    def _builds_on(self, entry: Initiative) -> Iterator[TextLink]:
        """Yield what an initiative took over, when it began as an adoption."""
        find = self.shelf.catalog.find
        for adoption in self.shelf.catalog.began_as.get(entry.slug, ()):
            source = find(Initiative, adoption.initiative) or find(Method, adoption.method)
            if source:
                yield link_to(source)

    def _period(self, entry: Initiative) -> str:
        if not entry.period:
            return ""
        span = self.shelf.wording.period(entry.period.start, entry.period.end)
        return "; ".join(part for part in (span, entry.period.note) if part)

    def _related(self, related: Related) -> RelatedCard:
        name = self.shelf.label("themes", related.theme)
        params = {"name": name} if related.reason is Reason.THEME else {}
        return RelatedCard(
            self.cards[related.slug], self.shelf.wording.t(f"reason.{related.reason}", **params)
        )

    def forms(self, entry: Initiative) -> tuple[str, ...]:
        """Return the other forms that an initiative has, as its profiles decide."""
        profiles = [profile for id_, profile in self.desk.profiles.by_id.items() if id_ in entry.profiles]
        sheets = ("sheet", "meeting") if any(profile.sheets for profile in profiles) else ()
        return (*sheets, *(("story",) if any(profile.story for profile in profiles) else ()))

    def _trail(self, entry: Initiative) -> tuple[TextLink, ...]:
        t, language = self.shelf.wording.t, self.shelf.language
        return (
            TextLink(t("nav.front"), route("front", language)),
            TextLink(t("nav.initiatives"), route("initiatives", language)),
            self.shelf.sector(entry.sectors[0]),
        )


def _round(network: Network | None, id_: str | None) -> str:
    """Return the title of a network's round."""
    return next((one.title for one in network.rounds if one.id == id_), "") if network else ""


def _advice(entry: Initiative) -> Advice:
    return Advice(
        entry.core, entry.adaptable, entry.prerequisites, entry.pitfalls, entry.steps, entry.materials
    )
