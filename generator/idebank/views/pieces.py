"""Pieces of an entry that pages of several kinds show: results, papers, pictures."""

from typing import Final, TypeAlias

from idebank.media import source_of, widths
from idebank.model import Attachment, Entry, Event, Image, Initiative, Method, Need, Network, Result
from idebank.views import addresses
from idebank.views.cards import Shelf
from idebank.views.desk import Desk
from idebank.views.records import DocumentRow, Picture, ResultRow, TextLink

_KILO: Final = 1000

Titled: TypeAlias = Initiative | Method | Need | Event | Network
"""An entry that has a title."""


def link_to(entry: Titled) -> TextLink:
    """Return an entry's title, and the way to its page."""
    return TextLink(entry.title, addresses.entry(entry), entry.language)


def link_if_any(entry: Titled | None) -> TextLink | None:
    """Return the same for an entry that there may be."""
    return link_to(entry) if entry else None


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
