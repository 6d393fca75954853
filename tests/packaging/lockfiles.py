"""Reads the lock files in requirements/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


@dataclass(frozen=True)
class Pin:
    """One locked package."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name as the registry normalises it."""
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        """The one version that the lock allows, else nothing."""
        specifiers = list(self.requirement.specifier)
        exact = len(specifiers) == 1 and specifiers[0].operator == "=="
        return specifiers[0].version if exact else ""

    @property
    def applies_here(self) -> bool:
        """Whether this machine needs the package."""
        return self.requirement.marker is None or self.requirement.marker.evaluate()


def read_lock(text: str) -> Iterator[Pin]:
    """Yield each package of a lock file."""
    without_comments = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
    for line in without_comments.replace("\\\n", " ").splitlines():
        requirement, *hashes = re.split(r"\s+--hash=", line.strip())
        if requirement:
            yield Pin(Requirement(requirement), tuple(hashes))
