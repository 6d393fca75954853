"""Columns that stand: one for each step along a line, as a year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from idebank.views.charts.records import Chart, Label, Mark

_TOP: Final = 1.4
"""Room for the number above the highest column."""
_PLOT: Final = 11.0
_BELOW: Final = 1.6
_FILLED: Final = 0.72
"""How much of its step a column fills."""
_WIDEST: Final = 12
"""Per cent of the chart's width: two years are not two walls."""
_NAMES: Final = 6
"""How many names fit beside each other on the narrowest phone."""
_SHORT: Final = 4
"""Letters of a name that its column has room for."""
_DIGITS: Final = 36
"""How many digits do."""


@dataclass(frozen=True, slots=True)
class Column:
    """One step: what it is called, how many, and how that is said."""

    label: str
    value: int
    text: str


def columns(title: str, steps: Sequence[Column]) -> Chart:
    """Return a column for each step; numbers and names are left out where they would run into each other."""
    most = max((step.value for step in steps), default=0)
    return Chart(
        title,
        height=_TOP + _PLOT + _BELOW,
        marks=tuple(_marks(steps, most)),
        labels=(*_numbers(steps, most), *_names(steps)),
        lines=(_TOP + _PLOT,),
    )


def _marks(steps: Sequence[Column], most: int) -> Iterator[Mark]:
    for number, step in enumerate(steps):
        if step.value:
            height = round(step.value / most * _PLOT, 2)
            width = min(_FILLED / len(steps) * 100, _WIDEST)
            x = _middle(number, steps) - width / 2
            yield Mark(round(x, 2), round(_TOP + _PLOT - height, 2), round(width, 2), height, 1)


def _numbers(steps: Sequence[Column], most: int) -> Iterator[Label]:
    """Yield the number above each column, or above the highest only where not all have room."""
    longest = max((len(step.text) for step in steps), default=0)
    all_fit = max(longest, 2) * len(steps) <= _DIGITS
    for number, step in enumerate(steps):
        if step.value and (all_fit or step.value == most):
            y = _TOP + _PLOT - step.value / most * _PLOT - 0.4
            yield Label(_middle(number, steps), round(y, 2), step.text, "middle", strong=True)


def _names(steps: Sequence[Column]) -> Iterator[Label]:
    """Yield the first name and the last, and of those between the ones that have room, counted back."""
    every = -(-len(steps) // _NAMES)
    if steps:
        room = every * (2 if len(steps[0].label) > _SHORT else 1)
        for number in sorted({0, *range(len(steps) - 1, room - 1, -every)}):
            yield _name(number, steps)


def _name(number: int, steps: Sequence[Column]) -> Label:
    """Return a name below its column; the outermost of many begin and end where the chart does."""
    down, label, last = _TOP + _PLOT + 1.3, steps[number].label, len(steps) - 1
    if number == 0 and (last >= _NAMES or len(label) > _SHORT):
        return Label(0, down, label)
    if number == last >= _NAMES:
        return Label(100, down, label, "end")
    return Label(_middle(number, steps), down, label, "middle")


def _middle(number: int, steps: Sequence[Column]) -> float:
    return round((number + 0.5) / len(steps) * 100, 2)
