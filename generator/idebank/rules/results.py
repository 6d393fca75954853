"""Results: a figure, or an honest word that there is none."""

from collections.abc import Iterator
from typing import Final

from idebank.diagnostics import Rule
from idebank.rules.entry import Entry, EntryRule, Found

NOT_MEASURED: Final = "not-measured"


def result_without_value(entry: Entry) -> Found:
    """Find a result that has no figure and is not said to be unmeasured."""
    for index, result in entry.records("results"):
        told = "value" in result or "before" in result or "after" in result
        if not told and result.get("basis") != NOT_MEASURED:
            yield ("results", index), {}


def half_a_comparison(entry: Entry) -> Found:
    """Find a result with only one of `before` and `after`, and no `value` either."""
    for index, field, other in _halves(entry):
        yield ("results", index, field), {"field": field, "other": other}


def _halves(entry: Entry) -> Iterator[tuple[int, str, str]]:
    for index, result in entry.records("results"):
        if "value" not in result and ("before" in result) != ("after" in result):
            yield (index, "before", "after") if "before" in result else (index, "after", "before")


RULES: Final = (
    EntryRule(Rule("result-without-value"), result_without_value),
    EntryRule(Rule("half-a-comparison"), half_a_comparison),
)
