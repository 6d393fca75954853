"""How what somebody did spreads: how often, how far, and when others took it into use."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from idebank.catalog import Catalog
from idebank.catalog.reuse import Reach, reach
from idebank.model import Adoption, Initiative, Method, Place
from idebank.routes import route
from idebank.views.charts import Bar, bars
from idebank.views.desk import Desk
from idebank.views.overview.cells import count, percent, words
from idebank.views.overview.records import Panel, Part, Table
from idebank.views.overview.years import known_of, year_rows, years_chart
from idebank.views.records import TextLink

_STEPS: Final = (0, 1, 2, 5)
"""From how many others each step counts."""


def spread(catalog: Catalog) -> Mapping[int, int]:
    """Return how many initiatives were taken into use by none, by one, by two to four, by five or more."""
    found = Counter(max(step for step in _STEPS if step <= number) for number in catalog.reuse.values())
    found[0] = len(catalog.entries) - len(catalog.reuse)
    return {step: found[step] for step in _STEPS}


def reaches(catalog: Catalog) -> Mapping[Reach, int]:
    """Return how many adoptions travelled how far."""
    found = Counter(reach(_source(adoption, catalog), adoption.place) for adoption in catalog.adoptions)
    return {far: found[far] for far in Reach}


def adoption_years(catalog: Catalog) -> Mapping[int, int]:
    """Return how many adoptions began in each year that any began in."""
    return Counter(int(adoption.date[:4]) for adoption in catalog.adoptions if adoption.date)


def reuse_part(desk: Desk) -> Part:
    """Return the part of the page that shows what others have taken into use."""
    t, language = desk.wording.t, desk.language
    panels = [_spread_panel(desk)]
    if desk.catalog.adoptions:
        panels += [_reach_panel(desk), _years_panel(desk)]
    return Part(
        id="gjenbruk",
        heading=t("overview.reuse.heading"),
        panels=tuple(panels),
        more=(
            TextLink(t("index.also.reused"), route("most_reused", language)),
            TextLink(t("nav.adoptions"), route("adoptions", language)),
        ),
    )


def _spread_panel(desk: Desk) -> Panel:
    t, wording = desk.wording.t, desk.wording
    found, total = spread(desk.catalog), len(desk.catalog.entries)
    names = {step: t(f"overview.spread.{step}") for step in found}
    rows = [Bar(names[step], number, wording.number(number)) for step, number in found.items()]
    most_reused = route("most_reused", desk.language)
    return Panel(
        heading=t("overview.spread.heading"),
        text=t(
            "overview.spread.text",
            reused=wording.number(len(desk.catalog.reuse)),
            total=wording.number(total),
        ),
        charts=(bars(t("overview.spread.chart"), rows, most=total),),
        table=Table(
            caption=t("overview.spread.caption"),
            columns=tuple(t(f"overview.column.{name}") for name in ("others", "initiatives", "percent")),
            rows=tuple(
                (
                    words(names[step]),
                    count(number, wording, most_reused if step else ""),
                    percent(number, total, wording),
                )
                for step, number in found.items()
            ),
            csv=route("overview_table", desk.language, table="gjenbruk"),
        ),
    )


def _reach_panel(desk: Desk) -> Panel:
    t, wording = desk.wording.t, desk.wording
    found, total = reaches(desk.catalog), len(desk.catalog.adoptions)
    names = {far: t(f"overview.reach.{far}") for far in found}
    rows = [Bar(names[far], number, wording.number(number)) for far, number in found.items()]
    across = found[Reach.OTHER_COUNTY] + found[Reach.ABROAD]
    adoptions = route("adoptions", desk.language)
    return Panel(
        heading=t("overview.reach.heading"),
        text=t("overview.reach.text", across=wording.number(across), total=wording.number(total)),
        charts=(bars(t("overview.reach.chart"), rows, most=total),),
        table=Table(
            caption=t("overview.reach.caption"),
            columns=tuple(t(f"overview.column.{name}") for name in ("reach", "adoptions", "percent")),
            rows=tuple(
                (words(names[far]), count(number, wording, adoptions), percent(number, total, wording))
                for far, number in found.items()
            ),
            csv=route("overview_table", desk.language, table="gjenbruk-avstand"),
        ),
    )


def _years_panel(desk: Desk) -> Panel:
    t, total = desk.wording.t, len(desk.catalog.adoptions)
    years = adoption_years(desk.catalog)
    known = sum(years.values())
    adoptions = route("adoptions", desk.language)
    return Panel(
        heading=t("overview.adopted.heading"),
        text=t("overview.adopted.text", **known_of(known, total, desk)),
        charts=years_chart(t("overview.adopted.chart"), years, desk),
        table=Table(
            caption=t("overview.adopted.caption"),
            columns=(t("overview.column.year"), t("overview.column.adoptions")),
            rows=year_rows(years, total - known, desk, url=lambda _: adoptions),
            csv=route("overview_table", desk.language, table="gjenbruk-ar"),
        ),
    )


def _source(adoption: Adoption, catalog: Catalog) -> Place:
    """Return where what was taken over was done."""
    source = catalog.find(Initiative, adoption.initiative) or catalog.find(Method, adoption.method)
    return (source.place if source else None) or Place()
