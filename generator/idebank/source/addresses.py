"""What a bank keeps of its addresses: every one it has published, and those that have moved or are closed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from idebank.diagnostics import Diagnostic, Finding, Rule
from idebank.source.files import FILE_NOT_FOUND, load_source

MOVED: Final = "content/moved.txt"
"""One `/old/ /new/` or `/closed/` a line."""
PUBLISHED: Final = "content/published.txt"
"""One address a line."""

BROKEN_MOVE: Final = Rule("broken-move")
RULES: Final = (BROKEN_MOVE,)

_ADDRESS: Final = re.compile(r"/(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*/)+")
"""An address below the front page; nothing in it can lead out of the site's folder."""
_MOST: Final = 2
"""Words of a line that says where an address leads now; one that is closed has one."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A line of the list of what has moved."""

    old: str
    """Relative to the site's root, ending with `/`."""
    new: str
    """Where it leads now; empty when it is closed."""
    line: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What a bank keeps of its addresses."""

    published: Mapping[str, int]
    """Every address ever published, relative to the site's root, with its line in the list."""
    moved: tuple[Moved, ...]
    problems: tuple[Diagnostic, ...] = ()
    """Of lines that say nothing we understand."""


def load_kept(root: Path) -> Kept:
    """Return what the bank at `root` keeps of its addresses; a list that is not there is empty."""
    source = load_source(root, MOVED)
    moved, problems = read_moved(source.raw or b"")
    if source.problem and source.problem.rule != FILE_NOT_FOUND.id:
        problems = (source.problem,)
    return Kept(read_published(root / PUBLISHED), moved, problems)


def is_address(path: str) -> bool:
    """Tell whether `path`, relative to the site's root, is an address that a page of ours may have."""
    return not path or _ADDRESS.fullmatch(f"/{path}") is not None


def read_published(file: Path) -> Mapping[str, int]:
    """Return the addresses in a list, with their lines."""
    text = file.read_text(encoding="utf-8-sig", errors="replace") if file.is_file() else ""
    lines = enumerate(text.splitlines(), start=1)
    return {line.strip().lstrip("/"): number for number, line in lines if line.strip()}


def read_moved(raw: bytes) -> tuple[tuple[Moved, ...], tuple[Diagnostic, ...]]:
    """Return what the list of moved addresses says, and what is wrong with the rest of it."""
    moved: dict[str, Moved] = {}
    problems = []
    for number, line in enumerate(raw.decode("utf-8-sig", "replace").splitlines(), start=1):
        words = line.partition("#")[0].split()
        problem = _problem(words, moved)
        if problem:
            column = line.find(problem["value"]) + 1
            problems.append(Finding(BROKEN_MOVE, (), problem, number, column).in_file(MOVED))
        elif words:
            old, new = (*(word.lstrip("/") for word in words), "")[:_MOST]
            moved[old] = Moved(old, new, number)
    return tuple(moved.values()), tuple(problems)


def _problem(words: Sequence[str], moved: Mapping[str, Moved]) -> dict[str, str]:
    """Return what a rule's text needs to know of a line that is wrong; nothing of one that is right."""
    odd = next((word for word in words if not _ADDRESS.fullmatch(word)), "")
    if odd or len(words) > _MOST:
        return {"value": odd or words[_MOST]}
    twin = moved.get(words[0].lstrip("/")) if words else None
    return {"value": words[0], "other": str(twin.line)} if twin else {}
