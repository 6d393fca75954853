"""Output files: built in a folder beside the old site, which is replaced only when the new one is whole."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_STAGING: Final = ".{name}.new"
_RETIRED: Final = ".{name}.old"
_LOCK: Final = ".{name}.lock"


class OutputBusyError(RuntimeError):
    """Raised when another build is writing the same site."""


class AddressTakenError(RuntimeError):
    """Raised when two pages want the same address."""


def staging_folder(site: Path) -> Path:
    """Return the folder a new site is built in: beside the old one, so that swapping is a rename."""
    return site.with_name(_STAGING.format(name=site.name))


@contextlib.contextmanager
def exclusive(site: Path) -> Iterator[None]:
    """Hold the right to build `site`; raises OutputBusyError when another process holds it."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with site.with_name(_LOCK.format(name=site.name)).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputBusyError(str(site)) from None
        yield


def prepare(site: Path) -> Path:
    """Return an empty staging folder; what a killed build left behind is cleared or put back first."""
    retired = site.with_name(_RETIRED.format(name=site.name))
    if retired.exists() and not site.exists():
        retired.rename(site)
    shutil.rmtree(retired, ignore_errors=True)
    staging = staging_folder(site)
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    return staging


def publish(site: Path) -> None:
    """Put the staged site in the old one's place."""
    retired = site.with_name(_RETIRED.format(name=site.name))
    if site.exists():
        site.rename(retired)
    staging_folder(site).rename(site)
    shutil.rmtree(retired, ignore_errors=True)


def discard(site: Path) -> None:
    """Throw the staged site away; the old one stays as it is."""
    shutil.rmtree(staging_folder(site), ignore_errors=True)


class Output:
    """Writes files under one folder and refuses to write an address twice."""

    def __init__(self, folder: Path) -> None:
        """Write under `folder`, which must exist."""
        self.folder = folder
        self._made: set[str] = set()
        self._others = frozenset(folder.rglob("*"))

    def clear(self) -> None:
        """Remove what was written here, so that it can be written anew; what others had put here stays."""
        written = set(self.folder.rglob("*")) - self._others
        for path in sorted(written, reverse=True):  # what is inside comes first
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        self._made.clear()

    def has(self, path: str) -> bool:
        """Tell whether there is a file by that name."""
        return (self.folder / path).exists()

    def write(self, path: str, content: bytes) -> None:
        """Write one file; `path` has forward slashes. Raises AddressTakenError for a second one."""
        parent, _, _ = path.rpartition("/")
        if parent not in self._made:
            os.makedirs(f"{self.folder}/{parent}", exist_ok=True)  # noqa: PTH103 - half the time of pathlib, per page
            self._made.add(parent)
        try:
            descriptor = os.open(f"{self.folder}/{path}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            raise AddressTakenError(path) from None
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            file.write(content)
