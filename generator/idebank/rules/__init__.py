"""What the schema cannot say: rules about one entry, its pictures and papers, and the bank as a whole."""

from typing import Final

from idebank.rules import place
from idebank.rules.entry import Entry, EntryRule

ENTRY_RULES: Final[tuple[EntryRule, ...]] = (*place.RULES,)
"""Every rule about one entry's fields."""

__all__ = ["ENTRY_RULES", "Entry", "EntryRule"]
