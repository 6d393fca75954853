"""Work spread over processes: forked, so that what is already in memory is shared and never copied."""

import gc
import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from multiprocessing.connection import Connection
from typing import TypeVar, cast

T = TypeVar("T")
R = TypeVar("R")


class TravellingError(Exception):
    """An error that is the same in the parent as in the worker that raised it; what it holds is pickled."""


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
    running = []
    for item in items[:-1]:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(function, item, sender))
        process.start()
        sender.close()
        running.append((process, receiver))
    try:
        with _collector_paused():
            here = function(items[-1])
        return [*(cast("R", _receive(receiver)) for _, receiver in running), here]
    finally:
        for process, receiver in running:
            receiver.close()
            process.join()


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


def _work(function: Callable[[T], R], item: T, sender: Connection) -> None:
    gc.disable()  # this process lives for one item
    try:
        sender.send((True, function(item)))
    except TravellingError as error:
        sender.send((False, error))
    except BaseException:  # noqa: BLE001 - whatever went wrong is told to the parent, which raises it
        sender.send((False, traceback.format_exc()))
    finally:
        sender.close()


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
