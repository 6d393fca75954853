"""Every link of every page leads somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from idebank.kinds import KINDS
from tests.site.addresses import is_internal, resolve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.addresses import Pages

CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
SVG_ID = re.compile(r"\bid=\"([^\"]+)\"")


def _internal(pages: Pages) -> list[tuple[str, str]]:
    """Return each page's file with each of its addresses within the site, once."""
    found = {(file, value): None for file, page in pages.items() for _, _, value in page.addresses}
    return [(file, value) for file, value in found if is_internal(value)]


def test_every_link_leads_to_a_file(pages: Pages, site: Path) -> None:
    """Links, scripts, pictures, icons and forms of all pages lead to files of the site."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    broken = [(file, value) for file, value in _internal(pages) if resolve(value, on=file)[0] not in files]

    assert broken == []


def test_every_anchor_is_there(pages: Pages, site: Path) -> None:
    """What stands behind `#` is an id of the page or the sprite it leads to."""
    ids = {file: set(page.ids) for file, page in pages.items()}
    for path in site.rglob("*.svg"):
        ids[path.relative_to(site).as_posix()] = set(SVG_ID.findall(path.read_text(encoding="utf-8")))
    aims = {(file, value): resolve(value, on=file) for file, value in _internal(pages) if "#" in value}
    broken = [place for place, (file, anchor) in aims.items() if anchor not in ids.get(file, ())]

    assert broken == []


def test_files_named_in_stylesheets_are_there(site: Path) -> None:
    """Fonts and pictures of the stylesheets are files of the site."""
    named = [
        (sheet.parent / address).resolve()
        for sheet in site.rglob("*.css")
        for address in CSS_URL.findall(sheet.read_text(encoding="utf-8"))
        if not address.startswith("data:")
    ]

    assert named
    assert [path for path in named if not path.is_file() or not path.is_relative_to(site)] == []


def test_links_are_relative(pages: Pages) -> None:
    """No page knows the path it is served under, so that the site works below any."""
    rooted = [(file, value) for file, value in _internal(pages) if value.startswith("/")]

    assert [place for place in rooted if place[0] != "404.html"] == []


def test_links_of_the_page_for_wrong_addresses_start_at_the_root(pages: Pages) -> None:
    """That page answers at any depth, so its links hold the path of the site's address."""
    links = [value for _, _, value in pages["404.html"].addresses if is_internal(value)]

    assert links
    assert [value for value in links if not value.startswith(("/under/lia/", "#"))] == []


def test_links_into_the_search_choose_what_it_offers(pages: Pages) -> None:
    """A facet's value in a link is a value on the search page, or the link would find everything."""
    offered = {file: page.choices for file, page in pages.items() if page.choices}
    unknown = [
        (file, value)
        for file, value in _internal(pages)
        for choice in parse_qsl(urlsplit(value).query)
        if not {"bidra", "min-liste", "sammenlign"} & {*resolve(value, on=file)[0].split("/")}
        and choice[0] != "q"
        and choice not in offered.get(resolve(value, on=file)[0], ())
    ]

    assert unknown == []


def test_links_into_the_forms_name_what_is_there(pages: Pages) -> None:
    """A form, a list or a comparison that is opened from a page is told of entries that have a page."""
    folders = {kind.name: kind.address for kind in KINDS.values()}
    named = {
        f"{folders[kind]}/{slug}/index.html"
        for _, value in _internal(pages)
        for name, told in parse_qsl(urlsplit(value).query)
        if name in {"om", "tiltak"}
        for kind, slug in (
            [told.split("/")] if name == "om" else [("initiative", slug) for slug in told.split(",")]
        )
    }

    assert named
    assert named <= pages.keys()


def test_links_to_other_sites_open_a_page_or_a_letter(pages: Pages) -> None:
    """No link runs anything; some sources are so old that they know no https."""
    outward = {value for page in pages.values() for _, _, value in page.addresses if not is_internal(value)}

    assert {urlsplit(value).scheme for value in outward} == {"https", "http", "mailto"}


def test_nothing_is_loaded_from_other_sites(pages: Pages) -> None:
    """Only links lead away; no picture, script, style or form does."""
    loaded = {
        (file, value)
        for file, page in pages.items()
        for element, _, value in page.addresses
        if element != "a" and not is_internal(value)
    }

    assert loaded == set()
