"""Addresses that maintainers have moved or closed: what stands there now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import relpath
from typing import Final

from idebank.export.redirects import gone_page, redirect_page
from idebank.wording import Wording

_MOVED: Final = 2
"""Words of a line that says where an address leads now; one that is closed has one."""


class BrokenMovesError(ValueError):
    """Raised when the list of moved addresses cannot be read; its text names file and line."""


@dataclass(frozen=True, slots=True)
class Move:
    """An address that has been published and no longer has a page of its own."""

    old: str
    """Relative to the site's root, ending with `/`."""
    new: str
    """Where it leads now; empty when it is closed."""


def load_moves(file: Path) -> tuple[Move, ...]:
    """Return what the list in `file` says, one `/old/ /new/` or `/closed/` a line; nothing without a file."""
    if not file.is_file():
        return ()
    moves = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        addresses = line.partition("#")[0].split()
        if len(addresses) > _MOVED or not all(a.startswith("/") and a.endswith("/") for a in addresses):
            raise BrokenMovesError(f"{file}:{number}: «/gammel/ /ny/»")
        if addresses:
            old, new = (*(a.strip("/") for a in addresses), "")[:_MOVED]
            moves.append(Move(f"{old}/", f"{new}/" if new else ""))
    return tuple(moves)


def moved_pages(
    moves: tuple[Move, ...], *, wordings: Mapping[str, Wording], url: str
) -> Iterator[tuple[str, bytes]]:
    """Yield file and content of the page at each address in the list; `url` is the site's address."""
    for move in moves:
        language = next((name for name in wordings if move.old.startswith(f"{name}/")), next(iter(wordings)))
        wording, file = wordings[language], f"{move.old}index.html"
        if move.new:
            way = f"{relpath(move.new, move.old)}/"
            yield file, redirect_page(move.new, way=way, canonical=f"{url}{move.new}", wording=wording)
        else:
            yield file, gone_page(front=f"{relpath('.', move.old)}/", wording=wording)
