"""The search index, made by Pagefind."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from idebank.search import SearchIndexError, build_index

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    "<!doctype html><html lang=nb><title>T</title>"
    "<main data-pagefind-body><h1>Frøbibliotek</h1><p>Lån frø.</p></main></html>"
)


def test_index(tmp_path: Path) -> None:
    """Entry pages are indexed, and only what our own interface needs is left."""
    page = tmp_path / "tiltak" / "fro" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, encoding="utf-8")

    build_index(tmp_path)

    names = {path.name for path in (tmp_path / "pagefind").iterdir()}
    assert {"pagefind.js", "pagefind-entry.json"} <= names
    assert [name for name in names if "ui" in name or "highlight" in name] == []


def test_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Pagefind says when it fails is passed on."""

    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, stdout="", stderr="no space left\n")

    monkeypatch.setattr(subprocess, "run", fail)

    with pytest.raises(SearchIndexError, match="no space left"):
        build_index(tmp_path)
