"""What stands at an address that has no page of its own."""

from __future__ import annotations

from idebank.export.moves import Move, moved_pages
from idebank.vocabulary import LANGUAGES
from tests.words import wording

URL = "https://bank.example/under/"


def _pages(*moves: Move) -> dict[str, str]:
    wordings = {language: wording(language) for language in LANGUAGES}
    return {path: content.decode() for path, content in moved_pages(moves, wordings=wordings, url=URL)}


def test_moved() -> None:
    """A moved address leads on, by a way that holds wherever the site lies, in its own language."""
    pages = _pages(Move("nn/virksomhet/a/", "nn/virksomhet/b/"))

    page = pages["nn/virksomhet/a/index.html"]
    assert '<html lang="nn">' in page
    assert '<meta http-equiv="refresh" content="0; url=../b/">' in page
    assert f'<link rel="canonical" href="{URL}nn/virksomhet/b/">' in page
    assert "Sida har flytta til" in page


def test_named() -> None:
    """An entry's former address says what is there now, in the entry's language."""
    page = _pages(Move("tiltak/a/", "tiltak/b/", "Skulehage", "nn"))["tiltak/a/index.html"]

    assert '<html lang="nn">' in page
    assert '<a href="../b/">Skulehage</a>' in page


def test_closed() -> None:
    """A closed address says so, and leads nobody on by itself."""
    page = _pages(Move("tiltak/borte/", ""))["tiltak/borte/index.html"]

    assert "Siden er tatt bort" in page
    assert '<a href="../../">Forsiden</a>' in page
    assert "refresh" not in page
    assert '<meta name="robots" content="noindex">' in page
