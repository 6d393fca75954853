"""A bank read into memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.build import load_bank
from idebank.diagnostics import BrokenEntriesError
from idebank.progress import Silence, Stopwatch
from tests.factories import PATH, entry_text, write_bank
from tests.words import settings

if TYPE_CHECKING:
    from pathlib import Path


def test_load(tmp_path: Path) -> None:
    """A bank has its entries, words in three languages, and the time that the check took."""
    watch = Stopwatch(Silence())

    bank = load_bank(settings(root=write_bank(tmp_path, {PATH: entry_text()})), watch=watch)

    assert [entry.slug for entry in bank.entries] == ["sykkelbuss-bodo"]
    assert list(bank.wordings) == ["nb", "nn", "en"]
    assert bank.advice == ()
    assert list(watch.seconds) == ["check"]


def test_advice(tmp_path: Path) -> None:
    """Advice does not keep a bank from being built."""
    root = write_bank(tmp_path, {PATH: entry_text("")})

    bank = load_bank(settings(root=root), watch=Stopwatch(Silence()))

    assert [diagnostic.rule for diagnostic in bank.advice] == ["empty-body"]


def test_broken(tmp_path: Path) -> None:
    """A bank with mistakes cannot be built, and each mistake is told."""
    other = PATH.replace("sykkelbuss", "gangbuss")
    root = write_bank(tmp_path, {PATH: entry_text(phase="ferdig?"), other: entry_text(title=None)})

    with pytest.raises(BrokenEntriesError) as caught:
        load_bank(settings(root=root), watch=Stopwatch(Silence()))

    assert {diagnostic.path for diagnostic in caught.value.diagnostics} == {PATH, other}
