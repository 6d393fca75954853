"""Spreadsheets that say much more than they weigh, and a reader of them that has little memory.

Run as a program it reads each and writes as JSON what came of it, by name.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from idebank.contribute.sheets import TableError, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MEGABYTES: Final = 300
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FIRST: Final = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
SHEET: Final = '<sheet name="A" sheetId="1" r:id="rId1"/>'


def workbook(  # noqa: PLR0913 - the parts of a workbook
    rows: str = "",
    *,
    before: str = "",
    after: str = "",
    strings: str = "",
    styles: str = "",
    sheets: str = SHEET,
    others: tuple[tuple[str, str], ...] = (),
    way: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """Return a workbook of such parts."""
    parts = {
        "[Content_Types].xml": _types(strings=bool(strings), styles=bool(styles)),
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{sheets}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{before}'
        f"<sheetData>{FIRST}{rows}</sheetData>{after}</worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
        **dict(others),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _types(*, strings: bool, styles: bool) -> str:
    kinds = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet"}
    kinds |= {"sharedStrings": "sharedStrings"} if strings else {}
    kinds |= {"styles": "styles"} if styles else {}
    named = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{named}</Types>'


def _relation(kind: str, target: str) -> str:
    own = f'<Relationship Id="rId1" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{own}</Relationships>'


def merged(*places: str) -> str:
    """Return the part of a sheet that merges cells."""
    own = "".join(f'<mergeCell ref="{place}"/>' for place in places)
    return f"<mergeCells>{own}</mergeCells>"


def _heading(column: int) -> str:
    return f'<c r="{_letters(column)}2" t="inlineStr"><is><t>h{column}</t></is></c>'


def _letters(column: int) -> str:
    before, own = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + own)


_SPACE: Final = '<is><t xml:space="preserve"> </t></is>'
_BOMB: Final = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 40))
_LAUGHS: Final = f'<!DOCTYPE a [<!ENTITY e0 "ha">{_BOMB}]><a>&e39;</a>'
_SHARED: Final = f"<si><t>a</t></si><si><t>{'x' * 30_000} </t></si>"

FILES: Final[Mapping[str, tuple[Callable[[], bytes], str]]] = {
    "a cell in the last place": (
        lambda: workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "too-many-columns",
    ),
    "a cell in the last row": (
        lambda: workbook('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
        "1048576: 1",
    ),
    "a space in the last row": (
        lambda: workbook(
            f'<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c t="inlineStr">{_SPACE}</c></row>'
        ),
        "2: 1",
    ),
    "a row that no program has": (lambda: workbook('<row r="1e12"><c><v>1</v></c></row>'), "too-many-rows"),
    "a merge of everything": (lambda: workbook(after=merged("A1:XFD1048576")), "wide-merge"),
    "a merge of a column": (lambda: workbook(after=merged("A1:A1048576")), "wide-merge"),
    "many merges": (lambda: workbook(after=merged(*["A1:Z400"] * 40)), "wide-merge"),
    "a size that is a lie": (lambda: workbook(before='<dimension ref="A1:XFD1048576"/>'), "2: "),
    "too many rows": (lambda: workbook("<row><c><v>1</v></c></row>" * 10_001), "too-many-rows"),
    "cells without end": (lambda: workbook("<row>" + "<c/>" * 2_000_000 + "</row>"), "too-many-cells"),
    "values without end": (
        lambda: workbook("<row><c>" + "<v/>" * 2_000_000 + "</c></row>"),
        "too-many-cells",
    ),
    "headings without end": (
        lambda: workbook(f"<row>{''.join(map(_heading, range(1, 16_385)))}</row>"),
        "too-many-columns",
    ),
    "a text that all cells share": (
        lambda: workbook(("<row>" + '<c t="s"><v>1</v></c>' * 100 + "</row>") * 100, strings=_SHARED),
        "too-much-text",
    ),
    "texts without end": (lambda: workbook(strings="<si><t/></si>" * 2_000_000), "too-many-parts"),
    "a long text": (lambda: workbook(strings=f"<si><t>{'x' * 30_000_000}</t></si>"), "long-cell"),
    "a long text in a cell": (
        lambda: workbook(f'<row><c t="inlineStr"><is><t>{"x" * 30_000_000}🚲</t></is></c></row>'),
        "long-cell",
    ),
    "attributes without end": (
        lambda: workbook("<row><c " + " ".join(f'a{n}=""' for n in range(300_000)) + "/></row>"),
        "not-excel",
    ),
    "styles without end": (
        lambda: workbook(styles=f"<cellXfs>{'<xf/>' * 1_000_000}</cellXfs>"),
        "too-many-parts",
    ),
    "places without end": (
        lambda: workbook(after=f'<hyperlinks><hyperlink ref="{"A1 " * 600_000}"/></hyperlinks>'),
        "not-excel",
    ),
    "sheets without end": (lambda: workbook(sheets=SHEET * 100_000), "too-many-parts"),
    "a sheet four hundred times": (lambda: workbook(sheets=SHEET * 400), "2: "),
    "parts without end": (
        lambda: workbook(others=tuple((f"{n}.xml", "<a/>") for n in range(3_000))),
        "too-many-parts",
    ),
    "a bomb of blanks": (lambda: workbook(others=(("xl/x.xml", "<a>" + " " * 60_000_000),)), "too-large"),
    "a bomb that is not looked at": (lambda: workbook(others=(("a.png", "\0" * 60_000_000),)), "2: "),
    "a bomb of names": (lambda: workbook(others=(("xl/theme.xml", _LAUGHS),)), "not-excel"),
    "packed in another way": (lambda: workbook(way=zipfile.ZIP_LZMA), "not-excel"),
    "depth without end": (lambda: workbook(sheets="<a>" * 90_000 + "</a>" * 90_000), "not-excel"),
    "a number of many digits": (lambda: workbook(f"<row><c><v>{'9' * 100_000}</v></c></row>"), "not-excel"),
    "a text that is not there": (lambda: workbook('<row><c t="s"><v>99</v></c></row>'), "not-excel"),
    "half a file": (lambda: workbook()[:700], "not-excel"),
    "no workbook": (lambda: b"PK\x03\x04" + b"\0" * 100, "not-excel"),
    "a line of CSV without end": (lambda: b"a" * 31_000_000, "long-line"),
    "a file without end": (lambda: b"a;b\n" * 9_000_000, "too-large"),
    "separators without end": (lambda: b";" * 31_000_000, "long-line"),
    "blank lines without end": (lambda: b"a\n" + b"\n" * 1_100_000 + b"b", "too-many-rows"),
    "lines without end": (("a\n" + "🚲\n" * 20_000).encode, "too-many-rows"),
    "columns without end": (lambda: b";".join(b"%d" % n for n in range(1_000)), "too-many-columns"),
    "a long cell": (lambda: b'a\n"' + b"x" * 200_000 + b'"\n', "long-cell"),
    "quotes without end": (lambda: b'"' * 900_000, "long-cell"),
    "a quote that is not closed": (lambda: b'a;b\n1;2\n"x;y\n3;4\n', "open-quote"),
    "a quote that means inches": (lambda: b'a;b\n5" x;y\n', '2: 5" x|y'),
    "nothing but nothing": (lambda: b"a;b\n\0;c\n", "2: \0|c"),
    "two headings that are one": (lambda: b"a;a\n1;2\n", "repeated-heading"),
    "nothing at all": (lambda: b"", "empty"),
    "letters that are none": (lambda: b"\x81\x8d", "unknown-letters"),
}
"""By name: what makes a file, and the reason why it is refused or its last row."""


def read(raw: bytes) -> str:
    """Return the reason why a file is refused, or its last row and its number."""
    try:
        table = read_table(raw)
    except TableError as error:
        return str(error.reason)
    last = "|".join(table.rows[-1]) if table.rows else ""
    return f"{table.first_row + max(0, len(table.rows) - 1)}: {last}"


def read_with_little(raw: bytes) -> str:
    """Return the same, or that there was not enough memory besides what was in use before."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    in_use = int(status.partition("VmSize:")[2].split()[0]) * 1024
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (in_use + MEGABYTES * 1_000_000, before[1]))
    try:
        return read(raw)
    except MemoryError:
        return "out of memory"
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


if __name__ == "__main__":
    json.dump({name: read_with_little(make()) for name, (make, _) in FILES.items()}, sys.stdout)
