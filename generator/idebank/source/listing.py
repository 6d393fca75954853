"""What lies under content/: the entries of every kind, their own files, and whatever no kind claims."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from idebank.diagnostics import Diagnostic, Rule
from idebank.kinds import KINDS, Kind
from idebank.slugs import fold
from idebank.source.addresses import MOVED, PUBLISHED
from idebank.source.files import (
    NOT_A_PLAIN_FILE,
    SYMLINK,
    TWIN_NAMES,
    UNEXPECTED_FILE,
    UNREADABLE_FILE,
    file_diagnostic,
)
from idebank.source.names import ENDING, is_entry_name, is_leftover, is_text_name

CONTENT: Final = PurePosixPath("content")
PROSE: Final = CONTENT / "pages"
"""The pages that maintainers write; MkDocs reads them."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """One file in an entry's own folder."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Stray:
    """A file that no kind reads as an entry, though it may be one."""

    path: str
    otherwise: Rule | None = None
    """What to tell when it turns out to be none; None where such a file may well lie."""
    folder: str = ""
    """The outermost folder around it that no kind claims."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies under content/, before anything is read."""

    entries: tuple[str, ...]
    """Paths of the entries' files, kind by kind in order."""
    siblings: dict[str, tuple[Sibling, ...]]
    """By the path of an entry without `.md`: the files in its folder."""
    problems: tuple[Diagnostic, ...]
    strays: tuple[Stray, ...] = ()


def list_bank(root: Path) -> Listing:
    """Return everything that lies in a bank's content, without reading any of it; links are not followed."""
    found = Found()
    if (root / CONTENT).is_symlink():
        return Listing((), {}, (file_diagnostic(SYMLINK, CONTENT),))
    content = _Folder.scan(root, CONTENT)
    found.problems.extend(content.problems)
    for kind in KINDS.values():
        if kind.folder in content.folders:
            _list_kind(root, kind, found)
    found.strays.extend(
        Stray(str(content.path / name), UNEXPECTED_FILE)
        for name in content.files
        if str(content.path / name) not in {MOVED, PUBLISHED}
    )
    for name in content.folders:
        if content.path / name == PROSE:
            found.strays.extend(Stray(path) for path in walk(root, PROSE, found.problems))
        elif name not in {kind.folder for kind in KINDS.values()}:
            _list_unclaimed(root, content.path / name, found)
    return Listing(tuple(found.entries), found.siblings, tuple(found.problems), tuple(found.strays))


@dataclass(frozen=True, slots=True)
class Found:
    """A listing while it grows."""

    entries: list[str] = field(default_factory=list)
    siblings: dict[str, tuple[Sibling, ...]] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)


def _list_kind(root: Path, kind: Kind, found: Found) -> None:
    """Find the entries of one kind: in its folder, or in a folder for each county there."""
    if not kind.by_county:
        _list_folder(root, CONTENT / kind.folder, found)
        return
    counties = _Folder.scan(root, CONTENT / kind.folder)
    found.problems.extend(counties.problems)
    found.strays.extend(Stray(str(counties.path / name), UNEXPECTED_FILE) for name in counties.files)
    for county in counties.folders:
        _list_folder(root, counties.path / county, found)


def _list_folder(root: Path, path: PurePosixPath, found: Found) -> None:
    """Find the entries that lie in a folder, each perhaps with a folder of its own beside it."""
    folder = _Folder.scan(root, path)
    names = [name for name in folder.files if is_entry_name(name)]
    found.entries.extend(f"{path}/{name}" for name in names)
    found.problems.extend(folder.problems)
    found.strays.extend(
        Stray(f"{path}/{name}", UNEXPECTED_FILE) for name in folder.files if not is_entry_name(name)
    )
    explained = {name[: -len(ENDING)] for name in names}
    for own in folder.folders:
        if own in explained:
            _list_own(root, path / own, found)
        else:
            _list_unclaimed(root, path / own, found)


def _list_own(root: Path, path: PurePosixPath, found: Found) -> None:
    """Find an entry's own files; a text among them may be an entry that lost its way."""
    inside = _Folder.scan(root, path)
    found.problems.extend(inside.problems)
    texts = [name for name in inside.files if name.lower().endswith(ENDING)]
    found.siblings[str(path)] = tuple(
        Sibling(name, file.stat(follow_symlinks=False).st_size)
        for name, file in inside.files.items()
        if name not in texts
    )
    found.strays.extend(
        Stray(f"{path}/{name}", UNEXPECTED_FILE if name in texts else None)
        for name in inside.files
        if is_text_name(name)
    )
    for name in inside.folders:
        _list_unclaimed(root, path / name, found)


def _list_unclaimed(root: Path, path: PurePosixPath, found: Found) -> None:
    """Find every file in a folder that belongs to nothing, however deep."""
    found.strays.extend(
        Stray(inside, UNEXPECTED_FILE, folder=str(path)) for inside in walk(root, path, found.problems)
    )


def walk(root: Path, path: PurePosixPath, problems: list[Diagnostic]) -> Iterator[str]:
    """Yield every file below a folder, in order, and note what is neither file nor folder."""
    waiting = [path]
    while waiting:
        folder = _Folder.scan(root, waiting.pop())
        problems.extend(folder.problems)
        yield from (str(folder.path / name) for name in folder.files)
        waiting.extend(folder.path / name for name in reversed(folder.folders))


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
        for found in _scan(root, path, problems):
            if found.is_file(follow_symlinks=False):
                files[found.name] = found
            elif found.is_dir(follow_symlinks=False):
                folders.append(found.name)
            else:
                problems.append(
                    file_diagnostic(SYMLINK if found.is_symlink() else NOT_A_PLAIN_FILE, path / found.name)
                )
        problems += _twins(path, files)  # what lies in a folder of another spelling is told by itself
        return cls(path, files, tuple(folders), tuple(problems))


def _scan(root: Path, path: PurePosixPath, problems: list[Diagnostic]) -> list[os.DirEntry[str]]:
    """Return everything in a folder, sorted by name; nothing when there is no such folder."""
    try:
        with os.scandir(root / path) as found:
            return sorted((entry for entry in found if not is_leftover(entry.name)), key=lambda e: e.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError:
        problems.append(file_diagnostic(UNREADABLE_FILE, path))
        return []


def _twins(path: PurePosixPath, names: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield names that are one and the same on some file systems, or only look alike."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in (name for name in names if not name.startswith(".")):
        stem, dot, ending = name.rpartition(".")
        alike[fold(stem if dot else name), ending.lower() if dot else ""].append(name)
    for twins in alike.values():
        for later in twins[1:]:
            yield file_diagnostic(TWIN_NAMES, path / later, other=twins[0])
