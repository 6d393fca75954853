"""Files that lie beside an entry: what views need to know of them, and their published editions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Final

from idebank.faults import each
from idebank.model import Entry
from idebank.pictures import opened, upright_size, webp

SMALL: Final = 640
"""Width in pixels of a picture on a card."""
LARGE: Final = 1280
"""Width in pixels of a picture on an entry's own page."""


@dataclass(frozen=True, slots=True)
class Medium:
    """One file beside an entry."""

    size: int
    """Bytes."""
    width: int = 0
    """Pixels after turning upright; 0 for anything but a picture."""
    height: int = 0


def source_of(entry: Entry, name: str) -> str:
    """Return where an entry's file lies, relative to the bank's root."""
    return str(PurePosixPath(entry.path).with_suffix("") / name)


def pictures_of(entry: Entry) -> tuple[str, ...]:
    """Return the names of an entry's pictures, each once."""
    return tuple(dict.fromkeys(image.file for image in getattr(entry, "images", ())))


def documents_of(entry: Entry) -> tuple[str, ...]:
    """Return the names of the papers that lie beside an entry, each once."""
    papers = (*getattr(entry, "attachments", ()), *getattr(entry, "inputs", ()))
    return tuple(dict.fromkeys(paper.file for paper in papers if paper.file))


def edition(name: str, width: int) -> str:
    """Return a picture's published name in one width: `eple.jpg` gives `eple.jpg-640.webp`.

    The ending stays, for `eple.png` may lie beside it.
    """
    return f"{name}-{width}.webp"


def widths(name: str, medium: Medium) -> tuple[tuple[str, int], ...]:
    """Return a picture's editions as (published name, width): a large one only where it is larger."""
    wanted = (SMALL,) if medium.width <= SMALL else (SMALL, LARGE)
    return tuple((edition(name, width), width) for width in wanted)


def load_media(entries: Iterable[Entry], *, root: Path) -> Mapping[str, Medium]:
    """Read size and dimensions of every file that `entries` name; by path relative to `root`."""

    def load(entry: Entry) -> list[tuple[str, Medium]]:
        return [(path, _load_medium(root / path, picture=picture)) for path, picture in _files(entry)]

    return dict(chain.from_iterable(each(entries, load, path=lambda entry: entry.path)))


def encode(path: Path, *, width: int) -> bytes:
    """Return a picture as WebP at most `width` pixels wide: upright, and without any metadata."""
    return webp(path, width=width)


def _files(entry: Entry) -> Iterator[tuple[str, bool]]:
    yield from ((source_of(entry, name), True) for name in pictures_of(entry))
    yield from ((source_of(entry, name), False) for name in documents_of(entry))


def _load_medium(path: Path, *, picture: bool) -> Medium:
    size = path.stat().st_size
    if not picture:
        return Medium(size)
    with opened(path) as image:
        return Medium(size, *upright_size(image))
