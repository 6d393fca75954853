"""The page about the bank's data: what can be downloaded, and what can be followed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from idebank.kinds import KINDS
from idebank.routes import route
from idebank.views.desk import Desk, Job
from idebank.views.events import series_in_use
from idebank.views.following import feed_link
from idebank.views.moments import moment
from idebank.views.overview import overview_view
from idebank.views.records import CountLink, Page, Section, TextLink


@dataclass(frozen=True, slots=True)
class DataRow:
    """All entries of a kind as data."""

    label: str
    count: int
    json: str
    csv: str


@dataclass(frozen=True, slots=True)
class DataView:
    """What machines can take. Template: `data.html`."""

    kinds: tuple[DataRow, ...]
    feeds: tuple[TextLink, ...]
    calendars: tuple[TextLink, ...]
    tables: tuple[TextLink, ...]
    """Those of the overview, as files."""
    boards: tuple[CountLink, ...]
    """Pages of counties, each with its board as CSV and JSON."""
    trail: tuple[TextLink, ...]


class DataPages:
    """Makes the page about the data in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the page."""
        yield Job("data", self._desk.language)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - the page has no story
        """Return the page."""
        desk, catalog = self._desk, self._desk.catalog
        used = series_in_use(catalog)
        names = {id_: desk.shelf.label("event_series", id_) for id_ in used}
        dated = {event.series for event in catalog.events if moment(event.start).is_exact}
        networks = [n for n in catalog.networks if desk.has_page(n.language)]
        view = DataView(
            kinds=tuple(
                DataRow(
                    desk.wording.t(f"kind.{kind}"),
                    len(catalog.of_kind[kind]),
                    route("data_file", entries=KINDS[kind].address, ending="json"),
                    route("data_file", entries=KINDS[kind].address, ending="csv"),
                )
                for kind in KINDS
            ),
            feeds=(
                TextLink(desk.wording.t("data.feed.all"), feed_link((), desk).url),
                TextLink(desk.wording.t("data.feed.new"), route("initiatives_feed", desk.language)),
                TextLink(desk.wording.t("data.feed.needs"), route("needs_feed", desk.language)),
                *(TextLink(names[id_], route("series_feed", desk.language, series=id_)) for id_ in used),
                *(TextLink(network.title, route("network_feed", slug=network.slug)) for network in networks),
            ),
            calendars=tuple(
                TextLink(names[id_], route("series_calendar", desk.language, series=id_))
                for id_ in used
                if id_ in dated
            ),
            tables=tuple(TextLink(table.caption, table.csv) for table in overview_view(desk).tables),
            boards=tuple(
                CountLink(
                    county.name,
                    route("county_board", desk.language, county=county.slug),
                    len(catalog.by_county.get(county.number, ())),
                )
                for county in catalog.vocabulary.counties.values()
            ),
            trail=(desk.front,),
        )
        return desk.page(
            "data", template="data.html", section=Section.ABOUT, address=partial(route, "data"), view=view
        )
