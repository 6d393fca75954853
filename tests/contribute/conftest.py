"""One page for all tests of the scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contribute.scripts import scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def script_page(chromium: Browser) -> Iterator[Page]:
    """Return a page at which the form's scripts can be imported."""
    with scripts(chromium) as page:
        yield page
