"""Entries as large as any may be, and as bad: what costs most to check, and what the check lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from idebank import limits
from tests.cost.shapes import shapes
from tests.factories import PATH, entry_text, write_bank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_ROOM: Final = limits.VALUES - 60
"""Values that an entry has room for beside those of `entry_text`."""
_PLACES: Final[Mapping[str, Callable[[str], str]]] = {
    "text": entry_text,
    "fields": lambda text: f"---\n{text}\n---\n\nTekst.\n",
    "title": lambda text: entry_text(title=f'"{text}"'),
    "item": lambda text: entry_text(partners=f"[{text}]"),
    "e-mail address": lambda text: entry_text(contact=f'{{email: "{text}"}}'),
    "file": str,
}


def costly() -> dict[str, str]:
    """Return by name the entries on which most work was done for each byte."""
    records = "".join(f'  - {{title: "Plan {n}", kind: raport, url: "a b"}}\n' for n in range(_ROOM // 4))
    return {
        "unknown fields": entry_text(**{f"ukjent{n}": "x" for n in range(_ROOM)}),
        "unknown values": entry_text(themes=_listed(f"sykkell{n}" for n in range(_ROOM))),
        "empty items": entry_text(partners=_listed('""' for _ in range(_ROOM))),
        "one item again and again": entry_text(sdgs=_listed("11" for _ in range(_ROOM))),
        "records with mistakes": entry_text(attachments="\n" + records),
        "anchors": entry_text(partners=_listed("&a b" for _ in range(_ROOM))),
        "quoted items": entry_text(partners=_listed("«a»" for _ in range(_ROOM))),
        "tabs": entry_text(partners="\n" + "\t- a\n" * (limits.ENTRY_BYTES // 6)),
        "comments": entry_text(partners="\n" + "  - a #b\n" * _ROOM),
        "lines that cannot be read": entry_text(title="\n" + '@a: "b\n' * (limits.ENTRY_BYTES // 8)),
        "headings": entry_text("# a\n" * (limits.BODY // 4)),
        "mailboxes": entry_text("ola.nordmann@a.no\n" * (limits.BODY // 18)),
        "identity numbers": entry_text("13097248022\n" * (limits.BODY // 12)),
        "tags": entry_text("<b>\n" * (limits.BODY // 4)),
    }


def every() -> Iterator[tuple[str, str]]:
    """Yield by name entries in which a text of each shape stands at each place, in lines and in one."""
    for place, write in _PLACES.items():
        for shape, text in shapes(limits.ENTRY_BYTES - 1_000).items():
            yield f"{shape} as {place}", _cut(write(text))
            yield f"{shape} as {place}, in lines", _cut(write(_in_lines(text)))


def texts() -> Iterator[tuple[str, str]]:
    """Yield by name entries with a text of each shape, as long as a text may be."""
    for shape, text in shapes(limits.BODY - 1_000).items():
        yield shape, entry_text(_in_lines(text)[: limits.BODY], title=f'"Om {len(shape)} {shape[:40]}"')


def write_hostile_bank(root: Path, entries: Iterator[tuple[str, str]]) -> Path:
    """Write entries as the bank in `root`, whatever they are."""
    folder = PATH.rpartition("/")[0]
    return write_bank(root, {f"{folder}/nr-{n}.md": text for n, (_, text) in enumerate(entries)})


def _listed(items: Iterator[str]) -> str:
    """Return items as a list, some to a line."""
    listed = list(items)
    lines = (", ".join(listed[at : at + 100]) for at in range(0, len(listed), 100))
    return "[" + ",\n  ".join(lines) + "]"


def _in_lines(text: str) -> str:
    """Return a text whose lines are no longer than a line may be, with an empty one between them."""
    step = limits.LINE - 1_000
    return "\n\n".join(
        line[at : at + step] for line in text.split("\n") for at in range(0, len(line) or 1, step)
    )


def _cut(text: str) -> str:
    return text.encode("utf-8", "replace")[: limits.ENTRY_BYTES].decode("utf-8", "ignore")
