"""The page of one initiative."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from idebank.catalog import Reason, Related
from idebank.media import Medium, source_of, widths
from idebank.model import Attachment, Gain, Image, Initiative, Result
from idebank.settings import Settings
from idebank.slugs import norwegian_order
from idebank.views import addresses
from idebank.views.cards import Shelf
from idebank.views.profiles import profile_sections
from idebank.views.records import (
    Card,
    DocumentRow,
    EntryView,
    FundingRow,
    Page,
    Picture,
    RelatedCard,
    ResultRow,
    Section,
    TextLink,
)

_KILO = 1000


@dataclass(frozen=True, slots=True)
class EntryPages:
    """Makes the pages of initiatives in one language of the interface."""

    shelf: Shelf
    settings: Settings
    media: Mapping[str, Medium]
    cards: Mapping[str, Card]
    """By slug, in the same language."""

    def page(self, entry: Initiative, *, body_html: str) -> Page:
        """Return an entry's page around its rendered story."""
        return Page(
            url=addresses.entry(entry),
            template="entry.html",
            language=self.shelf.language,
            section=Section.INITIATIVES,
            title=entry.title,
            description=entry.summary,
            view=self._view(entry, body_html),
            modified=entry.verified or entry.published,
        )

    def _view(self, entry: Initiative, body_html: str) -> EntryView:
        shelf, wording = self.shelf, self.shelf.wording
        programme = shelf.catalog.by_slug.get(entry.part_of or "")
        return EntryView(
            slug=entry.slug,
            url=addresses.entry(entry),
            facets=tuple(self._facets(entry)),
            title_order=norwegian_order(entry.title)[0],
            title=entry.title,
            summary=entry.summary,
            language=entry.language,
            organisation=shelf.organisation_count(entry.organisation),
            organisation_type=shelf.label("organisation_types", entry.organisation_type),
            place=shelf.place(entry),
            places=shelf.places(entry),
            national=entry.place.county is None,
            goals=tuple(shelf.tile(number) for number in entry.goals),
            goals_basis=shelf.label("sdgs_bases", entry.sdgs_basis),
            targets=tuple(shelf.target(code) for code in entry.targets),
            sectors=tuple(shelf.sector_count(id_) for id_ in entry.sectors),
            themes=tuple(
                TextLink(shelf.label("themes", id_), addresses.theme(id_, shelf.language))
                for id_ in entry.themes
            ),
            phase=entry.phase,
            phase_label=shelf.label("phases", entry.phase),
            stopped_why=entry.stopped_why or "",
            cost=shelf.known_label("cost_bands", entry.cost),
            cost_amount=wording.kroner(entry.cost_amount) if entry.cost_amount is not None else "",
            cost_note=entry.cost_note or "",
            time_needed=shelf.known_label("time_bands", entry.time_needed),
            time_note=entry.time_note or "",
            audience=tuple(shelf.label("audiences", id_) for id_ in entry.audience),
            period=self._period(entry),
            contact_role=entry.contact.role,
            contact_email=entry.contact.email or "",
            contact_url=entry.contact.url or "",
            depth=int(entry.depth),
            body_html=body_html,
            results=tuple(self._result(result) for result in entry.results),
            core=entry.core,
            adaptable=entry.adaptable,
            prerequisites=entry.prerequisites,
            pitfalls=entry.pitfalls,
            steps=entry.steps,
            materials=entry.materials,
            documents=tuple(self._document(entry, document) for document in entry.attachments),
            sources=tuple(TextLink(source.title, source.url) for source in entry.sources),
            videos=tuple(TextLink(video.title, video.url) for video in entry.videos),
            funding=tuple(
                FundingRow(
                    post.source,
                    wording.kroner(post.amount) if post.amount is not None else "",
                    post.year or "",
                    post.note or "",
                )
                for post in entry.funding
            ),
            partners=entry.partners,
            pictures=tuple(self._picture(entry, image) for image in entry.images),
            profiles=profile_sections(entry, shelf=shelf, gain=self._gain),
            part_of=TextLink(programme.title, addresses.entry(programme)) if programme else None,
            parts=tuple(self.cards[part.slug] for part in shelf.catalog.parts.get(entry.slug, ())),
            related=tuple(self._related(related) for related in shelf.catalog.related[entry.slug]),
            from_public_sources=entry.origin == "public-sources",
            collected=wording.date(entry.collected or ""),
            caveats=entry.caveats,
            published=wording.date(entry.published),
            published_iso=entry.published,
            verified=wording.date(entry.verified or ""),
            verified_iso=entry.verified or "",
            licence=shelf.label("licences", entry.licence),
            correct_url=self._correct_url(entry),
            correct_email=self.settings.contact_email,
            file=entry.path,
            trail=self._trail(entry),
        )

    def _facets(self, entry: Initiative) -> Iterator[tuple[str, str]]:
        yield from (("goal", str(number)) for number in entry.goals)
        yield from (("sector", id_) for id_ in entry.sectors)
        yield from (("theme", id_) for id_ in entry.themes)
        if entry.place.county:
            yield "county", self.shelf.catalog.vocabulary.counties[entry.place.county].slug
        yield "phase", entry.phase
        yield "language", entry.language

    def _period(self, entry: Initiative) -> str:
        if not entry.period:
            return ""
        span = self.shelf.wording.period(entry.period.start, entry.period.end)
        return "; ".join(part for part in (span, entry.period.note) if part)

    def _result(self, result: Result) -> ResultRow:
        return ResultRow(
            indicator=result.indicator,
            before=result.before or "",
            after=result.after or "",
            value=result.value or "",
            unit=result.unit or "",
            period=result.period or "",
            method=result.method or "",
            basis=self.shelf.label("bases", result.basis),
            basis_id=result.basis,
            source=result.source or "",
        )

    def _gain(self, gain: Gain) -> ResultRow:
        kind = self.shelf.label("gain_kinds", gain.kind)
        return self._result(
            Result(kind, gain.basis, value=gain.value, unit=gain.unit, period=gain.period, source=gain.source)
        )

    def _document(self, entry: Initiative, document: Attachment) -> DocumentRow:
        notes = [self.shelf.label("languages", document.language), self._licence(document)]
        if document.file:
            size = self.media[source_of(entry, document.file)].size
            notes[:0] = [document.file.rpartition(".")[2].upper(), self._size(size)]
        return DocumentRow(
            title=document.title,
            kind=self.shelf.label("document_kinds", document.kind),
            url=addresses.file_of(entry, document.file) if document.file else document.url or "",
            local=document.file is not None,
            note=", ".join(note for note in notes if note),
            template=document.template,
        )

    def _licence(self, document: Attachment) -> str:
        return self.shelf.known_label("licences", document.licence)

    def _size(self, size: int) -> str:
        kilobytes = max(round(size / _KILO), 1)
        return f"{self.shelf.wording.number(kilobytes)}\u00a0kB"

    def _picture(self, entry: Initiative, image: Image) -> Picture:
        medium = self.media[source_of(entry, image.file)]
        name, largest = widths(image.file, medium)[-1]
        width = min(medium.width, largest)
        return Picture(
            url=addresses.file_of(entry, name),
            width=width,
            height=round(medium.height * width / medium.width),
            alt=image.alt,
            credit=image.credit,
            licence=self.shelf.known_label("licences", image.licence),
        )

    def _related(self, related: Related) -> RelatedCard:
        name = self.shelf.label("themes", related.theme)
        params = {"name": name} if related.reason is Reason.THEME else {}
        return RelatedCard(
            self.cards[related.slug], self.shelf.wording.t(f"reason.{related.reason}", **params)
        )

    def _correct_url(self, entry: Initiative) -> str:
        if not self.settings.repository_url:
            return ""
        return f"{self.settings.repository_url}/edit/{self.settings.repository_branch}/{entry.path}"

    def _trail(self, entry: Initiative) -> tuple[TextLink, ...]:
        t, language = self.shelf.wording.t, self.shelf.language
        return (
            TextLink(t("nav.front"), addresses.front(language)),
            TextLink(t("nav.initiatives"), addresses.initiatives(language)),
            self.shelf.sector(entry.sectors[0]),
        )
