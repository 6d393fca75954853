"""From checked fields to the records of the model."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

from idebank import model
from idebank.rules.entry import Entry
from idebank.vocabulary import Vocabulary

Record = TypeVar("Record")

# Lists of texts that keep their name from the file to the record.
_LISTS: Final = (
    "sectors", "themes", "audience", "partners", "core", "adaptable", "prerequisites", "pitfalls", "steps",
    "materials", "related", "former_slugs", "caveats",
)  # fmt: skip
# Single values that keep their name from the file to the record.
_SCALARS: Final = (
    "title", "summary", "language", "organisation", "organisation_type", "phase", "published", "licence",
    "sdgs_basis", "stopped_why", "cost", "cost_amount", "cost_note", "time_needed", "time_note", "part_of",
    "method", "network", "round", "collected", "verified",
)  # fmt: skip
_RECORD_LISTS: Final[Mapping[str, type]] = {
    "funding": model.Funding,
    "results": model.Result,
    "attachments": model.Attachment,
    "sources": model.Link,
    "images": model.Image,
    "videos": model.Video,
}


def initiative_of(entry: Entry, place: model.Place) -> model.Initiative:
    """Return the initiative that an entry without errors tells of."""
    value: Mapping[str, Any] = entry.value
    fields: dict[str, Any] = {name: value[name] for name in _SCALARS if name in value}
    fields |= {name: tuple(value[name]) for name in _LISTS if name in value}
    fields |= {name: _records(record, value[name]) for name, record in _RECORD_LISTS.items() if name in value}
    if "origin" in value:
        fields["origin"] = value["origin"]
    targets = tuple(sdg for sdg in value["sdgs"] if "." in sdg)
    return model.Initiative(
        slug=entry.slug,
        path=entry.path,
        body=entry.body,
        place=place,
        goals=_goals(value["sdgs"], entry.vocabulary),
        targets=tuple(sorted(targets, key=_in_order)),
        contact=model.Contact(**value["contact"]),
        period=_period(value.get("period")),
        **fields,
        **_profiles(value),
    )


def _in_order(target: str) -> tuple[int, bool, int, str]:
    """Return what puts targets in the UN's order: 17.9 before 17.10, and letters last."""
    goal, _, rest = target.partition(".")
    return int(goal), rest.isalpha(), len(rest), rest


def _goals(sdgs: Iterable[str], vocabulary: Vocabulary) -> tuple[int, ...]:
    return tuple(sorted({vocabulary.targets[sdg].goal if "." in sdg else int(sdg) for sdg in sdgs}))


def _records(record: type[Record], values: Iterable[Mapping[str, Any]]) -> tuple[Record, ...]:
    return tuple(record(**value) for value in values)


def _period(value: Mapping[str, str] | None) -> model.Period | None:
    return None if value is None else model.Period(value.get("from"), value.get("to"), value.get("note"))


def _profiles(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the profiles an entry has."""
    profiles: dict[str, Any] = {}
    if "kindergarten" in value:
        profiles["kindergarten"] = model.Kindergarten(**_frozen(value["kindergarten"]))
    if "school" in value:
        profiles["school"] = model.School(**_frozen(value["school"]))
    if "library" in value:
        own = dict(value["library"])
        indicators = _records(model.Indicator, own.pop("indicators", ()))
        profiles["library"] = model.Library(**own, indicators=indicators)
    if "procurement" in value:
        own = dict(value["procurement"])
        gains = _records(model.Gain, own.pop("gains", ()))
        profiles["procurement"] = model.Procurement(**_frozen(own), gains=gains)
    return profiles


def _frozen(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}
