"""When initiatives began, and when others took them into use: what happened in each year."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

from idebank.catalog import Catalog
from idebank.routes import route, with_query
from idebank.views.charts import Chart, Column, columns
from idebank.views.desk import Desk
from idebank.views.findable import start_year
from idebank.views.overview.cells import count, words
from idebank.views.overview.records import Cell, Panel, Part, Table

_SHOWN: Final = 20
"""How many years a chart shows one by one; what is before them stands together."""
_FEWEST: Final = 2
"""One year is no course of time."""


def start_years(catalog: Catalog) -> Mapping[int, int]:
    """Return how many initiatives began in each year that any began in."""
    years = filter(None, (start_year(entry) for entry in catalog.entries))
    return Counter(int(year) for year in years)


def years_part(desk: Desk) -> Part:
    """Return the part of the page that shows when initiatives began."""
    t, language = desk.wording.t, desk.language
    years, total = start_years(desk.catalog), len(desk.catalog.entries)
    known = sum(years.values())
    text = t("overview.years.text", **known_of(known, total, desk))

    def found(year: str) -> str:
        return with_query(route("search", language), started=year)

    return Part(
        id="ar",
        heading=t("overview.years.heading"),
        panels=(
            Panel(
                text=text,
                charts=years_chart(t("overview.years.chart"), years, desk),
                table=Table(
                    caption=t("overview.years.caption"),
                    columns=(t("overview.column.year"), t("overview.column.initiatives")),
                    rows=year_rows(years, total - known, desk, url=found),
                    csv=route("overview_table", language, table="startar"),
                ),
            ),
        ),
    )


def known_of(known: int, total: int, desk: Desk) -> Mapping[str, str]:
    """Return how many of all say a year, and how many do not, as texts fill them in."""
    number = desk.wording.number
    return {"known": number(known), "total": number(total), "unknown": number(total - known)}


def years_chart(title: str, years: Mapping[int, int], desk: Desk) -> tuple[Chart, ...]:
    """Return a chart of what happened in each year, those without anything included; none for one year."""
    if len(years) < _FEWEST:
        return ()
    last = max(years)
    first = max(min(years), last - _SHOWN + 1)
    before = sum(number for year, number in years.items() if year < first)
    steps = [(str(year), years.get(year, 0)) for year in range(first, last + 1)]
    if before:
        steps.insert(0, (desk.wording.t("overview.before", year=first), before))
    return (columns(title, [Column(name, number, desk.wording.number(number)) for name, number in steps]),)


def year_rows(
    years: Mapping[int, int], unknown: int, desk: Desk, *, url: Callable[[str], str]
) -> tuple[tuple[Cell, ...], ...]:
    """Return a row for each year in use, one for what has no year, and their sum."""
    t, wording = desk.wording.t, desk.wording
    return (
        *((words(str(year)), count(years[year], wording, url(str(year)))) for year in sorted(years)),
        (words(t("overview.no_year")), count(unknown, wording)),
        (words(t("overview.sum")), count(sum(years.values()) + unknown, wording)),
    )
