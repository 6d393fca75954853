"""What tests of several folders share: one running browser, and the small bank's site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from playwright.sync_api import sync_playwright

from tests.browser import MISSING, find_chromium, launch_arguments
from tests.fixture_bank import Built, build_bank
from tests.sharing import made_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

# The same examples each time, and no limit on time: a slow machine is no mistake.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("steady")


SAID = "said.txt"

# What a test asks for tells whether it needs a browser or a whole site; `make quick` leaves those out.
_BROWSERS = {"chromium"}
_SITES = {"fixture_build", "bank"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests that need a browser, and those that build whole sites."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        if asked & _BROWSERS:
            item.add_marker(pytest.mark.browser)
        if asked & _SITES or folder in {"packaging", "site"}:
            item.add_marker(pytest.mark.site)


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
    folder = made_once(tmp_path_factory, "fixture", _build_fixture)
    return Built(folder / "built" / "site", (folder / SAID).read_text(encoding="utf-8"))


def _build_fixture(folder: Path) -> None:
    built = build_bank(folder / "built")
    (folder / SAID).write_text(built.said, encoding="utf-8")


@pytest.fixture(scope="session")
def fixture_site(fixture_build: Built) -> Path:
    """Return the small bank's site."""
    return fixture_build.site
