"""Work spread over processes: forked, so that what is already in memory is shared and never copied."""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final, TypeVar, cast

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

T = TypeVar("T")
R = TypeVar("R")

_DIE_WITH_PARENT: Final = 1
"""`PR_SET_PDEATHSIG` of Linux's `prctl(2)`."""


class TravellingError(Exception):
    """An error that is the same in the parent as in the worker that raised it; what it holds is pickled.

    The other workers finish what they have, for they may have one to tell, too.
    """

    def joined(self, others: "Sequence[TravellingError]") -> "TravellingError":  # noqa: ARG002 - for kinds that hold more
        """Return one error for this and what `others` tell; here, only this."""
        return self


class WorkerError(RuntimeError):
    """Raised in the parent when a worker failed; its text is the worker's traceback."""


def available_workers() -> int:
    """Return how many processes this machine can usefully run, at least 1."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shards(items: Sequence[T], *, count: int) -> list[Sequence[T]]:
    """Split `items` into at most `count` runs of neighbours of nearly equal length."""
    size, rest = divmod(len(items), max(count, 1))
    bounds = [index * size + min(index, rest) for index in range(count + 1)]
    return [items[start:end] for start, end in pairwise(bounds) if end > start]


def map_forked(function: Callable[[T], R], items: Sequence[T], *, workers: int) -> list[R]:
    """Return `function` of each item in order, each in a forked process, at most `workers` at a time.

    `function` may be a closure over anything; only its results are pickled. With one worker or one item, or
    where the system cannot fork, it runs here. Raises WorkerError when a worker raised or died,
    and a TravellingError as it is.
    """
    if workers <= 1 or len(items) <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        with _collector_paused():
            return [function(item) for item in items]
    return [result for batch in _batches(items, workers) for result in _run(function, batch)]


def _batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _run(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """Run the last item here and the others in forked processes."""
    context = multiprocessing.get_context("fork")
    running: list[tuple[ForkProcess, Connection]] = []
    try:
        for item in items[:-1]:
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(function, item, sender, os.getpid()))
            running.append((process, receiver))
            process.start()
            sender.close()
        last = _outcome(lambda: function(items[-1]))
        outcomes = [*(_outcome(partial(_receive, receiver)) for _, receiver in running), last]
    except BaseException:
        for process, _ in running:
            if process.pid is not None:
                process.terminate()  # nobody waits for what the others make any more
        raise
    finally:
        for process, receiver in running:
            receiver.close()
            if process.pid is not None:
                process.join()
    errors = [outcome for outcome in outcomes if isinstance(outcome, TravellingError)]
    if errors:
        raise errors[0].joined(errors[1:])
    return cast("list[R]", outcomes)


def _outcome(work: Callable[[], object]) -> object:
    """Return what some work came to: a result, or an error that others may have more of."""
    with _collector_paused():
        try:
            return work()
        except TravellingError as error:
            return error


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the search for garbage: work keeps what it makes, so looking through it finds none."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _work(function: Callable[[T], R], item: T, sender: Connection, parent: int) -> None:
    _follow(parent)
    gc.disable()  # this process lives for one item
    try:
        sender.send((True, function(item)))
    except TravellingError as error:
        sender.send((False, error))
    except BaseException:  # noqa: BLE001 - whatever went wrong is told to the parent, which raises it
        sender.send((False, traceback.format_exc()))
    finally:
        sender.close()


def _follow(parent: int) -> None:
    """Leave it to the parent to hear of signals, and end when it ends: it may be killed on the spot."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before we asked
            os._exit(1)


def _receive(receiver: Connection) -> object:
    try:
        succeeded, value = receiver.recv()
    except EOFError:
        raise WorkerError("a worker process ended without an answer (killed, or out of memory?)") from None
    if isinstance(value, TravellingError):
        raise value
    if not succeeded:
        raise WorkerError(value)
    return value
