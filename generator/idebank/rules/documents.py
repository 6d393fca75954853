"""Attached documents: what they are by their content, and whole."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipFile

from idebank.diagnostics import Rule

BROKEN_DOCUMENT: Final = Rule("broken-document")
DOCUMENT_TOO_LARGE: Final = Rule("document-too-large")
DOCUMENT_UNLIKE_NAME: Final = Rule("document-unlike-name")

RULES: Final = (BROKEN_DOCUMENT, DOCUMENT_TOO_LARGE, DOCUMENT_UNLIKE_NAME)

MAX_DOCUMENT_BYTES: Final = 20_000_000

_OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument."
_ARCHIVE: Final = b"PK\x03\x04"
_MAX_UNPACKED: Final = 200_000_000
"""Bytes that are unpacked to see that an archive is whole; of a larger one the rest is left alone."""
_STEP: Final = 1_000_000
_MAX_MIME: Final = 100
_PDF_END: Final = 2_048
"""Bytes from the end in which a PDF says that it is over; readers look no further either."""


class _BrokenDocumentError(ValueError):
    """Raised for a document that is what its name says, but not whole."""


def document_findings(name: str, raw: bytes) -> Iterator[tuple[Rule, dict[str, str]]]:
    """Yield what is wrong with a document's content: it is not what its name says, or not whole."""
    ending = PurePosixPath(name).suffix.lower()
    is_right = _CONTENTS.get(ending)
    try:
        if is_right and not is_right(raw):
            yield DOCUMENT_UNLIKE_NAME, {"ending": ending}
    except _BrokenDocumentError:
        yield BROKEN_DOCUMENT, {}


def _is_pdf(raw: bytes) -> bool:
    if b"%PDF-" not in raw[:1024]:
        return False
    if b"%%EOF" not in raw.rstrip(b"\x00")[-_PDF_END:]:
        raise _BrokenDocumentError
    return True


def _is_text(raw: bytes) -> bool:
    return b"\x00" not in raw and not raw.startswith((b"%PDF-", _ARCHIVE, b"MZ", b"\x7fELF"))


def _office(folder: str) -> Callable[[bytes], bool]:
    """Return the question whether a file is an Office document that keeps its parts in `folder`."""

    def is_office(archive: ZipFile) -> bool:
        names = archive.namelist()
        return "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)

    return partial(_is_archive, is_office)


def _open_document(kind: str) -> Callable[[bytes], bool]:
    """Return the question whether a file is an OpenDocument of one kind."""

    def is_open_document(archive: ZipFile) -> bool:
        if "mimetype" not in archive.namelist():
            return False
        wanted = (_OPEN_DOCUMENT + kind).encode()
        with archive.open("mimetype") as file:
            return file.read(_MAX_MIME).strip() == wanted

    return partial(_is_archive, is_open_document)


def _is_archive(is_right: Callable[[ZipFile], bool], raw: bytes) -> bool:
    """Tell whether `raw` is an archive that `is_right`, and see that all of it can be unpacked."""
    if not raw.startswith(_ARCHIVE):
        return False
    try:
        with ZipFile(BytesIO(raw)) as archive:
            right = is_right(archive)
            if right:
                _unpack(archive)
            return right
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - zipfile and what unpacks raise a dozen kinds, and name none as theirs
        raise _BrokenDocumentError from None


def _unpack(archive: ZipFile) -> None:
    """Unpack everything once, which compares it with its checksums; bounded, and nothing is kept."""
    room = _MAX_UNPACKED
    for member in archive.infolist():
        with archive.open(member) as file:
            while room > 0 and (piece := file.read(_STEP)):
                room -= len(piece)


_CONTENTS: Final[Mapping[str, Callable[[bytes], bool]]] = {
    ".pdf": _is_pdf,
    ".docx": _office("word/"),
    ".xlsx": _office("xl/"),
    ".pptx": _office("ppt/"),
    ".odt": _open_document("text"),
    ".ods": _open_document("spreadsheet"),
    ".csv": _is_text,
    ".txt": _is_text,
}
