"""The command `idebank check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from idebank import resources
from idebank.cli import main
from tests.factories import PATH, entry_text, write_bank

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BROKEN = entry_text(phase="ferdig?")


def _check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def test_clean(tmp_path: Path) -> None:
    """All is well: a line says so, and the exit code is 0."""
    result = _check("--root", write_bank(tmp_path, {PATH: entry_text()}))

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


def test_what_was_read(tmp_path: Path) -> None:
    """The last line says how many of each kind were read, in every language and for programs too."""
    other = PATH.replace("sykkelbuss", "gangbuss")
    need = {"content/needs/x.md": entry_text(phase=None, status="open")}
    root = write_bank(tmp_path, {PATH: entry_text(), other: entry_text(), **need})

    assert _check("--root", root).stdout.startswith("Leste 2 tiltak og 1 etterlysning. Alt i orden")
    assert _check("--root", root, "--language", "nn").stdout.startswith("Las 2 tiltak og 1 etterlysing. ")
    assert _check("--root", root, "--language", "en").stdout.startswith("Read 2 initiatives and 1 need. ")
    assert _check("--root", root, root / PATH).stdout.startswith("Leste 1 tiltak. ")
    assert json.loads(_check("--root", root, "--format", "json").stdout)["read"]["initiative"] == 2


def test_nothing_to_read(tmp_path: Path) -> None:
    """A bank without entries is a mistake, and so is a path without."""
    root = write_bank(tmp_path, {"content/pages/nb/om.md": "# Om\n"})
    result = _check("--root", root)

    assert result.exit_code == 1
    assert "content:1:1: feil: Det er ingen bidrag i «content». [no-entries]" in result.stdout
    assert "Leste ingen bidrag. " in result.stdout
    assert _check("--root", root, "--quiet", root / "content/pages").exit_code == 0


def test_a_lost_entry(tmp_path: Path) -> None:
    """A valid entry that lies where none is read is a mistake, also when it is asked for by its path."""
    root = write_bank(tmp_path, {PATH: entry_text(), "content/tiltak/x.md": entry_text()})
    right = "Flytt filen til `content/initiatives/nordland/x.md`."

    for result in (_check("--root", root), _check("--root", root, root / "content/tiltak/x.md")):
        assert result.exit_code == 1
        assert right in result.stdout


def test_a_link_for_content(tmp_path: Path) -> None:
    """A content folder that is only a link is no bank to check, and the link is named."""
    root = tmp_path / "bank"
    root.mkdir()
    (root / "content").symlink_to(write_bank(tmp_path / "annet", {PATH: entry_text()}) / "content")
    result = _check("--root", root)

    assert result.exit_code == 1
    assert "content:1:1: feil: «content» er en lenke til noe annet. [symlink]" in result.stdout


def test_quiet(tmp_path: Path) -> None:
    """All is well, and nothing is said."""
    result = _check("--quiet", "--root", write_bank(tmp_path, {PATH: entry_text()}))

    assert (result.exit_code, result.output) == (0, "")


def test_advice(tmp_path: Path) -> None:
    """Advice is no mistake."""
    result = _check("--root", write_bank(tmp_path, {PATH: entry_text("")}))

    assert result.exit_code == 0
    assert "[empty-body]" in result.stdout


def test_mistakes(tmp_path: Path) -> None:
    """A mistake is explained, and the exit code is 1."""
    result = _check("--quiet", "--root", write_bank(tmp_path, {PATH: BROKEN}))

    assert result.exit_code == 1
    assert f"{PATH}:10:8: feil:" in result.stdout


def test_paths(tmp_path: Path) -> None:
    """Only the entries that are named are checked."""
    other = PATH.replace("sykkelbuss", "gangbuss")
    root = write_bank(tmp_path, {PATH: entry_text(), other: BROKEN})

    assert _check(root / PATH, "--root", root).exit_code == 0
    assert _check(root / other, "--root", root).exit_code == 1


def test_json(tmp_path: Path) -> None:
    """The answer can be read by programs."""
    result = _check("--format", "json", "--root", write_bank(tmp_path, {PATH: BROKEN}))

    assert "unknown-value" in json.dumps(json.loads(result.stdout))


def test_language(tmp_path: Path) -> None:
    """The answer is in the language that is asked for."""
    result = _check("--language", "en", "--root", write_bank(tmp_path, {PATH: BROKEN}))

    assert f"{PATH}:10:8: error:" in result.stdout


def test_could_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure of ours is one sentence on the error stream, and the exit code is 2."""
    root = write_bank(tmp_path, {PATH: entry_text()})
    monkeypatch.setattr(resources, "schema_folder", lambda: tmp_path)

    result = _check("--root", root)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "FileNotFoundError" in result.stderr
    assert "Traceback" not in result.stderr


def test_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for it sees where it failed."""
    root = write_bank(tmp_path, {PATH: entry_text()})
    monkeypatch.setattr(resources, "schema_folder", lambda: tmp_path)
    monkeypatch.setenv("IDEBANK_TRACEBACK", "1")

    assert isinstance(_check("--root", root).exception, FileNotFoundError)


def test_no_bank(tmp_path: Path) -> None:
    """Where there is no bank, a sentence says so, and the exit code is 2."""
    result = _check("--root", tmp_path)

    assert result.exit_code == 2
    assert "content" in result.stderr


def test_commands() -> None:
    """The help names the commands, and an unknown one is an error."""
    helped = CliRunner().invoke(main, ["--help"])

    assert helped.exit_code == 0
    assert "build" in helped.output
    assert "check" in helped.output
    assert CliRunner().invoke(main, ["bygg"]).exit_code == 2
