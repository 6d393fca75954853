"""What the check passes, the build builds: whatever hypothesis makes of the schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from idebank.kinds import KINDS
from tests.hostile import Written, entries, hostile_bank
from tests.minimal import build

if TYPE_CHECKING:
    from pathlib import Path

BANK: Final = 120
"""Entries of each kind in one bank, at most."""


@pytest.mark.parametrize("count", [15, pytest.param(1_500, marks=pytest.mark.soak)], ids=["a few", "many"])
def test_hostile_entries(tmp_path: Path, count: int) -> None:
    """However entries are written, those that the check takes are all published."""
    drawn = {kind: _drawn(kind, count) for kind in KINDS}
    for start in range(0, count, BANK):
        root = tmp_path / str(start)
        number = hostile_bank(root, {kind: own[start : start + BANK] for kind, own in drawn.items()})
        summary = build(root, root / "site")

        assert summary.aside == ()
        assert summary.entries == number


def _drawn(kind: str, count: int) -> list[Written]:
    """Return so many entries of a kind; nothing is asserted of each, so that one site takes all."""
    drawn: list[Written] = []

    @settings(max_examples=count, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(entries(kind))
    def draw(one: Written) -> None:
        drawn.append(one)

    draw()
    return drawn
