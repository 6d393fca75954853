"""Sitemap and robots.txt."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from idebank.export import Listed, robots_txt, sitemap_xml

SITE: Final = "https://bank.example/under/"
NAMES: Final = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _parse(*pages: Listed) -> ET.Element:
    return ET.fromstring(sitemap_xml(pages, site_url=SITE))  # noqa: S314 - our own text


def _texts(root: ET.Element, name: str) -> list[str | None]:
    return [element.text for element in root.iterfind(f".//s:{name}", NAMES)]


def test_addresses() -> None:
    """Addresses are whole and in order."""
    root = _parse(Listed("tiltak/b/", ""), Listed("", ""), Listed("tiltak/a/", ""))

    assert _texts(root, "loc") == [SITE, f"{SITE}tiltak/a/", f"{SITE}tiltak/b/"]


def test_modified() -> None:
    """A page with a date has it; a page without has none."""
    root = _parse(Listed("a/", "2026-11-22"), Listed("b/", ""))

    assert _texts(root, "lastmod") == ["2026-11-22"]


def test_alternates() -> None:
    """A page names itself in each language."""
    root = _parse(Listed("a/", "", (("nb", "a/"), ("en", "en/a/"))))

    links = [link.attrib for link in root.iterfind(".//x:link", NAMES)]
    assert links == [
        {"rel": "alternate", "hreflang": "nb", "href": f"{SITE}a/"},
        {"rel": "alternate", "hreflang": "en", "href": f"{SITE}en/a/"},
    ]


def test_escaped() -> None:
    """What means something to XML is written so that it does not."""
    root = _parse(Listed("a&b/<c>/", "", (("nb", 'a&"b/'),)))

    assert _texts(root, "loc") == [f"{SITE}a&b/<c>/"]
    assert [link.get("href") for link in root.iterfind(".//x:link", NAMES)] == [f'{SITE}a&"b/']


def test_nothing() -> None:
    """A site without pages has a sitemap that is valid."""
    assert list(_parse()) == []


def test_robots() -> None:
    """Everyone is welcome, and the sitemap is named."""
    assert robots_txt(site_url=SITE).decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Sitemap: https://bank.example/under/sitemap.xml",
    ]
