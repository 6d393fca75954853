"""The real bank, built once for all tests of the whole site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.model import Entry, Initiative
from tests import factories
from tests.sharing import made_once
from tests.site.addresses import SITE_URL, Pages
from tests.site.commands import build, configure, copy_bank
from tests.site.markup import read_markup

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the repository's bank; no test changes it."""
    return made_once(tmp_path_factory, "real", lambda folder: copy_bank(folder / "bank")) / "bank"


@pytest.fixture(scope="session")
def site(bank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the real bank's site, built for an address below a host's root."""

    def make(folder: Path) -> None:
        config = configure(bank, "under.yml", f"site_url: {SITE_URL}\n")
        build(bank, "--site-dir", folder / "site", config=config)

    return made_once(tmp_path_factory, "under", make) / "site"


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """Return every page of the site."""
    return Pages(
        {
            path.relative_to(site).as_posix(): read_markup(path.read_text(encoding="utf-8"))
            for path in sorted(site.rglob("*.html"))
        }
    )


@pytest.fixture(scope="session")
def everything(bank: Path) -> tuple[Entry, ...]:
    """Return the real bank's entries of every kind."""
    return factories.check(bank).entries


@pytest.fixture(scope="session")
def entries(everything: tuple[Entry, ...]) -> tuple[Initiative, ...]:
    """Return the real bank's initiatives."""
    return tuple(entry for entry in everything if isinstance(entry, Initiative))
