"""What tests of several folders share: one running browser, and the small bank's site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis
import pytest
from playwright.sync_api import sync_playwright

from tests.browser import MISSING, find_chromium, launch_arguments
from tests.fixture_bank import Built, build_bank

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

# The same examples each time, and no limit on time: a slow machine is no mistake.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return one running Chromium; a test opens its own context in it. Without a browser the test fails."""
    path = find_chromium()
    if path is None:
        pytest.fail(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=launch_arguments())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def fixture_build(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the small bank's site with what was said about it, built once."""
    return build_bank(tmp_path_factory.mktemp("fixture"))


@pytest.fixture(scope="session")
def fixture_site(fixture_build: Built) -> Path:
    """Return the small bank's site."""
    return fixture_build.site
