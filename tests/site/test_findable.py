"""What search engines are told: sitemap, canonical addresses, other languages, what to leave alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from idebank.model import Adoption, Initiative, Need
from tests.site.addresses import SITE_URL, file_at, url_of

if TYPE_CHECKING:
    from pathlib import Path

    from idebank.model import Entry
    from tests.site.addresses import Pages

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(scope="module")
def sitemap(site: Path) -> ET.Element:
    """Return the parsed sitemap."""
    return ET.fromstring((site / "sitemap.xml").read_text(encoding="utf-8"))  # noqa: S314 - our own


@pytest.fixture(scope="module")
def listed(sitemap: ET.Element) -> list[str]:
    """Return the addresses in the sitemap."""
    return [place.text or "" for place in sitemap.iter(f"{SITEMAP}loc")]


def _closed(pages: Pages) -> set[str]:
    return {file for file, page in pages.items() if page.meta.get("robots") == "noindex"}


def test_sitemap_lists_every_page_meant_to_be_found(pages: Pages, listed: list[str]) -> None:
    """Every page is in the sitemap once, except those that ask to be left alone."""
    assert sorted(listed) == sorted(url_of(file) for file in set(pages) - _closed(pages))


def test_sitemap_knows_the_other_languages(pages: Pages, sitemap: ET.Element) -> None:
    """The sitemap and the pages name the same versions in other languages."""
    told = {
        place.findtext(f"{SITEMAP}loc"): {link.get("hreflang"): link.get("href") for link in place.iter(LINK)}
        for place in sitemap.iter(f"{SITEMAP}url")
    }
    on_pages = {
        url_of(file): {lang: url for lang, url in page.alternates.items() if lang != "x-default"}
        for file, page in pages.items()
        if file not in _closed(pages)
    }

    assert told == on_pages


def test_robots_txt_names_the_sitemap(site: Path) -> None:
    """A robot that asks is led to the sitemap."""
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8").splitlines()


def test_pages_name_themselves_as_canonical(pages: Pages) -> None:
    """Every page has one address that counts: its own."""
    wrong = {file: page.canonical for file, page in pages.items() if page.canonical != [url_of(file)]}

    assert wrong == {}


def test_languages_point_at_each_other(pages: Pages) -> None:
    """Where a page names its version in another language, that version names it in return, and itself."""
    lonely = [
        (file, language)
        for file, page in pages.items()
        for language, url in page.alternates.items()
        if language != "x-default" and pages[file_at(url) or ""].alternates != page.alternates
    ]

    assert lonely == []


def test_versions_are_in_the_language_they_are_named_for(pages: Pages) -> None:
    """What is called nynorsk is nynorsk."""
    wrong = [
        (file, language)
        for file, page in pages.items()
        for language, url in page.alternates.items()
        if language != "x-default" and pages[file_at(url) or ""].lang != language
    ]

    assert wrong == []


def test_empty_municipalities_are_left_alone(everything: tuple[Entry, ...], pages: Pages) -> None:
    """A municipality's page is for search engines exactly when somebody there has shared something."""
    all_of_them = {file for file in pages if re.fullmatch(r"sted/[^/]+/(?!tavle/)[^/]+/index\.html", file)}
    shared = [entry for entry in everything if isinstance(entry, Initiative | Adoption | Need)]

    assert len(all_of_them - _closed(pages)) == len(
        {entry.place.municipality for entry in shared if entry.place.municipality}
    )


def test_empty_targets_are_left_alone(entries: tuple[Initiative, ...], pages: Pages) -> None:
    """A target's page is for search engines exactly when an entry names it."""
    all_of_them = {file for file in pages if re.fullmatch(r"barekraftsmal/\d+/[^/]+/index\.html", file)}
    open_ones = all_of_them - _closed(pages)

    assert len(open_ones) == len({target for entry in entries for target in entry.targets})


def test_page_for_wrong_addresses_is_left_alone(pages: Pages) -> None:
    """Nobody is led to it by a search engine."""
    assert "404.html" in _closed(pages)
