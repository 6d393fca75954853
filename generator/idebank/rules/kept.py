"""Addresses once published: those of entries answer, or somebody has said what became of them."""

from collections.abc import Container, Iterator, Mapping
from typing import Final

from idebank.diagnostics import Diagnostic, Finding, Rule
from idebank.kinds import KINDS, RESERVED, Kind
from idebank.routes import Role, located, route
from idebank.source import MOVED, PUBLISHED, Kept

MOVE_TO_NOWHERE: Final = Rule("move-to-nowhere")
VANISHED_ADDRESS: Final = Rule("vanished-address")

RULES: Final = (MOVE_TO_NOWHERE, VANISHED_ADDRESS)


def entry_at(address: str) -> tuple[Kind, str] | None:
    """Return the kind and the slug of the entry whose own page has an address; None for another page."""
    found = located(f"{address.rstrip('/')}/")
    if found is None or found.route.role is not Role.ENTRY or found.parts["slug"] in RESERVED:
        return None
    return KINDS[found.route.name], found.parts["slug"]


def kept_findings(kept: Kept, *, taken: Container[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Yield the lines that say nothing, and the addresses of entries that nobody answers at any more.

    `taken` has kind and slug of every entry, former slugs included. What other pages show follows from
    entries, so their addresses lead on by themselves.
    """
    yield from kept.problems
    moved = {one.old: one.new for one in kept.moved}
    for one in kept.moved:
        if one.new and not _answers(one.new, moved, taken):
            params = {"address": f"/{one.old}", "value": f"/{one.new}"}
            column = len(f"/{one.old} ") + 1
            yield Finding(MOVE_TO_NOWHERE, params=params, line=one.line, column=column).in_file(MOVED)
    for address, line in kept.published.items():
        found = entry_at(address)
        if found and address not in moved and not _answers(address, moved, taken):
            yield vanished(*found, {}, line=line).in_file(PUBLISHED)


def vanished(kind: Kind, slug: str, params: Mapping[str, str], *, line: int = 1) -> Finding:
    """Return what is said of an entry's address that nobody answers at."""
    address = f"/{route(kind.name, slug=slug)}"
    known = {"address": address, "value": address, "slug": slug}
    return Finding(VANISHED_ADDRESS, params={**known, **params}, line=line)


def _answers(address: str, moved: Mapping[str, str], taken: Container[tuple[str, str]]) -> bool:
    """Tell whether somebody answers at an address, when one has followed every line that leads on."""
    seen: set[str] = set()
    while address not in seen:
        found = entry_at(address)
        if found and (found[0].name, found[1]) in taken:
            return True
        if address not in moved:
            return found is None
        seen.add(address)
        address = moved[address]
    return False
