"""When: a beginning before its end."""

from typing import Final

from idebank.diagnostics import Rule
from idebank.rules.entry import Entry, EntryRule, Found


def period_backwards(entry: Entry) -> Found:
    """Find a period that ends before it begins; dates are compared as far as both are told."""
    start, end = entry.words("period", "from"), entry.words("period", "to")
    if _is_before(end, start):
        yield ("period", "to"), {"start": start, "end": end}


def event_backwards(entry: Entry) -> Found:
    """Find an event that ends before it starts."""
    yield from _backwards(entry, "start", "end")


def round_backwards(entry: Entry) -> Found:
    """Find a round that ends, or has its deadline, before it starts."""
    for index, own in entry.records("rounds"):
        start = str(own.get("start", ""))
        for field in ("end", "deadline"):
            end = str(own.get(field, ""))
            if _is_before(end, start):
                yield ("rounds", index, field), {"start": start, "end": end, "field": field}


def _backwards(entry: Entry, first: str, last: str) -> Found:
    start, end = entry.words(first), entry.words(last)
    if _is_before(end, start):
        yield (last,), {"start": start, "end": end}


def _is_before(end: str, start: str) -> bool:
    """Tell whether `end` comes before `start`, as far as both are told; only with the same kind of year."""
    length = min(len(start), len(end))
    return bool(length) and start.startswith("--") == end.startswith("--") and end[:length] < start[:length]


RULES: Final = (
    EntryRule(Rule("period-backwards"), period_backwards),
    EntryRule(Rule("event-backwards"), event_backwards, frozenset({"event"})),
    EntryRule(Rule("round-backwards"), round_backwards, frozenset({"network"})),
)
