"""An address once published answers for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idebank.cli.addresses import answers

if TYPE_CHECKING:
    from pathlib import Path


def test_published_addresses_answer(site: Path, bank: Path) -> None:
    """Every address that was ever published still has a page, be it one that leads on."""
    published = (bank / "content" / "published.txt").read_text(encoding="utf-8").split()

    assert len(published) > 800
    assert [path for path in published if not answers(site, path.lstrip("/"))] == []
