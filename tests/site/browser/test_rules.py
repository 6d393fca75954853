"""The list of rules can be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("words", ["[impossible-date]", "datoen kan ikke", "DATOEN 2026"])
def test_a_rule_is_found(tab: Tab, words: str) -> None:
    """What stands behind a message, or some of its words, leaves the rule it is about."""
    page = tab.open("bidra/regler/")
    page.locator("#filter").fill(words)

    expect(page.locator(".rules a[href$='/impossible-date/']")).to_be_visible()
    expect(page.locator(".rules a[href$='/symlink/']")).to_be_hidden()
    expect(page.locator("[data-filter] [role=status]")).to_contain_text("av 1")


def test_nothing_is_found(tab: Tab) -> None:
    """Where no rule is left, the page says so, and an emptied box brings all back."""
    page = tab.open("bidra/regler/")
    everything = page.locator(".rules li").count()
    page.locator("#filter").fill("qqqqq")
    expect(page.locator("[role=status]")).to_contain_text("0 av")
    page.locator("#filter").fill("")

    expect(page.locator(".rules li:visible")).to_have_count(everything)
