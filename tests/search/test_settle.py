"""An index of Pagefind's gets the same bytes whatever order Pagefind wrote it in."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from idebank.search.settle import UnknownIndexError, settle
from tests.factories import write_bank

if TYPE_CHECKING:
    from pathlib import Path

PHASE_PAGES = b"\x82\x63old\x82\x00\x18\x40", b"\x82\x63new\x81\x19\x01\x00"
"""Values of a filter: a text, and the numbers 0 and 64, or 256, of pages."""


def _file(cbor: bytes) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor)


def _index(folder: Path, *, values: bytes, filters: bytes) -> dict[str, bytes]:
    """Write an index with two filters, settle it, and return its files."""
    write_bank(
        folder,
        {
            "pagefind-entry.json": json.dumps({"languages": {"no": {"hash": "no_aaaaaaaaaa"}}}),
            "pagefind.no_aaaaaaaaaa.pf_meta": _file(b"\x86\x651.5.2\x80\x80\x82" + filters + b"\x80\x80"),
            "filter/no_bbbbbbb.pf_filter": _file(b"\x82\x65phase\x82" + values),
            "filter/no_ccccccc.pf_filter": _file(b"\x82\x64goal\x80"),
        },
    )
    settle(folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_order_of_writing_shows_nowhere(tmp_path: Path) -> None:
    """Values and filters in any order become the same files with the same names."""
    old, new = PHASE_PAGES
    phase, goal = b"\x82\x65phase\x6ano_bbbbbbb", b"\x82\x64goal\x6ano_ccccccc"
    one = _index(tmp_path / "one", values=old + new, filters=phase + goal)
    other = _index(tmp_path / "other", values=new + old, filters=goal + phase)

    assert len(one) == 4
    assert one == other


def test_names_in_the_index_are_those_of_the_files(tmp_path: Path) -> None:
    """The entry file names the meta file, and the meta file each filter's."""
    old, new = PHASE_PAGES
    filters = b"\x82\x65phase\x6ano_bbbbbbb\x82\x64goal\x6ano_ccccccc"
    files = _index(tmp_path, values=old + new, filters=filters)
    name = json.loads(files["pagefind-entry.json"])["languages"]["no"]["hash"]
    meta = gzip.decompress(files[f"pagefind.{name}.pf_meta"])

    assert all(file[7:17].encode() in meta for file in files if file.startswith("filter/"))


def test_numbers_of_every_width_stay(tmp_path: Path) -> None:
    """What is settled says what it said before."""
    old, new = PHASE_PAGES
    files = _index(
        tmp_path, values=old + new, filters=b"\x82\x65phase\x6ano_bbbbbbb\x82\x64goal\x6ano_ccccccc"
    )
    contents = {gzip.decompress(content) for name, content in files.items() if name.startswith("filter/")}

    assert contents == {b"pagefind_dcd\x82\x65phase\x82" + new + old, b"pagefind_dcd\x82\x64goal\x80"}


def test_unknown_index_is_refused(tmp_path: Path) -> None:
    """Another Pagefind's index is not taken apart by guesswork."""
    write_bank(
        tmp_path,
        {
            "pagefind-entry.json": json.dumps({"languages": {"no": {"hash": "no_aaaaaaaaaa"}}}),
            "pagefind.no_aaaaaaaaaa.pf_meta": gzip.compress(b"something else"),
        },
    )

    with pytest.raises(UnknownIndexError):
        settle(tmp_path)
