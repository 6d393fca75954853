"""The small bank under tests/fixtures/bank, and how its site is built."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from idebank.cli import main

BANK: Final = Path(__file__).parent / "fixtures" / "bank"
ENTRIES: Final = BANK / "content" / "initiatives"
TODAY: Final = datetime(2026, 6, 1, 12, tzinfo=UTC)
"""When the bank is built: after some of its events and before others, whatever the clock says."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site, and what the command said while it built it."""

    site: Path
    said: str


def build_bank(folder: Path) -> Built:
    """Build the bank's site below `folder` with the command, without the search index."""
    site = folder / "site"
    command = ["build", "-f", str(BANK / "mkdocs.yml"), "-d", str(site), "--no-search", "--timings"]
    day = {"SOURCE_DATE_EPOCH": str(int(TODAY.timestamp()))}
    result = CliRunner().invoke(main, command, env=day)
    assert result.exit_code == 0, result.output
    return Built(site, result.output)
