"""What git lists of a pull request is read, whatever its files are called."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final

import pytest

from idebank.contribute.changes import FileChange, entries_touched, new_lines, read_changes

if TYPE_CHECKING:
    from pathlib import Path

IDENTITY: Final = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.quotePath=true")


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), *IDENTITY, *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout


def test_what_git_lists(tmp_path: Path) -> None:
    """New, changed, gone, links, programs and odd names are all told apart."""
    _git(tmp_path, "init", "--quiet")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("x\n")
    _git(tmp_path, "add", "--all")
    _git(tmp_path, "commit", "--quiet", "--message", "a")
    (tmp_path / "a.md").write_text("y\n")
    (tmp_path / "b.md").unlink()
    (tmp_path / "ny «fil»\n::error::x.md").write_text("y\n")
    (tmp_path / "lenke.md").symlink_to("/etc/passwd")
    (tmp_path / "program").write_text("y\n")
    (tmp_path / "program").chmod(0o755)
    _git(tmp_path, "add", "--all")
    listed = _git(tmp_path, "diff", "--raw", "-z", "--no-renames", "--cached")

    assert read_changes(listed) == (
        FileChange("a.md"),
        FileChange("b.md", is_gone=True),
        FileChange("lenke.md", is_new=True, is_plain=False),
        FileChange("ny «fil»\n::error::x.md", is_new=True),
        FileChange("program", is_new=True, is_plain=False),
    )


def test_nothing() -> None:
    """No change is no change."""
    assert read_changes(b"") == ()


def test_names_that_are_no_text() -> None:
    """A name that is no text is shown as far as it can be."""
    (change,) = read_changes(b":000000 100644 0000000 1234567 A\0content/needs/\xe5.md\0")

    assert change == FileChange("content/needs/\ufffd.md", is_new=True)


@pytest.mark.parametrize("listed", [b"a.md\0", b"a\0b\0", b":1 2 3 M\0a\0", b":1 2 3 4 M\0a\0:1 2 3 4 M\0"])
def test_another_list(listed: bytes) -> None:
    """Something else than what was asked of git is our mistake."""
    with pytest.raises(ValueError, match="git diff --raw"):
        read_changes(listed)


@pytest.mark.parametrize(
    ("path", "contribution"),
    [
        ("content/initiatives/oslo/a.md", True),
        ("content/initiatives/oslo/a/b.jpg", True),
        ("content/needs/a.md", True),
        ("content/pages/nb/om.md", False),
        ("content/published.txt", False),
        ("content/../Makefile", False),
        ("Makefile", False),
        (".github/workflows/check.yml", False),
        ("x/content/needs/a.md", False),
    ],
)
def test_contributions(path: str, *, contribution: bool) -> None:
    """Contributions lie in the folders of the kinds, and nowhere else."""
    assert FileChange(path).is_contribution == contribution


def test_entries_touched() -> None:
    """An entry is changed when its file is, or something in its folder."""
    entries = ("content/needs/a.md", "content/needs/b.md", "content/initiatives/oslo/c.md")
    changes = [
        FileChange("content/needs/a.md"),
        FileChange("content/initiatives/oslo/c/bilde.jpg", is_new=True),
        FileChange("content/initiatives/oslo/c.md"),
        FileChange("content/needs/gone.md", is_gone=True),
        FileChange("b.md"),
    ]

    assert entries_touched(changes, entries) == ("content/needs/a.md", "content/initiatives/oslo/c.md")


def test_new_lines() -> None:
    """Lines that were there before, anywhere, are not new."""
    assert new_lines(b"a\nb\n", b"b\nc\r\na\nd") == {2, 4}
    assert new_lines(None, b"a\nb\n") == {1, 2}
    assert new_lines(b"a", b"") == frozenset()
