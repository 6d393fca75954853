"""The kinds of entries: where their files lie, where their pages live, which record they become."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from idebank.model import Adoption, Collection, Entry, Event, Initiative, Method, Need, Network

PAGES: Final = "side"
"""Below the address of any list: its further pages."""
MOST_REUSED: Final = "mest-brukt"
STOPPED: Final = "stoppet"
SERIES: Final = "serie"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry."""

    name: str
    """Also the name of its schema: `<name>.schema.json`."""
    folder: str
    """Folder of its files, in `content/`."""
    address: str
    """What the addresses of its pages begin with, in Norwegian."""
    record: type[Entry]
    own: tuple[str, ...] = ()
    """What the site itself keeps below that address, beside the entries."""
    by_county: bool = False
    """Whether its files lie in a folder for each county, so that each county can have its own editors."""


KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("initiative", "initiatives", "tiltak", Initiative, own=(MOST_REUSED, STOPPED), by_county=True),
        Kind("adoption", "adoptions", "gjenbruk", Adoption),
        Kind("need", "needs", "etterlyst", Need),
        Kind("method", "methods", "metode", Method),
        Kind("event", "events", "arrangement", Event, own=(SERIES,)),
        Kind("network", "networks", "nettverk", Network),
        Kind("collection", "collections", "samling", Collection),
    )
}
"""By name, in the order that pages and messages name them."""

RESERVED: Final = frozenset({PAGES, *(part for kind in KINDS.values() for part in kind.own)})
"""Address parts that no entry may have, now or formerly: the site itself uses them."""

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
