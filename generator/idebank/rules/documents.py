"""Attached documents: what they are by their content."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from idebank.diagnostics import Rule

DOCUMENT_TOO_LARGE: Final = Rule("document-too-large")
DOCUMENT_UNLIKE_NAME: Final = Rule("document-unlike-name")

RULES: Final = (DOCUMENT_TOO_LARGE, DOCUMENT_UNLIKE_NAME)

MAX_DOCUMENT_BYTES: Final = 20_000_000

_OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument."
_MAX_MIME: Final = 100


def document_findings(name: str, raw: bytes) -> Iterator[tuple[Rule, dict[str, str]]]:
    """Yield what is wrong with a document's content: it is not what its name says."""
    ending = PurePosixPath(name).suffix.lower()
    is_right = _CONTENTS.get(ending)
    if is_right and not is_right(raw):
        yield DOCUMENT_UNLIKE_NAME, {"ending": ending}


def _is_pdf(raw: bytes) -> bool:
    return b"%PDF-" in raw[:1024]


def _is_text(raw: bytes) -> bool:
    return b"\x00" not in raw and not raw.startswith((b"%PDF-", b"PK\x03\x04", b"MZ", b"\x7fELF"))


def _office(folder: str) -> Callable[[bytes], bool]:
    """Return the question whether a file is an Office document that keeps its parts in `folder`."""

    def is_office(raw: bytes) -> bool:
        names = _members(raw)
        return "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)

    return is_office


def _open_document(kind: str) -> Callable[[bytes], bool]:
    """Return the question whether a file is an OpenDocument of one kind."""

    def is_open_document(raw: bytes) -> bool:
        if "mimetype" not in _members(raw):
            return False
        with zipfile.ZipFile(BytesIO(raw)) as archive, archive.open("mimetype") as file:
            return file.read(_MAX_MIME).decode("ascii", "replace").strip() == _OPEN_DOCUMENT + kind

    return is_open_document


def _members(raw: bytes) -> frozenset[str]:
    """Return the names in a zip archive; none when it is not one."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return frozenset()


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
