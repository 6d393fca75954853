"""Whom to ask: somebody who can be reached."""

from typing import Final

from idebank.diagnostics import Rule
from idebank.rules.entry import Entry, EntryRule, Found


def contact_without_address(entry: Entry) -> Found:
    """Find a contact with neither e-mail nor page."""
    contact = entry.value.get("contact")
    if isinstance(contact, dict) and not ("email" in contact or "url" in contact):
        yield ("contact",), {}


RULES: Final = (EntryRule(Rule("contact-without-address", points_at_key=True), contact_without_address),)
