"""The map by keyboard, by touch, and narrowed by every facet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser

CIRCLES = ".outline a:not([hidden])"
TRONDHEIM = ".outline a[data-place='5001']"
CAPTION = "[data-caption]"


def _counts(page: Page) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return the numbers of circles, tiles and lines by municipality, of those that have something."""
    label = "link => [link.dataset.place, link.getAttribute('aria-label').match(/: (\\d+)/)[1]]"
    circles = dict(page.locator(CIRCLES).evaluate_all(f"links => links.map({label})"))
    tiles = dict(page.locator(".tilemap--map a").evaluate_all(f"links => links.map({label})"))
    lines = dict(
        page.locator("[data-municipality]:not([hidden])").evaluate_all(
            "lines => lines.map(line => "
            "[line.dataset.municipality, line.querySelector('[data-count]').textContent])"
        )
    )
    return circles, {number: count for number, count in tiles.items() if count != "0"}, lines


def test_circles_tiles_and_list_agree_whatever_is_chosen(tab: Tab) -> None:
    """Each facet narrows all three alike, and the list never holds more than the search finds."""
    page = tab.open("kart/")
    whole = _counts(page)
    for facet in page.locator("[data-facet]").evaluate_all("all => all.map(one => one.dataset.facet)"):
        value = page.locator(f"[data-facet='{facet}'] input").first.get_attribute("value")
        tab.open(f"kart/?{facet}={value}")
        circles, tiles, lines = _counts(page)

        assert circles == tiles == lines, facet
        assert all(int(count) <= int(whole[0][number]) for number, count in circles.items()), facet
        expect(page.locator("[data-chips] [data-value]")).to_have_count(1)


def test_total_is_what_the_search_finds(tab: Tab) -> None:
    """The map and the search answer the same question with the same number."""
    said = tab.open("kart/?q=mat&goal=12").locator("[data-status]").inner_text()
    link = tab.page.locator("[data-as-list]").get_attribute("href") or ""
    hits = tab.open(link.removeprefix("../")).locator("[data-status]").inner_text()

    assert re.findall(r"\d+", said)[0] == re.findall(r"\d+", hits)[0]


def test_search_leads_to_the_map_and_back(tab: Tab) -> None:
    """What is asked for goes along."""
    page = tab.open("sok/?q=mat&goal=12")
    page.locator("[data-map]").click()
    page.wait_for_url("**/kart/?**")

    assert parse_qs(urlsplit(page.url).query) == {"q": ["mat"], "goal": ["12"]}
    expect(page.locator("#query")).to_have_value("mat")


def test_one_stop_for_tab_and_arrows_between(tab: Tab) -> None:
    """The map is one stop; arrows go the way they point, and the place is named."""
    page = tab.open("kart/")
    assert page.locator(".outline a[tabindex='0']").count() == 1
    page.locator(TRONDHEIM).focus()
    expect(page.locator(CAPTION)).to_have_text(re.compile("^Trondheim"))
    here = page.locator(f"{TRONDHEIM} .outline__dot").get_attribute("cy") or "0"
    page.keyboard.press("ArrowUp")
    there = page.locator(":focus .outline__dot").get_attribute("cy") or "0"

    assert float(there) < float(here)
    assert page.locator(".outline a[tabindex='0']").count() == 1


def test_home_and_end(tab: Tab) -> None:
    """Home is the northernmost place, End the southernmost."""
    page = tab.open("kart/")
    page.locator(TRONDHEIM).focus()
    page.keyboard.press("Home")
    north = float(page.locator(":focus .outline__dot").get_attribute("cy") or 0)
    page.keyboard.press("End")
    south = float(page.locator(":focus .outline__dot").get_attribute("cy") or 0)
    dots = page.locator(f"{CIRCLES} .outline__dot")
    heights = [float(cy) for cy in dots.evaluate_all("all => all.map(one => one.getAttribute('cy'))")]

    assert [north, south] == [min(heights), max(heights)]


def test_enter_follows(tab: Tab) -> None:
    """A place leads to its page; when the search is narrowed, to the search with the place besides."""
    page = tab.open("kart/")
    page.locator(TRONDHEIM).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sted/trondelag/trondheim/")

    page = tab.open("kart/?sector=barnehage")
    page.locator(CIRCLES).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?**")
    assert parse_qs(urlsplit(page.url).query).keys() == {"sector", "municipality"}


def test_tiles_are_walked_too(tab: Tab) -> None:
    """The other view is chosen by keyboard, stands in the address, and has arrows as well."""
    page = tab.open("kart/")
    page.locator("input[name=vis]").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**vis=ruter**")
    expect(page.locator("[data-view='']")).to_be_hidden()
    page.locator(".tilemap--map a[data-place='5001']").focus()
    page.keyboard.press("ArrowRight")

    expect(page.locator(".tilemap--map a:focus")).not_to_have_attribute("data-place", "5001")


def test_first_touch_names_second_follows(new_tab: Callable[..., Tab]) -> None:
    """On a phone, a finger is shown what it points at before it goes anywhere."""
    tab = new_tab(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = tab.open("kart/?q=bergen")
    place = page.locator(".outline a[data-place='4601'] .outline__dot")
    place.tap(force=True)
    expect(page.locator(CAPTION)).to_contain_text("Bergen")
    assert "/kart/" in page.url
    place.tap(force=True)
    page.wait_for_url("**/sok/**")


def test_back_undoes_a_choice(tab: Tab) -> None:
    """The back button is a step back on the map."""
    page = tab.open("kart/")
    before = page.locator("[data-status]").inner_text()
    page.locator("[data-facet=goal] input[value='13']").check()
    expect(page.locator("[data-status]")).not_to_have_text(before)
    page.go_back()

    expect(page.locator("[data-status]")).to_have_text(before)


def test_nothing_found_says_so(tab: Tab) -> None:
    """A map with nothing on it tells why, and what to do."""
    page = tab.open("kart/?q=xqzwv")

    expect(page.locator("[data-none]")).to_be_visible()
    assert page.locator(CIRCLES).count() == 0


def test_list_can_be_reached_past_the_map(tab: Tab) -> None:
    """Who does not want the map skips it."""
    page = tab.open("kart/")
    page.locator(".skip--here").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#list")).to_be_focused()
