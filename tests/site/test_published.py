"""An address once published answers for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idebank.build import load_bank
from idebank.build.answers import answers_of, planned_site, prose_addresses
from idebank.cli.addresses import answers
from idebank.progress import Silence, Stopwatch
from tests.words import settings

if TYPE_CHECKING:
    from pathlib import Path


def test_published_addresses_answer(site: Path, bank: Path) -> None:
    """Every address that was ever published still has a page, be it one that leads on."""
    published = (bank / "content" / "published.txt").read_text(encoding="utf-8").split()

    assert len(published) > 800
    assert [path for path in published if not answers(site, path.lstrip("/"))] == []


def test_the_plan_is_what_is_built(site: Path, bank: Path) -> None:
    """What the bank answers at is known without building it, page by page."""
    own = settings(root=bank)
    loaded = load_bank(own, watch=Stopwatch(Silence()))
    planned = answers_of(
        loaded, planned_site(loaded, settings=own), prose=prose_addresses(bank / "content" / "pages")
    )
    files = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}

    assert planned.addresses == {file.removesuffix("index.html") for file in files}
