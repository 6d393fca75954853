"""Networks and their calls: only members are asked."""

from collections.abc import Iterator
from typing import Final

from idebank.diagnostics import KeyPath, Rule
from idebank.rules.entry import Entry, EntryRule, Found

_NETWORKS: Final = frozenset({"network"})


def municipality_outside_network(entry: Entry) -> Found:
    """Find a municipality that a round visits or invites though it is no member."""
    members, counties = _members(entry), _counties(entry)
    if not members and not counties:
        return
    for keys, name in _asked(entry):
        meant = entry.vocabulary.municipalities_called(name)
        if len(meant) == 1 and meant[0].number not in members and meant[0].county not in counties:
            yield keys, {"value": name, "county": entry.vocabulary.counties[meant[0].county].name}


def repeated_round(entry: Entry) -> Found:
    """Find a round with the id of one before it."""
    seen: set[str] = set()
    for index, own in entry.records("rounds"):
        id_ = str(own.get("id", ""))
        if id_ in seen:
            yield ("rounds", index, "id"), {"value": id_}
        seen.add(id_)


def _asked(entry: Entry) -> Iterator[tuple[KeyPath, str]]:
    for keys, name in entry.schema.of_form(entry.value, "municipality"):
        if keys[0] == "rounds":
            yield keys, name


def _members(entry: Entry) -> set[str]:
    names = (str(member.get("municipality", "")) for _, member in entry.records("members"))
    return {m.number for name in names if name for m in entry.vocabulary.municipalities_called(name)}


def _counties(entry: Entry) -> set[str]:
    names = (name for _, name in entry.items("counties"))
    return {county.number for name in names for county in entry.vocabulary.counties_called(name)}


RULES: Final = (
    EntryRule(Rule("municipality-outside-network"), municipality_outside_network, _NETWORKS),
    EntryRule(Rule("repeated-round"), repeated_round, _NETWORKS),
)
