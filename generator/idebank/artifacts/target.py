"""Which folder a site may be written to: one that is absent, empty or ours."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

MARK: Final = ".idebank"
"""Name of the file in every site that says whose the folder is."""
_MARK_TEXT: Final = (
    "This folder is a site made by idebank, and the next build replaces what is in it.\n"
    "CNAME and what begins with a dot at the top of it stay.\n"
)
_KEPT: Final = frozenset({"CNAME"})
_REPOSITORY: Final = ".git"


class Reason(StrEnum):
    """Why a folder is no place for a site; the value is its message's key."""

    AROUND = "around"
    """It is, or holds, something that must not be replaced."""
    INSIDE = "inside"
    """It lies in a folder that is somebody's."""
    REPOSITORY = "repository"
    """It is, or lies in, what Git keeps for itself."""
    NO_FOLDER = "no-folder"
    """It is something else than a folder, or lies below such a thing."""
    FOREIGN = "foreign"
    """It has files in it and does not carry our mark."""


class TargetRefusedError(RuntimeError):
    """Raised when a folder is no place for a site; nothing has been touched."""

    def __init__(self, folder: Path, reason: Reason) -> None:
        """Keep what to tell."""
        super().__init__(f"{folder}: {reason}")
        self.folder = folder
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a build reads, and must never replace."""

    around: tuple[Path, ...]
    """No target is one of these, or holds one."""
    inside: tuple[Path, ...]
    """No target lies in one of these, either."""

    def check(self, folder: Path) -> None:
        """Raise TargetRefusedError for a folder, all links followed, that stands in the way of these."""
        home = Path(os.path.expanduser("~"))  # noqa: PTH111 - pathlib raises where nobody has a home
        if _REPOSITORY in folder.parts:
            raise TargetRefusedError(folder, Reason.REPOSITORY)
        if any(_holds(folder, path) for path in (*self.around, *self.inside, home)):
            raise TargetRefusedError(folder, Reason.AROUND)
        if any(_holds(path, folder) for path in self.inside):
            raise TargetRefusedError(folder, Reason.INSIDE)


@dataclass(frozen=True, slots=True)
class Target:
    """A folder that a site may be written to, and where everything about it lies."""

    site: Path
    """The folder itself, all links followed."""
    is_fixed: bool
    """Whether the folder cannot be replaced as a whole, as a mount point: then only what is in it is."""

    @classmethod
    def at(cls, site: Path, grounds: Grounds) -> "Target":
        """Return the target at `site`; raises TargetRefusedError when it is not absent, empty or ours."""
        folder = Path(os.path.realpath(site))
        grounds.check(folder)
        if any(path.exists() and not path.is_dir() for path in (folder, *folder.parents)):
            raise TargetRefusedError(folder, Reason.NO_FOLDER)
        if folder.is_symlink() or not (is_ours(folder) or is_empty(folder)):
            raise TargetRefusedError(folder, Reason.FOREIGN)
        return cls(folder, is_fixed=_is_fixed(folder))

    @property
    def staging(self) -> Path:
        """Return the folder a new site is built in: on the same file system, so that swapping is a rename."""
        return self._beside("new")

    @property
    def retired(self) -> Path:
        """Return where the old site waits for a moment where the two cannot change places at once."""
        return self._beside("old")

    @property
    def lock(self) -> Path:
        """Return the file that whoever builds the site holds."""
        return self._beside("lock")

    def _beside(self, what: str) -> Path:
        if self.is_fixed:
            return self.site / f"{MARK}.{what}"
        return self.site.with_name(f".{self.site.name}.{what}")


def mark(folder: Path) -> None:
    """Say in `folder` that it is a site of ours."""
    (folder / MARK).write_text(_MARK_TEXT, encoding="utf-8")


def is_ours(folder: Path) -> bool:
    """Tell whether a folder carries our mark."""
    file = folder / MARK
    return file.is_file() and not file.is_symlink()


def is_empty(folder: Path) -> bool:
    """Tell whether there is nothing in a folder, or none; what a killed build of ours left does not count."""
    return not folder.is_dir() or all(_is_trace(name) for name in os.listdir(folder))  # noqa: PTH208 - names only


def kept(folder: Path) -> list[Path]:
    """Return what the owner of a site keeps at the top of it, in order of name."""
    return sorted(path for path in folder.iterdir() if _is_owners(path.name))


def stale(folder: Path, new: Iterable[str]) -> list[Path]:
    """Return what lies at the top of a site, is not among the `new` names, and is not its owner's."""
    names = frozenset(new)
    return [
        path
        for path in sorted(folder.iterdir())
        if path.name not in names and not _is_owners(path.name) and not path.name.startswith(MARK)
    ]


def _is_owners(name: str) -> bool:
    return name in _KEPT or (name.startswith(".") and not name.startswith(MARK))


def _is_trace(name: str) -> bool:
    return name in {f"{MARK}.new", f"{MARK}.old", f"{MARK}.lock"}


def _is_fixed(folder: Path) -> bool:
    """Tell whether a folder cannot be replaced: it is a mount point, or we may not write around it."""
    return folder.is_dir() and (
        os.path.ismount(folder)
        or folder.stat().st_dev != folder.parent.stat().st_dev
        or not os.access(folder.parent, os.W_OK | os.X_OK)
    )


def _holds(outer: Path, inner: Path) -> bool:
    """Tell whether one path is the other or lies in it, by whatever name and whether or not both exist."""
    real = Path(os.path.realpath(inner))
    return outer.exists() and any(path.exists() and path.samefile(outer) for path in (real, *real.parents))
