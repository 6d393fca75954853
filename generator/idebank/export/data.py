"""Open data: every entry of a kind, in full as JSON and in its plain fields as CSV."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, Final

import msgspec

from idebank.export.tables import csv_table
from idebank.faults import each
from idebank.model import Entry, Initiative, Place
from idebank.views import addresses

_SEPARATOR: Final = " | "
_NOT_DATA: Final = frozenset({"path"})
"""Fields that only the bank's own folders give a meaning."""
_PLACE: Final = ("municipality", "county", "abroad")
"""The columns of a place; all are empty for the whole country."""


def entries_json(entries: Iterable[Entry], *, kind: str, url: str) -> bytes:
    """Return entries as JSON, fields named as in the schema; `url` is the site's address."""
    data = {"kind": kind, "entries": each(entries, lambda entry: _told(entry, url), path=_path_of)}
    return msgspec.json.encode(data)


def entries_csv(entries: Iterable[Entry], *, record: type[Entry], url: str) -> bytes:
    """Return the plain fields of entries as CSV; what is a list of texts is joined by a bar."""
    columns = tuple(_columns(record))
    return csv_table(
        ("address", *columns),
        each(entries, lambda e: (f"{url}{addresses.entry(e)}", *_cells(e, columns)), path=_path_of),
    )


def _path_of(entry: Entry) -> str:
    return entry.path


def _told(entry: Entry, url: str) -> dict[str, Any]:
    told = {
        name: value for name, value in _filled(msgspec.to_builtins(entry)).items() if name not in _NOT_DATA
    }
    depth = {"depth": int(entry.depth)} if isinstance(entry, Initiative) else {}
    return {"address": f"{url}{addresses.entry(entry)}", **told, **depth}


def _filled(value: Any) -> Any:
    """Return fields without those that say nothing, at any depth."""
    match value:
        case dict():
            return {name: _filled(own) for name, own in value.items() if own not in (None, "", (), [], {})}
        case list() | tuple():
            return [_filled(own) for own in value]
        case _:
            return value


def _columns(record: type[Entry]) -> Iterator[str]:
    """Yield the fields of a kind that fit into a cell; a place takes several."""
    for field in fields(record):
        if field.name == "place":
            yield from _PLACE
        elif field.name not in {*_NOT_DATA, "body"} and _is_plain(field.type):
            yield field.name


def _is_plain(type_: Any) -> bool:
    plain = {str, int, bool, str | None, int | None, tuple[str, ...], tuple[int, ...]}
    return type_ in plain


def _cells(entry: Entry, columns: Iterable[str]) -> Iterator[str]:
    place = getattr(entry, "place", None) or Place()
    for column in columns:
        value = getattr(place, column) if column in _PLACE else getattr(entry, column)
        match value:
            case None:
                yield ""
            case tuple():
                yield _SEPARATOR.join(map(str, value))
            case bool():
                yield "yes" if value else "no"
            case _:
                yield str(value)
