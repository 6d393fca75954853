"""Work spread over processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idebank.workers import TravellingError, WorkerError, available_workers, map_forked, shards

if TYPE_CHECKING:
    from collections.abc import Sequence


def _no_fork() -> list[str]:
    return ["spawn"]


def _kill() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_order() -> None:
    """Answers come in the order of the questions, though more are asked than run at a time."""
    assert [n * n for n in range(7)] == map_forked(lambda n: n * n, range(7), workers=2)


def test_processes() -> None:
    """Each item but the last of a round runs in a process of its own."""
    first, last = map_forked(lambda _: os.getpid(), [1, 2], workers=2)

    assert os.getpid() != first
    assert os.getpid() == last


@pytest.mark.parametrize("items", [[], [1]])
def test_little_to_do(items: list[int]) -> None:
    """Nothing is forked for a single item."""
    assert [os.getpid()] * len(items) == map_forked(lambda _: os.getpid(), items, workers=4)


def test_one_worker() -> None:
    """With one worker everything runs here."""
    assert [os.getpid()] * 3 == map_forked(lambda _: os.getpid(), range(3), workers=1)


def test_without_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that cannot fork, everything runs here."""
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", _no_fork)

    assert [os.getpid()] * 3 == map_forked(lambda _: os.getpid(), range(3), workers=2)


def test_error_in_worker() -> None:
    """What a worker raised is raised here, with the place where it happened."""
    with pytest.raises(WorkerError, match=r"(?s)Traceback.*ZeroDivisionError") as caught:
        map_forked(lambda n: 1 // n, [0, 1], workers=2)

    assert "test_workers.py" in str(caught.value)


def test_error_here() -> None:
    """An error in the part that runs here is raised, and no process is left behind."""
    with pytest.raises(ZeroDivisionError):
        map_forked(lambda n: 1 // n, [1, 0], workers=2)

    assert multiprocessing.active_children() == []


def test_dying_worker() -> None:
    """A worker that is killed is an error, not an endless wait."""
    with pytest.raises(WorkerError, match="without an answer"):
        map_forked(lambda n: n or _kill(), [0, 1], workers=2)


def test_large_answers() -> None:
    """Answers larger than a pipe holds arrive whole."""
    answers = map_forked(lambda _: "x" * 1_000_000, range(4), workers=2)

    assert list(map(len, answers)) == [1_000_000] * 4


def test_available_workers() -> None:
    """At least one process can run."""
    assert available_workers() >= 1


def test_available_workers_without_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """One process is all there is where nothing can be forked."""
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", _no_fork)

    assert available_workers() == 1


def test_available_workers_without_affinity(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that does not tell which processors are ours tells how many there are."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)

    assert available_workers() == (os.cpu_count() or 1)


@given(st.lists(st.integers()), st.integers(min_value=1, max_value=9))
def test_shards(items: list[int], count: int) -> None:
    """Shards put together are the whole; none is empty, and they are nearly equally long."""
    parts = shards(items, count=count)

    assert items == [item for part in parts for item in part]
    assert len(parts) == min(count, len(items))
    assert max(map(len, parts), default=0) - min(map(len, parts), default=0) <= 1


class _ToldError(TravellingError):
    def __init__(self, numbers: tuple[int, ...]) -> None:
        super().__init__(numbers)
        self.numbers = numbers

    def joined(self, others: Sequence[TravellingError]) -> _ToldError:
        return _ToldError(sum((one.numbers for one in (self, *others) if isinstance(one, _ToldError)), ()))


@pytest.mark.parametrize("workers", [2, 4, 8])
def test_errors_that_travel(workers: int) -> None:
    """What several workers have to tell is told together, in order, when all have finished."""

    def tell(number: int) -> int:
        if number % 2:
            raise _ToldError((number,))
        return number

    with pytest.raises(_ToldError) as caught:
        map_forked(tell, range(workers), workers=workers)

    assert caught.value.numbers == tuple(range(1, workers, 2))
