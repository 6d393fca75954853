"""Documents known by what is in them."""

import zipfile
from io import BytesIO

import pytest

from idebank.rules.documents import document_findings


def _zip(**members: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


WORD = _zip(**{"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"})
EXCEL = _zip(**{"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"})
SLIDES = _zip(**{"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"})
TEXT = _zip(mimetype="application/vnd.oasis.opendocument.text")
SHEET = _zip(mimetype="application/vnd.oasis.opendocument.spreadsheet")


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.docx", WORD),
        ("a.xlsx", EXCEL),
        ("a.pptx", SLIDES),
        ("a.odt", TEXT),
        ("a.ods", SHEET),
        ("a.pdf", b"%PDF-1.7\n"),
        ("A.PDF", b"\xef\xbb\xbf%PDF-1.7\n"),
        ("a.csv", "æ;ø\n".encode("latin-1")),
        ("a.txt", b""),
    ],
)
def test_what_the_name_says(name: str, raw: bytes) -> None:
    """Nothing is said when name and content agree."""
    assert list(document_findings(name, raw)) == []


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.docx", EXCEL),
        ("a.docx", b"%PDF-1.7"),
        ("a.docx", b""),
        ("a.odt", SHEET),
        ("a.odt", WORD),
        ("a.pdf", WORD),
        ("a.csv", EXCEL),
        ("a.txt", b"a\x00b"),
        ("a.txt", b"MZ\x90"),
        ("a.xlsx", EXCEL[:-30]),
    ],
)
def test_something_else(name: str, raw: bytes) -> None:
    """What is something else than its name says is refused."""
    assert [rule.id for rule, _ in document_findings(name, raw)] == ["document-unlike-name"]
