"""What goes wrong unexpectedly while an entry is in hand: put on that entry, so that all others go on."""

import errno
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, TypeVar

from idebank.workers import TravellingError

T = TypeVar("T")
R = TypeVar("R")

_OF_NAMES: Final = frozenset({None, errno.ENAMETOOLONG, errno.EILSEQ})
"""What an OSError says when it is about what was asked for; all else is the machine's trouble."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that went wrong with one entry."""

    path: str
    """The entry's file, relative to the bank's root."""
    kind: str
    """The exception's name."""
    reason: str
    trace: str = ""
    """Where in the program it happened."""


class EntryFaultsError(TravellingError):
    """Raised when the program could not do its work on entries; says which, and what happened."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults, at least one."""
        super().__init__(faults)
        self.faults = faults

    def joined(self, others: Sequence[TravellingError]) -> "EntryFaultsError":
        """Return one error with the faults of all, each entry's first."""
        faults: dict[str, Fault] = {}
        for error in (self, *others):
            for fault in error.faults if isinstance(error, EntryFaultsError) else ():
                faults.setdefault(fault.path, fault)
        return EntryFaultsError(tuple(faults.values()))

    def __str__(self) -> str:
        """Name the entries."""
        return "; ".join(f"{fault.path}: {fault.reason} ({fault.kind})" for fault in self.faults)


@contextmanager
def in_hand(path: str) -> Iterator[None]:
    """Put whatever goes wrong inside on the entry at `path`; raises EntryFaultsError.

    What is the machine's trouble (no memory, no room on the disk) or an inner entry's is passed on as it is.
    """
    try:
        yield
    except (EntryFaultsError, MemoryError):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno not in _OF_NAMES:
            raise
        fault = Fault(path, type(error).__name__, str(error), traceback.format_exc())
        raise EntryFaultsError((fault,)) from error


def each(items: Iterable[T], work: Callable[[T], R], *, path: Callable[[T], str]) -> list[R]:
    """Return `work` of each item with the entry at `path` in hand; raises all faults together, at the end."""
    done: list[R] = []
    faults: dict[str, Fault] = {}
    for item in items:
        try:
            with in_hand(path(item)):
                done.append(work(item))
        except EntryFaultsError as error:
            faults.update({fault.path: fault for fault in error.faults})
    if faults:
        raise EntryFaultsError(tuple(faults.values()))
    return done
