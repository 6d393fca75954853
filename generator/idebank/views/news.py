"""What is new, newest first, by month."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from idebank.model import Initiative
from idebank.views.desk import Desk
from idebank.views.records import NewsGroup

_MONTH: Final = len("2026-11")


def month_of(entry: Initiative) -> str:
    """Return the month when an initiative was published, such as `2026-11`."""
    return entry.published[:_MONTH]


def by_month(entries: Iterable[Initiative], desk: Desk) -> tuple[NewsGroup, ...]:
    """Return a group of cards for each month; `entries` come newest first."""
    return tuple(
        NewsGroup(
            month, desk.wording.date(month).capitalize(), tuple(desk.cards[entry.slug] for entry in found)
        )
        for month, found in groupby(entries, key=month_of)
    )
