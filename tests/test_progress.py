"""How long work tells where it is."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from idebank.progress import Silence, Stopwatch


@dataclass
class Listener:
    """Keeps what it is told."""

    told: list[object] = field(default_factory=list)

    def start(self, stage: str, *, total: int) -> None:
        """A stage begins."""
        self.told.append((stage, total))

    def advance(self, steps: int) -> None:
        """Some steps are done."""
        self.told.append(steps)

    def finish(self) -> None:
        """The stage is done."""
        self.told.append("done")


def test_listener() -> None:
    """A stage is told from beginning to end."""
    listener = Listener()
    watch = Stopwatch(listener)

    with watch.stage("pages", total=7):
        watch.advance(3)

    assert listener.told == [("pages", 7), 3, "done"]


def test_failing_stage() -> None:
    """A stage that fails is ended, too."""
    listener = Listener()

    with pytest.raises(ZeroDivisionError), Stopwatch(listener).stage("pages"):
        raise ZeroDivisionError

    assert listener.told == [("pages", 1), "done"]


def test_seconds() -> None:
    """Each stage has its time, a stage that comes again the sum."""
    watch = Stopwatch(Silence(), {"pages": 100.0})

    for stage in ("check", "pages"):
        with watch.stage(stage):
            watch.advance(1)

    assert watch.seconds["check"] >= 0
    assert watch.seconds["pages"] >= 100
