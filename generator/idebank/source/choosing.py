"""The part of a bank that somebody asks about, by paths."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from idebank.diagnostics import Diagnostic
from idebank.source.addresses import MOVED, PUBLISHED
from idebank.source.files import NO_ENTRIES, SourceFile, file_diagnostic, load_source
from idebank.source.listing import Found, Listing, Stray, list_bank, walk
from idebank.source.names import ENDING

T = TypeVar("T")


def load_sources(root: Path, paths: Sequence[Path] | None = None) -> Iterator[SourceFile]:
    """Yield the bank's entries, or those of `paths`, in order of their paths."""
    every = list_bank(root).entries
    for path in every if paths is None else chosen_entries(root, paths, every=every):
        yield load_source(root, path)


def chosen_entries(root: Path, paths: Sequence[Path], *, every: Sequence[str]) -> tuple[str, ...]:
    """Return which of `every` entry `paths` name, also by folder; a path that names none stays."""
    below = _below(every, str)
    named = dict.fromkeys(_relative(root, path) for path in paths)
    return tuple(sorted({entry for name in named for entry in below.get(name, (name,))}))


def part_of(listing: Listing, root: Path, paths: Sequence[Path]) -> Listing:
    """Return what `paths` name of a listing, and what there is to say of those that name nothing in it."""
    named = dict.fromkeys(_relative(root, path) for path in paths)
    below = _Below(
        _below(listing.entries, str),
        _below(listing.problems, lambda problem: problem.path),
        _below(listing.strays, lambda stray: stray.path),
    )
    parts = [_part(listing, below, root, path) for path in named]
    return replace(
        listing,
        entries=tuple(sorted({entry for part in parts for entry in part.entries})),
        problems=tuple({problem.sort_key: problem for part in parts for problem in part.problems}.values()),
        strays=tuple(dict.fromkeys(stray for part in parts for stray in part.strays)),
    )


@dataclass(frozen=True, slots=True)
class _Below:
    """What a listing has at each path and below it."""

    entries: Mapping[str, Sequence[str]]
    problems: Mapping[str, Sequence[Diagnostic]]
    strays: Mapping[str, Sequence[Stray]]


def _below(items: Iterable[T], path_of: Callable[[T], str]) -> Mapping[str, Sequence[T]]:
    """Return items by their own path and by every folder around it; that of all is `.`."""
    below: dict[str, list[T]] = defaultdict(list)
    for item in items:
        path = PurePosixPath(path_of(item))
        for place in (path, *path.parents):
            below[str(place)].append(item)
    return below


def _part(listing: Listing, below: _Below, root: Path, path: str) -> Found:
    owner = path.rpartition("/")[0]
    found = Found(problems=[*below.problems.get(path, ())], strays=[*below.strays.get(path, ())])
    if path in below.entries:
        found.entries.extend(below.entries[path])
    elif owner in listing.siblings and not any(stray.otherwise for stray in found.strays):
        found.entries.append(f"{owner}{ENDING}")
    return found if found.entries or found.problems or found.strays else _elsewhere(root, PurePosixPath(path))


def _elsewhere(root: Path, path: PurePosixPath) -> Found:
    """Return what there is to say of a path where no entry lies: perhaps one lost its way to there."""
    # These questions have an answer even where a name is too long to be any file's.
    found, place = Found(), os.path.join(root, path)  # noqa: PTH118
    if str(path) in {MOVED, PUBLISHED}:
        return found
    is_folder, is_file = os.path.isdir(place), os.path.isfile(place)  # noqa: PTH112, PTH113
    if path.is_absolute() or os.path.islink(place) or not (is_folder or is_file):  # noqa: PTH114
        found.entries.append(str(path))  # reading it tells what it is
    elif is_folder:
        found.strays.extend(Stray(inside) for inside in walk(root, path, found.problems))
        found.problems.append(file_diagnostic(NO_ENTRIES, path))
    else:
        found.strays.append(Stray(str(path), NO_ENTRIES))
    return found


def _relative(root: Path, path: Path) -> str:
    """Return `path` relative to a root that it lies in; a link as its last part is not followed."""
    absolute = path if path.is_absolute() else Path.cwd() / path
    home = root.resolve()
    real = (
        absolute.parent.resolve() / absolute.name if absolute.name not in {"", ".."} else absolute.resolve()
    )
    return real.relative_to(home).as_posix() if real.is_relative_to(home) else real.as_posix()
