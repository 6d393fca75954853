"""Output files: each whole, each address once, all counted."""

from __future__ import annotations

import os
import resource
import signal
from typing import TYPE_CHECKING

import pytest

from idebank.artifacts import AddressTakenError, IncompleteOutputError, Output
from idebank.workers import map_forked

if TYPE_CHECKING:
    from pathlib import Path


def test_write(tmp_path: Path) -> None:
    """A file is written with the folders that lead to it."""
    output = Output(tmp_path)

    output.write("tiltak/frø/index.html", b"hei")
    output.write("tiltak/frø/bilde.webp", b"RIFF")
    output.write("robots.txt", b"")

    assert (tmp_path / "tiltak/frø/index.html").read_bytes() == b"hei"
    assert (tmp_path / "tiltak/frø/bilde.webp").read_bytes() == b"RIFF"
    assert (tmp_path / "robots.txt").read_bytes() == b""


def test_address_taken(tmp_path: Path) -> None:
    """An address is written once; the second page that wants it is an error and changes nothing."""
    output = Output(tmp_path)
    output.write("index.html", b"en")

    with pytest.raises(AddressTakenError, match=r"index\.html"):
        output.write("index.html", b"to")

    assert (tmp_path / "index.html").read_bytes() == b"en"


def test_written_bit_by_bit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that takes a few bytes at a time gets them all."""
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:3]))

    Output(tmp_path).write("index.html", b"0123456789")

    assert (tmp_path / "index.html").read_bytes() == b"0123456789"


def test_limit_on_the_size_of_a_file(tmp_path: Path) -> None:
    """Where the system takes a part and no more, writing fails: half a page is never passed off as one."""

    def write_too_much(number: int) -> str:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            Output(tmp_path).write(f"{number}.html", b"x" * 3000)
        except OSError as error:
            return type(error).__name__ + str(error.errno)
        return "written"

    # The last item runs in this process, which must keep its limits.
    answers = map_forked(lambda n: write_too_much(n) if n < 2 else "", [0, 1, 2], workers=3)

    assert answers == ["OSError27", "OSError27", ""]


def test_parts_are_counted(tmp_path: Path) -> None:
    """What parts of the work have written counts as written by the whole."""
    output = Output(tmp_path)

    def write(number: int) -> dict[str, int]:
        part = output.part()
        part.write(f"{number}.html", b"x" * number)
        return part.written

    output.write("index.html", b"hei")
    for written in map_forked(write, [1, 2, 3], workers=2):
        output.take(written)

    assert output.written == {"index.html": 3, "1.html": 1, "2.html": 2, "3.html": 3}
    output.verify()


@pytest.mark.parametrize("whole", [True, False])
def test_verify_finds_what_is_gone(tmp_path: Path, *, whole: bool) -> None:
    """A file that somebody has taken away is missed."""
    output = Output(tmp_path)
    for name in ("a.html", "b.html", "c.html"):
        output.write(name, b"hei")
    (tmp_path / "b.html").unlink()

    with pytest.raises(IncompleteOutputError, match=r"1 of 3 .*b\.html"):
        output.verify(whole=whole)


def test_verify_finds_what_is_cut_off(tmp_path: Path) -> None:
    """A file that has become shorter is found, unless others may have rewritten it."""
    output = Output(tmp_path)
    output.write("a.html", b"hei")
    (tmp_path / "a.html").write_bytes(b"he")

    output.verify(whole=False)
    with pytest.raises(IncompleteOutputError):
        output.verify()


def test_anew(tmp_path: Path) -> None:
    """What was written can be taken away and written anew; what others had put there stays."""
    output = Output(tmp_path)
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder" / "a.png").touch()
    before = output.paths()
    output.write("tiltak/a/index.html", b"en")
    output.write("bilder/b.webp", b"en")
    output.keep_only(before)

    assert output.paths() == before
    assert output.written == {}

    output.write("tiltak/a/index.html", b"to")

    assert (tmp_path / "tiltak/a/index.html").read_bytes() == b"to"
