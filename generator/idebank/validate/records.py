"""From checked fields to the records of the model."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

import msgspec

from idebank.kinds import KINDS
from idebank.model import Entry as Record
from idebank.model import Place
from idebank.rules import Entry
from idebank.rules.place import place_of
from idebank.schema.nodes import Node
from idebank.vocabulary import Vocabulary

_RENAMED: Final = {"from": "start", "to": "end"}
"""Fields of `period` whose names Python keeps for itself."""


def record_of(entry: Entry, *, profiles: frozenset[str]) -> Record:
    """Return the record that an entry without errors tells of; `profiles` are the fields of profiles."""
    value = _todays(entry.value, entry.schema.root, entry.vocabulary)
    fields: dict[str, Any] = {
        **{name: own for name, own in value.items() if name not in profiles},
        "slug": entry.slug,
        "path": entry.path,
        "body": entry.body,
        **_topics(value.get("sdgs", ()), entry.vocabulary),
    }
    if entry.kind == "initiative":
        fields["profiles"] = {name: value[name] for name in sorted(profiles) if name in value}
    place = place_of(entry)
    if place:
        fields["place"] = _as_fields(place)
    if "period" in value:
        fields["period"] = {_RENAMED.get(name, name): own for name, own in value["period"].items()}
    return msgspec.convert(fields, KINDS[entry.kind].record)


def _as_fields(place: Place) -> dict[str, str | None]:
    return {"municipality": place.municipality, "county": place.county, "abroad": place.abroad}


def _topics(sdgs: Iterable[str], vocabulary: Vocabulary) -> dict[str, tuple[Any, ...]]:
    """Return goals and targets, each in the UN's order."""
    goals = {vocabulary.targets[sdg].goal if "." in sdg else int(sdg) for sdg in sdgs}
    targets = sorted((sdg for sdg in sdgs if "." in sdg), key=_in_order)
    return {"goals": tuple(sorted(goals)), "targets": tuple(targets)}


def _in_order(target: str) -> tuple[int, bool, int, str]:
    """Return what puts targets in the UN's order: 17.9 before 17.10, and letters last."""
    goal, _, rest = target.partition(".")
    return int(goal), rest.isalpha(), len(rest), rest


def _todays(value: Mapping[str, object], node: Node, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return fields with every place below the top as its number of today; the top has rules of its own."""
    inside = partial(_inside, vocabulary=vocabulary)
    properties = node["properties"]
    return {
        name: inside(own, properties[name]) if isinstance(own, dict | list) else own
        for name, own in value.items()
    }


def _inside(value: object, node: Node, *, vocabulary: Vocabulary) -> object:
    if isinstance(value, list):
        return [_inside(item, node["items"], vocabulary=vocabulary) for item in value]
    if isinstance(value, dict):
        properties = node["properties"]
        return {name: _inside(own, properties[name], vocabulary=vocabulary) for name, own in value.items()}
    if isinstance(value, str) and node.get("x-format") == "municipality":
        return vocabulary.municipalities_called(value)[0].number
    if isinstance(value, str) and node.get("x-format") == "county":
        return vocabulary.counties_called(value)[0].number
    return value
