"""What waits for whom: the weekly list, short enough to be worked through."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

import msgspec

from idebank.contribute.escaping import quoted
from idebank.contribute.intake import APPROVED, MISSING, NEW, SENT_IN, TURNED_DOWN, WAITING
from idebank.wording import Wording

LIST: Final = "venteliste"
"""Label of the issue that holds the list."""
MAX_ITEMS: Final = 10
_SILENT: Final = 14
"""Days after which whoever was asked may be reminded."""


class Turn(StrEnum):
    """What the next step is, in the order in which it is listed; the value is its message's key."""

    OPEN = "open"
    """Approved; somebody has to open the pull request."""
    REVIEW = "review"
    """A pull request that somebody has to look over."""
    READ = "read"
    """New; somebody has to read it."""
    REMIND = "remind"
    """The contributor has not answered for a while."""


class _Label(msgspec.Struct):
    name: str = ""


class Item(msgspec.Struct, frozen=True):
    """An issue or a pull request as GitHub lists it."""

    number: int
    html_url: str
    title: str
    created_at: str
    updated_at: str
    labels: list[_Label] = []
    pull_request: Any = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits."""

    turn: Turn
    days: int
    item: Item


def read_items(raw: bytes) -> list[Item]:
    """Return what GitHub lists, one page or a list of pages; raises msgspec.MsgspecError."""
    pages = msgspec.json.decode(raw, type=list[Any])
    flat = [item for page in pages for item in (page if isinstance(page, list) else [page])]
    return msgspec.convert(flat, list[Item])


def what_waits(items: Sequence[Item], *, today: str) -> list[Waiting]:
    """Return what waits, whoever has waited longest first; `today` is ISO."""
    found = list(_waiting(items, date.fromisoformat(today)))
    turns = list(Turn)
    return sorted(found, key=lambda one: (turns.index(one.turn), -one.days, one.item.number))


def waiting_list(found: Sequence[Waiting], wording: Wording) -> str:
    """Return the list as Markdown: at most MAX_ITEMS, and how many there are besides."""
    shown = found[:MAX_ITEMS]
    parts = [wording.t("waiting.lead" if shown else "waiting.nothing")]
    for turn in Turn:
        lines = [_line(one, wording) for one in shown if one.turn is turn]
        if lines:
            heading = wording.t(f"waiting.{turn}.heading")
            parts += [f"#### {heading}", wording.t(f"waiting.{turn}.text"), "\n".join(lines)]
    if len(found) > len(shown):
        parts.append(wording.tn("waiting.more", len(found) - len(shown)))
    return "\n\n".join(parts) + "\n"


def _waiting(items: Sequence[Item], today: date) -> Iterator[Waiting]:
    for item in items:
        turn = _turn(item, _days(item.updated_at, today))
        if turn:
            since = item.updated_at if turn is Turn.REMIND else item.created_at
            yield Waiting(turn, _days(since, today), item)


def _turn(item: Item, silent: int) -> Turn | None:
    labels = {label.name for label in item.labels}
    if labels & {TURNED_DOWN, LIST}:
        return None
    if labels & {WAITING, MISSING}:
        return Turn.REMIND if silent >= _SILENT else None
    if item.pull_request is not None:
        return None if item.draft else Turn.REVIEW
    if APPROVED in labels:
        return Turn.OPEN
    return Turn.READ if labels & {NEW, SENT_IN} else None


def _days(moment: str, today: date) -> int:
    return max(0, (today - date.fromisoformat(moment[: len("2026-11-26")])).days)


def _line(one: Waiting, wording: Wording) -> str:
    title = quoted(one.item.title, limit=100) or f"{one.item.number}"
    since = wording.tn("waiting.days", one.days) if one.days else wording.t("waiting.today")
    return f"- [{title}]({one.item.html_url}) – {since}"
