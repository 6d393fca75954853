"""Atom feeds, read back with a reader's eyes."""

from __future__ import annotations

from typing import Any, Final

import feedparser

from idebank.export.feeds import FeedEntry, atom_feed

URL: Final = "https://bank.example/under/tiltak/feed.xml"
PAGE: Final = "https://bank.example/under/tiltak/"
ENTRY: Final = FeedEntry(
    url=f"{PAGE}sykkelbuss-bodo/",
    title="Sykkelbuss til skolen",
    summary="Foreldre følger barna på sykkel.",
    author="Bodø kommune",
    published="2026-01-02",
    updated="2026-03-04",
)


def _entry(slug: str, *, updated: str) -> FeedEntry:
    return FeedEntry(f"{PAGE}{slug}/", slug, "Kort.", "Bodø kommune", "2026-01-01", updated)


def _raw(*entries: FeedEntry) -> bytes:
    return atom_feed("Nye tiltak", url=URL, page=PAGE, language="nb", entries=entries)


def _read(*entries: FeedEntry) -> Any:
    found = feedparser.parse(_raw(*entries))
    assert not found.bozo
    assert found.version == "atom10"
    return found


def test_feed() -> None:
    """A feed says what it is called, where it lives and which page it belongs to."""
    feed = _read(ENTRY).feed

    assert (feed.title, feed.id) == ("Nye tiltak", URL)
    assert {link.rel: link.href for link in feed.links} == {"self": URL, "alternate": PAGE}
    assert feed.author == "Nye tiltak"


def test_language() -> None:
    """A feed says which language it is in."""
    assert b'xml:lang="nb"' in _raw()


def test_entry() -> None:
    """An entry is known by its address, and has title, summary, author and both of its days."""
    [one] = _read(ENTRY).entries

    assert one.id == one.link == "https://bank.example/under/tiltak/sykkelbuss-bodo/"
    assert (one.title, one.summary) == ("Sykkelbuss til skolen", "Foreldre følger barna på sykkel.")
    assert one.author == "Bodø kommune"
    assert tuple(one.published_parsed[:6]) == (2026, 1, 2, 0, 0, 0)
    assert tuple(one.updated_parsed[:6]) == (2026, 3, 4, 0, 0, 0)


def test_order() -> None:
    """Entries stand in the order they are given, whatever their days."""
    entries = [_entry("b", updated="2026-02-01"), _entry("c", updated="2026-03-01")]
    entries.append(_entry("a", updated="2026-02-01"))

    assert [one.title for one in _read(*entries).entries] == ["b", "c", "a"]


def test_as_new_as_its_newest() -> None:
    """A feed is as new as the newest of its entries, wherever that stands."""
    entries = [_entry(day, updated=f"2026-02-{day}") for day in ("01", "28", "10")]

    assert tuple(_read(*entries).feed.updated_parsed[:3]) == (2026, 2, 28)


def test_nothing() -> None:
    """A feed without entries is valid all the same, and as old as can be."""
    found = _read()

    assert found.entries == []
    assert tuple(found.feed.updated_parsed[:3]) == (1970, 1, 1)


def test_escaped() -> None:
    """What means something to XML is read back as it was."""
    odd = FeedEntry(
        f"{PAGE}a/?b=1&c=2", "Mat & <b>svinn</b>", "1 < 2 & 3 > 2", "A & B", "2026-01-01", "2026-01-01"
    )

    raw = _raw(odd)

    assert b"Mat &amp; &lt;b&gt;svinn&lt;/b&gt;" in raw
    [one] = feedparser.parse(raw, sanitize_html=False).entries
    assert one.link == f"{PAGE}a/?b=1&c=2"
    assert one.author == "A & B"


def test_same_bytes() -> None:
    """The same entries give the same bytes: no clock in a feed."""
    assert _raw(ENTRY) == _raw(ENTRY)
    assert b"2026-03-04T00:00:00" in _raw(ENTRY)
