"""Pagefind's index with the same bytes every time.

Pagefind writes the filters, and the values within each, in an order that differs from run to run; so do the
names of the files, which are fingerprints of their content. Here both are put in order and named anew. The
files are gzipped CBOR behind a signature, and use whole numbers, texts and arrays of it.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any, Final

_SIGNATURE: Final = b"pagefind_dcd"
_NUMBER, _TEXT, _ARRAY = 0, 3, 4
_FILTERS, _SORTS = 3, 4
"""Where in the list of a meta file the filters' and the sort orders' lists are."""


class UnknownIndexError(ValueError):
    """Raised for an index that is not built as the Pagefind we know builds it."""


def settle(folder: Path) -> None:
    """Put every language of the index in `folder` in order."""
    path = folder / "pagefind-entry.json"
    entry = json.loads(path.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        language["hash"] = _settle_language(folder, language["hash"])
    path.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _settle_language(folder: Path, name: str) -> str:
    path = folder / f"pagefind.{name}.pf_meta"
    meta = _read(path)
    meta[_FILTERS] = sorted(
        [field, _settle_filter(folder / "filter", file)] for field, file in meta[_FILTERS]
    )
    meta[_SORTS] = sorted(meta[_SORTS])
    return _write(path, meta, name=name)


def _settle_filter(folder: Path, name: str) -> str:
    path = folder / f"{name}.pf_filter"
    field, values = _read(path)
    return _write(path, [field, sorted(values)], name=name)


def _read(path: Path) -> Any:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_SIGNATURE):
        raise UnknownIndexError(path.name)
    value, end = _decode(content, len(_SIGNATURE))
    if end != len(content):
        raise UnknownIndexError(path.name)
    return value


def _write(path: Path, value: object, *, name: str) -> str:
    """Write a file anew and return its new name: the same language, and a fingerprint of the same length."""
    content = _SIGNATURE + _encode(value)
    language, _, old = name.rpartition("_")
    new = f"{language}_{hashlib.sha256(content).hexdigest()[: len(old)]}"
    path.unlink()
    path.with_name(path.name.replace(name, new)).write_bytes(gzip.compress(content, mtime=0))
    return new


def _decode(content: bytes, at: int) -> tuple[Any, int]:
    """Return the value that begins at a place, and where it ends."""
    kind, size = divmod(content[at], 32)
    at += 1
    if size >= 24:  # noqa: PLR2004 - a number too large for five bits follows in 1, 2, 4 or 8 bytes
        width = 1 << (size - 24)
        size, at = int.from_bytes(content[at : at + width], "big"), at + width
    if kind == _NUMBER:
        return size, at
    if kind == _TEXT:
        return content[at : at + size].decode(), at + size
    if kind != _ARRAY:
        raise UnknownIndexError(f"CBOR of kind {kind}")
    values = []
    for _ in range(size):
        value, at = _decode(content, at)
        values.append(value)
    return values, at


def _encode(value: object) -> bytes:
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    if isinstance(value, list):
        return _head(_ARRAY, len(value)) + b"".join(map(_encode, value))
    raise TypeError(type(value))


def _head(kind: int, size: int) -> bytes:
    first = kind * 32
    if size < 24:  # noqa: PLR2004 - the largest number that five bits hold beside the four widths
        return bytes([first + size])
    width = next(exponent for exponent in range(4) if size < 256 ** (1 << exponent))
    return bytes([first + 24 + width]) + size.to_bytes(1 << width, "big")
