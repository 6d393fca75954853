"""What results come to: sums of what can be added up, and why the rest cannot."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from idebank.catalog import Catalog
from idebank.catalog.totals import Total, Totals, totals
from idebank.routes import route
from idebank.views import addresses
from idebank.views.charts import Chart, Stack, stacks
from idebank.views.desk import Desk
from idebank.views.overview.cells import amount, count, words
from idebank.views.overview.records import Cell, Panel, Part, Table
from idebank.views.records import TextLink

_SHOWN: Final = 8
"""How many initiatives of a sum are drawn one by one; the others are one part of it."""
_ONE, _OTHERS = 1, 2
"""Looks of a single initiative, and of those that are drawn together."""


def results_part(desk: Desk) -> Part:
    """Return the part of the page that shows what results come to together."""
    found = totals_of(desk.catalog)
    panels = [_sums(found, desk)] if found.totals else []
    if found.left_out:
        panels.append(_left_out(found, desk))
    return Part(
        id="resultater",
        heading=desk.wording.t("overview.results.heading"),
        panels=tuple(panels),
        more=(TextLink(desk.wording.t("index.also.measures"), route("measures", desk.language)),),
    )


def totals_of(catalog: Catalog) -> Totals:
    """Return what the results in a bank come to."""
    return totals(catalog.entries, measures=catalog.vocabulary.terms["measures"])


def _sums(found: Totals, desk: Desk) -> Panel:
    t = desk.wording.t
    return Panel(
        heading=t("overview.sums.heading"),
        text=t("overview.sums.text"),
        charts=tuple(_charts(found.totals, desk)),
        table=Table(
            caption=t("overview.sums.caption"),
            columns=tuple(
                t(f"overview.column.{name}")
                for name in ("measure", "sum", "unit", "basis", "initiatives", "largest")
            ),
            rows=tuple(_row(total, desk) for total in found.totals),
            csv=route("overview_table", desk.language, table="resultater"),
        ),
    )


def _left_out(found: Totals, desk: Desk) -> Panel:
    t, wording = desk.wording.t, desk.wording
    left = sum(found.left_out.values())
    measures = route("measures", desk.language)
    text = "overview.left.text" if found.totals else "overview.left.all"
    return Panel(
        heading=t("overview.left.heading") if found.totals else "",
        text=t(text, left=wording.number(left), results=wording.number(found.results)),
        table=Table(
            caption=t("overview.left.caption"),
            columns=(t("overview.column.reason"), t("overview.column.results")),
            rows=(
                *(
                    (words(t(f"overview.left.{why}")), count(number, wording, measures))
                    for why, number in found.left_out.items()
                ),
                (words(t("overview.sum")), count(left, wording, measures)),
            ),
            csv=route("overview_table", desk.language, table="resultater-utenfor"),
        ),
    )


def _charts(found: Sequence[Total], desk: Desk) -> Iterator[Chart]:
    """Yield a chart for each measure and unit, since only sums of both may stand beside each other."""
    for _, group in groupby(found, key=lambda total: (total.key.measure, total.key.unit)):
        together = list(group)
        if all(share.number >= 0 for total in together for share in total.shares):
            title = f"{_name(together[0], desk)} ({together[0].key.unit})"
            rows = [_stack(total, desk) for total in together]
            yield stacks(title, rows, most=max(total.sum for total in together))


def _stack(total: Total, desk: Desk) -> Stack:
    """Return a sum in the parts that initiatives bring, so that one that is most of it is seen to be so."""
    shown = [share.number for share in total.shares[:_SHOWN]]
    others = sum((share.number for share in total.shares[_SHOWN:]), Decimal())
    return Stack(
        f"{desk.shelf.label('bases', total.key.basis)}: {_behind(total, desk)}",
        (*shown, others),
        f"{desk.wording.decimal(total.sum)} {total.key.unit}",
        looks=(*(_ONE for _ in shown), _OTHERS),
    )


def _row(total: Total, desk: Desk) -> tuple[Cell, ...]:
    wording = desk.wording
    term = desk.catalog.vocabulary.term("measures", total.key.measure)
    url = addresses.measure(term, desk.language)
    return (
        words(_name(total, desk), url),
        amount(total.sum, wording),
        words(total.key.unit),
        words(desk.shelf.label("bases", total.key.basis)),
        count(len(total.shares), wording, url),
        amount(total.shares[0].number, wording),
    )


def _name(total: Total, desk: Desk) -> str:
    """Return what is added up: the measure, or how much it went down."""
    name = desk.shelf.label("measures", total.key.measure)
    return desk.wording.t("overview.reduction", name=name) if total.of_reduction else name


def _behind(total: Total, desk: Desk) -> str:
    return desk.wording.tn("count.initiatives", len(total.shares))
