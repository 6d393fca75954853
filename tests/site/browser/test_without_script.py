"""The site works without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(new_tab: Callable[..., Tab]) -> Tab:
    """Return a tab of a reader who has switched JavaScript off, on a narrow screen."""
    return new_tab(java_script_enabled=False, viewport={"width": 360, "height": 740})


def test_search_page_explains_the_lists(plain: Tab) -> None:
    """The search says that it needs JavaScript, and that the lists do not."""
    plain.page.goto(f"{plain.address}sok/")

    expect(plain.page.locator("noscript .notice, .notice").first).to_contain_text("Søket trenger JavaScript")


@pytest.mark.parametrize("list_", ["tiltak/", "barekraftsmal/", "sektor/", "tema/", "sted/"])
def test_search_page_leads_to_the_lists(plain: Tab, list_: str) -> None:
    """From the search page every kind of list is one press away."""
    plain.page.goto(f"{plain.address}sok/")
    plain.page.locator(f"[data-start] a[href$='../{list_}']").first.click()

    assert plain.page.url == plain.address + list_


def test_palette_is_not_offered(plain: Tab) -> None:
    """A button that would do nothing is not there."""
    plain.page.goto(plain.address)

    expect(plain.page.locator("[data-palette]")).to_be_hidden()


def test_menu_opens(plain: Tab) -> None:
    """The menu is the browser's own work."""
    plain.page.goto(plain.address)
    plain.page.locator(".header__menu").click()

    expect(plain.page.locator("#menu .menu a").first).to_be_visible()


def test_entry_reads(plain: Tab) -> None:
    """An entry is all there."""
    plain.page.goto(f"{plain.address}tiltak/skybruddsplaner-innovann/")

    expect(plain.page.locator("article.entry .prose")).to_be_visible()
