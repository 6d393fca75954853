"""The bank in figures, as it is in the site: tables, files, size."""

from __future__ import annotations

import csv
import gzip
import io
from typing import TYPE_CHECKING, Final

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

BUDGET: Final = 150_000
"""Bytes of the page, compressed."""


@pytest.fixture(params=["site", "fixture_site"])
def folder(request: pytest.FixtureRequest) -> Path:
    """Return the real bank's site and the small bank's, in turn."""
    found: Path = request.getfixturevalue(request.param)
    return found


def _soup(folder: Path, language: str = "") -> BeautifulSoup:
    html = (folder / language / "oversikt" / "index.html").read_text(encoding="utf-8")
    return BeautifulSoup(html, "html.parser")


def _plain(text: str) -> str:
    """Return a number or words without what only a reader needs."""
    return text.strip().replace("\u00a0", "")


def _cells(row: Tag) -> list[str]:
    for unseen in row.select(".unseen"):
        unseen.decompose()
    return [_plain(cell.get_text()) for cell in row.find_all(["th", "td"])]


@pytest.mark.parametrize("language", ["", "nn/"])
def test_files_say_what_tables_say(folder: Path, language: str) -> None:
    """Each table can be downloaded, and its file has the same header, lines and figures."""
    for table in _soup(folder, language).select(".figure-table"):
        link = table.find_next("a", attrs={"download": True})
        assert link is not None
        path = folder / str(link["href"]).removeprefix("../../" if language else "../")
        lines = list(
            csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";", strict=True)
        )

        assert [_cells(row) for row in table.select("tr")] == [
            [_plain(cell) for cell in line] for line in lines
        ], path


def test_matrix_file(folder: Path) -> None:
    """The matrix's file has the same counts, nought where a cell is empty."""
    rows = _soup(folder).select(".matrix tbody tr")
    raw = (folder / "apne-data/oversikt/mal-og-sektorer.csv").read_text(encoding="utf-8-sig")
    _, *lines, _ = csv.reader(io.StringIO(raw), delimiter=";")

    counts = [[cell or "0" for cell in _cells(row)] for row in rows]
    assert counts == [line[:-1] for line in lines]


def test_every_chart_is_named_and_has_a_table(folder: Path) -> None:
    """A drawing has a name that is there, and a table beside it that says the same."""
    soup = _soup(folder)
    charts = soup.select("svg.chart")

    assert len(charts) >= 5
    for chart in charts:
        assert soup.find(id=str(chart["aria-labelledby"]))
        pair = chart.find_parent(class_="stats__pair")
        assert pair is not None
        assert pair.find("table") is not None


def test_links_of_the_page_lead_to_its_parts(folder: Path) -> None:
    """The links at the top lead to every part, in order."""
    soup = _soup(folder)

    assert [str(link["href"]).lstrip("#") for link in soup.select(".jump a")] == [
        str(heading["id"]) for heading in soup.select(".stats > h2")
    ]


def test_size(folder: Path) -> None:
    """The page stays within what a page may weigh."""
    raw = (folder / "oversikt" / "index.html").read_bytes()

    assert len(gzip.compress(raw)) < BUDGET
