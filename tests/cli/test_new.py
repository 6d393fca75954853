"""`idebank new`: the form's questions in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from idebank.cli import main
from tests.factories import PATH, check, entry_text, write_bank

if TYPE_CHECKING:
    from pathlib import Path

# Title, summary, who, kind, place, sectors, goals, phase, and the three parts of the contact.
TIP = (
    "Bytteskap for barneklær", "Foreldrene henger fra seg klær som er for små, og tar med seg andre.",
    "Eksempel barnehage", "kindergarten", "Bodø", "5", "12", "4",
    "Styrer", "post@eksempel.kommune.no", "",
)  # fmt: skip


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """Return a bank with one entry."""
    return write_bank(tmp_path, {PATH: entry_text()})


def _new(bank: Path, *lines: str, language: str = "nb") -> Result:
    arguments = ["new", "--root", str(bank), "--language", language]
    return CliRunner().invoke(main, arguments, input="".join(f"{line}\n" for line in lines))


def test_a_tip(bank: Path) -> None:
    """Answers to the first level make a file without mistakes, in the right place."""
    result = _new(bank, *TIP, "n")

    path = bank / "content/initiatives/nordland/bytteskap-for-barneklaer.md"
    assert result.exit_code == 0, result.output
    assert 'phase: "running"' in path.read_text(encoding="utf-8")
    assert [diagnostic.rule for diagnostic in check(bank).diagnostics] == ["empty-body"]


def test_misspelt_place_is_asked_again(bank: Path) -> None:
    """A mistake is explained at once, in the words of the check, and the question comes again."""
    lines = [*TIP[:4], "Boddø", *TIP[4:], "n"]

    result = _new(bank, *lines)

    assert result.exit_code == 0, result.output
    assert "Mente du «Bodø»" in result.output


def test_what_must_be_answered_cannot_be_skipped(bank: Path) -> None:
    """An empty answer to a question that must be answered is asked again."""
    result = _new(bank, "", *TIP, "n")

    assert result.exit_code == 0, result.output
    assert "Dette må vi ha svar på." in result.output


def test_stopped_asks_why(bank: Path) -> None:
    """Why something was stopped is asked only of what was."""
    lines = [*TIP[:7], "6", "Pengene tok slutt.", *TIP[8:], "n"]

    result = _new(bank, *lines, language="nn")

    assert result.exit_code == 0, result.output
    assert "Kvifor stoppa de?" in result.output


def test_more_can_be_told(bank: Path) -> None:
    """The story's parts stand under their headings, and lists have an item for each line."""
    result = _new(bank, *TIP, "y", "Mange klær ble kastet.", *[""] * 40)

    text = (bank / "content/initiatives/nordland/bytteskap-for-barneklaer.md").read_text(encoding="utf-8")
    assert result.exit_code == 0, result.output
    assert "## Bakgrunn\n\nMange klær ble kastet." in text


def test_taken_name_gets_another(bank: Path) -> None:
    """Nothing is overwritten: a second entry of the same title gets a number."""
    first, second = _new(bank, *TIP, "n"), _new(bank, *TIP, "n")

    names = sorted(path.name for path in (bank / "content/initiatives/nordland").glob("bytteskap*"))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert names == ["bytteskap-for-barneklaer-2.md", "bytteskap-for-barneklaer.md"]
    assert "Ligner på «Bytteskap for barneklær»" in second.output
