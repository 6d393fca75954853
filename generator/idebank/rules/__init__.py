"""What the schema cannot say: rules about one entry, its pictures and papers, and the bank as a whole."""

from collections.abc import Iterator
from typing import Final

from idebank.diagnostics import Finding, Rule
from idebank.rules import (
    adoptions,
    attached,
    body,
    contact,
    documents,
    kept,
    links,
    names,
    networks,
    origin,
    personal,
    pictures,
    place,
    results,
    times,
    titles,
    unexpected,
)
from idebank.rules.entry import Entry, EntryRule

ENTRY_RULES: Final[tuple[EntryRule, ...]] = (
    *names.RULES,
    *place.RULES,
    *contact.RULES,
    *titles.RULES,
    *times.RULES,
    *results.RULES,
    *attached.RULES,
    *origin.RULES,
    *adoptions.RULES,
    *networks.RULES,
)
"""Every rule about one entry's fields."""

RULES: Final[tuple[Rule, ...]] = (
    *(rule.rule for rule in ENTRY_RULES),
    *personal.RULES,
    *body.RULES,
    *links.RULES,
    *pictures.RULES,
    *documents.RULES,
    *unexpected.RULES,
    *kept.RULES,
)
"""Every rule of this layer."""


def entry_findings(entry: Entry) -> Iterator[Finding]:
    """Yield everything the rules find in one entry."""
    for rule in ENTRY_RULES:
        yield from rule.findings(entry)
    yield from personal.personal_findings(entry)
    yield from body.body_findings(entry)


__all__ = ["ENTRY_RULES", "RULES", "Entry", "EntryRule", "entry_findings"]
