"""Confirmations: one line of a file is set, or nothing is."""

from __future__ import annotations

import pytest

from idebank.contribute.notes import verified
from tests.factories import entry_text

PLAIN = entry_text()
TODAY = "2026-11-26"
LINE = f'verified: "{TODAY}"'


def _lines(text: str) -> list[str]:
    return text.split("\n")


@pytest.mark.parametrize("written", ['"2024-01-01"', "2024-01-01", "'2024-01-01'"])
def test_set_anew(written: str) -> None:
    """The day stands where it stood; every other line is as it was."""
    before = entry_text(verified=written)
    changed = verified(before.encode(), TODAY)
    assert changed is not None
    pairs = list(zip(_lines(before), _lines(changed.decode()), strict=True))

    assert [new for old, new in pairs if old != new] == [LINE]


def test_set_for_the_first_time() -> None:
    """The day stands after that of publishing; every other line is as it was."""
    changed = verified(PLAIN.encode(), TODAY)
    assert changed is not None
    lines = _lines(changed.decode())

    assert lines.pop(lines.index('published: "2026-11-22"') + 1) == LINE
    assert lines == _lines(PLAIN)


def test_line_ends_stay() -> None:
    """A file with Windows' line ends keeps them, the new line too."""
    changed = verified(PLAIN.replace("\n", "\r\n").encode(), TODAY)
    assert changed is not None

    assert changed.count(b"\r\n") == changed.count(b"\n") == PLAIN.count("\n") + 1


def test_only_the_front_matter_counts() -> None:
    """Lines of the text that look like fields stay as they are."""
    body = 'verified: "2020-01-01"\npublished: "2020-01-01"\n\n---\n'
    changed = verified(entry_text(body).encode(), TODAY)
    assert changed is not None

    assert changed.decode().endswith(f"---\n\n{body}")
    assert changed.decode().count(LINE) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bare tekst.",
        PLAIN.replace("---\n", "", 1),
        PLAIN.replace("---\n\n", "\n", 1),
        entry_text(verified='\n  "2024-01-01"'),
        entry_text(published=None),
        entry_text(verified="2024-01-01 # av rektor"),
        "---\n{title: a, published: b}\n---\n",
    ],
)
def test_left_to_a_person(text: str) -> None:
    """Where the one line cannot be told for sure, nothing is changed."""
    assert verified(text.encode(), TODAY) is None
