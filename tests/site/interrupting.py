"""Builds that are disturbed at one chosen step: run by `test_interrupted.py` as a process of its own.

Each case is a line `<folder> <workers> <step> <what>` on standard input, and is answered by one line of JSON.
The builds are forks of this process, so that each costs no start of an interpreter. A step is a moment at
which the build is about to touch a file in its folder; which they are does not depend on the machine's speed.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from idebank.cli.build import build
from idebank.views import site as pages
from idebank.views.data import DataPages
from idebank.views.entries import EntryPages
from idebank.views.needs import NeedPages

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNALS: Final = {"kill": signal.SIGKILL, "term": signal.SIGTERM, "int": signal.SIGINT, "hup": signal.SIGHUP}
SECOND: Final = "second"
TOUCHING: Final = frozenset(
    {
        "open",
        "os.mkdir",
        "os.rename",
        "os.remove",
        "os.rmdir",
        "os.link",
        "os.scandir",
        "os.listdir",
        "ctypes.dlsym",
    }
)


class Steps:
    """Counts the moments at which a build touches something in a folder, and acts at one of them."""

    def __init__(self, folder: Path, *, at: int, act: Callable[[], None]) -> None:
        """Act once, before step `at`; never where that is 0."""
        self.count = 0
        self._folder = f"{folder}/"
        self._at = at
        self._act = act
        self._process = os.getpid()

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Count an audit event that is a step."""
        if os.getpid() != self._process or event not in TOUCHING:
            return
        if not (event == "ctypes.dlsym" or self._is_here(arguments[0])):
            return
        self.count += 1
        if self.count == self._at:
            self._act()

    def _is_here(self, path: object) -> bool:
        return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self._folder)


def run(folder: Path, *, workers: int, step: int, what: str) -> dict[str, object]:
    """Build the bank in `folder` in a fork, disturbed at a step; return how it ended, and after how many."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setsid()
        _build_disturbed(folder, workers=workers, step=step, what=what, tell=writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        said = told.read()
    _, status = os.waitpid(child, 0)
    return {"code": os.waitstatus_to_exitcode(status), **(json.loads(said) if said else {})}


def _build_disturbed(folder: Path, *, workers: int, step: int, what: str, tell: int) -> None:
    builder = os.getpid()
    answer: dict[str, object] = {}

    def act() -> None:
        if what == SECOND:
            answer["second"] = run(folder, workers=1, step=0, what="")["code"]
        else:
            os.kill(builder, SIGNALS[what])

    steps = Steps(folder, at=step, act=act)
    sys.addaudithook(steps.hear)
    code = 99
    try:
        build(["-f", f"{folder}/workers-{workers}.yml", "--no-search", "--quiet"], prog_name="idebank")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 98
    os.write(tell, json.dumps({"steps": steps.count, **answer}).encode())
    os._exit(code)


def _serve() -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    # A few kinds of pages are as good as all.
    pages.MAKERS = (EntryPages, NeedPages, DataPages)  # type: ignore[misc]
    for line in sys.stdin:
        folder, workers, step, what = line.rstrip("\n").split("\t")
        print(json.dumps(run(Path(folder), workers=int(workers), step=int(step), what=what)), flush=True)  # noqa: T201


if __name__ == "__main__":
    _serve()
