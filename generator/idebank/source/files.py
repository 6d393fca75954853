"""One file of the bank read: refused when it is a link, a giant or no plain file."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from idebank import limits
from idebank.diagnostics import Diagnostic, Finding, Rule

FILE_NOT_FOUND: Final = Rule("file-not-found")
FILE_TOO_LARGE: Final = Rule("file-too-large")
MISPLACED_FILE: Final = Rule("misplaced-file")
NO_ENTRIES: Final = Rule("no-entries")
NOT_A_PLAIN_FILE: Final = Rule("not-a-plain-file")
SYMLINK: Final = Rule("symlink")
TWIN_NAMES: Final = Rule("twin-names")
UNEXPECTED_FILE: Final = Rule("unexpected-file")
UNREADABLE_FILE: Final = Rule("unreadable-file")

RULES: Final = (
    FILE_NOT_FOUND,
    FILE_TOO_LARGE,
    MISPLACED_FILE,
    NO_ENTRIES,
    NOT_A_PLAIN_FILE,
    SYMLINK,
    TWIN_NAMES,
    UNEXPECTED_FILE,
    UNREADABLE_FILE,
)


_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)
# A pipe must not make us wait, and Windows must not change line ends.
_READ: Final = os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the bank: its bytes, or why it has none."""

    path: str
    """Relative to the bank's root, with forward slashes."""
    raw: bytes | None
    problem: Diagnostic | None = None


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


def file_diagnostic(rule: Rule, path: PurePosixPath, **params: str) -> Diagnostic:
    """Return a diagnostic about a file or folder as a whole."""
    return Finding(rule, params={"name": path.name, **params}).in_file(str(path))


def _refused(rule: Rule, path: str, **params: str) -> SourceFile:
    return SourceFile(path, None, file_diagnostic(rule, PurePosixPath(path), **params))
