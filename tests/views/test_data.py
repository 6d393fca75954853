"""The page about the bank's data."""

from __future__ import annotations

from idebank.kinds import KINDS
from idebank.views.data import DataPages, DataView
from idebank.views.desk import Job
from tests.factories import event, initiative, network
from tests.views.shelves import desk


def _view(*entries: object, language: str = "nb") -> DataView:
    view = DataPages(desk(*entries, language=language)).page(Job("data", language)).view  # type: ignore[arg-type]
    assert isinstance(view, DataView)
    return view


def test_every_kind_can_be_downloaded() -> None:
    """Each kind has a file for machines and one for spreadsheets, the same in every language."""
    rows = _view(initiative(), language="nn").kinds

    assert len(rows) == len(KINDS)
    assert (rows[0].label, rows[0].count) == ("Tiltak", 1)
    assert (rows[0].json, rows[0].csv) == ("apne-data/tiltak.json", "apne-data/tiltak.csv")


def test_what_can_be_followed() -> None:
    """Feeds of the bank, of its series and of its networks; a calendar only where a day is known."""
    dated = event(series="barekraftsfredag")
    by_month = event(slug="b", series="klimawebinarer", start="2026-10", end=None)

    view = _view(dated, by_month, network())

    assert [feed.url for feed in view.feeds] == [
        "feed.xml",
        "tiltak/feed.xml",
        "etterlyst/feed.xml",
        "arrangement/serie/barekraftsfredag/feed.xml",
        "arrangement/serie/klimawebinarer/feed.xml",
        "nettverk/nettverk-i-nordland/feed.xml",
    ]
    assert [calendar.url for calendar in view.calendars] == ["arrangement/serie/barekraftsfredag/serie.ics"]
