"""The files under content/initiatives: found in a fixed order, refused when not plain entries."""

import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from idebank.diagnostics import Diagnostic, Finding, Rule
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

INITIATIVES: Final = PurePosixPath("content/initiatives")
MAX_ENTRY_BYTES: Final = 1_000_000

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
    """What lies under content/initiatives, before anything is read."""

    entries: tuple[str, ...]
    """Paths of the entries' files, in order."""
    siblings: dict[str, tuple[Sibling, ...]]
    """By the path of an entry without `.md`: the files in its folder."""
    problems: tuple[Diagnostic, ...]


def list_bank(root: Path) -> Listing:
    """Return every entry of a bank and the files beside them, without reading any."""
    counties = _Folder.scan(root, INITIATIVES)
    entries: list[str] = []
    siblings: dict[str, tuple[Sibling, ...]] = {}
    problems = list(counties.problems)
    problems += [_told(MISPLACED_FILE, counties.path / name) for name in counties.files]
    for county in counties.folders:
        folder = _Folder.scan(root, counties.path / county)
        problems += folder.problems
        names = [name for name in folder.files if name.lower().endswith(".md")]
        entries += [str(folder.path / name) for name in names]
        problems += [_told(UNEXPECTED_FILE, folder.path / name) for name in folder.files if name not in names]
        explained = {name[:-3] for name in names}
        for own in folder.folders:
            inside = _Folder.scan(root, folder.path / own)
            problems += inside.problems
            problems += [_told(UNEXPECTED_FILE, inside.path / name) for name in inside.folders]
            if own not in explained:
                problems += [_told(UNEXPECTED_FILE, inside.path / name) for name in inside.files]
            siblings[str(inside.path)] = tuple(Sibling(name, inside.files[name]) for name in inside.files)
    return Listing(tuple(entries), siblings, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Folder:
    """What lies in one folder."""

    path: PurePosixPath
    files: dict[str, int]
    """Name → bytes."""
    folders: tuple[str, ...]
    problems: tuple[Diagnostic, ...]

    @classmethod
    def scan(cls, root: Path, path: PurePosixPath) -> "_Folder":
        """Return the plain files and folders in `path`, sorted by name; what is neither is a problem."""
        files: dict[str, int] = {}
        folders: list[str] = []
        problems: list[Diagnostic] = []
        for name, mode, size in _stat_all(root / path):
            if stat.S_ISDIR(mode):
                folders.append(name)
            elif stat.S_ISREG(mode):
                files[name] = size
            else:
                problems.append(_told(SYMLINK if stat.S_ISLNK(mode) else NOT_A_PLAIN_FILE, path / name))
        problems += _twins(path, [*files, *folders])
        return cls(path, files, tuple(folders), tuple(problems))


def _stat_all(folder: Path) -> list[tuple[str, int, int]]:
    """Return name, mode and size of everything in a folder, links not followed, sorted by name."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if entry.name not in _IGNORED), key=lambda e: e.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [
        (e.name, e.stat(follow_symlinks=False).st_mode, e.stat(follow_symlinks=False).st_size)
        for e in entries
    ]


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
    try:
        status = (root / path).lstat()
        refused = _not_an_entry(status)
        if refused:
            return _refused(refused, path, size=megabytes(status.st_size), limit=megabytes(MAX_ENTRY_BYTES))
        with open(root / path, "rb", opener=_open_no_link) as file:
            return SourceFile(path, file.read(MAX_ENTRY_BYTES))
    except FileNotFoundError:
        return _refused(FILE_NOT_FOUND, path)
    except OSError:
        return _refused(UNREADABLE_FILE, path)


def _not_an_entry(status: os.stat_result) -> Rule | None:
    """Return the rule that a file breaks by what it is, before it is opened."""
    if stat.S_ISLNK(status.st_mode):
        return SYMLINK
    if not stat.S_ISREG(status.st_mode):
        return NOT_A_PLAIN_FILE
    return FILE_TOO_LARGE if status.st_size > MAX_ENTRY_BYTES else None


def _open_no_link(path: str, flags: int) -> int:
    """Open a file that was a plain one a moment ago, unless it has become a link since."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))


def megabytes(size: int) -> str:
    """Return a number of bytes as megabytes: `1,5` or `2`."""
    return f"{size / 1_000_000:.1f}".replace(".", ",").removesuffix(",0")


def chosen_entries(root: Path, paths: Sequence[Path], *, every: Sequence[str]) -> tuple[str, ...]:
    """Return which of `every` entry `paths` name, also by folder; a path that names none stays."""
    chosen: dict[str, None] = {}
    for path in paths:
        relative = _relative(root, path)
        inside = [
            entry
            for entry in every
            if entry == relative or entry.startswith(relative + "/") or relative == "."
        ]
        chosen.update(dict.fromkeys(inside or [relative]))
    return tuple(sorted(chosen))


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
