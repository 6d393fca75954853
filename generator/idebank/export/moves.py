"""Addresses without a page of their own: what leads on from them, or says that they are closed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import relpath

from idebank.export.redirects import gone_page, redirect_page
from idebank.routes import by_language
from idebank.wording import Wording


@dataclass(frozen=True, slots=True)
class Move:
    """An address that no longer has a page of its own."""

    old: str
    """Relative to the site's root, ending with `/`."""
    new: str
    """Where it leads now; empty when it is closed."""
    name: str = ""
    """What is there now; where nobody says, its address."""
    language: str = ""
    """That of the page which leads on; where nobody says, the address tells."""


def moved_pages(
    moves: Iterable[Move], *, wordings: Mapping[str, Wording], url: str
) -> Iterator[tuple[str, bytes]]:
    """Yield file and content of the page at each address; `url` is the site's address."""
    for move in moves:
        wording, file = wordings[move.language or by_language(move.old)[0]], f"{move.old}index.html"
        if move.new:
            way, name = f"{relpath(move.new, move.old)}/", move.name or move.new
            yield file, redirect_page(name, way=way, canonical=f"{url}{move.new}", wording=wording)
        else:
            yield file, gone_page(front=f"{relpath('.', move.old)}/", wording=wording)
