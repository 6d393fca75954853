"""The table of routes is what a site has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idebank.build import load_bank
from idebank.build.answers import planned_site, prose_addresses
from idebank.progress import Silence, Stopwatch
from idebank.routes import TABLE, Role, located
from tests.fixture_bank import BANK, TODAY
from tests.words import settings

if TYPE_CHECKING:
    from pathlib import Path


def test_every_route_answers(fixture_site: Path) -> None:
    """The small bank's site has something at every route of the table."""
    files = (path.relative_to(fixture_site).as_posix() for path in fixture_site.rglob("*.*"))
    found = (located(file.removesuffix("index.html")) for file in files)
    answering = {one.route.name for one in found if one}

    assert {name for name, row in TABLE.items() if row.role is not Role.FOLDER} - answering == set()


def test_every_page_has_a_route() -> None:
    """No page of the small bank has an address that the table does not know, or knows as a file's."""
    own = settings(root=BANK, today=TODAY.date().isoformat())
    site = planned_site(load_bank(own, watch=Stopwatch(Silence())), settings=own)
    pages = {site.address(job) for job in site.jobs()}.union(prose_addresses(BANK / "content/pages"))
    found = {page: located(page) for page in pages}

    assert {
        page for page, one in found.items() if not one or one.route.role in (Role.FILE, Role.FOLDER)
    } == set()
