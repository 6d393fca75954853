"""Spreadsheets in and out: nothing lost, nothing run, and the same entries after the way round."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from idebank.cli import main
from idebank.contribute.sheets import (
    BrokenMappingError,
    Imported,
    Table,
    TableError,
    entry_table,
    import_table,
    load_mapping,
    read_table,
    round_trip,
    write_csv,
    write_xlsx,
)
from idebank.contribute.shelf import Shelf
from idebank.diagnostics import Severity
from idebank.kinds import KINDS
from idebank.resources import schema_folder
from idebank.source import parse_document
from tests.factories import schemas

if TYPE_CHECKING:
    from collections.abc import Mapping

PROJECT: Final = Path(__file__).parents[3]
MAPPINGS: Final = schema_folder() / "mappings"
BANKS: Final = (PROJECT, PROJECT / "tests" / "fixtures" / "bank")
SHELF: Final = Shelf(schemas(), {kind: {} for kind in KINDS}, lambda _: None)
TODAY: Final = "2026-11-26"


def _entries(kind: str) -> list[tuple[Mapping[str, Any], str]]:
    """Return (fields, story) of every real and every made-up entry of a kind."""
    found: list[tuple[Mapping[str, Any], str]] = []
    for bank in BANKS:
        for path in sorted((bank / "content" / KINDS[kind].folder).rglob("*.md")):
            document, _ = parse_document(str(path), path.read_bytes())
            assert document
            found.append((schemas()[kind].coerce(document.fields), document.body.strip()))
    return found


def _read_back(imported: Imported, kind: str) -> list[tuple[Mapping[str, Any], str]]:
    found: list[tuple[Mapping[str, Any], str]] = []
    for row in imported.rows:
        document, diagnostics = parse_document("content/initiatives/x.md", row.text.encode())
        assert document, diagnostics
        found.append((schemas()[kind].coerce(document.fields), document.body.strip()))
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("write", [lambda table: write_xlsx([table]), write_csv], ids=["xlsx", "csv"])
def test_way_round(kind: str, write: Any) -> None:
    """Every entry there is comes back from a spreadsheet as it went in, its story too."""
    entries = _entries(kind)
    schema = schemas()[kind]

    table = read_table(write(entry_table(entries, schema)))
    imported = import_table(table, round_trip(schema), shelf=SHELF, today=TODAY)

    assert imported.leftovers == ()
    assert _read_back(imported, kind) == entries


_CELL: Final = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=40).map(
    str.strip
)


@given(st.lists(st.tuples(_CELL, _CELL), min_size=1, max_size=5))
def test_texts_come_back(rows: list[tuple[str, str]]) -> None:
    """Whatever stands in a cell is read back from both kinds of files, formulas and quotes too."""
    table = Table("ark", ("a", "b"), (("x", "y"), *rows, ("x", "y")))

    for written in (write_csv(table), write_xlsx([table])):
        assert read_table(written).rows == table.rows


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\tx".strip() or "x"])
def test_no_cell_is_a_formula(text: str) -> None:
    """What a spreadsheet program would run is written as text."""
    table = Table("ark", ("a",), ((text,),))

    cell = load_workbook(io.BytesIO(write_xlsx([table]))).worksheets[0]["A2"]
    assert (cell.data_type, cell.value) == ("s", text)
    assert f"\r\n{text}" not in write_csv(Table("", ("a",), (("=1",),))).decode("utf-8-sig")


def test_same_table_same_bytes() -> None:
    """Writing twice makes the same file."""
    table = Table("ark", ("a",), (("b",),))

    assert write_xlsx([table]) == write_xlsx([table])


@pytest.mark.parametrize(
    "raw",
    [
        "a;b\næ;ø\n".encode("utf-8-sig"),
        "a;b\næ;ø\n".encode("cp1252"),
        "a\tb\næ\tø\n".encode(),
        "a,b\næ,ø\n".encode(),
        "\n\na;b\n\næ;ø\n;\n".encode(),
    ],
)
def test_csv_of_any_making(raw: bytes) -> None:
    """Character set and separator are found out; empty rows are no entries."""
    table = read_table(raw)

    assert table.columns == ("a", "b")
    assert [row for row in table.rows if any(row)] == [("æ", "ø")]


def test_excel_of_any_making() -> None:
    """Numbers, days, yes and no and merged cells are read as somebody would type them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["nummer", "dag", "ja", "felles"])
    sheet.append(["0301", __import__("datetime").date(2026, 5, 17), True, "samme"])
    sheet.append([1500.0, None, False, None])
    sheet.merge_cells("D2:D3")
    stream = io.BytesIO()
    book.save(stream)

    assert read_table(stream.getvalue()).rows == (
        ("0301", "2026-05-17", "ja", "samme"),
        ("1500", "", "nei", "samme"),
    )


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04broken", b"a;a\n1;2\n", b"\x81\x8d\n"])
def test_no_table(raw: bytes) -> None:
    """A file that is no table is refused with a reason."""
    with pytest.raises(TableError):
        read_table(raw)


def test_prosjektbanken() -> None:
    """A project of Prosjektbanken becomes an entry; what has no place here is told with its reason."""
    sample = Path(__file__).with_name("prosjektbanken.csv").read_bytes()
    mapping = load_mapping(MAPPINGS / "prosjektbanken.yml", schemas())

    imported = import_table(read_table(sample), mapping, shelf=SHELF, today=TODAY)

    (row,) = imported.rows
    value = row.sent.value
    assert [own.rule for own in row.sent.diagnostics if own.severity is Severity.ERROR] == []
    assert value["phase"] == "completed"
    assert value["funding"] == [{"amount": 350000, "source": "Nasjonalbiblioteket", "year": "2022"}]
    assert value["period"] == {"from": "2022", "to": "2024"}
    assert "## Bakgrunn" in row.text
    assert [(own.column, bool(own.reason)) for own in imported.leftovers] == [
        ("Antall tildelingsår", True),
        ("Saksnummer", False),
    ]


def test_kindergarten() -> None:
    """A plain spreadsheet of a kindergarten becomes entries with the kindergarten's own answers."""
    sample = Path(__file__).with_name("barnehage.csv").read_bytes()
    mapping = load_mapping(MAPPINGS / "barnehage.yml", schemas())

    imported = import_table(read_table(sample), mapping, shelf=SHELF, today=TODAY)

    first, second = imported.rows
    assert [own.rule for own in first.sent.diagnostics if own.severity is Severity.ERROR] == []
    assert first.sent.value["materials"] == ["såkasser", "jord", "frø"]
    assert first.sent.value["sdgs"] == ["12", "2.4"]
    assert first.sent.value["cost"] == "free"
    assert first.sent.value["published"] == TODAY
    assert {own.rule for own in second.sent.diagnostics if own.severity is Severity.ERROR} == {
        "unknown-municipality",
    }
    assert imported.leftovers == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("columns: {A: {field: colour}}", "colour"),
        ("columns: {A: {as: text}}", "A: field, body, ignore"),
        ("columns: {A: {field: title, as: magic}}", "magic"),
        ("columns: {A: {field: funding.amount, record: 1000000000}}", "record 1000000000"),
        ("kind: book\ncolumns: {A: {field: title}}", "book"),
        ("just a text", "columns"),
    ],
)
def test_broken_mapping(tmp_path: Path, text: str, message: str) -> None:
    """A mapping that cannot be used says which column, before any row is read."""
    file = tmp_path / "map.yml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(BrokenMappingError, match=message):
        load_mapping(file, schemas())


def test_commands(tmp_path: Path) -> None:
    """Export and import in a terminal: written, told, and never overwritten without being asked."""
    sheet, into, bank = tmp_path / "bank.xlsx", tmp_path / "drafts", BANKS[1]
    run = CliRunner().invoke

    exported = run(main, ["export", "--xlsx", str(sheet), "--kind", "need", "--root", str(bank)])
    arguments = ["import", str(sheet), "--mapping", "idebank-need", "--into", str(into), "--root", str(bank)]
    first, second = run(main, arguments), run(main, arguments)

    assert exported.exit_code == 0, exported.output
    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert len(list(into.rglob("*.md"))) == len(list((bank / "content/needs").glob("*.md")))
    assert "finnes fra før" in second.output


def test_report_has_every_cell_left(tmp_path: Path) -> None:
    """What found no place is kept, word by word, in a report beside the drafts."""
    sample = Path(__file__).with_name("prosjektbanken.csv")

    result = CliRunner().invoke(
        main,
        [
            "import",
            str(sample),
            "--mapping",
            "prosjektbanken",
            "--into",
            str(tmp_path),
            "--root",
            str(BANKS[1]),
        ],
    )

    report = read_table((tmp_path / "rapport.csv").read_bytes())
    assert result.exit_code == 1
    assert ("2", "Saksnummer", "2022/17", "kolonnen er ikke med i oversettelsen") in report.rows
