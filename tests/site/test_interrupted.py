"""Whatever disturbs a build, the site is the old one or a whole new one, and nothing is left lying about."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import cycle
from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.artifacts import MARK, Grounds, Staging, Target
from tests.factories import PATH, entry_text, write_bank
from tests.site.commands import REPOSITORY, environment, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIG: Final = (
    "site_name: Bank\ndocs_dir: content/pages\ntheme: material\nplugins: [idebank: {{workers: {}}}]\n"
)
OLD: Final = {
    "site/index.html": "gammel",
    "site/tiltak/index.html": "gammel",
    f"site/{MARK}": "",
    "site/CNAME": "idebank.example",
    "site/.git/HEAD": "main",
}
WORKERS: Final = (1, 2, 8)
POINTS: Final = 20


class Builder:
    """Builds small banks in a process of its own, disturbed as a test asks."""

    def __init__(self, process: subprocess.Popen[str], home: Path) -> None:
        """Keep the process, and a folder to make banks in."""
        self._process = process
        self._home = home
        self._made = 0
        self.steps = {workers: int(self.build(workers=workers)["steps"]) for workers in WORKERS}
        """Of an undisturbed build, by how many work at it."""
        self.old = tree(self._bank() / "site")
        self.new = tree(self.bank / "site")

    @property
    def bank(self) -> Path:
        """Return the bank last built."""
        return self._home / str(self._made - 1)

    def build(self, what: str = "", *, step: int = 0, workers: int = 1) -> dict[str, Any]:
        """Build a bank anew, with an old site in it, and return how that ended."""
        bank = self._bank()
        self._made += 1
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{bank}\t{workers}\t{step}\t{what}\n")
        self._process.stdin.flush()
        ended: dict[str, Any] = json.loads(self._process.stdout.readline())
        return ended

    def _bank(self) -> Path:
        files = {f"workers-{count}.yml": CONFIG.format(count) for count in WORKERS}
        files |= {"content/pages/nb/om.md": "# Om\n", PATH: entry_text(), **OLD}
        return write_bank(self._home / str(self._made), files)


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    """Return who builds."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.site.interrupting"],
        cwd=REPOSITORY,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        yield Builder(process, tmp_path_factory.mktemp("banks"))
    finally:
        process.kill()
        process.communicate()


def _points(builder: Builder) -> Iterator[tuple[int, int]]:
    """Yield steps, with workers in turn: half spread over a build, half at its end, where the sites swap."""
    half = POINTS // 2
    for number, workers in zip(range(POINTS), cycle(WORKERS), strict=False):
        steps = builder.steps[workers]
        yield (1 + steps * number // half if number < half else steps - POINTS + number + 1), workers


def _beside(bank: Path) -> list[str]:
    return sorted(path.name for path in bank.glob(".*"))


def test_undisturbed(builder: Builder) -> None:
    """A build has many steps, keeps what is the owner's, and takes away the rest of the old site."""
    assert builder.steps[1] > builder.steps[2] > builder.steps[8] > 100
    assert {"CNAME", ".git/HEAD", MARK, "tiltak/sykkelbuss-bodo/index.html"} < builder.new.keys()
    assert "index.html" not in builder.new
    assert len(list(_points(builder))) == POINTS


@pytest.mark.parametrize(("what", "code"), [("term", 143), ("int", 130)])
def test_asked_to_stop(builder: Builder, what: str, code: int) -> None:
    """Asked to stop, a build says by its exit code what it was asked by, and leaves nothing."""
    for step, workers in _points(builder):
        ended = builder.build(what, step=step, workers=workers)

        assert ended["code"] == code, (step, workers)
        assert tree(builder.bank / "site") in (builder.old, builder.new), (step, workers)
        assert _beside(builder.bank) == [], (step, workers)


def test_killed(builder: Builder) -> None:
    """Killed without a last word, a build leaves a whole site, and the next one clears the rest away."""
    for step, workers in _points(builder):
        ended = builder.build("kill", step=step, workers=workers)
        left = tree(builder.bank / "site")
        grounds = Grounds(around=(), inside=())
        staging = Staging(Target.at(builder.bank / "site", grounds))
        staging.open(grounds)
        staging.close()

        assert ended["code"] == -9, (step, workers)
        assert left in (builder.old, builder.new), (step, workers)
        assert tree(builder.bank / "site") == left, (step, workers)
        assert _beside(builder.bank) == [], (step, workers)


def test_second_build(builder: Builder) -> None:
    """A second build at once is refused, or comes before or after the first; both times the site is whole."""
    refused = 0
    for step, workers in _points(builder):
        ended = builder.build("second", step=step, workers=workers)
        refused += ended["second"] == 2

        assert ended["code"] == 0, (step, workers)
        assert ended["second"] in (0, 2), (step, workers)
        assert tree(builder.bank / "site") == builder.new, (step, workers)
        assert _beside(builder.bank) == [], (step, workers)

    assert refused > POINTS // 2


@pytest.mark.soak
@pytest.mark.parametrize("workers", WORKERS)
@pytest.mark.parametrize("what", ["term", "int", "hup", "kill", "second"])
def test_every_step(builder: Builder, what: str, workers: int) -> None:
    """At a hundred points of a build, with any number of workers, the site is the old or a whole new one."""
    for step in range(1, builder.steps[workers] + 1, builder.steps[workers] // 100):
        builder.build(what, step=step, workers=workers)

        assert tree(builder.bank / "site") in (builder.old, builder.new), step
