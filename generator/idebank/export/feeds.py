"""Atom feeds: what is new, for those who would rather be told than look."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that is new."""

    url: str
    """Absolute address; also its id, which never changes."""
    title: str
    summary: str
    author: str
    published: str
    """ISO date."""
    updated: str
    """ISO date."""


def atom_feed(title: str, *, url: str, page: str, language: str, entries: Iterable[FeedEntry]) -> bytes:
    """Return an Atom feed that lives at `url` and belongs to `page`; it is as new as its newest entry."""
    # Only a build makes feeds; a check need not wait for the library.
    from feedgen.feed import FeedGenerator  # noqa: PLC0415

    feed = FeedGenerator()
    feed.id(url)
    feed.title(title)
    feed.language(language)
    feed.link(href=url, rel="self")
    feed.link(href=page, rel="alternate")
    feed.generator("idebank")
    newest = ""
    for entry in entries:
        newest = max(newest, entry.updated)
        one = feed.add_entry(order="append")
        one.id(entry.url)
        one.title(entry.title)
        one.summary(entry.summary)
        one.author(name=entry.author)
        one.link(href=entry.url)
        one.published(_moment(entry.published))
        one.updated(_moment(entry.updated))
    feed.updated(_moment(newest or "1970-01-01"))
    feed.author(name=title)
    return bytes(feed.atom_str(pretty=False))


def _moment(date: str) -> str:
    """Return the beginning of a day, since no hour is known."""
    return f"{date}T00:00:00Z"
