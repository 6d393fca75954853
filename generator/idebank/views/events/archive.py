"""The events of a series by what they were about."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from idebank.model import Event
from idebank.views.desk import Desk
from idebank.views.events.order import event_line
from idebank.views.events.records import ArchiveView
from idebank.views.records import LineGroup

K = TypeVar("K", str, int)


def archive(events: Iterable[Event], desk: Desk) -> Iterator[ArchiveView]:
    """Yield the archive by theme, by goal and by sector, each as far as events say what they are about."""
    events = tuple(events)
    vocabulary, shelf = desk.catalog.vocabulary, desk.shelf
    themes = {id_: shelf.label("themes", id_) for id_ in vocabulary.terms["themes"]}
    sectors = {id_: shelf.label("sectors", id_) for id_ in vocabulary.terms["sectors"]}
    goals = {number: f"{number} {shelf.tile(number).name}" for number in vocabulary.goals}
    found = (
        ArchiveView("theme", _groups(events, themes, lambda event: event.themes, desk)),
        ArchiveView("goal", _groups(events, goals, lambda event: event.goals, desk)),
        ArchiveView("sector", _groups(events, sectors, lambda event: event.sectors, desk)),
    )
    yield from (view for view in found if view.groups)


def _groups(
    events: Iterable[Event], labels: Mapping[K, str], keys: Callable[[Event], Iterable[K]], desk: Desk
) -> tuple[LineGroup, ...]:
    by_key: dict[K, list[Event]] = defaultdict(list)
    for event in events:
        for key in keys(event):
            by_key[key].append(event)
    return tuple(
        LineGroup(label, tuple(event_line(event, desk) for event in by_key[key]))
        for key, label in labels.items()
        if key in by_key
    )
