"""Where pages live, and what their links lead to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

from tests.site.markup import Markup

SITE_URL: Final = "https://idebank.example/under/lia/"
"""Where the tests' site is to be: below a host's root, so that a wrong link leads out of the site."""
PATH: Final = urlsplit(SITE_URL).path
LANGUAGES: Final = {"nb": "", "nn": "nn/", "en": "en/"}
"""What addresses in each language begin with."""


class Pages(Mapping[str, Markup]):
    """Every page by its file's path in the site."""

    def __init__(self, pages: Mapping[str, Markup]) -> None:
        """Take all pages of a site."""
        self._pages = pages

    def __getitem__(self, file: str) -> Markup:
        """Return a page."""
        return self._pages[file]

    def __iter__(self) -> Iterator[str]:
        """Yield the pages' paths in order."""
        return iter(self._pages)

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)


def url_of(file: str) -> str:
    """Return the absolute address of a page."""
    return SITE_URL + file.removesuffix("index.html")


def file_at(url: str) -> str | None:
    """Return the file that answers at an absolute address; None for an address of another site."""
    if not url.startswith(SITE_URL):
        return None
    path = unquote(urlsplit(url).path).removeprefix(PATH)
    return f"{path}index.html" if path.endswith("/") or not path else path


def is_internal(address: str) -> bool:
    """Return whether an address in a page leads into the same site."""
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def resolve(address: str, *, on: str) -> tuple[str, str]:
    """Return the file and the anchor that an address leads to; a file outside the site starts with `..`."""
    parts = urlsplit(address)
    if not parts.path:
        return on, unquote(parts.fragment)
    if parts.path.startswith("/"):
        path = posixpath.relpath(parts.path, PATH)
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(on), parts.path))
    if parts.path.endswith("/"):
        path = posixpath.normpath(f"{path}/index.html")
    return unquote(path), unquote(parts.fragment)
