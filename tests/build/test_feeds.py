"""Feeds as they are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import feedparser
import pytest

from idebank.build.feeds import feed_entry, feed_files
from idebank.model import Collection, Pick
from idebank.views.following import FEED_LENGTH
from tests.factories import adoption, event, initiative, method, need, network
from tests.views.shelves import desk, many

if TYPE_CHECKING:
    from idebank.model import Entry

URL: Final = "https://bank.example/under/"
BANK: Final = (
    initiative(slug="a", title="Mat & klima", goals=(12,), verified="2026-12-01"),
    need(goals=(12,), sectors=("museum",)),
)

COLLECTION: Final = Collection(
    slug="skolevei",
    path="content/collections/skolevei.md",
    language="nb",
    published="2026-11-22",
    licence="CC-BY-4.0",
    body="",
    title="Til skolen på egen hånd",
    summary="Tre måter å få færre biler foran skolen på.",
    curator="Redaksjonen",
    initiatives=(Pick(initiative="sykkelbuss-bodo"),),
)


def _files(*entries: Entry) -> dict[str, bytes]:
    return dict(feed_files({language: desk(*entries, language=language) for language in ("nb", "nn", "en")}))


def _read(raw: bytes) -> Any:
    feed = feedparser.parse(raw)
    assert not feed.bozo
    return feed


def test_feeds_of_every_language() -> None:
    """Every feed is there in each language, and says where it lives and which page it belongs to."""
    found = _files(*BANK)
    for language in ("", "nn/", "en/"):
        feed = _read(found[f"{language}barekraftsmal/12/feed.xml"])

        assert {link.rel: link.href for link in feed.feed.links} == {
            "self": f"{URL}{language}barekraftsmal/12/feed.xml",
            "alternate": f"{URL}{language}barekraftsmal/12/",
        }
        assert [one.title for one in feed.entries] == ["Mat & klima", "Trygg skolevei uten bil"]


def test_feeds_are_as_new_as_what_was_confirmed() -> None:
    """Somebody confirmed an initiative: it was updated on that day, and so was the feed."""
    feed = _read(_files(*BANK)["feed.xml"])

    assert feed.feed.updated == feed.entries[0].updated == "2026-12-01T00:00:00Z"


def test_every_feed_is_named_in_the_list_and_the_other_way_round() -> None:
    """The search page learns of exactly the feeds that are written."""
    found = _files(*BANK)
    listed = set()
    for row in json.loads(found["sok/feed/feeds.json"]):
        for value in row.get("values", ()):
            listed.add(row["at"].format(**dict(zip(row["by"], value.split(), strict=True))))

    pairs = {name for name in found if name.startswith("sok/feed/") and name.endswith(".xml")}
    assert pairs == {name for name in listed if name.startswith("sok/")}
    assert listed <= set(found)
    assert "sok/feed/goal-12.sector-museum.xml" in pairs


@pytest.mark.parametrize(
    ("entry", "author"),
    [
        (initiative(), "Bodø kommune"),
        (adoption(), "Saltdal kommune"),
        (need(), "Saltdal kommune"),
        (method(), "Bodø kommune"),
        (network(), "Nettverk i Nordland"),
        (event(hosts=("A", "B")), "A, B"),
        (event(), "Fredag om skolevei"),
        (COLLECTION, "Redaksjonen"),
    ],
)
def test_entries_of_every_kind(entry: Entry, author: str) -> None:
    """Whatever the kind, a feed says what it is called and who it is from."""
    told = feed_entry(entry, desk(initiative(), entry))

    assert told.title
    assert told.author == author
    assert told.url.startswith(URL)


def test_an_adoption_is_called_by_what_was_taken_over() -> None:
    """An adoption has no title and no summary of its own."""
    told = feed_entry(adoption(), desk(initiative(), adoption()))

    assert "Sykkelbuss til skolen" in told.title
    assert told.summary == ""


def test_length() -> None:
    """The feed of all initiatives ends with the newest fifty."""
    assert len(_read(_files(*many(60))["tiltak/feed.xml"]).entries) == FEED_LENGTH


def test_same_bytes() -> None:
    """The same bank gives the same feeds, whatever order it is read in."""
    assert _files(*BANK) == _files(*reversed(BANK))
