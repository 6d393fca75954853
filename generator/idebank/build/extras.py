"""Files beside the pages that machines and mailboxes take: tables, feeds, calendars, open data."""

from collections.abc import Iterator, Mapping
from typing import Final

from idebank.export.boards import board_csv, board_json
from idebank.export.calendar import calendar
from idebank.export.feeds import FeedEntry, atom_feed
from idebank.model import Event, Initiative, Network
from idebank.views import addresses
from idebank.views.boards import all_boards
from idebank.views.desk import Desk
from idebank.views.events import series_in_use, since_view
from idebank.views.moments import moment
from idebank.views.networks import news_of, news_view

_FEED_LENGTH: Final = 50
"""A feed tells of the newest; the page has the rest."""


def extra_files(desks: Mapping[str, Desk]) -> Iterator[tuple[str, bytes]]:
    """Yield address and content of each; `desks` are by language."""
    for desk in desks.values():
        yield from _boards(desk)
        yield from _networks(desk)
        yield from _events(desk)


def _events(desk: Desk) -> Iterator[tuple[str, bytes]]:
    url = desk.settings.url
    for event in desk.catalog.events:
        if desk.has_page(event.language) and moment(event.start).is_exact:
            yield addresses.calendar(event), calendar([event], name=event.title, url=url)
    for series in series_in_use(desk.catalog):
        own = addresses.event_series(series, desk.language)
        name = desk.shelf.label("event_series", series)
        events = [event for event in desk.catalog.events if event.series == series]
        if any(moment(event.start).is_exact for event in events):
            yield f"{own}serie.ics", calendar(events, name=name, url=url)
        entries = (feed_entry(event, desk) for event in events[:_FEED_LENGTH])
        yield (
            f"{own}feed.xml",
            atom_feed(
                name, url=f"{url}{own}feed.xml", page=f"{url}{own}", language=desk.language, entries=entries
            ),
        )
        view = since_view(series, desk)
        yield view.mail_url, view.mail.encode()


def _boards(desk: Desk) -> Iterator[tuple[str, bytes]]:
    for view in all_boards(desk):
        yield view.csv, board_csv(view, wording=desk.wording, url=desk.settings.url)
        yield view.json, board_json(view, url=desk.settings.url)


def _networks(desk: Desk) -> Iterator[tuple[str, bytes]]:
    for network in desk.catalog.networks:
        if desk.has_page(network.language):
            view = news_view(network, desk)
            yield view.mail_url, view.mail.encode()
            yield view.feed_url, _network_feed(network, desk)


def _network_feed(network: Network, desk: Desk) -> bytes:
    page = f"{desk.settings.url}{addresses.entry(network)}"
    entries = news_of(network, desk.catalog)[:_FEED_LENGTH]
    return atom_feed(
        desk.wording.t("news.feed", name=network.title),
        url=f"{page}feed.xml",
        page=page,
        language=network.language,
        entries=(feed_entry(entry, desk) for entry in entries),
    )


def feed_entry(entry: Initiative | Event, desk: Desk) -> FeedEntry:
    """Return an initiative or event as an entry of a feed."""
    return FeedEntry(
        url=f"{desk.settings.url}{addresses.entry(entry)}",
        title=entry.title,
        summary=entry.summary,
        author=entry.organisation if isinstance(entry, Initiative) else ", ".join(entry.hosts) or entry.title,
        published=entry.published,
        updated=entry.modified,
    )
