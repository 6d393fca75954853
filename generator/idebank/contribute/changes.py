"""What a pull request changes: the list of its files, and which of them a contribution may touch."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from idebank.kinds import KINDS
from idebank.source import MOVED, PUBLISHED
from idebank.source.listing import CONTENT
from idebank.source.names import ENDING

_PLAIN: Final = frozenset({"100644", "000000"})
"""Modes of a file that is only a file, and of one that is gone."""
_EXAMPLES: Final = ("tests/",)
"""Folders of files that look like entries and are examples for the program."""
_FOLDERS: Final = tuple(f"{CONTENT}/{kind.folder}/" for kind in KINDS.values())


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file that a pull request changes."""

    path: str
    is_new: bool = False
    is_gone: bool = False
    is_plain: bool = True
    """Whether it is neither a link, a folder of another repository nor a program."""

    @property
    def is_contribution(self) -> bool:
        """Tell whether it lies where contributions do."""
        return self.path.startswith(_FOLDERS)

    @property
    def is_in_content(self) -> bool:
        """Tell whether it lies where the whole bank's check looks."""
        return self.path.startswith(f"{CONTENT}/")

    @property
    def may_be_astray(self) -> bool:
        """Tell whether it may be an entry that was put where no check of the bank looks."""
        return self.is_plain and not (self.is_gone or self.is_in_content or self.path.startswith(_EXAMPLES))

    @property
    def is_list(self) -> bool:
        """Tell whether it is one of the lists in which a bank keeps its addresses."""
        return self.path in {MOVED, PUBLISHED}


def read_changes(listed: bytes) -> tuple[FileChange, ...]:
    """Return the changes that `git diff --raw -z --no-renames` lists; raises ValueError for another text."""
    parts = listed.decode("utf-8", "surrogateescape").split("\0")
    if len(parts) % 2 == 0 or parts[-1]:
        raise ValueError("not what git diff --raw -z lists: a path is missing")
    return tuple(_change(about, path) for about, path in zip(parts[:-1:2], parts[1::2], strict=True))


def _change(about: str, path: str) -> FileChange:
    """Read `:100644 100644 bcd1234 0123456 M`, and the path after it."""
    fields = about.split(" ")
    if len(fields) != len(("from", "to", "old", "new", "status")) or not about.startswith(":"):
        raise ValueError(f"not what git diff --raw -z lists: {about!r}")
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return FileChange(shown, fields[4] == "A", fields[4] == "D", fields[1] in _PLAIN)


def entries_touched(changes: Iterable[FileChange], entries: Iterable[str]) -> tuple[str, ...]:
    """Return which of a bank's `entries` are changed: their files, or something in their own folders."""
    known = frozenset(entries)
    found = (
        path
        for change in changes
        if change.is_contribution
        for path in (change.path, f"{change.path.rpartition('/')[0]}{ENDING}")
        if path in known
    )
    return tuple(dict.fromkeys(found))


def new_lines(before: bytes | None, after: bytes) -> frozenset[int]:
    """Return the numbers, from 1, of the lines of a file that it did not have before."""
    known = frozenset((before or b"").splitlines())
    return frozenset(number for number, line in enumerate(after.splitlines(), start=1) if line not in known)
