"""Who has shared: how many of each county's municipalities, and how much."""

from dataclasses import dataclass
from decimal import Decimal

from idebank.catalog import Catalog
from idebank.catalog.coverage import Status, standings
from idebank.routes import route, with_query
from idebank.slugs import norwegian_order
from idebank.views.charts import Bar, bars
from idebank.views.desk import Desk
from idebank.views.overview.cells import count, percent, words
from idebank.views.overview.records import Cell, Panel, Part, Table
from idebank.views.records import TextLink
from idebank.vocabulary import County


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a county has come."""

    county: County
    shared: int
    """Municipalities that have shared something."""
    municipalities: int
    initiatives: int
    """Those for the county as a whole included."""


def coverage(catalog: Catalog) -> tuple[Coverage, ...]:
    """Return how far each county has come, those with the largest share of municipalities first."""
    found = [_coverage(county, catalog) for county in catalog.vocabulary.counties.values()]
    return tuple(
        sorted(found, key=lambda one: (-one.shared / one.municipalities, norwegian_order(one.county.name)))
    )


def coverage_part(desk: Desk) -> Part:
    """Return the part of the page that shows who has shared."""
    t, language = desk.wording.t, desk.language
    found = coverage(desk.catalog)
    rows = [
        Bar(
            one.county.name,
            Decimal(one.shared) / one.municipalities,
            t("overview.of", count=one.shared, total=one.municipalities),
        )
        for one in found
    ]
    shared, total = sum(one.shared for one in found), sum(one.municipalities for one in found)
    return Part(
        id="fylker",
        heading=t("overview.coverage.heading"),
        panels=(
            Panel(
                text=t("overview.coverage.text", shared=shared, total=total),
                charts=(bars(t("overview.coverage.chart"), rows, most=1),),
                table=_table(found, desk),
            ),
        ),
        more=(TextLink(t("nav.places"), route("places", language)),),
    )


def _coverage(county: County, catalog: Catalog) -> Coverage:
    inside = [m.number for m in catalog.vocabulary.municipalities.values() if m.county == county.number]
    found = standings(inside, catalog=catalog)
    return Coverage(
        county,
        shared=sum(standing.status is Status.SHARED for standing in found),
        municipalities=len(inside),
        initiatives=len(catalog.by_county.get(county.number, ())),
    )


def _table(found: tuple[Coverage, ...], desk: Desk) -> Table:
    t, wording = desk.wording.t, desk.wording
    elsewhere = len(desk.catalog.entries) - sum(one.initiatives for one in found)
    nothing = Cell("", "", is_number=True)
    return Table(
        caption=t("overview.coverage.caption"),
        columns=tuple(
            t(f"overview.column.{name}")
            for name in ("county", "municipalities", "shared", "percent", "initiatives")
        ),
        rows=(
            *(_row(one, desk) for one in found),
            (words(t("overview.elsewhere")), nothing, nothing, nothing, count(elsewhere, wording)),
            _sum(found, desk),
        ),
        csv=route("overview_table", desk.language, table="fylker"),
    )


def _row(one: Coverage, desk: Desk) -> tuple[Cell, ...]:
    wording, language = desk.wording, desk.language
    board = route("county_board", language, county=one.county.slug)
    return (
        words(one.county.name, route("county", language, county=one.county.slug)),
        count(one.municipalities, wording),
        count(one.shared, wording, board),
        percent(one.shared, one.municipalities, wording),
        count(
            one.initiatives,
            wording,
            with_query(route("search", language), kind="initiative", county=one.county.slug),
        ),
    )


def _sum(found: tuple[Coverage, ...], desk: Desk) -> tuple[Cell, ...]:
    wording = desk.wording
    shared, total = sum(one.shared for one in found), sum(one.municipalities for one in found)
    return (
        words(wording.t("overview.sum")),
        count(total, wording),
        count(shared, wording),
        percent(shared, total, wording),
        count(len(desk.catalog.entries), wording, route("initiatives", desk.language)),
    )
