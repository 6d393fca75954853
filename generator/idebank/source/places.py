"""Line and column of a place in a text."""

from bisect import bisect_right
from functools import cached_property


class Places:
    """Finds lines and columns, both from 1; the text is looked through once, when first asked."""

    def __init__(self, text: str, *, first_line: int = 1) -> None:
        """Count lines from `first_line`."""
        self._text = text
        self._first_line = first_line

    def of(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self._first_line + index, offset - self._starts[index] + 1

    @cached_property
    def _starts(self) -> list[int]:
        """Where the lines begin."""
        starts = [0]
        for line in self._text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts
