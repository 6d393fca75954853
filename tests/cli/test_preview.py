"""The command `idebank preview`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from click.testing import CliRunner, Result

from idebank.cli import main
from tests.factories import PATH, entry_text, write_bank

if TYPE_CHECKING:
    import pytest

BANK: Final = Path(__file__).parents[1] / "fixtures" / "bank"
FROKOST: Final = "content/initiatives/nordland/skolefrukost-eksempel.md"


def _preview(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["preview", *map(str, arguments)])


def test_files(tmp_path: Path) -> None:
    """The entries that are named are in the file, with links to the site that mkdocs.yml names."""
    output = tmp_path / "a.html"
    result = _preview(
        BANK / FROKOST, "--root", BANK, "--config-file", BANK / "mkdocs.yml", "--output", output
    )

    assert result.exit_code == 0, result.output
    assert "1 bidrag" in result.output
    html = output.read_text(encoding="utf-8")
    assert "Skolefrokost av overskuddsmat" in html
    assert 'href="https://bank.example/under/' in html


def test_changes(tmp_path: Path) -> None:
    """The entries that a pull request changes are in the file; what has mistakes is named."""
    other = "content/initiatives/nordland/gangbuss.md"
    root = write_bank(tmp_path / "bank", {PATH: entry_text(), other: entry_text(phase="ferdig?")})
    changes = tmp_path / "changes"
    changes.write_bytes(
        b"".join(b":000000 100644 0 1 A\0%b\0" % path.encode() for path in (PATH, other, "a"))
    )
    output = tmp_path / "a.html"
    result = _preview("--changes", changes, "--root", root, "--output", output, "--language", "en")

    assert result.exit_code == 0, result.output
    assert f"{other} is left out" in result.output
    assert "Sykkelbuss til skolen" in output.read_text(encoding="utf-8")


def test_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is changed, no file is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "changes").write_bytes(b"")
    result = _preview("--changes", "changes", "--root", write_bank(tmp_path, {PATH: entry_text()}))

    assert (result.exit_code, result.output) == (0, "Ingen bidrag å vise.\n")
    assert not (tmp_path / "preview.html").exists()
