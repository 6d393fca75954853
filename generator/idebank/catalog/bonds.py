"""What ties entries of different kinds together, as indexes: nobody looks through all to find a few."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from idebank.model import Event, Initiative, ProgrammeItem


@dataclass(frozen=True, slots=True)
class Showing:
    """An initiative shown at an event."""

    event: Event
    item: ProgrammeItem | None
    """The point of the programme; None when the event as a whole was about it."""


def showings(events: Iterable[Event]) -> Mapping[str, tuple[Showing, ...]]:
    """Return by slug of an initiative where it was shown: once for each event, at its first point there."""
    shown: dict[str, list[Showing]] = defaultdict(list)
    for event in events:
        points = {slug: item for item in reversed(event.programme) for slug in item.initiatives}
        for slug in event.shown:
            shown[slug].append(Showing(event, points.get(slug)))
    return {slug: tuple(found) for slug, found in shown.items()}


def answers(entries: Iterable[Initiative]) -> Mapping[tuple[str, str], tuple[Initiative, ...]]:
    """Return by network and round the initiatives that answer its call."""
    found: dict[tuple[str, str], list[Initiative]] = defaultdict(list)
    for entry in entries:
        if entry.network and entry.round:
            found[entry.network, entry.round].append(entry)
    return {key: tuple(own) for key, own in found.items()}
