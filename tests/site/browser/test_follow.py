"""A search can be followed, and so can what a list is about."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import feedparser
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser
LIST = "feeds.json"


def _opened(page: Page) -> None:
    page.locator("[data-follow] summary").click()
    expect(page.locator("[data-follow] a")).to_be_visible()


def _titles(page: Page) -> set[str]:
    """Return what the feed that is offered tells of."""
    href = page.locator("[data-follow] a").get_attribute("href") or ""
    answer = page.request.get(urljoin(page.url, href))
    assert answer.ok
    return {entry.title for entry in feedparser.parse(answer.body()).entries}


@pytest.mark.parametrize("language", ["", "nn/", "en/"])
def test_feed_has_what_the_search_finds(tab: Tab, language: str) -> None:
    """For a goal in a sector, the feed tells of the very entries that the search shows."""
    page = tab.open(f"{language}sok/?goal=12&sector=barnehage")
    _opened(page)

    assert _titles(page) == {title.strip() for title in page.locator("[data-hits] h3").all_text_contents()}


def test_nearest_feed_says_what_it_disregards(tab: Tab) -> None:
    """With words besides, the nearest feed has all that the search finds and more, and the page says so."""
    page = tab.open("sok/?q=mat&goal=12&theme=matsvinn")
    _opened(page)

    told = page.locator("[data-told]")
    expect(told).to_contain_text("ordene dere skrev, Tema")
    shown = {title.strip() for title in page.locator("[data-hits] h3").all_text_contents()}
    assert shown < _titles(page)


def test_follows_what_is_chosen_next(tab: Tab) -> None:
    """The box stays open and tells of the search as it is now."""
    page = tab.open("sok/?goal=12")
    _opened(page)
    page.locator("[data-chips] button[data-value='12']").click()
    expect(page.locator("[data-follow]")).to_be_hidden()

    page.locator("input[name=goal][value='13']").check()

    expect(page.locator("[data-follow] a")).to_have_attribute("href", "../barekraftsmal/13/feed.xml")


def test_list_of_feeds_is_fetched_on_use(tab: Tab) -> None:
    """A search costs nothing more until somebody wants to follow it; by keyboard it is one key."""
    page = tab.open("sok/?goal=12")
    assert not [url for url in tab.requests if url.endswith(LIST)]

    page.locator("[data-follow] summary").focus()
    page.keyboard.press("Enter")

    expect(page.locator("[data-follow] a")).to_be_visible()
    assert len([url for url in tab.requests if url.endswith(LIST)]) == 1


def test_failed_fetch_is_told_and_tried_again(tab: Tab) -> None:
    """Where the list does not arrive, the box says so, and the next time it asks again."""
    page = tab.page
    page.route(f"**/{LIST}", lambda route: route.abort())
    tab.open("sok/?goal=12")
    page.locator("[data-follow] summary").click()
    expect(page.locator("[data-told] p")).to_have_count(1)

    page.unroute(f"**/{LIST}")
    page.locator("[data-follow] summary").click()
    page.locator("[data-follow] summary").click()

    expect(page.locator("[data-follow] a")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(new_tab: Callable[..., Tab], scheme: str, width: int) -> None:
    """The open box breaks no rule of accessibility."""
    tab = new_tab(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900})
    page = tab.open("sok/?q=mat&goal=12")
    _opened(page)
    page.evaluate(Axe().axe_script)

    found = page.evaluate("async () => (await axe.run('[data-follow]')).violations.map((one) => one.id)")

    assert found == []


def test_newsreader_finds_the_feed_of_a_page(tab: Tab) -> None:
    """A list's page names the same feed in its head as it shows its reader."""
    page = tab.open("sektor/skole/")
    named = page.locator("link[type='application/atom+xml']").get_attribute("href")

    expect(page.locator(".list__ways a[href$='feed.xml']")).to_have_attribute("href", str(named))
    feed = feedparser.parse(page.request.get(urljoin(page.url, str(named))).body())
    assert len(feed.entries) >= int(page.locator("#list").inner_text().split()[0])
