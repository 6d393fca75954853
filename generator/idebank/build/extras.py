"""Files beside the pages that machines and mailboxes take: tables, feeds, calendars, open data."""

from collections.abc import Iterator, Mapping
from functools import partial

from idebank.build.feeds import feed_files
from idebank.export.boards import board_csv, board_json
from idebank.export.calendar import calendar
from idebank.export.data import entries_csv, entries_json
from idebank.export.gains import gains_csv, gains_json
from idebank.export.mail import mail_file
from idebank.export.overview import overview_csv
from idebank.faults import in_hand
from idebank.kinds import KINDS
from idebank.model import Event
from idebank.routes import route
from idebank.views.boards import all_boards
from idebank.views.desk import Desk
from idebank.views.events import series_in_use, since_view
from idebank.views.moments import moment
from idebank.views.networks import news_view
from idebank.views.overview import overview_view
from idebank.views.registers import gains_of, gains_question
from idebank.vocabulary import LANGUAGES


def extra_files(desks: Mapping[str, Desk]) -> Iterator[tuple[str, bytes]]:
    """Yield address and content of each; `desks` are by language."""
    for desk in desks.values():
        yield from _boards(desk)
        yield from _networks(desk)
        yield from _events(desk)
        yield from _gains(desk)
        yield from _overview(desk)
    yield from feed_files(desks)
    yield from _data(desks[LANGUAGES[0]])


def _data(desk: Desk) -> Iterator[tuple[str, bytes]]:
    """Yield every entry as data, which has no language of its own."""
    for kind in KINDS.values():
        entries, url = desk.catalog.of_kind[kind.name].values(), desk.settings.url
        file = partial(route, "data_file", entries=kind.address)
        yield file(ending="json"), entries_json(entries, kind=kind.name, url=url)
        yield file(ending="csv"), entries_csv(entries, record=kind.record, url=url)


def _gains(desk: Desk) -> Iterator[tuple[str, bytes]]:
    for profile in desk.profiles.by_id.values():
        if gains_question(profile):
            gains = gains_of(profile, desk.catalog.by_profile.get(profile.id, ()))
            table = partial(route, "gains_table", desk.language, sector=profile.sectors[0])
            url = desk.settings.url
            yield table(ending="csv"), gains_csv(gains, wording=desk.wording, url=url)
            yield table(ending="json"), gains_json(gains, url=url)


def _overview(desk: Desk) -> Iterator[tuple[str, bytes]]:
    for table in overview_view(desk).tables:
        yield table.csv, overview_csv(table)


def _events(desk: Desk) -> Iterator[tuple[str, bytes]]:
    url = desk.settings.url

    def place(event: Event) -> str:
        return desk.shelf.place(event.place) if event.place and event.place.county else ""

    for event in desk.catalog.events:
        if desk.has_page(event.language) and moment(event.start).is_exact:
            with in_hand(event.path):
                own = calendar([event], name=event.title, url=url, place=place)
            yield route("event_calendar", slug=event.slug), own
    for series in series_in_use(desk.catalog):
        name = desk.shelf.label("event_series", series)
        events = desk.catalog.in_series[series]
        if any(moment(event.start).is_exact for event in events):
            at = route("series_calendar", desk.language, series=series)
            yield at, calendar(events, name=name, url=url, place=place)
        view = since_view(series, desk)
        yield view.mail_text, view.mail.plain.encode()
        yield view.mail_file, mail_file(view.mail, language=desk.language)


def _boards(desk: Desk) -> Iterator[tuple[str, bytes]]:
    for view in all_boards(desk):
        yield view.csv, board_csv(view, wording=desk.wording, url=desk.settings.url)
        yield view.json, board_json(view, url=desk.settings.url)


def _networks(desk: Desk) -> Iterator[tuple[str, bytes]]:
    for network in desk.catalog.networks:
        if desk.has_page(network.language):
            with in_hand(network.path):
                view = news_view(network, desk)
            yield view.mail_text, view.mail.plain.encode()
            yield view.mail_file, mail_file(view.mail, language=network.language)
