"""Which languages initiatives are told in, in each county."""

from collections import Counter
from collections.abc import Mapping

from idebank.catalog import Catalog
from idebank.routes import route, with_query
from idebank.views.charts import Stack, stacks
from idebank.views.desk import Desk
from idebank.views.overview.cells import count, percent, words
from idebank.views.overview.records import Cell, Panel, Part, Series, Table
from idebank.vocabulary import County


def languages(catalog: Catalog) -> Mapping[str, Mapping[str, int]]:
    """Return how many initiatives each language has, by number of the county; under nothing, in all."""
    found: dict[str, Counter[str]] = {"": Counter(entry.language for entry in catalog.entries)}
    for number in catalog.vocabulary.counties:
        found[number] = Counter(entry.language for entry in catalog.by_county.get(number, ()))
    return found


def languages_part(desk: Desk) -> Part:
    """Return the part of the page that shows which languages initiatives are told in."""
    t, catalog, shelf = desk.wording.t, desk.catalog, desk.shelf
    found = languages(catalog)
    used = [id_ for id_ in catalog.vocabulary.terms["languages"] if found[""][id_]]
    names = {id_: shelf.label("languages", id_) for id_ in used}
    return Part(
        id="sprak",
        heading=t("overview.languages.heading"),
        panels=(
            Panel(
                text=t("overview.languages.text"),
                charts=(
                    stacks(
                        t("overview.languages.whole"), [_whole(found[""], names, desk)], most=_sum(found[""])
                    ),
                    stacks(
                        t("overview.languages.chart"),
                        [
                            _stack(county, found[county.number], used, desk)
                            for county in _telling(found, catalog)
                        ],
                        most=max(map(_sum, (own for number, own in found.items() if number)), default=0),
                    ),
                ),
                series=tuple(Series(look, names[id_]) for look, id_ in enumerate(used, start=1)),
                table=_table(found, names, desk),
            ),
        ),
    )


def _telling(found: Mapping[str, Mapping[str, int]], catalog: Catalog) -> list[County]:
    """Return the counties that have told of anything, those with most first."""
    counties = [county for county in catalog.vocabulary.counties.values() if found[county.number]]
    return sorted(counties, key=lambda county: (-_sum(found[county.number]), county.number))


def _stack(county: County, own: Mapping[str, int], used: list[str], desk: Desk) -> Stack:
    return Stack(county.name, tuple(own.get(id_, 0) for id_ in used), desk.wording.number(_sum(own)))


def _whole(own: Mapping[str, int], names: Mapping[str, str], desk: Desk) -> Stack:
    total = desk.wording.tn("count.initiatives", _sum(own))
    return Stack(desk.wording.t("overview.whole"), tuple(own[id_] for id_ in names), total)


def _table(found: Mapping[str, Mapping[str, int]], names: Mapping[str, str], desk: Desk) -> Table:
    t, counties = desk.wording.t, desk.catalog.vocabulary.counties
    return Table(
        caption=t("overview.languages.caption"),
        columns=(t("overview.column.county"), *names.values(), t("overview.column.initiatives")),
        rows=(
            *(
                (words(county.name), *_counts(found[county.number], names, desk, {"county": county.slug}))
                for county in counties.values()
            ),
            (words(t("overview.elsewhere")), *_counts(_elsewhere(found), names, desk)),
            (words(t("overview.sum")), *_counts(found[""], names, desk, {})),
            (words(t("overview.column.percent")), *_percents(found[""], names, desk)),
        ),
        csv=route("overview_table", desk.language, table="sprak"),
    )


def _counts(
    own: Mapping[str, int], names: Mapping[str, str], desk: Desk, search: Mapping[str, str] | None = None
) -> tuple[Cell, ...]:
    """Return how many there are in each language and in all; `search` finds them, if anything does."""
    wording = desk.wording

    def found(number: int, **facets: str) -> Cell:
        url = with_query(route("search", desk.language), kind="initiative", **facets, **search or {})
        return count(number, wording, url if search is not None else "")

    return (*(found(own.get(id_, 0), language=id_) for id_ in names), found(_sum(own)))


def _percents(own: Mapping[str, int], names: Mapping[str, str], desk: Desk) -> tuple[Cell, ...]:
    total = _sum(own)
    return (
        *(percent(own[id_], total, desk.wording) for id_ in names),
        percent(total, total, desk.wording),
    )


def _elsewhere(found: Mapping[str, Mapping[str, int]]) -> Mapping[str, int]:
    """Return what belongs to no county."""
    return {
        id_: number - sum(own.get(id_, 0) for county, own in found.items() if county)
        for id_, number in found[""].items()
    }


def _sum(own: Mapping[str, int]) -> int:
    return sum(own.values())
