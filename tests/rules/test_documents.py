"""Documents known by what is in them."""

import random
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
        ("a.pdf", b"%PDF-1.7\n%%EOF"),
        ("A.PDF", b"\xef\xbb\xbf%PDF-1.7\n%%EOF\r\n" + bytes(4_000)),
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
        ("a.odt", _zip(mimetype="application/zip")),
    ],
)
def test_something_else(name: str, raw: bytes) -> None:
    """What is something else than its name says is refused."""
    assert [rule.id for rule, _ in document_findings(name, raw)] == ["document-unlike-name"]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.xlsx", EXCEL[:-30]),
        ("a.docx", WORD.replace(b"<x/>", b"<y/>")),
        ("a.odt", TEXT.replace(b"opendocument.text", b"opendocument.tex!", 1)),
        ("a.ods", SHEET[:60]),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n<<>>"),
        ("a.pdf", b"%PDF-1.7\n%%EOF" + b"x" * 4_000),
    ],
    ids=["cut", "changed", "other kind", "cut short", "endless", "early end"],
)
def test_damaged(name: str, raw: bytes) -> None:
    """What was cut off or changed on its way is refused as damaged."""
    assert [rule.id for rule, _ in document_findings(name, raw)] == ["broken-document"]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pptx", "a.odt", "a.ods", "a.pdf"])
def test_any_damage(name: str) -> None:
    """Whatever happens to a document's bytes, at most one thing is said about it, and never by a crash."""
    whole = {"docx": WORD, "xlsx": EXCEL, "pptx": SLIDES, "odt": TEXT, "ods": SHEET}.get(
        name[2:], b"%PDF-1.7\n%%EOF"
    )
    chance = random.Random(name)  # noqa: S311 - the same damage every time
    for _ in range(300):
        raw = bytearray(whole)
        for _ in range(chance.choice((1, 4))):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        if chance.random() < 0.2:
            del raw[chance.randrange(len(raw)) :]
        said = [rule.id for rule, _ in document_findings(name, bytes(raw))]

        assert said in ([], ["broken-document"], ["document-unlike-name"])


def test_archive_that_unpacks_to_gigabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an archive no more is unpacked than a document may hold, however much it says there is."""
    monkeypatch.setattr("idebank.rules.documents._MAX_UNPACKED", 3_000_000)
    sizes: list[int] = []
    read = zipfile.ZipExtFile.read

    def counted(file: zipfile.ZipExtFile, n: int = -1) -> bytes:
        piece = read(file, n)
        sizes.append(len(piece))
        return piece

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ("[Content_Types].xml", "word/document.xml", "word/media.bin"):
            archive.writestr(part, bytes(2_500_000))
    found = list(document_findings("a.docx", stream.getvalue()))

    assert found == []
    assert sum(sizes) < 5_000_000
