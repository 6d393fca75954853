"""One Node for all tests of the scripts, and one page for those that need it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.contribute.scripts import in_node, scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


class Ask(Protocol):
    """Asks one of the form's scripts something."""

    def __call__(self, script: str, expression: str, given: object = None) -> Any:
        """Return what `expression` gives with `script` as `its` and `given`."""


@pytest.fixture(scope="session")
def script_page(chromium: Browser) -> Iterator[Page]:
    """Return a page at which the form's scripts can be imported."""
    with scripts(chromium) as page:
        yield page


@pytest.fixture(scope="session")
def ask() -> Iterator[Ask]:
    """Return a function that asks a script which needs no page."""
    with in_node() as answers:

        def asked(script: str, expression: str, given: object = None) -> Any:
            return answers(f"await load('contribute/{script}').then((its) => {expression})", given)

        yield asked


@pytest.fixture(scope="session")
def ask_page(script_page: Page) -> Ask:
    """Return a function that asks a script at a page."""

    def asked(script: str, expression: str, given: object = None) -> Any:
        load = f'const its = await import("/contribute/{script}.js");'
        return script_page.evaluate(f"async (given) => {{ {load} return {expression}; }}", given)

    return asked
