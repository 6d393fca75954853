"""Faults: what goes wrong with one entry is put on that entry, and nothing else is."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from idebank.faults import EntryFaultsError, each, in_hand
from idebank.workers import map_forked

if TYPE_CHECKING:
    from collections.abc import Sequence


def _work(number: int) -> int:
    return 6 // number


def _name(number: int) -> str:
    return f"{number}.md"


def test_in_hand() -> None:
    """A fault says which entry, what kind of trouble, and where in the program."""
    with pytest.raises(EntryFaultsError) as caught, in_hand("0.md"):
        _work(0)
    [fault] = caught.value.faults

    assert (fault.path, fault.kind) == ("0.md", "ZeroDivisionError")
    assert "in _work" in fault.trace
    assert "0.md: " in str(caught.value)


@pytest.mark.parametrize(
    "trouble",
    [
        MemoryError(),
        KeyboardInterrupt(),
        SystemExit(1),
        OSError(errno.ENOSPC, "full"),
        OSError(errno.EFBIG, "large"),
        OSError(errno.EIO, "broken"),
        FileNotFoundError(errno.ENOENT, "gone"),
    ],
    ids=repr,
)
def test_trouble_of_the_machine(trouble: BaseException) -> None:
    """What is wrong with the machine is never put on an entry."""
    with pytest.raises(type(trouble)) as caught, in_hand("0.md"):
        raise trouble

    assert caught.value is trouble


@pytest.mark.parametrize(
    "trouble", [OSError("cannot decode"), OSError(errno.ENAMETOOLONG, "long"), RecursionError()], ids=repr
)
def test_trouble_of_an_entry(trouble: Exception) -> None:
    """A file that cannot be decoded, a name that is too long and text that is too deep are the entry's."""
    with pytest.raises(EntryFaultsError), in_hand("0.md"):
        raise trouble


def test_inner_entry() -> None:
    """What an inner entry is blamed for is not put on the one around it."""
    with pytest.raises(EntryFaultsError) as caught, in_hand("outer.md"), in_hand("inner.md"):
        _work(0)

    assert [fault.path for fault in caught.value.faults] == ["inner.md"]


def test_each() -> None:
    """All that is asked for is done, in order."""
    assert each([1, 2, 3], _work, path=_name) == [6, 3, 2]


def test_each_with_faults() -> None:
    """The others are still looked at, so that all faults are known at once."""
    done: list[int] = []

    def work(number: int) -> None:
        done.append(_work(number) and number)

    with pytest.raises(EntryFaultsError) as caught:
        each([1, 0, 2, 0, 3], work, path=_name)

    assert done == [1, 2, 3]
    assert [fault.path for fault in caught.value.faults] == ["0.md"]


def test_from_another_process() -> None:
    """A fault arrives from a worker as it is."""

    def work(numbers: Sequence[int]) -> list[int]:
        return each(numbers, _work, path=_name)

    with pytest.raises(EntryFaultsError) as caught:
        map_forked(work, [[1, 0], [2]], workers=2)
    [fault] = caught.value.faults

    assert (fault.path, fault.kind) == ("0.md", "ZeroDivisionError")
    assert "in _work" in fault.trace
