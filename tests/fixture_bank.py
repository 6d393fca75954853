"""The small bank under tests/fixtures/bank, and how its site is built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from idebank.cli import main

BANK: Final = Path(__file__).parent / "fixtures" / "bank"
ENTRIES: Final = BANK / "content" / "initiatives"


@dataclass(frozen=True, slots=True)
class Built:
    """A site, and what the command said while it built it."""

    site: Path
    said: str


def build_bank(folder: Path) -> Built:
    """Build the bank's site below `folder` with the command, without the search index."""
    site = folder / "site"
    command = ["build", "-f", str(BANK / "mkdocs.yml"), "-d", str(site), "--no-search", "--timings"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    return Built(site, result.output)
