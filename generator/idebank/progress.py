"""How long work tells where it is, and what it made: the core reports, the host decides what to show."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from idebank.faults import Fault


class Progress(Protocol):
    """Someone who wants to know how the work goes."""

    def start(self, stage: str, *, total: int) -> None:
        """A stage begins; `stage` is part of a message's key, `total` how many steps it has."""

    def advance(self, steps: int) -> None:
        """Some steps of the stage are done."""

    def finish(self) -> None:
        """The stage is done."""


class Silence:
    """A progress that tells nobody."""

    def start(self, stage: str, *, total: int) -> None:
        """Ignore it."""

    def advance(self, steps: int) -> None:
        """Ignore it."""

    def finish(self) -> None:
        """Ignore it."""


@dataclass(slots=True)
class Stopwatch:
    """Passes progress on and keeps each stage's time in seconds."""

    listener: Progress
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str, *, total: int = 1) -> Iterator[None]:
        """Time one stage."""
        self.listener.start(name, total=total)
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began
            self.listener.finish()

    def advance(self, steps: int) -> None:
        """Some steps of the current stage are done."""
        self.listener.advance(steps)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made: counts and times."""

    entries: int
    pages: int
    seconds: Mapping[str, float]
    """By stage."""
    aside: tuple[Fault, ...] = ()
    """Entries that the site is without, because something went wrong with them."""
    followed: Mapping[str, str] = field(default_factory=dict)
    """By path: entries it is without, too, each with the path of one that it cannot be without."""
