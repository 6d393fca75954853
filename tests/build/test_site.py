"""What a build writes besides pages, seen on the small bank's site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from idebank.kinds import KINDS, RESERVED
from idebank.routes import PAGES
from idebank.source import load_kept
from tests.fixture_bank import BANK, ENTRIES

if TYPE_CHECKING:
    from pathlib import Path

ENTRY: Final = "tiltak/skolefrukost-eksempel"
BESIDE: Final = ENTRIES / "nordland" / "skolefrukost-eksempel"
URL: Final = "https://bank.example/under/"


def _html(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def _sitemap(site: Path) -> list[str]:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - our own text
    return [str(element.text).removeprefix(URL) for element in root.iterfind("s:url/s:loc", names)]


def test_files_of_an_entry(fixture_site: Path) -> None:
    """Beside an entry's page lie its documents, each once, its pictures' editions and its other forms.

    No original lies there.
    """
    assert sorted(path.name for path in (fixture_site / ENTRY).iterdir()) == [
        "frokost.jpg-640.webp",
        "frokost.png-640.webp",
        "historie",
        "index.html",
        "personalmote",
        "plakat",
        "rapport.pdf",
        "vaktliste.csv",
    ]


@pytest.mark.parametrize("name", ["rapport.pdf", "vaktliste.csv"])
def test_documents(fixture_site: Path, name: str) -> None:
    """A document is published as it is."""
    assert (BESIDE / name).read_bytes() == (fixture_site / ENTRY / name).read_bytes()


@pytest.mark.parametrize("name", ["frokost.jpg", "frokost.png"])
def test_pictures(fixture_site: Path, name: str) -> None:
    """A picture is published upright and says nothing about who took it and where."""
    path = fixture_site / ENTRY / f"{name}-640.webp"

    with Image.open(path) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.height > picture.width
    assert b"Kari" not in path.read_bytes()


def test_sitemap(fixture_site: Path) -> None:
    """The sitemap has the pages that are meant to be found, prose included, each once."""
    urls = _sitemap(fixture_site)

    assert len(urls) == len(set(urls))
    assert {"", "en/", "om/", "nn/bidra/", f"{ENTRY}/", "sted/nordland/bodo/", "oversikt/"} <= set(urls)


def test_sitemap_leaves_out(fixture_site: Path) -> None:
    """What is not meant to be found is on no list of pages."""
    noindex = [url for url in _sitemap(fixture_site) if 'content="noindex"' in _html(fixture_site, url)]

    assert noindex == []
    assert "404.html" not in _sitemap(fixture_site)
    assert "sted/nordland/alstahaug/" not in _sitemap(fixture_site)


def test_robots(fixture_site: Path) -> None:
    """Robots are told where the sitemap is."""
    assert f"Sitemap: {URL}sitemap.xml" in (fixture_site / "robots.txt").read_text(encoding="utf-8")


def test_not_found(fixture_site: Path) -> None:
    """A wrong address may lie anywhere: links on its page start at the site's own path."""
    html = (fixture_site / "404.html").read_text(encoding="utf-8")

    links = re.findall(r'\s(?:href|src|action)="(?!https?:|mailto:|#)([^"]*)"', html)
    assert [link for link in links if not link.startswith("/under/")] == []


def test_no_other_page_is_bound_to_the_address(fixture_site: Path) -> None:
    """All other pages work wherever the site is put."""
    html = "".join(path.read_text(encoding="utf-8") for path in fixture_site.rglob("index.html"))

    assert re.findall(r'\s(?:href|src|action)="/[^"]*"', html) == []


def test_no_marker_is_left(fixture_site: Path) -> None:
    """Nothing that stands for something else reaches a reader."""
    html = "".join(path.read_text(encoding="utf-8") for path in fixture_site.rglob("*.html"))

    assert re.findall("[\ue000-\uf8ff]", html) == []


def test_prose_in_other_languages(fixture_site: Path) -> None:
    """A page of prose names itself in the other languages."""
    assert f'hreflang="nn" href="{URL}nn/om/"' in _html(fixture_site, "om")


def test_prose_section(fixture_site: Path) -> None:
    """«Del et tiltak» is marked as the page one is on."""
    assert 'href="../bidra/" aria-current="page"' in _html(fixture_site, "bidra")


def test_no_staging_folder_is_left(fixture_site: Path) -> None:
    """Beside the finished site lies nothing."""
    assert sorted(path.name for path in fixture_site.parent.iterdir()) == ["site"]


def test_addresses_of_the_sites_own(fixture_site: Path) -> None:
    """Below a kind's address lie its entries, their former names, and reserved ones, all of them."""
    entries: dict[str, set[str]] = {kind.address: set() for kind in KINDS.values()}
    for kind in KINDS.values():
        for path in (ENTRIES.parent / kind.folder).rglob("*.md"):
            former = re.search(r"^former_slugs: \[(.*)\]", path.read_text(encoding="utf-8"), re.MULTILINE)
            entries[kind.address] |= {path.stem, *(former[1].split(", ") if former else ())}
    kept = load_kept(BANK)
    for old in (*(move.old for move in kept.moved), *kept.published):
        address, _, name = old.strip("/").removeprefix("nn/").removeprefix("en/").rpartition("/")
        entries.get(address, set()).add(name)
    own = {
        found.name
        for address, names in entries.items()
        for prefix in ("", "nn/", "en/")
        for found in (fixture_site / prefix / address).iterdir()
        if found.is_dir() and found.name not in names
    }

    assert own | {PAGES} == RESERVED
