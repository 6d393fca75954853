"""Everything works without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser
PRESSES = 120
"""More than any page here has stops for the tab key before what a test is after."""


def _tab_to(page: Page, selector: str) -> None:
    """Press the tab key until what a selector names has the focus."""
    for _ in range(PRESSES):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"The tab key never reaches {selector}")


def test_first_stop_skips_to_the_content(tab: Tab) -> None:
    """The first press of the tab key offers to skip the header, and doing so moves the focus."""
    page = tab.open("tiltak/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_skip_link_is_seen_when_focused(tab: Tab) -> None:
    """Who presses the tab key sees where the focus is."""
    page = tab.open("tiltak/")
    page.keyboard.press("Tab")

    expect(page.locator(".skip")).to_be_in_viewport()


def test_menu_opens_by_keyboard(new_tab: Callable[..., Tab]) -> None:
    """On a narrow screen the menu's button opens it."""
    page = new_tab(viewport={"width": 360, "height": 740}).open("om/")
    _tab_to(page, ".header__menu")
    page.keyboard.press("Enter")

    expect(page.locator("#menu .menu a").first).to_be_visible()


def test_menu_leads_on_by_keyboard(new_tab: Callable[..., Tab]) -> None:
    """The open menu's links are the next stops, and lead to their pages."""
    tab = new_tab(viewport={"width": 360, "height": 740})
    page = tab.open("om/")
    _tab_to(page, ".header__menu")
    page.keyboard.press("Enter")
    _tab_to(page, "#menu a[href$='sektor/']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{tab.address}sektor/")

    expect(page.locator("h1")).to_have_text("Sektorer")


def test_menu_closes_by_escape(new_tab: Callable[..., Tab]) -> None:
    """Escape closes the menu and gives the focus back to its button."""
    page = new_tab(viewport={"width": 360, "height": 740}).open("om/")
    _tab_to(page, ".header__menu")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")

    expect(page.locator("#menu")).to_be_hidden()
    expect(page.locator(".header__menu")).to_be_focused()


def test_header_search_leads_to_results(tab: Tab) -> None:
    """Tab, a word, enter: the results are there."""
    page = tab.open("om/")
    _tab_to(page, "#header-search")
    page.keyboard.type("matsvinn")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=matsvinn")

    expect(page.locator("[data-hits] h3").first).to_be_visible()


def test_slash_moves_to_the_search(tab: Tab) -> None:
    """The key `/` is the short way to the search box."""
    page = tab.open("tiltak/")
    page.keyboard.press("/")

    expect(page.locator("#header-search")).to_be_focused()


def test_facet_is_chosen_by_keyboard(tab: Tab) -> None:
    """The space bar ticks a facet's value, which shows as a chip."""
    page = tab.open("sok/")
    _tab_to(page, "input[name=goal][value='12']")
    page.keyboard.press("Space")

    expect(page.locator("[data-chips] button[data-value='12']")).to_be_visible()


def test_result_is_opened_by_keyboard(tab: Tab) -> None:
    """From the query the tab key comes to the hits, and enter opens one."""
    page = tab.open("sok/?q=datahjelpa&county=vestland")
    page.locator("#query").focus()
    _tab_to(page, "[data-hits] a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tiltak/datahjelpa-luster/")

    expect(page.locator("h1")).to_be_visible()
