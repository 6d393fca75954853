"""The part of a bank that somebody asks about, by paths."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from idebank.source.addresses import MOVED, PUBLISHED
from idebank.source.files import NO_ENTRIES, SourceFile, load_source, told
from idebank.source.listing import Found, Listing, Stray, list_bank, walk
from idebank.source.names import ENDING


def load_sources(root: Path, paths: Sequence[Path] | None = None) -> Iterator[SourceFile]:
    """Yield the bank's entries, or those of `paths`, in order of their paths."""
    every = list_bank(root).entries
    for path in every if paths is None else chosen_entries(root, paths, every=every):
        yield load_source(root, path)


def chosen_entries(root: Path, paths: Sequence[Path], *, every: Sequence[str]) -> tuple[str, ...]:
    """Return which of `every` entry `paths` name, also by folder; a path that names none stays."""
    chosen: dict[str, None] = {}
    for path in paths:
        relative = _relative(root, path)
        inside = [entry for entry in every if _lies_in(entry, relative)]
        chosen.update(dict.fromkeys(inside or [relative]))
    return tuple(sorted(chosen))


def part_of(listing: Listing, root: Path, paths: Sequence[Path]) -> Listing:
    """Return what `paths` name of a listing, and what there is to say of those that name nothing in it."""
    entries = frozenset(listing.entries)
    named = [_relative(root, path) for path in paths]
    parts = [_part(listing, root, path, is_entry=path in entries) for path in named]
    return replace(
        listing,
        entries=tuple(sorted({entry for part in parts for entry in part.entries})),
        problems=tuple({problem.sort_key: problem for part in parts for problem in part.problems}.values()),
        strays=tuple(dict.fromkeys(stray for part in parts for stray in part.strays)),
    )


def _part(listing: Listing, root: Path, path: str, *, is_entry: bool) -> Found:
    owner = path.rpartition("/")[0]
    found = Found(
        problems=[problem for problem in listing.problems if _lies_in(problem.path, path)],
        strays=[stray for stray in listing.strays if _lies_in(stray.path, path)],
    )
    if is_entry:
        found.entries.append(path)
    elif owner in listing.siblings and not any(stray.otherwise for stray in found.strays):
        found.entries.append(f"{owner}{ENDING}")
    else:
        found.entries.extend(entry for entry in listing.entries if _lies_in(entry, path))
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
        found.problems.append(told(NO_ENTRIES, path))
    else:
        found.strays.append(Stray(str(path), NO_ENTRIES))
    return found


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/") or folder == "."


def _relative(root: Path, path: Path) -> str:
    """Return `path` relative to a root that it lies in; a link as its last part is not followed."""
    absolute = path if path.is_absolute() else Path.cwd() / path
    home = root.resolve()
    real = (
        absolute.parent.resolve() / absolute.name if absolute.name not in {"", ".."} else absolute.resolve()
    )
    return real.relative_to(home).as_posix() if real.is_relative_to(home) else real.as_posix()
