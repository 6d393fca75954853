"""A new site while it is made: in a folder beside the old one, which it replaces when it is whole."""

import contextlib
import fcntl
import os
import shutil
from pathlib import Path
from typing import Final

from idebank.artifacts.output import Output
from idebank.artifacts.swap import replace
from idebank.artifacts.target import (
    MARK,
    Grounds,
    Reason,
    Target,
    TargetRefusedError,
    is_empty,
    is_ours,
    kept,
    mark,
    stale,
)

_FIRST: Final = "assets"
"""What pages need is there before them, where a site is replaced piece by piece."""


class OutputBusyError(RuntimeError):
    """Raised when another build is writing the same site."""


class Staging:
    """The right to build one site, and the folder in which it is made.

    Whoever does not hold the lock touches nothing. `close` is safe to call at any time and as often as anyone
    likes: what has not been published is thrown away, and the old site is as it was.
    """

    def __init__(self, target: Target) -> None:
        """Do nothing yet: what is opened must be closed, so whoever makes this sees to that first."""
        self.target = target
        self._lock: int | None = None
        self._is_staged = False
        self._made: list[Path] = []
        self._process = os.getpid()

    def open(self, grounds: Grounds) -> Output:
        """Take the lock and return where to write.

        What a killed build left is cleared or put back first. Raises OutputBusyError when somebody else holds
        the lock, and TargetRefusedError when the target is not what it was.
        """
        self._make_parents()
        self._lock = _lock(self.target.lock)
        self._recover()
        Target.at(self.target.site, grounds)
        self._is_staged = True
        self.target.staging.mkdir()
        mark(self.target.staging)
        return Output(self.target.staging)

    def publish(self) -> None:
        """Put the new site in the old one's place; what the owner keeps there stays."""
        site = self.target.site
        if not (is_ours(site) or is_empty(site)):  # somebody has put files there since we looked
            raise TargetRefusedError(site, Reason.FOREIGN)
        if self.target.is_fixed:
            self._publish_inside()
        else:
            self._publish_whole()
        self._made.clear()
        self.close()

    def close(self) -> None:
        """Throw away what has not been published, and give back the right to build.

        A copy in a forked process holds nothing, so there this does nothing.
        """
        if os.getpid() != self._process:
            return
        if self._is_staged:
            _remove(self.target.staging)
            self._is_staged = False
        if self._lock is not None:
            _unlock(self.target.lock, self._lock)
            self._lock = None
        self._remove_parents()

    def _publish_whole(self) -> None:
        site, staging = self.target.site, self.target.staging
        if not site.is_dir():
            staging.rename(site)
            return
        for path in kept(site):
            _link(path, staging / path.name)
        shutil.copymode(site, staging)
        replace(site, staging, aside=self.target.retired)

    def _publish_inside(self) -> None:
        """Replace what lies in the folder piece by piece: each is whole, with no moment without it."""
        site, staging = self.target.site, self.target.staging
        names = sorted(os.listdir(staging), key=lambda name: (name != MARK, name != _FIRST, name))  # noqa: PTH208
        for name in names:
            if os.path.lexists(site / name):
                replace(site / name, staging / name, aside=staging / self.target.retired.name)
            else:
                (staging / name).rename(site / name)
        for path in stale(site, names):
            path.rename(staging / path.name)

    def _recover(self) -> None:
        """Clear or put back what a killed build has left; what does not look like ours is not touched.

        Inside a folder that is ours, our names are enough to tell.
        """
        site, staging, retired = self.target.site, self.target.staging, self.target.retired
        for folder in () if self.target.is_fixed else (staging, retired):
            if os.path.lexists(folder) and (folder.is_symlink() or not (is_ours(folder) or is_empty(folder))):
                raise TargetRefusedError(folder, Reason.FOREIGN)
        if retired.exists() and not site.exists():
            retired.rename(site)
        _remove(retired)
        _remove(staging)

    def _make_parents(self) -> None:
        for folder in reversed(self.target.site.parents):
            if not folder.exists():
                self._made.append(folder)
                folder.mkdir(exist_ok=True)

    def _remove_parents(self) -> None:
        """Remove the folders that were made for a site that is not there, unless something lies in them."""
        while self._made:
            with contextlib.suppress(OSError):
                self._made.pop().rmdir()


def _lock(file: Path) -> int:
    """Return the open lock; raises OutputBusyError when somebody else holds it."""
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever held it may have removed it since we opened it: then it locks nothing any more.
            if os.path.samestat(os.fstat(descriptor), file.stat()):
                return descriptor
        except BlockingIOError:
            os.close(descriptor)
            raise OutputBusyError(str(file)) from None
        except FileNotFoundError:
            pass
        os.close(descriptor)


def _unlock(file: Path, descriptor: int) -> None:
    """Remove the lock while it is held, so that nobody can hold one that is going away."""
    file.unlink(missing_ok=True)
    os.close(descriptor)


def _link(path: Path, to: Path) -> None:
    """Let `path` lie at `to`, too, unless something does: as a second name where that can be, else a copy."""
    if os.path.lexists(to):
        return
    if path.is_dir() and not path.is_symlink():
        shutil.copytree(path, to, symlinks=True, copy_function=_link_or_copy)
    else:
        _link_or_copy(str(path), str(to))


def _link_or_copy(path: str, to: str) -> str:
    try:
        os.link(path, to, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, to, follow_symlinks=False)
    return to


def _remove(folder: Path) -> None:
    """Remove a folder of ours, its mark last: if this is stopped, what is left is still known as ours."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir(), key=lambda path: path.name == MARK):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    folder.rmdir()
