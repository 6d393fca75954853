"""Where an initiative was done: one place, that exists today, in the folder of its county."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from idebank.diagnostics import Rule
from idebank.kinds import KINDS
from idebank.model import NATIONAL_FOLDER, Place
from idebank.rules.entry import Entry, EntryRule, Found
from idebank.rules.names import right_slug
from idebank.schema.corrections import corrected_value
from idebank.vocabulary import County, Municipality, Vocabulary

PLACE_FIELDS: Final = ("municipality", "county", "national", "abroad")
_PLACE_OPTIONAL: Final = frozenset({"method", "event"})
"""Kinds that may be without a place."""


def place_of(entry: Entry) -> Place | None:
    """Return where an entry belongs; None when it does not say so, or not clearly."""
    municipalities = _municipalities(entry)
    if entry.words("municipality"):
        only = municipalities[0] if len(municipalities) == 1 else None
        return Place(only.number, only.county) if only else None
    counties = entry.vocabulary.counties_called(entry.words("county")) if entry.words("county") else ()
    if counties:
        return Place(county=counties[0].number) if len(counties) == 1 else None
    if entry.value.get("national") is True:
        return Place()
    return Place(abroad=entry.words("abroad")) if entry.words("abroad") else None


def folder_of(place: Place, vocabulary: Vocabulary) -> str:
    """Return the name of the folder where entries of a place lie."""
    return vocabulary.counties[place.county].slug if place.county else NATIONAL_FOLDER


def _municipalities(entry: Entry) -> tuple[Municipality, ...]:
    """Return what `municipality` may mean, told apart by `county` where it can be."""
    name = entry.words("municipality")
    meant = entry.vocabulary.municipalities_called(name) if name else ()
    if len(meant) > 1 and entry.words("county"):
        counties = {county.number for county in entry.vocabulary.counties_called(entry.words("county"))}
        meant = tuple(municipality for municipality in meant if municipality.county in counties) or meant
    return meant


def _lines(names: Iterable[str]) -> str:
    return "\n".join(f"«{name}»" for name in names)


def missing_place(entry: Entry) -> Found:
    """Find an entry that says no place at all, of a kind that always has one."""
    optional = entry.kind in _PLACE_OPTIONAL or not entry.schema.has_place
    if not optional and not any(field in entry.value or field in entry.misnamed for field in PLACE_FIELDS):
        yield ("municipality",), {}


def several_places(entry: Entry) -> Found:
    """Find an entry that is said to be national, local or abroad at once."""
    local = "municipality" in entry.value or "county" in entry.value
    if entry.value.get("national") is True and (local or "abroad" in entry.value):
        yield ("national",), {}
    elif local and "abroad" in entry.value:
        yield ("abroad",), {}


def not_national(entry: Entry) -> Found:
    """Find `national: false` where it is the only thing said about the place."""
    if entry.value.get("national") is False and not (
        "municipality" in entry.value or "county" in entry.value
    ):
        yield ("national",), {}


def ambiguous_municipality(entry: Entry) -> Found:
    """Find a municipality that may be several: two of one name, or one that was split."""
    meant = _municipalities(entry)
    if len(meant) > 1:
        yield (
            ("municipality",),
            {
                "value": entry.words("municipality"),
                "candidates": _lines(f"{m.display} ({m.number})" for m in meant),
                "corrected": f'municipality: "{meant[0].number}"',
            },
        )
    for keys, name in entry.schema.of_form(entry.value, "municipality"):
        several = entry.vocabulary.municipalities_called(name)
        if len(keys) > 1 and len(several) > 1:
            yield (
                keys,
                {
                    "value": name,
                    "candidates": _lines(f"{m.display} ({m.number})" for m in several),
                    "corrected": corrected_value(keys, f'"{several[0].number}"'),
                },
            )


def former_county(entry: Entry) -> Found:
    """Find a county that is now several."""
    counties = entry.vocabulary.counties_called(entry.words("county")) if entry.words("county") else ()
    if len(counties) > 1 and "municipality" not in entry.value:
        yield (
            ("county",),
            {"value": entry.words("county"), "successors": _lines(county.name for county in counties)},
        )
    for keys, name in entry.schema.of_form(entry.value, "county"):
        several = entry.vocabulary.counties_called(name)
        if len(keys) > 1 and len(several) > 1:
            yield keys, {"value": name, "successors": _lines(county.name for county in several)}


def municipality_in_other_county(entry: Entry) -> Found:
    """Find a municipality and a county that do not belong together."""
    meant = _municipalities(entry)
    counties: tuple[County, ...] = entry.vocabulary.counties_called(entry.words("county")) if meant else ()
    if counties and len(meant) == 1 and meant[0].county not in {county.number for county in counties}:
        right = entry.vocabulary.counties[meant[0].county].name
        yield (
            ("county",),
            {
                "value": entry.words("county"),
                "municipality": meant[0].display,
                "county": right,
                "corrected": f'county: "{right}"',
            },
        )


def wrong_folder(entry: Entry) -> Found:
    """Find a file that lies in another folder than that of its county, or in one that is spelt otherwise."""
    place = place_of(entry)
    if place is None or not KINDS[entry.kind].by_county or folder_of(place, entry.vocabulary) == entry.folder:
        return
    right = folder_of(place, entry.vocabulary)
    name = f"{right_slug(entry.slug, title=entry.words('title'))}.md"
    path = PurePosixPath(entry.path).parent.parent / right / name
    field = next(field for field in PLACE_FIELDS if field in entry.value)
    yield (field,), {"folder": entry.folder, "right_folder": right, "right_path": str(path)}


RULES: Final = (
    EntryRule(Rule("missing-place"), missing_place),
    EntryRule(Rule("several-places", points_at_key=True), several_places),
    EntryRule(Rule("not-national"), not_national),
    EntryRule(Rule("ambiguous-municipality"), ambiguous_municipality),
    EntryRule(Rule("former-county"), former_county),
    EntryRule(Rule("municipality-in-other-county"), municipality_in_other_county),
    EntryRule(Rule("wrong-folder"), wrong_folder),
)
