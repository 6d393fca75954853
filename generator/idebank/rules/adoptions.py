"""Adoptions: of something."""

from typing import Final

from idebank.diagnostics import Rule
from idebank.rules.entry import Entry, EntryRule, Found

_ADOPTIONS: Final = frozenset({"adoption"})


def adoption_of_nothing(entry: Entry) -> Found:
    """Find an adoption that does not say what was taken over."""
    if not any(field in entry.value or field in entry.misnamed for field in ("initiative", "method")):
        yield ("initiative",), {}


RULES: Final = (EntryRule(Rule("adoption-of-nothing"), adoption_of_nothing, _ADOPTIONS),)
