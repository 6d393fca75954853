"""What a workbook would make, before it is read: a few bytes may say that they are millions of cells.

The parts of a workbook are gone through once, by a parser that keeps nothing. The library that then reads it
makes objects, at a price that is known by now.
"""

import zipfile
from collections.abc import Mapping
from typing import IO, Final
from xml.parsers import expat

from idebank.contribute.sheets.limits import (
    CELL,
    CELLS,
    LAST_ROW,
    PARTS,
    ROWS,
    SHEETS,
    UNPACKED,
    Reason,
    TableError,
    within,
)

_CHUNK: Final = 65_536
_LONGEST_TAG: Final = 1_000_000
_PACKED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""As workbooks are; other ways may ask for gigabytes to unpack a byte."""
_MEMBERS: Final = 2_000
_ROW: Final = 16_384
"""Cells of a row."""
_ATTRIBUTES: Final = 10
"""Of a row or a cell."""
_LETTERS: Final = 8
"""Of an attribute's text, that count as one more part: a list of places is read into as many objects."""


def measure(archive: zipfile.ZipFile) -> None:
    """Raise TableError for a workbook that would make more than is read."""
    within(len(archive.infolist()), _MEMBERS, Reason.TOO_MANY_PARTS)
    scales = _Scales()
    for member in archive.infolist():
        if member.compress_type not in _PACKED:
            raise TableError(Reason.NOT_EXCEL)
        with archive.open(member) as part:
            scales.weigh(part)


class _Scales:
    """Counts what all parts of a workbook have in them."""

    def __init__(self) -> None:
        self._unpacked = self._rows = self._cells = self._values = self._parts = self._sheets = 0
        self._in_row = 0
        self._text: int | None = None
        """Letters of the text that is being read; None where it is no cell's."""

    def weigh(self, part: IO[bytes]) -> None:
        """Count a part; what is no XML, such as a picture, cannot be read later either."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._begun
        parser.CharacterDataHandler = self._told
        parser.EntityDeclHandler = self._entity
        fed = 0
        try:
            while chunk := part.read(_CHUNK):
                parser.Parse(chunk)
                fed += len(chunk)
                self._unpacked += len(chunk)
                within(self._unpacked, UNPACKED, Reason.TOO_LARGE)
                if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                    raise TableError(Reason.NOT_EXCEL)
        except expat.ExpatError:
            return

    def _begun(self, name: str, attributes: Mapping[str, str]) -> None:
        kind = name.rpartition(" ")[2]
        self._text = 0 if kind in {"v", "t"} else None
        if kind == "row":
            self._in_row = 0
            self._rows += 1
            within(self._rows, LAST_ROW, Reason.TOO_MANY_ROWS, named=ROWS)
        elif kind in {"c", "v", "f"}:
            self._cell(kind)
        else:
            self._sheets += kind == "sheet"
            self._parts += 1 + len(attributes) + sum(map(len, attributes.values())) // _LETTERS
            within(self._sheets, SHEETS, Reason.TOO_MANY_PARTS)
        if len(attributes) > _ATTRIBUTES:
            self._parts += len(attributes)
        within(self._parts, PARTS, Reason.TOO_MANY_PARTS)

    def _cell(self, kind: str) -> None:
        self._in_row += 1
        self._cells += kind == "c"
        self._values += kind != "c"
        within(self._in_row, 3 * _ROW, Reason.TOO_MANY_CELLS, named=CELLS)
        within(self._cells, CELLS, Reason.TOO_MANY_CELLS)
        within(self._values, 2 * CELLS, Reason.TOO_MANY_CELLS, named=CELLS)

    def _told(self, text: str) -> None:
        if self._text is not None:
            self._text += len(text)
            within(self._text, CELL, Reason.LONG_CELL)

    def _entity(self, *_: object) -> None:
        raise TableError(Reason.NOT_EXCEL)
