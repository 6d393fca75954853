"""The command `idebank intake`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from idebank.cli import main
from tests.contribute.banks import BANK, EVENTS

FILE: Final = "content/initiatives/nordland/byttehylle-for-barneboker.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the small bank, that may be written in."""
    return Path(shutil.copytree(BANK, tmp_path / "bank"))


def _intake(command: str, event: str | Path, root: Path, *more: str | Path) -> Result:
    file = EVENTS / f"{event}.json" if isinstance(event, str) else event
    return CliRunner().invoke(
        main, ["intake", command, "--event", str(file), "--root", str(root), *map(str, more)]
    )


def _files(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def test_understand(root: Path) -> None:
    """The comment is printed, and nothing is written."""
    before = _files(root)

    result = _intake("understand", "initiative-tip", root)

    assert result.exit_code == 0
    assert "### Takk! Dette forsto vi" in result.stdout
    assert _files(root) == before


@pytest.mark.parametrize("command", ["understand", "write"])
def test_outputs(root: Path, tmp_path: Path, command: str) -> None:
    """In a workflow, the outputs are added to the file, and no word of a stranger gets into the log."""
    outputs = tmp_path / "outputs"
    outputs.write_text("first=1\n", encoding="utf-8")

    result = _intake(command, "initiative-approved", root, "--outputs", outputs)

    assert (result.exit_code, result.output) == (0, "")
    assert outputs.read_text(encoding="utf-8").startswith("first=1\nanswer={")


def test_write(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file of an approved issue is written, with the day it is, and passes the check."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 2026-11-26
    before = _files(root)

    result = _intake("write", "initiative-approved", root)

    assert result.exit_code == 0
    assert _files(root) - before == {FILE}
    assert 'published: "2026-11-26"' in (root / FILE).read_text(encoding="utf-8")
    assert CliRunner().invoke(main, ["check", "--root", str(root), str(root / FILE)]).exit_code == 0


def test_write_what_is_not_whole(root: Path) -> None:
    """What has mistakes is answered, and not written."""
    before = _files(root)

    result = _intake("write", "initiative-approved-too-early", root)

    assert result.exit_code == 1
    assert "### Innmeldingen kan ikke tas inn ennå" in result.stdout
    assert _files(root) == before


@pytest.mark.parametrize("command", ["understand", "write"])
def test_another_issue(root: Path, tmp_path: Path, command: str) -> None:
    """What is none of ours is left alone."""
    outputs = tmp_path / "outputs"

    result = _intake(command, "other-issue", root, "--outputs", outputs)

    assert (result.exit_code, result.output) == (0, "")
    assert outputs.read_text(encoding="utf-8") == ""


def test_another_event(root: Path, tmp_path: Path) -> None:
    """An event about no issue is our mistake: a sentence on the error stream, and exit code 2."""
    event = tmp_path / "event.json"
    event.write_text('{"action": "opened"}', encoding="utf-8")

    result = _intake("understand", event, root)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "event.json" in result.stderr


def test_a_bank_without_a_site(root: Path) -> None:
    """Where mkdocs.yml names no site, the answer leads to the repository."""
    (root / "mkdocs.yml").write_text("site_name: A\nplugins: [!ENV [A, b]]\n", encoding="utf-8")

    result = _intake("understand", "initiative-incomplete", root)

    assert result.exit_code == 0
    assert "(https://github.example/idebank/idebank/issues/new?template=innmelding.yml)" in result.stdout
