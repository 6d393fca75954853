"""Files found and refused."""

import os
from pathlib import Path

import pytest

from idebank import limits
from idebank.source import list_bank, load_source, load_sources
from tests.factories import PATH, entry_text, write_bank

OTHER = "content/initiatives/troms/gangbuss.md"


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return write_bank(tmp_path, {PATH: entry_text(), OTHER: entry_text(), f"{PATH[:-3]}/tur.jpg": b"x"})


def test_entries_in_order(root: Path) -> None:
    """All entries come, sorted by path."""
    assert [source.path for source in load_sources(root)] == [PATH, OTHER]


def test_an_empty_bank(tmp_path: Path) -> None:
    """A folder without content is a bank without entries."""
    assert list(load_sources(tmp_path)) == []


def test_siblings(root: Path) -> None:
    """An entry's own files are listed under it."""
    listing = list_bank(root)

    assert [(sibling.name, sibling.size) for sibling in listing.siblings[PATH[:-3]]] == [("tur.jpg", 1)]
    assert listing.problems == ()


@pytest.mark.parametrize(
    "chosen", [PATH, "content/initiatives/nordland", f"./{PATH}", "content/initiatives/troms/../nordland"]
)
def test_chosen_paths(root: Path, chosen: str) -> None:
    """Files and folders may be chosen, however they are written."""
    assert [source.path for source in load_sources(root, [root / chosen])] == [PATH]


def test_chosen_from_within(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are relative to where one stands, as on any command line."""
    monkeypatch.chdir(root / "content/initiatives/troms")

    assert [source.path for source in load_sources(root, [Path("gangbuss.md")])] == [OTHER]
    assert [source.path for source in load_sources(root, [Path()])] == [OTHER]


def test_what_systems_leave_behind(root: Path) -> None:
    """Nobody hears of the files that an operating system strews about."""
    write_bank(root, {"content/initiatives/.DS_Store": b"x", "content/initiatives/troms/Thumbs.db": b"x"})

    assert list_bank(root).problems == ()


def test_a_linked_folder_is_not_entered(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What lies behind a link is none of the bank's."""
    outside = write_bank(tmp_path_factory.mktemp("outside"), {"secret.md": entry_text()})
    (root / "content/initiatives/oslo").symlink_to(outside)

    listing = list_bank(root)

    assert listing.entries == (PATH, OTHER)
    assert [problem.rule for problem in listing.problems] == ["symlink"]


def test_a_giant_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is never opened."""
    write_bank(root, {PATH: b"x" * (limits.ENTRY_BYTES + 1)})
    monkeypatch.setattr(os, "read", None)

    source = load_source(root, PATH)

    assert source.raw is None
    assert source.problem is not None
    assert source.problem.rule == "file-too-large"


def test_composed_and_decomposed_names(root: Path) -> None:
    """Two spellings of å are one name to a reader, and to some file systems."""
    write_bank(root, {"content/initiatives/oslo/bål.md": b"", "content/initiatives/oslo/ba\u030al.md": b""})

    assert [problem.rule for problem in list_bank(root).problems] == ["twin-names"]
