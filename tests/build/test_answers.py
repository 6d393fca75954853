"""What a bank answers at is known without building it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idebank.build import load_bank
from idebank.build.answers import answers_of, planned_site, prose_addresses
from idebank.progress import Silence, Stopwatch
from tests.fixture_bank import BANK, TODAY
from tests.words import settings

if TYPE_CHECKING:
    from pathlib import Path


def test_the_plan_is_what_is_built(fixture_site: Path) -> None:
    """Every page of the small bank's site is in the plan, and the site has every page of the plan."""
    own = settings(root=BANK, today=TODAY.date().isoformat())
    bank = load_bank(own, watch=Stopwatch(Silence()))
    answers = answers_of(
        bank, planned_site(bank, settings=own), prose=prose_addresses(BANK / "content/pages")
    )
    files = {path.relative_to(fixture_site).as_posix() for path in fixture_site.rglob("*.html")}

    assert answers.addresses == {file.removesuffix("index.html") for file in files}
    assert answers.vanished == ()
