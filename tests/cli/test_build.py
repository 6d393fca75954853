"""The command `idebank build`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from idebank.artifacts import MARK
from idebank.cli import main
from idebank.faults import EntryFaultsError, Fault
from idebank.views.entries import EntryPages
from tests.factories import PATH, entry_text, write_bank

if TYPE_CHECKING:
    from pathlib import Path

    from idebank.model import Initiative
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


def _stumbling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages of initiatives with a certain title fail."""
    real = EntryPages.view

    def view(self: EntryPages, entry: Initiative, body_html: str) -> object:
        if entry.title == "Snublesten":
            raise ZeroDivisionError("delt på null")
        return real(self, entry, body_html)

    monkeypatch.setattr(EntryPages, "view", view)


@pytest.mark.site
@pytest.mark.parametrize("strict", [False, True])
def test_entry_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, strict: bool) -> None:
    """An entry that fails is named, and the site is published without it; `--strict` keeps the old."""
    _stumbling(monkeypatch)
    root, bad = _bank(tmp_path), PATH.replace("sykkelbuss", "snublesten")
    write_bank(root, {bad: entry_text(title='"Snublesten"')})

    result = _build(root, "--no-search", *(["--strict"] if strict else []))
    new = [path.parent.name for path in (root / "site").glob("tiltak/*-bodo/index.html")]

    assert f"{bad} er ikke med på siden" in result.stderr
    assert "delt på null (ZeroDivisionError)" in result.stderr
    assert "ikke i teksten din" not in result.stderr
    assert result.exit_code == (1 if strict else 0)
    assert new == ([] if strict else ["sykkelbuss-bodo"])


def test_entries_that_never_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When setting aside does not help, the sentence names the file instead of clearing the text of blame."""

    def failing(*_: object, **__: object) -> None:
        raise EntryFaultsError((Fault(PATH, "KeyError", "x", "her"),))

    monkeypatch.setattr("idebank.plugin.events.build_site", failing)
    monkeypatch.setenv("IDEBANK_TRACEBACK", "1")
    root = _bank(tmp_path)

    result = _build(root)

    assert result.exit_code == 2
    assert f"her\nNoe gikk galt i programmet da det arbeidet med {PATH}: x (KeyError)." in result.stderr
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "gammel"
