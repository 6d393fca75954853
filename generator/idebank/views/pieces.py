"""Pieces of an entry that pages of several kinds show: results, papers, pictures."""

from typing import Final, Protocol

from idebank.media import source_of, widths
from idebank.model import Attachment, Contact, Entry, Image, Initiative, Method, Place, Result, Topical
from idebank.views import addresses
from idebank.views.cards import Shelf
from idebank.views.desk import Desk
from idebank.views.records import ContactRow, DocumentRow, Effort, Picture, ResultRow, TextLink, Topics, Who

_KILO: Final = 1000


class Owned(Protocol):
    """An entry that belongs to one organisation."""

    @property
    def organisation(self) -> str: ...
    @property
    def organisation_type(self) -> str: ...
    @property
    def place(self) -> Place | None: ...


def link_to(entry: Topical) -> TextLink:
    """Return an entry's title, and the way to its page."""
    return TextLink(entry.title, addresses.entry(entry), entry.language)


def link_if_any(entry: Topical | None) -> TextLink | None:
    """Return the same for an entry that there may be."""
    return link_to(entry) if entry else None


def who_of(entry: Owned, shelf: Shelf) -> Who:
    """Return whose an entry is, and where they are."""
    return Who(
        organisation=shelf.organisation_count(entry.organisation),
        organisation_type=shelf.label("organisation_types", entry.organisation_type),
        place=shelf.place(entry.place),
        places=shelf.places(entry.place),
    )


def topics_of(entry: Topical, shelf: Shelf) -> Topics:
    """Return what an entry is about."""
    return Topics(
        goals=tuple(shelf.tile(number) for number in entry.goals),
        goals_basis=shelf.label("sdgs_bases", entry.sdgs_basis),
        targets=tuple(shelf.target(code) for code in entry.targets),
        sectors=tuple(shelf.sector_count(id_) for id_ in entry.sectors),
        themes=tuple(shelf.theme(id_) for id_ in entry.themes),
        audience=tuple(shelf.label("audiences", id_) for id_ in entry.audience),
    )


def contact_of(contact: Contact) -> ContactRow:
    """Return whom to ask."""
    return ContactRow(contact.role, contact.email or "", contact.url or "")


def effort_of(entry: Initiative | Method, shelf: Shelf) -> Effort:
    """Return what something takes, as far as it is known."""
    amount = entry.cost_amount if isinstance(entry, Initiative) else None
    return Effort(
        cost=shelf.known_label("cost_bands", entry.cost),
        cost_amount=shelf.wording.kroner(amount) if amount is not None else "",
        cost_note=entry.cost_note or "",
        time_needed=shelf.known_label("time_bands", entry.time_needed),
        time_note=entry.time_note or "",
    )


def result_row(result: Result, shelf: Shelf) -> ResultRow:
    """Return one line of a table of results."""
    return ResultRow(
        indicator=result.indicator,
        before=result.before or "",
        after=result.after or "",
        value=result.value or "",
        unit=result.unit or "",
        period=result.period or "",
        method=result.method or "",
        basis=shelf.label("bases", result.basis),
        basis_id=result.basis,
        source=result.source or "",
    )


def document_row(entry: Entry, document: Attachment, desk: Desk) -> DocumentRow:
    """Return one document with what is known of it: format, size, language, licence."""
    shelf = desk.shelf
    notes = [shelf.label("languages", document.language), shelf.known_label("licences", document.licence)]
    if document.file:
        size = desk.media[source_of(entry, document.file)].size
        notes[:0] = [document.file.rpartition(".")[2].upper(), _size(size, desk)]
    return DocumentRow(
        title=document.title,
        kind=shelf.label("document_kinds", document.kind),
        url=addresses.file_of(entry, document.file) if document.file else document.url or "",
        local=document.file is not None,
        note=", ".join(note for note in notes if note),
        template=document.template,
    )


def picture(entry: Entry, image: Image, desk: Desk) -> Picture:
    """Return the largest edition of a picture."""
    medium = desk.media[source_of(entry, image.file)]
    name, largest = widths(image.file, medium)[-1]
    width = min(medium.width, largest)
    return Picture(
        url=addresses.file_of(entry, name),
        width=width,
        height=round(medium.height * width / medium.width),
        alt=image.alt,
        credit=image.credit,
        licence=desk.shelf.known_label("licences", image.licence),
    )


def _size(size: int, desk: Desk) -> str:
    kilobytes = max(round(size / _KILO), 1)
    return f"{desk.wording.number(kilobytes)}\u00a0kB"
