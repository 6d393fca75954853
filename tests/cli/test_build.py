"""The command `idebank build`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from idebank.artifacts import MARK
from idebank.cli import main
from tests.factories import PATH, entry_text, write_bank

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.fixture_bank import Built

CONFIG = "site_name: Bank\ndocs_dir: content/pages\ntheme: material\nplugins: [{}]\n"
PROSE = "content/pages/nb/om.md"


def _bank(root: Path, *, plugins: str = "idebank", entry: str | None = None) -> Path:
    files = {"mkdocs.yml": CONFIG.format(plugins), PROSE: "# Om\n", PATH: entry or entry_text()}
    write_bank(root, files)
    write_bank(root / "site", {"index.html": "gammel", MARK: ""})
    return root


def _build(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["build", "-f", str(root / "mkdocs.yml"), *arguments])


def test_built(fixture_build: Built) -> None:
    """A build says how long each stage took and ends with one line about the whole."""
    *stages, closing = fixture_build.said.splitlines()

    assert [line.split(" s  ")[1] for line in stages] == [
        "Leser og sjekker bidragene",
        "Ordner katalogen og finner lignende tiltak",
        "Lager kort",
        "Skriver sider",
        "Skriver bilder og andre filer",
    ]
    assert closing.startswith("Siden er bygd: 26 bidrag, ")
    assert "3 råd om innholdet" in closing


def test_bars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, a bar shows what is being done, also when it ends badly."""
    monkeypatch.setenv("FORCE_COLOR", "1")

    result = _build(_bank(tmp_path, entry=entry_text(phase="ferdig?")))

    assert result.exit_code == 1
    assert "Leser og sjekker bidragene" in result.stderr


def test_broken_entry(tmp_path: Path) -> None:
    """A mistake is explained as `check` does, the exit code is 1 and the old site stays."""
    root = _bank(tmp_path, entry=entry_text(phase="ferdig?"))

    result = _build(root)

    assert result.exit_code == 1
    assert f"{PATH}:10:8: feil:" in result.stderr
    assert "Den gamle står som før" in result.stderr
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "gammel"
    assert list(root.glob(".site.*")) == []


def test_without_plugin(tmp_path: Path) -> None:
    """A configuration that does not use the plug-in says so."""
    result = _build(_bank(tmp_path, plugins="search"), "--language", "en")

    assert result.exit_code == 2
    assert "plugins" in result.stderr
    assert "Traceback" not in result.stderr


def test_without_configuration(tmp_path: Path) -> None:
    """Where there is no configuration, a sentence says so."""
    result = _build(tmp_path)

    assert result.exit_code == 2
    assert "mkdocs.yml" in result.stderr
    assert "Traceback" not in result.stderr
