"""The same index, the same bytes."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idebank.search.settle import UnknownIndexError, _decode, _encode, settle

if TYPE_CHECKING:
    from pathlib import Path

SIGNATURE = b"pagefind_dcd"
VALUES = st.recursive(
    st.integers(min_value=0, max_value=2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30)
)


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(SIGNATURE + _encode(value)))


def _index(folder: Path, *, turned: bool) -> Path:
    """Write an index with its filters and values in one order or the other."""
    step = -1 if turned else 1
    filters = [["goal", "nb_aaaaaaa"], ["sector", "nb_bbbbbbb"]]
    meta = ["1.5", [], [], filters[::step], [["title", []], ["date", []]][::step]]
    _write(folder / "pagefind.nb_0000000.pf_meta", meta)
    _write(folder / "filter" / "nb_aaaaaaa.pf_filter", ["goal", [["3", [0]], ["11", [0, 1]]][::step]])
    _write(folder / "filter" / "nb_bbbbbbb.pf_filter", ["sector", [["skole", [0]]]])
    entry = {"version": "1.5", "languages": {"nb": {"hash": "nb_0000000", "page_count": 2}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@given(VALUES)
def test_round_trip(value: object) -> None:
    """What is written is read as it was, to its end."""
    content = _encode(value)

    assert _decode(content, 0) == (value, len(content))


def test_order_leaves_no_trace(tmp_path: Path) -> None:
    """Two indexes of the same content have the same files, whatever order they were written in."""
    first, second = _index(tmp_path / "a", turned=False), _index(tmp_path / "b", turned=True)

    settle(first)
    settle(second)

    assert _files(first) == _files(second)


def test_names_are_found(tmp_path: Path) -> None:
    """The files that the index names are there, and no others."""
    folder = _index(tmp_path, turned=False)

    settle(folder)

    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    [meta] = folder.glob("*.pf_meta")
    assert meta.name == f"pagefind.{entry['languages']['nb']['hash']}.pf_meta"
    assert len(list((folder / "filter").iterdir())) == 2


def test_unknown_file(tmp_path: Path) -> None:
    """A file of another kind is left alone, with an error."""
    folder = _index(tmp_path, turned=False)
    (folder / "pagefind.nb_0000000.pf_meta").write_bytes(gzip.compress(b"noe annet"))

    with pytest.raises(UnknownIndexError):
        settle(folder)


def test_more_than_expected(tmp_path: Path) -> None:
    """A file with something after its value is not what we know."""
    folder = _index(tmp_path, turned=False)
    (folder / "pagefind.nb_0000000.pf_meta").write_bytes(gzip.compress(SIGNATURE + _encode([]) + b"\x00"))

    with pytest.raises(UnknownIndexError):
        settle(folder)


def test_unknown_kind() -> None:
    """A value of a kind that Pagefind did not use before is an error."""
    with pytest.raises(UnknownIndexError):
        _decode(b"\xf6", 0)


def test_unknown_value() -> None:
    """Nothing else is ever written."""
    with pytest.raises(TypeError):
        _encode(None)
