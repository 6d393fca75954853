"""Bars that lie: one for each row, with its words above it, whole or in parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Final, TypeAlias

from idebank.views.charts.records import TRACK, Chart, Label, Mark

Quantity: TypeAlias = int | Decimal

_ROW: Final = 2.9
_WORDS: Final = 1.0
_BAR: Final = 1.45
_THICK: Final = 0.75
_WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: what it is, how much, and how that is said."""

    label: str
    value: Quantity
    text: str


@dataclass(frozen=True, slots=True)
class Stack:
    """One row in parts; a part's place tells which series it belongs to."""

    label: str
    parts: tuple[Quantity, ...]
    text: str
    looks: tuple[int, ...] = ()
    """Of the parts, where they are not 1, 2, 3 …"""


def bars(title: str, rows: Sequence[Bar], *, most: Quantity) -> Chart:
    """Return a bar for each row on a track that stands for `most`."""
    whole = [Stack(row.label, (row.value,), row.text) for row in rows]
    chart = stacks(title, whole, most=most)
    tracks = tuple(Mark(0, _down(number, _BAR), _WIDTH, _THICK, TRACK) for number in range(len(rows)))
    return Chart(title, chart.height, (*tracks, *chart.marks), chart.labels)


def stacks(title: str, rows: Sequence[Stack], *, most: Quantity) -> Chart:
    """Return a bar in parts for each row; one of `most` is as wide as the chart."""
    return Chart(
        title,
        height=round(_ROW * len(rows), 2),
        marks=tuple(mark for number, row in enumerate(rows) for mark in _parts(row, number, most)),
        labels=tuple(label for number, row in enumerate(rows) for label in _words(row, number)),
    )


def _parts(row: Stack, number: int, most: Quantity) -> Iterator[Mark]:
    """Yield the parts of a row that are there to see, one after the other."""
    looks = row.looks or range(1, len(row.parts) + 1)
    ends = list(accumulate(row.parts))
    for part, end, look in zip(row.parts, ends, looks, strict=True):
        if part > 0:
            x = _share(end - part, most)
            yield Mark(x, _down(number, _BAR), round(_share(end, most) - x, 2), _THICK, look)


def _words(row: Stack, number: int) -> Iterator[Label]:
    yield Label(0, _down(number, _WORDS), row.label)
    yield Label(_WIDTH, _down(number, _WORDS), row.text, "end", strong=True)


def _down(number: int, within: float) -> float:
    return round(number * _ROW + within, 2)


def _share(value: Quantity, most: Quantity) -> float:
    return round(float(value / most) * _WIDTH, 2) if most else 0.0
