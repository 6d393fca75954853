"""The map as it is in the site."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Final

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path

BUDGET: Final = 150_000
"""Bytes of a first view, compressed as servers do."""


def test_first_view_is_light(site: Path) -> None:
    """Page, styles, scripts, icons and typeface together stay within the budget."""
    page = site / "kart" / "index.html"
    (scripts,) = (site / "assets" / "idebank").glob("search.*")
    loaded = [
        page,
        *(site / "assets" / "idebank").glob("*.*"),
        *(site / "assets" / "idebank" / "fonts").glob("*-latin.woff2"),
        *scripts.iterdir(),
    ]

    assert sum(len(gzip.compress(path.read_bytes())) for path in loaded if path.is_file()) < BUDGET


def test_list_is_there_without_script(site: Path) -> None:
    """Every circle is also a line of the list, with the same way on and the same number."""
    page = BeautifulSoup((site / "kart" / "index.html").read_text(encoding="utf-8"), "html.parser")
    circles = {
        str(link["href"]): str(link["aria-label"]).rpartition(": ")[2] for link in page.select(".outline a")
    }
    lines = {
        str(line.a["href"]): f"{line.select_one('[data-count]').get_text()} bidrag"  # type: ignore[index, union-attr]
        for line in page.select("[data-municipality]")
    }

    assert circles
    assert lines == circles
