"""Entries collected from public sources: which sources, and when."""

from typing import Final

from idebank.diagnostics import Rule
from idebank.rules.entry import Entry, EntryRule, Found

PUBLIC_SOURCES: Final = "public-sources"


def public_sources_not_named(entry: Entry) -> Found:
    """Find an entry made from public sources that names none."""
    if entry.value.get("origin") == PUBLIC_SOURCES and "sources" not in entry.value:
        yield ("origin",), {}


def public_sources_not_dated(entry: Entry) -> Found:
    """Find an entry made from public sources that does not say when."""
    if entry.value.get("origin") == PUBLIC_SOURCES and "collected" not in entry.value:
        yield ("origin",), {}


RULES: Final = (
    EntryRule(Rule("public-sources-not-named"), public_sources_not_named),
    EntryRule(Rule("public-sources-not-dated"), public_sources_not_dated),
)
