"""The bank in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.model import Period, Place, Result
from idebank.views.desk import Job
from idebank.views.overview import OverviewPages, OverviewView, Table, overview_view
from idebank.views.overview.coverage import coverage
from idebank.views.overview.languages import languages
from idebank.views.overview.matrix import matrix_of
from idebank.views.overview.reuse import reaches, spread
from idebank.views.overview.years import start_years
from tests.factories import adoption, initiative
from tests.views.shelves import catalog, desk, many

if TYPE_CHECKING:
    from idebank.model import Entry
    from idebank.views.overview.records import Matrix, Part

BODO, SALTDAL, BERGEN = Place("1804", "18"), Place("1840", "18"), Place("4601", "46")


def _began(year: str | None, **changes: object) -> dict[str, object]:
    return {"period": Period(start=year) if year else None, **changes}


BANK = (
    initiative(slug="a", sectors=("skole", "avfall"), goals=(3, 11), place=BODO, **_began("2019-05")),
    initiative(slug="b", sectors=("skole",), goals=(11,), place=SALTDAL, language="nn", **_began("2021")),
    initiative(slug="c", sectors=("museum",), goals=(4,), place=Place(county="18"), **_began("2021-02-03")),
    initiative(slug="d", sectors=("museum",), goals=(), place=Place(), **_began(None)),
    adoption(slug="1", initiative="a", place=SALTDAL, date="2023-04"),
    adoption(slug="2", initiative="a", place=BERGEN, date="2024"),
    adoption(slug="3", initiative="b", place=BERGEN),
)


def _view(*entries: Entry, language: str = "nb") -> OverviewView:
    return overview_view(desk(*entries, language=language))


def _part(id_: str, *entries: Entry) -> Part:
    return next(part for part in _view(*entries).parts if part.id == id_)


def _told(table: Table) -> dict[str, list[str]]:
    return {row[0].plain: [cell.plain for cell in row[1:]] for row in table.rows}


def _matrix(*entries: Entry) -> Matrix:
    return matrix_of(desk(*entries))


def test_lead() -> None:
    """The first sentence says how much there is, from how many, and how often it was taken up."""
    assert _view(*BANK).lead == (
        "4 tiltak fra 1 virksomhet i 2 av 357 kommuner. "
        "3 ganger har noen fortalt at de har tatt i bruk det andre delte."
    )


def test_order_of_parts() -> None:
    """Who, what, when, what became of it; results come when there are any."""
    assert [part.id for part in _view(*BANK).parts] == ["fylker", "matrise", "ar", "gjenbruk", "sprak"]


def test_coverage_counts_municipalities_not_initiatives() -> None:
    """A municipality counts once, and what a whole county did counts for no municipality."""
    nordland = next(one for one in coverage(catalog(*BANK)) if one.county.slug == "nordland")

    assert (nordland.shared, nordland.municipalities, nordland.initiatives) == (2, 41, 3)


def test_coverage_table_adds_up() -> None:
    """The lines come to the sums below them, what belongs to no county included."""
    rows = _told(_part("fylker", *BANK).panels[0].table)
    whole, counties = rows.pop("Til sammen"), rows

    assert whole == ["357", "2", "0,6", "4"]
    assert counties["Ikke i et fylke"] == ["", "", "", "1"]
    for column in (0, 1, 3):
        assert sum(int(row[column] or 0) for row in counties.values()) == int(whole[column])


def test_start_years() -> None:
    """Initiatives count in the year they say, however exactly they say it; the others are told of."""
    assert start_years(catalog(*BANK)) == {2019: 1, 2021: 2}
    [panel] = _part("ar", *BANK).panels
    assert panel.text.startswith("3 av 4 tiltak forteller")
    assert _told(panel.table) == {"2019": ["1"], "2021": ["2"], "Ikke oppgitt": ["1"], "Til sammen": ["4"]}


def test_years_without_anything_are_drawn() -> None:
    """Between two years stands the empty one, so that the line is time."""
    [chart] = _part("ar", *BANK).panels[0].charts

    assert [label.text for label in chart.labels if not label.strong] == ["2019", "2020", "2021"]


def test_one_year_is_no_chart() -> None:
    """A single column would show nothing that the text does not say."""
    assert _part("ar", BANK[0]).panels[0].charts == ()


def test_early_years_stand_together() -> None:
    """A chart shows twenty years; what is before them is one column, and still its own line in the table."""
    old = [initiative(slug=f"g{year}", **_began(str(year))) for year in (1975, 1990, 2024)]
    [panel] = _part("ar", *old).panels

    [chart] = panel.charts
    assert {label.text: label.x for label in chart.labels if "før" in label.text} == {"før 2005": 0}
    assert len(chart.marks) == 2
    assert {"1975", "1990", "2024"} <= set(_told(panel.table))


def test_spread() -> None:
    """Each initiative is in one step, by how many others have taken it over."""
    assert spread(catalog(*BANK)) == {0: 2, 1: 1, 2: 1, 5: 0}
    assert sum(spread(catalog(*BANK)).values()) == 4


def test_reaches() -> None:
    """Each adoption is counted once, by how far it travelled."""
    assert {far.value: number for far, number in reaches(catalog(*BANK)).items()} == {
        "municipality": 0,
        "county": 1,
        "other-county": 2,
        "abroad": 0,
        "unknown": 0,
    }


def test_nothing_taken_over() -> None:
    """Where nobody has told of reuse, one panel says so."""
    [panel] = _part("gjenbruk", BANK[0]).panels

    assert panel.text.startswith("0 av 1 tiltak")


def test_languages_add_up() -> None:
    """Each county's languages, and what is in no county, come to those of the whole bank."""
    found = languages(catalog(*BANK))
    assert found[""] == {"nb": 3, "nn": 1}
    assert found["18"] == {"nb": 2, "nn": 1}

    rows = _told(_part("sprak", *BANK).panels[0].table)
    whole = rows.pop("Til sammen")
    assert rows.pop("Andel (%)") == ["75,0", "25,0", "100,0"]
    assert whole == ["3", "1", "4"]
    assert [sum(int(row[column]) for row in rows.values()) for column in range(3)] == [3, 1, 4]


def _saved(value: str, unit: str = "kroner") -> tuple[Result, ...]:
    return (Result("Spart", "measured", value=value, unit=unit, measure="money-saved"),)


def test_sums() -> None:
    """A sum says its unit, basis, how many stand behind it and the largest part, and leads to them."""
    bank = [initiative(slug=slug, results=_saved(value)) for slug, value in (("a", "900"), ("b", "100,5"))]
    sums = _part("resultater", *bank).panels[0]

    [row] = sums.table.rows
    assert [cell.plain for cell in row] == ["Sparte kroner", "1000,5", "kroner", "Målt", "2", "900"]
    assert row[1].text == "1\u00a0000,5"
    assert row[0].url == row[4].url == "resultater/sparte-kroner/"
    [chart] = sums.charts
    assert [mark.width for mark in chart.marks] == [89.96, 10.04]


def test_no_sums() -> None:
    """Where nothing can be added up, the page says so and why."""
    [panel] = _part("resultater", initiative(results=_saved("90", "prosent"))).panels

    assert panel.text.startswith("Ennå er det ingen resultater vi kan legge sammen")
    assert _told(panel.table) == {"Enheten er en annen, for eksempel prosent": ["1"], "Til sammen": ["1"]}


def test_a_sum_with_a_loss_is_not_drawn() -> None:
    """What went up cannot be a part of a bar; the table tells of it."""
    results = [("a", "5", "1"), ("b", "1", "2")]
    bank = [
        initiative(
            slug=slug,
            results=(Result("Strøm", "measured", before, after, unit="kWh", measure="energy-use"),),
        )
        for slug, before, after in results
    ]
    sums = _part("resultater", *bank).panels[0]

    assert sums.charts == ()
    assert sums.table.rows[0][1].plain == "3"


def test_matrix_counts() -> None:
    """Each cell counts the entries that have both the sector and the goal."""
    rows = {row.sector.url: row for row in _matrix(*BANK).rows}

    assert {
        (url, goal): cell.count
        for url, row in rows.items()
        for goal, cell in enumerate(row.cells, start=1)
        if cell.count
    } == {
        ("sektor/skole/", 3): 1,
        ("sektor/skole/", 11): 2,
        ("sektor/avfall/", 3): 1,
        ("sektor/avfall/", 11): 1,
        ("sektor/museum/", 4): 1,
    }


def test_matrix_is_whole() -> None:
    """Every sector has a row, every goal a column; the table has the sums besides."""
    view = _matrix(*BANK)

    assert len(view.rows) == 26
    assert {len(row.cells) for row in view.rows} == {len(view.goals)} == {17}
    table = _part("matrise", *BANK).panels[0].table
    assert {len(row) for row in table.rows} == {len(table.columns)} == {19}
    assert len(table.rows) == 27


def test_matrix_shades() -> None:
    """The fullest cell is darkest, any cell that is not empty has some shade."""
    shades = {cell.count: cell.shade for row in _matrix(*BANK).rows for cell in row.cells}

    assert shades == {0: 0, 1: 3, 2: 5}


def test_matrix_least_shade() -> None:
    """One of very many is still seen."""
    alone = initiative(slug="alene", sectors=("museum",), goals=(4,), targets=())

    shades = {cell.count: cell.shade for row in _matrix(*many(60), alone).rows for cell in row.cells}

    assert shades == {0: 0, 1: 1, 60: 5}


def test_matrix_links() -> None:
    """A full cell leads to its entries, an empty one nowhere."""
    cells = [cell for row in _matrix(*BANK).rows for cell in row.cells]

    assert {cell.url for cell in cells if not cell.count} == {""}
    assert "sok/?kind=initiative&goal=11&sector=skole" in {cell.url for cell in cells}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_tables_are_whole(language: str) -> None:
    """Every line of every table is as long as its header, and every table has a file of its own."""
    tables = _view(*BANK, language=language).tables

    assert len({table.csv for table in tables}) == len(tables)
    for table in tables:
        assert {len(row) for row in table.rows} == {len(table.columns)}, table.caption


def test_empty_bank() -> None:
    """A bank without entries has its page of figures, and every figure is nought."""
    view = _view()

    assert [part.id for part in view.parts] == ["fylker", "matrise", "ar", "gjenbruk", "sprak"]
    assert view.newest == ""
    assert {cell.shade for row in _matrix().rows for cell in row.cells} == {0}


def test_page() -> None:
    """The page is there in each language, and as new as its newest entry."""
    pages = OverviewPages(desk(*BANK, initiative(slug="ny", verified="2026-12-24"), language="nn"))
    [job] = pages.jobs()

    page = pages.page(job)

    assert job == Job("overview", "nn")
    assert (page.url, page.modified) == ("nn/oversikt/", "2026-12-24")
    assert [alternate.url for alternate in page.alternates] == ["oversikt/", "nn/oversikt/", "en/oversikt/"]
