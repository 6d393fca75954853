"""Documents across entries: needs assessments, tender documents, templates that others can start from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from idebank.catalog.evidence import Document
from idebank.model import Event
from idebank.routes import page_of_list, route
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.paging import CARDS_PER_PAGE, pages_of, pagination
from idebank.views.pieces import document_row
from idebank.views.records import CountLink, DocumentRow, Page, Pagination, Section, TextLink
from idebank.vocabulary import Vocabulary

_TEMPLATES: Final = "for-use"
"""Key of the documents that others may fill in, whatever their kind."""
_TASTE: Final = 4
"""How many documents of each kind the first page shows."""


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document, and the entry where its story is."""

    row: DocumentRow
    owner: TextLink
    language: str
    """Of both titles."""
    organisation: str


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """Some documents of a kind."""

    heading: str
    count: int
    documents: tuple[FoundDocument, ...]
    more: str
    """Address of all of them, or empty when these are all."""


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """Documents by kind, or all of one kind. Template: `documents.html`."""

    heading: str
    lead: str
    kinds: tuple[CountLink, ...]
    """The ways to each kind; on the first page only."""
    groups: tuple[DocumentGroup, ...]
    pagination: Pagination | None
    trail: tuple[TextLink, ...]


class DocumentPages:
    """Makes the pages of documents in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the page of all kinds, and the pages of each kind that there are documents of."""
        language = self._desk.language
        yield Job("documents", language)
        for kind in self._kinds:
            for number in range(1, pages_of(len(self._of_kind(kind))) + 1):
                yield Job("documents_of_kind", language, kind, number)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - a list has no story
        """Return the page of all kinds, or one page of a kind."""
        return self._all() if job.kind == "documents" else self._kind(job.key, job.number)

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        documents = self._desk.catalog.documents
        used = tuple(id_ for id_ in self._desk.catalog.vocabulary.terms["document_kinds"] if id_ in documents)
        return (_TEMPLATES, *used) if self._for_use else used

    @cached_property
    def _for_use(self) -> tuple[Document, ...]:
        found = self._desk.catalog.documents.values()
        return tuple(document for kind in found for document in kind if document.attachment.template)

    def _of_kind(self, kind: str) -> Sequence[Document]:
        return self._for_use if kind == _TEMPLATES else self._desk.catalog.documents[kind]

    def _label(self, kind: str) -> str:
        if kind == _TEMPLATES:
            return self._desk.wording.t("documents.for_use")
        return self._desk.shelf.label("document_kinds", kind)

    def _address(self, kind: str, language: str) -> str:
        return kind_address(kind, self._desk.catalog.vocabulary, language)

    def _all(self) -> Page:
        desk, t = self._desk, self._desk.wording.t
        groups = tuple(self._group(kind, 0, _TASTE) for kind in self._kinds)
        view = DocumentsView(
            heading=t("heading.documents"),
            lead=t("lead.documents"),
            kinds=tuple(
                CountLink(group.heading, self._address(kind, desk.language), group.count)
                for kind, group in zip(self._kinds, groups, strict=True)
            ),
            groups=groups,
            pagination=None,
            trail=(desk.front,),
        )
        return desk.page(
            "documents",
            template="documents.html",
            section=Section.INITIATIVES,
            address=partial(route, "documents"),
            view=view,
            indexed=bool(groups),
        )

    def _kind(self, kind: str, number: int) -> Page:
        desk = self._desk
        label, own = self._label(kind), self._address(kind, desk.language)
        start = (number - 1) * CARDS_PER_PAGE
        view = DocumentsView(
            heading=label,
            lead=desk.wording.t("lead.documents_of_kind"),
            kinds=(),
            groups=(self._group(kind, start, start + CARDS_PER_PAGE),),
            pagination=pagination(own, number=number, cards=len(self._of_kind(kind))),
            trail=(
                desk.front,
                TextLink(desk.wording.t("heading.documents"), route("documents", desk.language)),
            ),
        )
        return desk.page(
            "documents_of_kind",
            template="documents.html",
            section=Section.INITIATIVES,
            address=lambda language: page_of_list(self._address(kind, language), number),
            view=view,
            name=label if number == 1 else f"{label} ({number})",
        )

    def _group(self, kind: str, start: int, end: int) -> DocumentGroup:
        found = self._of_kind(kind)
        more = self._address(kind, self._desk.language) if end - start < len(found) else ""
        documents = tuple(self._found(document) for document in found[start:end])
        return DocumentGroup(self._label(kind), len(found), documents, more)

    def _found(self, document: Document) -> FoundDocument:
        owner = document.owner
        return FoundDocument(
            row=document_row(owner, document.attachment, self._desk),
            owner=TextLink(owner.title, addresses.entry(owner)),
            language=owner.language,
            organisation=", ".join(owner.hosts) if isinstance(owner, Event) else owner.organisation,
        )


def kind_address(kind: str, vocabulary: Vocabulary, language: str) -> str:
    """Return the address of the documents of a kind, or of those that others may fill in."""
    if kind == _TEMPLATES:
        return route("document_templates", language)
    return addresses.documents_of_kind(vocabulary.term("document_kinds", kind), language)
