"""«Start her»: what is easiest, cheapest and most reused in a sector, each with why it is there."""

from collections.abc import Iterator, Sequence
from typing import Final

from idebank.catalog import band_step, effort
from idebank.model import Initiative
from idebank.views.desk import Desk
from idebank.views.records import StartCard

_LEAST: Final = 4
"""Where there are fewer to choose from, the list itself is short enough."""
_MOST: Final = 6
_CHOICE: Final = 2
"""One alone is no choice."""
_EASY: Final = 0.5
"""A band in the lower half of its list is a reason to begin."""
_NOT_TO_COPY: Final = frozenset({"idea", "planned", "stopped"})


def start_here(entries: Sequence[Initiative], desk: Desk) -> tuple[StartCard, ...]:
    """Return up to six initiatives to begin with, easiest first; none where nobody tells what it takes."""
    if len(entries) < _LEAST:
        return ()
    told = [(entry, tuple(_reasons(entry, desk))) for entry in entries if entry.phase not in _NOT_TO_COPY]
    fit = [(entry, reasons) for entry, reasons in told if reasons]
    if len(fit) < _CHOICE:
        return ()
    fit.sort(key=lambda pair: _rank(pair[0], desk))
    return tuple(StartCard(desk.cards[entry.slug], reasons) for entry, reasons in fit[:_MOST])


def _rank(entry: Initiative, desk: Desk) -> tuple[int, int, int, str]:
    catalog = desk.catalog
    return (
        effort(entry, catalog.vocabulary),
        -catalog.reuse.get(entry.slug, 0),
        -int(entry.depth),
        entry.slug,
    )


def _reasons(entry: Initiative, desk: Desk) -> Iterator[str]:
    """Yield what speaks for beginning with an initiative, in words."""
    for list_, value in (("time_bands", entry.time_needed), ("cost_bands", entry.cost)):
        step = band_step(desk.catalog.vocabulary, list_, value)
        if value and step is not None and step <= _EASY:
            yield desk.shelf.label(list_, value)
    reused = desk.catalog.reuse.get(entry.slug, 0)
    if reused:
        yield desk.wording.tn("start.reused", reused)
