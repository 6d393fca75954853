"""What a site answers at: its pages, and what leads on from the addresses that have none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from idebank.export.moves import Move
from idebank.routes import by_language
from idebank.rules.kept import entry_at
from idebank.source import is_address


@dataclass(frozen=True)
class Answers:
    """What a site answers at."""

    pages: frozenset[str]
    """Addresses of all pages, relative to the site's root."""
    told: Mapping[str, Move]
    """By address: what entries and maintainers have said of where something used to be."""
    published: frozenset[str]
    """Every address ever published."""

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """What leads on or is closed, by address; where there is a page again, that answers."""
        told = [move for old, move in self.told.items() if old not in self.pages]
        return tuple(sorted((*told, *self._led_on), key=lambda move: move.old))

    @property
    def addresses(self) -> frozenset[str]:
        """Every address that something answers at."""
        return self.pages.union(move.old for move in self.moves)

    @property
    def vanished(self) -> tuple[str, ...]:
        """Addresses once published, or led to, that nothing answers at."""
        return tuple(sorted(self._wanted - self.addresses))

    @property
    def _wanted(self) -> frozenset[str]:
        return self.published.union(move.new for move in self.told.values() if move.new)

    @cached_property
    def _led_on(self) -> tuple[Move, ...]:
        lost = self._wanted - self.pages - self.told.keys()
        ways = ((address, self._way_on(address)) for address in lost)
        return tuple(Move(address, way) for address, way in ways if way is not None)

    def _way_on(self, address: str) -> str | None:
        """Return where an address that follows from what entries say leads, now that they say otherwise.

        That is its twin where what is above it has moved to, else the nearest page above it. An entry's own
        address follows from nothing, and the front page answers nobody's question: those are told by people.
        """
        if entry_at(address) or not is_address(address):
            return None
        for above in _above(address):
            if above in self.pages:
                return above
            way = self._told_of(above)
            if way is not None:
                twin = f"{way}{address.removeprefix(above)}"
                return twin if way and twin in self.pages else way
        return None

    def _told_of(self, address: str) -> str | None:
        """Return where an address has moved to, in its own language; empty when it is closed."""
        _, rest = by_language(address)
        own = address.removesuffix(rest)
        move = self.told.get(address) or self.told.get(rest)
        if move is None:
            return None
        return f"{own}{move.new}" if move.new and f"{own}{move.new}" in self.pages else move.new


def _above(address: str) -> Iterator[str]:
    """Yield an address and those above it, the nearest first, without the front pages."""
    while by_language(address)[1]:
        yield address
        address = address.rstrip("/").rpartition("/")[0]
        address = f"{address}/" if address else ""


def told_by(*moves: Iterable[Move]) -> Mapping[str, Move]:
    """Return moves by their old addresses; who is named first is believed."""
    return {move.old: move for several in reversed(moves) for move in several}
