"""A program that is asked to stop: it tidies up first, and its exit code says what it was asked by."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_ASKED: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Interrupted(SystemExit):
    """Raised where the program is when it is asked to stop; ends it with 128 and the signal's number."""

    def __init__(self, number: int) -> None:
        """Take the signal's number."""
        super().__init__(128 + number)


class Interruptions:
    """Turns the first signal that asks the program to stop into an exception, and ignores those after it.

    A program killed on the spot would leave half a site. Outside the main thread, where Python hears no
    signals, nothing is changed.
    """

    def __init__(self) -> None:
        """Change nothing yet."""
        self._before: dict[int, object] = {}
        self._is_held = False
        self._waiting: int | None = None

    def listen(self) -> None:
        """Begin to listen."""
        if threading.current_thread() is threading.main_thread() and not self._before:
            self._is_held, self._waiting = False, None
            self._before = {number: signal.signal(number, self._received) for number in _ASKED}

    def close(self) -> None:
        """Let signals do what they did before."""
        while self._before:
            number, handler = self._before.popitem()
            signal.signal(number, handler or signal.SIG_DFL)  # type: ignore[arg-type]  # as it came from there

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Finish what stands in here before a signal is heard: it must not be done by half."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._waiting is not None:
            self._raise(self._waiting)

    def _received(self, number: int, _frame: FrameType | None) -> None:
        if self._is_held:
            self._waiting = number
        else:
            self._raise(number)

    def _raise(self, number: int) -> None:
        self._is_held = True  # what tidies up is not interrupted in its turn
        raise Interrupted(number)
