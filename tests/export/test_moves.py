"""Addresses that have moved or are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.export.moves import BrokenMovesError, Move, load_moves, moved_pages
from idebank.vocabulary import LANGUAGES
from tests.words import wording

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://bank.example/under/"


def _pages(*moves: Move) -> dict[str, str]:
    wordings = {language: wording(language) for language in LANGUAGES}
    return {path: content.decode() for path, content in moved_pages(moves, wordings=wordings, url=URL)}


def test_list(tmp_path: Path) -> None:
    """A line says where an address leads now, or that it is closed; remarks and empty lines are skipped."""
    file = tmp_path / "moved.txt"
    file.write_text("# Navn som er endret\n/virksomhet/a/ /virksomhet/b/\n\n/tiltak/borte/  # tatt bort\n")

    assert load_moves(file) == (Move("virksomhet/a/", "virksomhet/b/"), Move("tiltak/borte/", ""))


def test_no_list(tmp_path: Path) -> None:
    """A bank that has moved nothing needs no list."""
    assert load_moves(tmp_path / "moved.txt") == ()


@pytest.mark.parametrize("line", ["/a/ /b/ /c/", "a/ /b/", "/a/ https://b.example/", "/a"])
def test_unreadable_line(tmp_path: Path, line: str) -> None:
    """What is no pair of addresses is named by file and line."""
    file = tmp_path / "moved.txt"
    file.write_text(f"/x/ /y/\n{line}\n")

    with pytest.raises(BrokenMovesError, match=r"moved\.txt:2"):
        load_moves(file)


def test_moved() -> None:
    """A moved address leads on, by a way that holds wherever the site lies, in its own language."""
    pages = _pages(Move("nn/virksomhet/a/", "nn/virksomhet/b/"))

    page = pages["nn/virksomhet/a/index.html"]
    assert '<html lang="nn">' in page
    assert '<meta http-equiv="refresh" content="0; url=../b/">' in page
    assert f'<link rel="canonical" href="{URL}nn/virksomhet/b/">' in page
    assert "Sida har flytta til" in page


def test_closed() -> None:
    """A closed address says so, and leads nobody on by itself."""
    page = _pages(Move("tiltak/borte/", ""))["tiltak/borte/index.html"]

    assert "Siden er tatt bort" in page
    assert '<a href="../../">Forsiden</a>' in page
    assert "refresh" not in page
    assert '<meta name="robots" content="noindex">' in page
