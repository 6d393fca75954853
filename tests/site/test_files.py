"""Every file for machines, of the real site and of the small one, read as those who take them read it."""

from __future__ import annotations

import csv
import io
import json
import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING, Any, Final

import feedparser
import icalendar
import pytest

from idebank.kinds import KINDS

if TYPE_CHECKING:
    from pathlib import Path

TABLES: Final = (
    "/tavle.csv",
    "/gevinster.csv",
    *(f"apne-data/{kind.address}.csv" for kind in KINDS.values()),
)
"""What we make; other tables are documents that somebody shared."""


@pytest.fixture(params=["site", "fixture_site"])
def folder(request: pytest.FixtureRequest) -> Path:
    """Return the real bank's site and the small bank's, in turn."""
    found: Path = request.getfixturevalue(request.param)
    return found


def _files(folder: Path, ending: str) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob(f"*.{ending}")}
    assert found, ending
    return found


def test_calendars(folder: Path) -> None:
    """Each calendar has events, each of them once, with a name, a beginning and an end."""
    for name, raw in _files(folder, "ics").items():
        events: list[Any] = icalendar.Calendar.from_ical(raw).walk("VEVENT")

        assert events, name
        assert len({str(event["UID"]) for event in events}) == len(events), name
        assert all(event["SUMMARY"] and event["DTSTART"].dt <= event["DTEND"].dt for event in events), name


def test_tables(folder: Path) -> None:
    """Each table has a header, and lines that are as long as it."""
    tables = {
        name: raw
        for name, raw in _files(folder, "csv").items()
        if name.endswith(TABLES) or "/oversikt/" in name
    }
    assert {name.rpartition("/")[2] for name in tables} >= {"tavle.csv", "gevinster.csv", "tiltak.csv"}
    for name, raw in tables.items():
        header, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";", strict=True)

        assert len(set(header)) == len(header) > 1, name
        assert [row for row in rows if len(row) != len(header)] == [], name


def test_feeds(folder: Path) -> None:
    """Each feed is well formed, and names its entries, their addresses and their days."""
    for name, raw in _files(folder, "xml").items():
        if name == "sitemap.xml":
            continue
        feed = feedparser.parse(raw)

        assert not feed.bozo, name
        assert feed.feed.title, name
        assert all(one.title and one.link and one.updated_parsed for one in feed.entries), name


def test_feeds_lead_to_pages(folder: Path) -> None:
    """What a feed tells of has its page in the site."""
    for name, raw in _files(folder, "xml").items():
        if name == "sitemap.xml":
            continue
        feed = feedparser.parse(raw)
        own = next(link.href for link in feed.feed.links if link.rel == "self").removesuffix(name)

        missing = [one.link for one in feed.entries if not (folder / one.link.removeprefix(own)).is_dir()]
        assert missing == [], name


def test_pages_name_their_feeds(folder: Path) -> None:
    """Each goal, sector and county has its feed beside its page, in every language, and the page names it."""
    for language in ("", "nn/", "en/"):
        pages = [page for hub in ("barekraftsmal", "sektor") for page in (folder / language / hub).iterdir()]
        for page in (*pages, folder / language / "sted" / "nordland"):
            if not page.is_dir():
                continue
            html = (page / "index.html").read_text(encoding="utf-8")

            assert (page / "feed.xml").is_file(), page
            assert re.search(r'type="application/atom\+xml" title="[^"]+" href="[./]+[\w/-]+/feed.xml"', html)


def test_data(folder: Path) -> None:
    """All JSON is JSON, and the open data has as many entries as the tables beside it have lines."""
    for name, raw in _files(folder, "json").items():
        told = json.loads(raw)

        if name.startswith("apne-data/"):
            table = (folder / name).with_suffix(".csv").read_text(encoding="utf-8-sig")
            lines = list(csv.DictReader(io.StringIO(table), delimiter=";"))
            assert [one["slug"] for one in told["entries"]] == [line["slug"] for line in lines], name


def test_mails(folder: Path) -> None:
    """Each mail opens as a draft with a subject, and says the same as the text beside it."""
    for name, raw in _files(folder, "eml").items():
        message = message_from_bytes(raw, policy=policy.default)
        body = message.get_body(preferencelist=("plain",))

        assert message["Subject"], name
        assert body is not None, name
        assert body.get_content().splitlines() == (
            (folder / name).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
        ), name
