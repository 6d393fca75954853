"""The reader's choice between light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser
STORED = "JSON.stringify({...localStorage, ...sessionStorage})"


def test_choice_is_all_that_is_stored(tab: Tab) -> None:
    """A press on the button keeps the colours chosen, and nothing else."""
    page = tab.open("")
    page.locator("[data-palette]").click()

    assert page.evaluate(STORED) == '{"idebank-palette":"dark"}'


def test_choice_outlives_the_page(tab: Tab) -> None:
    """The next page has the chosen colours from the start."""
    tab.open("").locator("[data-palette]").click()
    page = tab.open("om/")

    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_second_press_brings_the_light_back(tab: Tab) -> None:
    """The button goes back and forth."""
    page = tab.open("")
    page.locator("[data-palette]").click()
    page.locator("[data-palette]").click()

    assert page.evaluate("document.documentElement.dataset.theme") == "light"
