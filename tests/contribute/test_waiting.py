"""The weekly list of what waits, from what GitHub answered."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
import pytest
from click.testing import CliRunner

from idebank.cli import main
from idebank.contribute.waiting import MAX_ITEMS, Item, Turn, read_items, waiting_list, what_waits
from tests.contribute.banks import TODAY, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER: Final = Path(__file__).parent / "waiting"
RECORDED: Final = FOLDER / "issues.json"
UPDATE: Final = os.environ.get("UPDATE_GOLDEN") == "1"


def _list(items: Sequence[Item], language: str = "nb") -> str:
    return waiting_list(what_waits(items, today=TODAY), words_of(language)[0])


def test_whose_turn_it_is() -> None:
    """Each thing is listed once, under what somebody has to do; what needs nothing is left out."""
    found = what_waits(read_items(RECORDED.read_bytes()), today=TODAY)

    assert [(str(one.turn), one.item.number, one.days) for one in found] == [
        ("open", 306, 1),
        ("review", 310, 2),
        ("read", 302, 16),
        ("read", 301, 6),
        ("read", 313, 0),
        ("remind", 304, 37),
        ("remind", 305, 25),
    ]


@pytest.mark.golden
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_list(language: str) -> None:
    """The list is as it was when somebody last read it."""
    text = _list(read_items(RECORDED.read_bytes()), language)
    stored = FOLDER / f"list.{language}.md"
    if UPDATE:
        stored.write_text(text, encoding="utf-8")

    assert stored.read_text(encoding="utf-8") == text


def test_no_more_than_can_be_done() -> None:
    """Ten are listed, whoever has waited longest first, and the rest is counted."""
    items = [
        Item(
            number,
            f"https://github.example/{number}",
            f"T{number}",
            f"2026-11-{number:02}T00:00:00Z",
            TODAY,
            pull_request={},
        )
        for number in range(1, 15)
    ]
    text = _list(items)

    assert text.count("\n- ") == MAX_ITEMS
    assert "[T1](" in text
    assert "[T11](" not in text
    assert text.endswith("Og 4 til.\n")


def test_nothing_waits() -> None:
    """An empty list says so."""
    assert _list([]) == "Ingenting venter. Listen lages på nytt hver mandag.\n"


def test_one_page() -> None:
    """One page is read like several."""
    pages = json.loads(RECORDED.read_text(encoding="utf-8"))

    assert read_items(json.dumps(pages[0]).encode()) == read_items(json.dumps(pages[:1]).encode())


def test_every_turn_is_seen() -> None:
    """No turn is without an example."""
    assert {one.turn for one in what_waits(read_items(RECORDED.read_bytes()), today=TODAY)} == set(Turn)


@pytest.mark.parametrize("raw", [b"", b"{}", b'[{"number": 1}]', b'[["a"]]'])
def test_what_is_no_list(raw: bytes, tmp_path: Path) -> None:
    """Something else than a list is our mistake: a sentence, and exit code 2."""
    file = tmp_path / "items.json"
    file.write_bytes(raw)
    with pytest.raises(msgspec.MsgspecError):
        read_items(raw)

    result = CliRunner().invoke(main, ["waiting", str(file)])

    assert (result.exit_code, result.stdout) == (2, "")
    assert "items.json" in result.stderr


def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command prints the list, or hands it to a workflow as one line."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795694400")  # 2026-11-26
    outputs = tmp_path / "outputs"
    printed = CliRunner().invoke(main, ["waiting", str(RECORDED)])
    handed = CliRunner().invoke(main, ["waiting", str(RECORDED), "--outputs", str(outputs)])

    assert (printed.exit_code, printed.stdout) == (0, _list(read_items(RECORDED.read_bytes())))
    assert (handed.exit_code, handed.output) == (0, "")
    assert json.loads(outputs.read_text(encoding="utf-8").removeprefix("answer=")) == {
        "title": "Venteliste",
        "body": printed.stdout,
        "label": "venteliste",
    }
