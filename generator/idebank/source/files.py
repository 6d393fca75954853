"""The files of every kind under content/: found in a fixed order, refused when not plain entries."""

import errno
import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from idebank import limits
from idebank.diagnostics import Diagnostic, Finding, Rule
from idebank.kinds import KINDS, Kind
from idebank.slugs import fold

FILE_NOT_FOUND: Final = Rule("file-not-found")
FILE_TOO_LARGE: Final = Rule("file-too-large")
MISPLACED_FILE: Final = Rule("misplaced-file")
NOT_A_PLAIN_FILE: Final = Rule("not-a-plain-file")
SYMLINK: Final = Rule("symlink")
TWIN_NAMES: Final = Rule("twin-names")
UNEXPECTED_FILE: Final = Rule("unexpected-file")
UNREADABLE_FILE: Final = Rule("unreadable-file")

RULES: Final = (
    FILE_NOT_FOUND,
    FILE_TOO_LARGE,
    MISPLACED_FILE,
    NOT_A_PLAIN_FILE,
    SYMLINK,
    TWIN_NAMES,
    UNEXPECTED_FILE,
    UNREADABLE_FILE,
)

CONTENT: Final = PurePosixPath("content")
ENDING: Final = ".md"

_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)
# A pipe must not make us wait, and Windows must not change line ends.
_READ: Final = os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

# What editors and operating systems leave behind; they are never published, so nobody needs to hear of them.
_IGNORED: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the bank: its bytes, or why it has none."""

    path: str
    """Relative to the bank's root, with forward slashes."""
    raw: bytes | None
    problem: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Sibling:
    """One file in an entry's own folder."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies under content/, before anything is read."""

    entries: tuple[str, ...]
    """Paths of the entries' files, kind by kind in order."""
    siblings: dict[str, tuple[Sibling, ...]]
    """By the path of an entry without `.md`: the files in its folder."""
    problems: tuple[Diagnostic, ...]


def list_bank(root: Path) -> Listing:
    """Return every entry of a bank and the files beside them, without reading any."""
    found = _Found([], {}, [])
    for kind in KINDS.values():
        _list_kind(root, kind, found)
    return Listing(tuple(found.entries), found.siblings, tuple(found.problems))


@dataclass(frozen=True, slots=True)
class _Found:
    """A listing while it grows."""

    entries: list[str]
    siblings: dict[str, tuple[Sibling, ...]]
    problems: list[Diagnostic]


def _list_kind(root: Path, kind: Kind, found: _Found) -> None:
    """Find the entries of one kind: in its folder, or in a folder for each county there."""
    if not kind.by_county:
        _list_folder(root, _Folder.scan(root, CONTENT / kind.folder), found)
        return
    counties = _Folder.scan(root, CONTENT / kind.folder)
    found.problems.extend(counties.problems)
    found.problems.extend(_told(MISPLACED_FILE, counties.path / name) for name in counties.files)
    for county in counties.folders:
        _list_folder(root, _Folder.scan(root, counties.path / county), found)


def _list_folder(root: Path, folder: "_Folder", found: _Found) -> None:
    """Find the entries that lie in a folder, each perhaps with a folder of its own beside it."""
    names = [name for name in folder.files if _is_entry(name)]
    found.entries.extend(f"{folder.path}/{name}" for name in names)
    found.problems.extend(folder.problems)
    found.problems.extend(
        _told(UNEXPECTED_FILE, folder.path / name) for name in folder.files if not _is_entry(name)
    )
    explained = {name[: -len(ENDING)] for name in names}
    for own in folder.folders:
        inside = _Folder.scan(root, folder.path / own)
        found.problems.extend(inside.problems)
        found.problems.extend(_told(UNEXPECTED_FILE, inside.path / name) for name in inside.folders)
        if own not in explained:
            found.problems.extend(_told(UNEXPECTED_FILE, inside.path / name) for name in inside.files)
        found.siblings[str(inside.path)] = tuple(
            Sibling(name, file.stat(follow_symlinks=False).st_size) for name, file in inside.files.items()
        )


def _is_entry(name: str) -> bool:
    return name.lower().endswith(ENDING)


@dataclass(frozen=True, slots=True)
class _Folder:
    """What lies in one folder."""

    path: PurePosixPath
    files: dict[str, os.DirEntry[str]]
    folders: tuple[str, ...]
    problems: tuple[Diagnostic, ...]

    @classmethod
    def scan(cls, root: Path, path: PurePosixPath) -> "_Folder":
        """Return the plain files and folders in `path`, sorted by name; what is neither is a problem."""
        files: dict[str, os.DirEntry[str]] = {}
        folders: list[str] = []
        problems: list[Diagnostic] = []
        for found in _scan(root / path):
            if found.is_file(follow_symlinks=False):
                files[found.name] = found
            elif found.is_dir(follow_symlinks=False):
                folders.append(found.name)
            else:
                problems.append(_told(SYMLINK if found.is_symlink() else NOT_A_PLAIN_FILE, path / found.name))
        problems += _twins(path, [*files, *folders])
        return cls(path, files, tuple(folders), tuple(problems))


def _scan(folder: Path) -> list[os.DirEntry[str]]:
    """Return everything in a folder, sorted by name; nothing when there is no such folder."""
    try:
        with os.scandir(folder) as found:
            return sorted((entry for entry in found if entry.name not in _IGNORED), key=lambda e: e.name)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _twins(path: PurePosixPath, names: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield names that are one and the same on some file systems, or only look alike."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        stem, dot, ending = name.rpartition(".")
        alike[fold(stem if dot else name), ending.lower() if dot else ""].append(name)
    for twins in alike.values():
        for later in twins[1:]:
            yield _told(TWIN_NAMES, path / later, other=twins[0])


def load_sources(root: Path, paths: Sequence[Path] | None = None) -> Iterator[SourceFile]:
    """Yield the bank's entries, or those of `paths`, in order of their paths."""
    every = list_bank(root).entries
    for path in every if paths is None else chosen_entries(root, paths, every=every):
        yield load_source(root, path)


def load_source(root: Path, path: str) -> SourceFile:
    """Read one entry's file; a link, a giant or an unreadable one comes without bytes."""
    name = f"{root}/{path}"
    if (
        not _NO_LINKS and Path(name).is_symlink()
    ):  # pragma: no cover - only where the system cannot refuse links itself
        return _refused(SYMLINK, path)
    try:
        descriptor = os.open(name, _READ)
    except FileNotFoundError:
        return _refused(FILE_NOT_FOUND, path)
    except OSError as error:
        return _refused(SYMLINK if error.errno == errno.ELOOP else UNREADABLE_FILE, path)
    try:
        return _read(descriptor, path)
    finally:
        os.close(descriptor)


def _read(descriptor: int, path: str) -> SourceFile:
    """Read an open file by as few calls as can be: ten thousand files are read in a run."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        return _refused(NOT_A_PLAIN_FILE, path)
    if status.st_size > limits.ENTRY_BYTES:
        size, limit = kilobytes(status.st_size), kilobytes(limits.ENTRY_BYTES)
        return _refused(FILE_TOO_LARGE, path, size=size, limit=limit)
    return SourceFile(path, os.read(descriptor, limits.ENTRY_BYTES))


def kilobytes(size: int) -> str:
    """Return a number of bytes as kilobytes, a begun one counted."""
    return str(-(-size // 1_000))


def megabytes(size: int) -> str:
    """Return a number of bytes as megabytes: `1,5` or `2`."""
    return f"{size / 1_000_000:.1f}".replace(".", ",").removesuffix(",0")


def chosen_entries(root: Path, paths: Sequence[Path], *, every: Sequence[str]) -> tuple[str, ...]:
    """Return which of `every` entry `paths` name, also by folder; a path that names none stays."""
    below: dict[str, list[str]] = defaultdict(list)
    for entry in every:
        for place in (entry, *map(str, PurePosixPath(entry).parents)):
            below[place].append(entry)
    named = dict.fromkeys(_relative(root, path) for path in paths)
    return tuple(sorted({entry for name in named for entry in below.get(name, (name,))}))


def _relative(root: Path, path: Path) -> str:
    """Return `path` relative to a root that it lies in; a link as its last part is not followed."""
    absolute = path if path.is_absolute() else Path.cwd() / path
    home = root.resolve()
    real = (
        absolute.parent.resolve() / absolute.name if absolute.name not in {"", ".."} else absolute.resolve()
    )
    return real.relative_to(home).as_posix() if real.is_relative_to(home) else real.as_posix()


def _told(rule: Rule, path: PurePosixPath, **params: str) -> Diagnostic:
    return Finding(rule, params={"name": path.name, **params}).in_file(str(path))


def _refused(rule: Rule, path: str, **params: str) -> SourceFile:
    return SourceFile(path, None, _told(rule, PurePosixPath(path), **params))
