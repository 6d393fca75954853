"""Two folders that change places."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from idebank.artifacts import swap
from tests.factories import write_bank

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an old and a new one in it."""
    return write_bank(tmp_path, {"old/index.html": "gammel", "new/index.html": "ny"})


@pytest.mark.parametrize("knows_how", [True, False])
def test_replace(folder: Path, monkeypatch: pytest.MonkeyPatch, *, knows_how: bool) -> None:
    """The two have changed places afterwards, whether or not the system can do that at once."""
    if not knows_how:
        monkeypatch.setattr(swap, "exchange", lambda *_: False)

    swap.replace(folder / "old", folder / "new", aside=folder / "aside")

    assert (folder / "old" / "index.html").read_text(encoding="utf-8") == "ny"
    assert (folder / "new" / "index.html").read_text(encoding="utf-8") == "gammel"
    assert not (folder / "aside").exists()


def test_no_moment_without(folder: Path) -> None:
    """Whoever looks all the while sees the old or the new, and never nothing."""
    assert swap.exchange(folder / "old", folder / "new"), "this file system cannot, so this test cannot tell"
    stop, missed = threading.Event(), []

    def look() -> None:
        while not stop.is_set():
            if not (folder / "old" / "index.html").exists():
                missed.append(1)

    looking = threading.Thread(target=look)
    looking.start()
    for _ in range(500):
        swap.replace(folder / "old", folder / "new", aside=folder / "aside")
    stop.set()
    looking.join()

    assert not missed


def test_what_cannot_be_done_is_told(folder: Path) -> None:
    """A system that knows how but does not do it says why."""
    with pytest.raises(FileNotFoundError):
        swap.exchange(folder / "old", folder / "borte")
