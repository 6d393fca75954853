"""The lists of addresses that a bank keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.source import Moved, load_kept, read_moved

if TYPE_CHECKING:
    from pathlib import Path


def test_moved() -> None:
    """A line says where an address leads now, or that it is closed; remarks and empty lines are skipped."""
    text = "\ufeff# Navn som er endret\r\n/virksomhet/a/ /virksomhet/b/\r\n\r\n/tiltak/borte/  # tatt bort"

    assert read_moved(text.encode()) == (
        (Moved("virksomhet/a/", "virksomhet/b/", 2), Moved("tiltak/borte/", "", 4)),
        (),
    )


@pytest.mark.parametrize(
    "line",
    [
        "/a/ /b/ /c/", "a/ /b/", "/a/ https://b.example/", "/a", "/", "/a/ /", "//", "/a//", "/../",
        "/a/../../b/",
        "/./", "/.a/", "/a./", "/A/", "/æ/", "/a\\b/", "/<b>/", "/%2e%2e/", "/a/ /b/?c=d", "/x/", "/x/ /z/",
    ],
)  # fmt: skip
def test_unreadable_line(line: str) -> None:
    """What is no pair of addresses, or repeats another line, is told; nothing can lead out of the site."""
    moved, problems = read_moved(f"/x/ /y/\n{line}\n".encode())

    assert moved == (Moved("x/", "y/", 1),)
    assert [(problem.rule, problem.path, problem.line) for problem in problems] == [
        ("broken-move", "content/moved.txt", 2)
    ]


def test_kept(tmp_path: Path) -> None:
    """A bank without lists keeps nothing; one with lists knows each address by its line."""
    folder = tmp_path / "content"
    folder.mkdir()

    assert (load_kept(tmp_path).published, load_kept(tmp_path).moved) == ({}, ())

    (folder / "published.txt").write_text("/\n\n/tiltak/a/\n")
    (folder / "moved.txt").write_text("/tiltak/a/\n")

    assert load_kept(tmp_path).published == {"": 1, "tiltak/a/": 3}
    assert load_kept(tmp_path).moved == (Moved("tiltak/a/", "", 1),)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """A list that is a link is refused: what it points to would be told in messages."""
    (tmp_path / "secret.txt").write_text("secret\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "moved.txt").symlink_to(tmp_path / "secret.txt")

    assert [problem.rule for problem in load_kept(tmp_path).problems] == ["symlink"]


def test_a_giant_is_told(tmp_path: Path) -> None:
    """A list that is too long to be read is not taken for an empty one."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "moved.txt").write_text("/tiltak/a/\n" * 200_000)

    assert [problem.rule for problem in load_kept(tmp_path).problems] == ["file-too-large"]
