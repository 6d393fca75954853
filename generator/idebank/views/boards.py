"""The board: every municipality of a network or county, who has shared, and what is missing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from idebank.catalog.coverage import Standing, Status, gaps, members_of, standings, told_in
from idebank.model import Initiative, Network, Round
from idebank.routes import route
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.records import (
    Alternate,
    BoardTeaser,
    CountLink,
    GoalTile,
    Page,
    Section,
    TextLink,
    TileMap,
)
from idebank.views.tilemaps import tile_map
from idebank.vocabulary import LANGUAGES


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One municipality's line."""

    number: str
    name: str
    other_name: str
    """Sámi or Kven name, or empty."""
    other_language: str
    url: str
    status: str
    """`shared`, `invited` or `remaining`."""
    status_label: str
    stories: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class BoardView:
    """Who has shared in a network or county. Template: `board.html`."""

    of: str
    """`network` or `county`."""
    name: str
    url: str
    """Of the network or county itself."""
    total: int
    counts: tuple[tuple[str, str, int], ...]
    """(status, label, how many); the invited only where somebody was."""
    shared: int
    percent: int
    question: str
    """What the network's latest round asks, or empty."""
    in_order: bool
    """Whether the rows follow a round's order."""
    map: TileMap | None
    rows: tuple[BoardRow, ...]
    missing_goals: tuple[GoalTile, ...]
    missing_sectors: tuple[CountLink, ...]
    csv: str
    """Address of the same as a table."""
    json: str
    trail: tuple[TextLink, ...]


class BoardPages:
    """Makes the boards of one language: of every county, and of the networks in this language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan a board for each county, and for each network in this language that has municipalities."""
        language = self._desk.language
        for number in self._desk.catalog.vocabulary.counties:
            yield Job("county_board", language, number)
        for network in self._desk.catalog.networks:
            if self._desk.has_page(network.language) and members_of(network, self._desk.catalog):
                yield Job("network_board", language, network.slug)

    def page(self, job: Job, *, story: str) -> Page:  # noqa: ARG002 - a board has no story
        """Return a board's page."""
        view = self.view(job)
        url = route("network_board", slug=job.key)
        alternates: tuple[Alternate, ...] = ()
        if job.kind == "county_board":
            county = self._desk.catalog.vocabulary.counties[job.key]
            own = {lang: route("county_board", lang, county=county.slug) for lang in LANGUAGES}
            url, alternates = own[job.language], tuple(Alternate(lang, at) for lang, at in own.items())
        t = self._desk.wording.t
        return Page(
            url=url,
            template="board.html",
            language=self._desk.language,
            section=Section.PLACES if view.of == "county" else Section.NETWORKS,
            title=t("page.title.board", name=view.name),
            description=t("page.description.board", name=view.name),
            view=view,
            alternates=alternates,
        )

    def view(self, job: Job) -> BoardView:
        """Return what a board shows."""
        catalog = self._desk.catalog
        if job.kind == "county_board":
            return county_board(job.key, self._desk)
        return network_board(catalog.one(Network, job.key), self._desk)


def county_board(number: str, desk: Desk) -> BoardView:
    """Return the board of a county; nobody has to set it up."""
    catalog, language = desk.catalog, desk.language
    county = catalog.vocabulary.counties[number]
    inside = [m.number for m in catalog.vocabulary.municipalities.values() if m.county == number]
    county_url = route("county", language, county=county.slug)
    return _board(
        desk,
        of="county",
        link=TextLink(county.name, county_url),
        table=partial(route, "county_board_table", language, county=county.slug),
        found=standings(inside, catalog=catalog),
        told=catalog.by_county.get(number, ()),
        trail=(
            desk.front,
            TextLink(desk.wording.t("nav.places"), route("places", language)),
            TextLink(county.name, county_url),
        ),
    )


def teaser(number: str, desk: Desk) -> BoardTeaser:
    """Return a county's board in short."""
    view, county = county_board(number, desk), desk.catalog.vocabulary.counties[number]
    address = route("county_board", desk.language, county=county.slug)
    return BoardTeaser(view.shared, view.total, view.map, address)


def network_board(network: Network, desk: Desk) -> BoardView:
    """Return the board of a network, as its latest round asks."""
    catalog, round_ = desk.catalog, latest_round(network)
    url = addresses.entry(network)
    return _board(
        desk,
        of="network",
        link=TextLink(network.title, url),
        table=partial(route, "network_board_table", slug=network.slug),
        found=standings(members_of(network, catalog), catalog=catalog, round_=round_),
        told=told_in(network, catalog),
        trail=(
            desk.front,
            desk.list_of("network"),
            TextLink(network.title, url),
        ),
        round_=round_,
    )


def latest_round(network: Network) -> Round | None:
    """Return the last round that a network's file names."""
    return network.rounds[-1] if network.rounds else None


def _board(  # noqa: PLR0913 - what a board is made of
    desk: Desk,
    *,
    of: str,
    link: TextLink,
    table: Callable[..., str],
    found: Sequence[Standing],
    told: Sequence[Initiative],
    trail: tuple[TextLink, ...],
    round_: Round | None = None,
) -> BoardView:
    t, shelf = desk.wording.t, desk.shelf
    rows = tuple(_row(standing, desk) for standing in found)
    by_number = {row.number: row for row in rows}
    missing = gaps(told, catalog=desk.catalog)
    counts = {status: sum(standing.status is status for standing in found) for status in Status}
    return BoardView(
        of=of,
        name=link.label,
        url=link.url,
        total=len(rows),
        counts=tuple(
            (str(status), t(f"board.{status}"), count)
            for status, count in counts.items()
            if count or status is not Status.INVITED
        ),
        shared=counts[Status.SHARED],
        percent=100 * counts[Status.SHARED] // len(rows) if rows else 0,
        question=round_.question if round_ else "",
        in_order=bool(round_ and round_.order),
        map=tile_map(
            by_number,
            desk,
            mark=lambda number: by_number[number].status,
            spoken=lambda number: f"{by_number[number].name}: {by_number[number].status_label}",
        ),
        rows=rows,
        missing_goals=tuple(shelf.tile(number) for number in missing.goals),
        missing_sectors=tuple(shelf.sector_count(id_) for id_ in missing.sectors),
        csv=table(ending="csv"),
        json=table(ending="json"),
        trail=trail,
    )


def _row(standing: Standing, desk: Desk) -> BoardRow:
    vocabulary = desk.catalog.vocabulary
    municipality = vocabulary.municipalities[standing.municipality]
    county = vocabulary.counties[municipality.county]
    language, other = municipality.parallel[0] if municipality.parallel else ("", "")
    return BoardRow(
        number=municipality.number,
        name=municipality.name,
        other_name=other,
        other_language=language,
        url=route("municipality", desk.language, county=county.slug, municipality=municipality.slug),
        status=str(standing.status),
        status_label=desk.wording.t(f"board.{standing.status}"),
        stories=tuple(
            TextLink(story.title, addresses.entry(story), story.language) for story in standing.stories
        ),
    )


def all_boards(desk: Desk) -> Iterator[BoardView]:
    """Yield every board of a language."""
    pages = BoardPages(desk)
    for job in pages.jobs():
        yield pages.view(job)
