"""When: a beginning before its end."""

from typing import Final

from idebank.diagnostics import Rule
from idebank.rules.entry import Entry, EntryRule, Found


def period_backwards(entry: Entry) -> Found:
    """Find a period that ends before it begins; dates are compared as far as both are told."""
    start, end = entry.words("period", "from"), entry.words("period", "to")
    length = min(len(start), len(end))
    if length and end[:length] < start[:length]:
        yield ("period", "to"), {"start": start, "end": end}


RULES: Final = (EntryRule(Rule("period-backwards"), period_backwards),)
