"""A browser on the real site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.site.browser.host import hosted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

# Only a page that never gets there waits so long; a busy machine is no mistake.
expect.set_options(timeout=30_000)


@dataclass
class Tab:
    """A browser's page on the site, and what went on behind it."""

    page: Page
    address: str
    """Of the site."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings on the console, exceptions, and windows that ask."""
    requests: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site and wait until it and its search have come to rest."""
        self.page.goto(self.address + path)
        expect(self.page.locator("[aria-busy]")).to_have_count(0)
        return self.page

    @property
    def outward(self) -> list[str]:
        """Return the requests to other sites."""
        own = urlsplit(self.address).netloc
        return [url for url in self.requests if urlsplit(url).netloc not in {own, ""}]

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def _note_error(self, error: Exception) -> None:
        self.complaints.append(f"exception: {error}")

    def _note_dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def listen(self) -> Tab:
        """Begin to take notes."""
        self.page.on("console", self._note_message)
        self.page.on("pageerror", self._note_error)
        self.page.on("dialog", self._note_dialog)
        self.page.on("request", self._note_request)
        return self


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address at which the site is served."""
    with hosted(site) as url:
        yield url


@pytest.fixture(scope="session")
def fixture_address(fixture_site: Path) -> Iterator[str]:
    """Return the address at which the small bank's site is served."""
    with hosted(fixture_site) as url:
        yield url


@pytest.fixture
def new_tab(chromium: Browser, address: str) -> Iterator[Callable[..., Tab]]:
    """Return a function that opens a tab of a new reader, with Playwright's options for a context."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Tab:
        context = chromium.new_context(**options)
        contexts.append(context)
        return Tab(context.new_page(), address).listen()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def tab(new_tab: Callable[..., Tab]) -> Tab:
    """Return a tab of a new reader at a wide screen."""
    return new_tab(viewport={"width": 1440, "height": 900})
