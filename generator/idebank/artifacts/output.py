"""Files written whole: every byte arrives, each address is taken once, and all are counted."""

import os
from collections.abc import Mapping
from pathlib import Path


class AddressTakenError(RuntimeError):
    """Raised when two pages want the same address."""


class IncompleteOutputError(RuntimeError):
    """Raised when files that were written are not there, or not whole; its text names the first."""

    def __init__(self, lost: list[str], *, of: int) -> None:
        """Keep the paths that were `lost` among all that were written."""
        super().__init__(f"{len(lost)} of {of} files are missing or cut off, such as {min(lost)}")
        self.lost = lost


class Output:
    """Writes files under one folder, refuses to write an address twice, and knows what it has written."""

    def __init__(self, folder: Path) -> None:
        """Write under `folder`, which must exist."""
        self.folder = folder
        self.written: dict[str, int] = {}
        """Bytes by path."""
        self._parents: set[str] = set()

    def write(self, path: str, content: bytes) -> None:
        """Write one file; `path` has forward slashes.

        Raises AddressTakenError for a second one, and OSError when not every byte could be written.
        """
        parent, _, _ = path.rpartition("/")
        if parent not in self._parents:
            os.makedirs(f"{self.folder}/{parent}", exist_ok=True)  # noqa: PTH103 - half the time of pathlib, per page
            self._parents.add(parent)
        try:
            descriptor = os.open(f"{self.folder}/{path}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            raise AddressTakenError(path) from None
        try:
            _write_all(descriptor, content)
        finally:
            os.close(descriptor)
        self.written[path] = len(content)

    def part(self) -> "Output":
        """Return an output into the same folder for a part of the work, perhaps in another process."""
        return Output(self.folder)

    def take(self, written: Mapping[str, int]) -> None:
        """Count what a part has written as this output's own."""
        self.written.update(written)

    def paths(self) -> frozenset[Path]:
        """Return everything in the folder, whoever put it there."""
        return frozenset(self.folder.rglob("*"))

    def keep_only(self, before: frozenset[Path]) -> None:
        """Remove everything but what was there `before`, so that it can be written anew."""
        for path in sorted(self.paths() - before, reverse=True):  # what is inside comes first
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        self.written.clear()
        self._parents.clear()

    def verify(self, *, whole: bool = True) -> None:
        """Raise IncompleteOutputError unless all that was written is there, and of its length if `whole`."""
        lost = [path for path, size in self.written.items() if not self._has(path, size if whole else None)]
        if lost:
            raise IncompleteOutputError(lost, of=len(self.written))

    def _has(self, path: str, size: int | None) -> bool:
        try:
            found = os.stat(f"{self.folder}/{path}").st_size  # noqa: PTH116 - as above
        except OSError:
            return False
        return size is None or found == size


def _write_all(descriptor: int, content: bytes) -> None:
    """Write until nothing is left: the system may take a part, and tells why only when it takes nothing."""
    written = os.write(descriptor, content)
    while written < len(content):
        content = content[written:]
        written = os.write(descriptor, content)
