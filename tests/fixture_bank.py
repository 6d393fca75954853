"""The small bank under tests/fixtures/bank, and how a test builds its site."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from mkdocs.commands.build import build
from mkdocs.config import load_config

BANK: Final = Path(__file__).parent / "fixtures" / "bank"
ENTRIES: Final = BANK / "content" / "initiatives"


def build_site(folder: Path) -> Path:
    """Build the site below `folder` as `idebank build --no-search` does, in one process, and return it."""
    config = load_config(str(BANK / "mkdocs.yml"), site_dir=str(folder / "site"))
    plugin = config.plugins["idebank"]
    plugin.config.search = False
    plugin.config.workers = 1
    build(config)
    return folder / "site"
