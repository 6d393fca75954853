"""Sitemap and robots.txt: every page meant to be found, once, with the date of its content."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr, unescape

from idebank.routes import route

_HEADER: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One page in the sitemap."""

    url: str
    """Relative to the site's root."""
    modified: str
    """ISO date of its content, or empty."""
    alternates: tuple[tuple[str, str], ...] = ()
    """(language, url) of the same page in each language."""


def sitemap_xml(pages: Iterable[Listed], *, site_url: str) -> bytes:
    """Return the sitemap, in order of address, as the protocol of sitemaps.org asks."""
    lines = (line for page in sorted(pages, key=lambda page: page.url) for line in _lines(page, site_url))
    return (_HEADER + "".join(lines) + "</urlset>\n").encode()


def addresses_in(sitemap: bytes) -> tuple[str, ...]:
    """Return the addresses in a sitemap of ours, relative to the site's root: its shortest address.

    Raises ValueError for anything else.
    """
    urls = [unescape(url) for url in re.findall(r"<loc>([^<]*)</loc>", sitemap.decode())]
    if not urls:
        raise ValueError("the sitemap names no address")
    root = min(urls, key=len)
    return tuple(url.removeprefix(root) for url in urls)


def robots_txt(*, site_url: str) -> bytes:
    """Return a robots.txt that welcomes everyone and names the sitemap."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}{route('sitemap')}\n".encode()


def _lines(page: Listed, site_url: str) -> Iterator[str]:
    yield f"<url><loc>{escape(site_url + page.url)}</loc>"
    if page.modified:
        yield f"<lastmod>{escape(page.modified)}</lastmod>"
    for language, url in page.alternates:
        yield f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(site_url + url)}/>'
    yield "</url>\n"
