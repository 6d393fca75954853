"""What no entry can cost more than: a second and 300 MB for its check, 1 GB for the site of any bank."""

from __future__ import annotations

import shutil
import sys
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from tests.cost.hostile import costly, every, texts, write_hostile_bank
from tests.factories import PATH, check_source
from tests.fixture_bank import BANK
from tests.site.commands import REPOSITORY, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _work(what: str, root: Path) -> list[str]:
    """Return what the work on a bank said, in a process that has only so much memory."""
    finished = run(sys.executable, "-m", "tests.cost.work", what, root, cwd=REPOSITORY)
    assert finished.returncode == 0, finished.stderr[-2000:]
    return finished.stdout.splitlines()


def _accepted(entries: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the entries without errors: with no more than their text, and as many as a bank would have."""
    for name, text in entries:
        if check_source(PATH, text.encode())[0]:
            yield name, text


def _slowest(lines: list[str]) -> float:
    return float(lines[-1].split()[0])


def test_costly_entries_are_checked_in_time_and_memory(tmp_path: Path) -> None:
    """The entries that cost most are checked within a second and 300 MB each."""
    root = write_hostile_bank(tmp_path, iter(costly().items()))

    assert _slowest(_work("check", root)) < 1


def test_costly_entries_are_told_of_in_short() -> None:
    """However much is wrong with an entry, it is told in a few pages."""
    told = {name: len(check_source(PATH, text.encode())[1]) for name, text in costly().items()}

    assert {name: count for name, count in told.items() if not 1 <= count <= 230} == {}


def test_what_is_accepted_is_made_in_memory(tmp_path: Path) -> None:
    """Of the longest texts that pass the check, every fourth becomes story and search index within 1 GB."""
    accepted = list(_accepted(islice(texts(), 0, None, 4)))
    root = write_hostile_bank(tmp_path, iter(accepted))

    made = _work("make", root)[-1].split()

    assert int(made[0]) == len(accepted) > 12
    assert int(made[2]) < 20 * sum(len(text) for _, text in accepted)


@pytest.mark.soak
def test_any_entry_is_checked_in_time_and_memory(tmp_path: Path) -> None:
    """Whatever stands wherever in an entry, it is checked within a second and 300 MB."""
    root = write_hostile_bank(tmp_path, every())

    assert _slowest(_work("check", root)) < 1


@pytest.mark.soak
def test_any_bank_is_built_in_memory(tmp_path: Path) -> None:
    """A bank of the longest texts is built within 1 GB by the command."""
    root = write_hostile_bank(tmp_path, _accepted(texts()))
    shutil.copy(BANK / "mkdocs.yml", root)
    shutil.copytree(BANK / "content" / "pages", root / "content" / "pages")
    site = tmp_path / "site"

    _work("build", root)

    assert (site / "index.html").is_file()
