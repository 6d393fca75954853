"""The kinds of entries: where their files lie, where their pages live, which record they become."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from idebank.model import Adoption, Collection, Entry, Event, Initiative, Method, Need, Network
from idebank.routes import PAGES, TABLE


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry."""

    name: str
    """Also the name of its schema, `<name>.schema.json`, and of the route of its entries' pages."""
    folder: str
    """Folder of its files, in `content/`; also the name of the route of the list of them all."""
    record: type[Entry]
    by_county: bool = False
    """Whether its files lie in a folder for each county, so that each county can have its own editors."""

    @property
    def address(self) -> str:
        """What the addresses of its pages begin with, in Norwegian."""
        return TABLE[self.name].segments[0]


KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("initiative", "initiatives", Initiative, by_county=True),
        Kind("adoption", "adoptions", Adoption),
        Kind("need", "needs", Need),
        Kind("method", "methods", Method),
        Kind("event", "events", Event),
        Kind("network", "networks", Network),
        Kind("collection", "collections", Collection),
    )
}
"""By name, in the order that pages and messages name them."""

_ADDRESSES: Final = frozenset(kind.address for kind in KINDS.values())
_BELOW: Final = 3
"""Segments, or more, of a page that lies below the address of a kind."""

RESERVED: Final = frozenset(
    {
        PAGES,
        *(
            row.segments[1]
            for row in TABLE.values()
            if row.segments[0] in _ADDRESSES and len(row.segments) >= _BELOW and "{" not in row.segments[1]
        ),
    }
)
"""Address parts that no entry may have, now or formerly: the site itself uses them below a kind's address."""

_BY_FOLDER: Final = {kind.folder: kind for kind in KINDS.values()}
_BY_RECORD: Final = {kind.record: kind for kind in KINDS.values()}


def kind_of_file(path: str) -> Kind:
    """Return the kind of a file by its folder, relative to the bank's root; anywhere else, an initiative."""
    parts = path.split("/")
    return _BY_FOLDER.get(parts[1] if len(parts) > 1 else "", KINDS["initiative"])


def kind_of(entry: Entry) -> Kind:
    """Return the kind of a record."""
    return kind_of_record(type(entry))


def kind_of_record(record: type[Entry]) -> Kind:
    """Return the kind whose entries become `record`."""
    return _BY_RECORD[record]
