"""Atom feeds: what is new, for those who would rather be told than look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

_HEADER: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NEVER: Final = "1970-01-01"
"""How old a feed is that has nothing to tell."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that is new."""

    url: str
    """Absolute address; also its id, which never changes."""
    title: str
    summary: str
    """May be empty."""
    author: str
    published: str
    """ISO date."""
    updated: str
    """ISO date."""


def atom_feed(title: str, *, url: str, page: str, language: str, entries: Iterable[FeedEntry]) -> bytes:
    """Return an Atom feed that lives at `url` and belongs to `page`; it is as new as its newest entry."""
    entries = tuple(entries)
    newest = max((entry.updated for entry in entries), default=_NEVER)
    parts = (
        f'{_HEADER}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language)}>',
        f"<id>{escape(url)}</id><title>{escape(title)}</title><updated>{_moment(newest)}</updated>",
        f'<link href={quoteattr(url)} rel="self"/><link href={quoteattr(page)} rel="alternate"/>',
        f"<author><name>{escape(title)}</name></author><generator>idebank</generator>",
        *(part for entry in entries for part in _told(entry)),
        "</feed>\n",
    )
    return "\n".join(parts).encode()


def _told(entry: FeedEntry) -> Iterator[str]:
    yield f"<entry><id>{escape(entry.url)}</id><title>{escape(entry.title)}</title>"
    if entry.summary:
        yield f"<summary>{escape(entry.summary)}</summary>"
    yield f"<author><name>{escape(entry.author)}</name></author><link href={quoteattr(entry.url)}/>"
    yield f"<published>{_moment(entry.published)}</published>"
    yield f"<updated>{_moment(entry.updated)}</updated></entry>"


def _moment(date: str) -> str:
    """Return the beginning of a day, since no hour is known."""
    return f"{date}T00:00:00Z"
