"""The bank in figures: every number leads to as many entries, on any screen and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser
SEARCHES: Final = "#main td a[href*='sok/?']"
PART: Final = "link => link.closest('section').getAttribute('aria-labelledby')"
NUMBER: Final = "link => parseInt(link.firstChild.textContent)"
OVERLAPS: Final = """() => [...document.querySelectorAll("svg.chart")].flatMap((chart) => {
  const texts = [...chart.querySelectorAll("text")];
  const boxes = texts.map((text) => text.getBoundingClientRect());
  const beside = (a, b) => a.right <= b.left || b.right <= a.left;
  const apart = (a, b) => beside(a, b) || a.bottom - 2 <= b.top || b.bottom - 2 <= a.top;
  const met = (a, one) => boxes.map((b, other) => (one < other && !apart(a, b) ? [one, other] : null));
  const pairs = boxes.flatMap(met);
  return pairs.filter(Boolean).map((pair) => pair.map((at) => texts[at].textContent));
})"""
OF_EACH: Final = 3
"""How many numbers of each part are followed: the first, and others evenly on."""


def _followed(page: Page) -> list[tuple[str, int]]:
    """Return some links of each part of the page that lead to a search, with the numbers they bear."""
    links = page.locator(SEARCHES).all()
    by_part: dict[str, list[tuple[str, int]]] = {}
    for link in links:
        where = str(link.get_attribute("href")).removeprefix("../")
        by_part.setdefault(link.evaluate(PART), []).append((where, link.evaluate(NUMBER)))
    assert {"fylker", "matrise", "ar", "sprak"} <= set(by_part)
    return [pair for pairs in by_part.values() for pair in pairs[:: max(len(pairs) // OF_EACH, 1)]]


def test_numbers_lead_to_as_many_entries(tab: Tab) -> None:
    """Behind a number stands a search that finds exactly so many."""
    followed = _followed(tab.open("oversikt/"))

    for where, number in followed:
        status = tab.open(where).locator("[data-status]")
        expect(status, where).to_have_text(re.compile(rf"^{number} treff"))


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_charts_stay_within(new_tab: Callable[..., Tab], width: int) -> None:
    """No bar, number or name of a chart reaches out of it, and no two names run into each other."""
    page = new_tab(viewport={"width": width, "height": 900}).open("oversikt/")

    for chart in page.locator("svg.chart").all():
        box = chart.bounding_box()
        assert box
        for part in chart.locator("rect, text").all():
            own = part.bounding_box()
            assert own
            assert own["x"] >= box["x"] - 2, part.text_content()
            assert own["x"] + own["width"] <= box["x"] + box["width"] + 2, part.text_content()
    assert page.evaluate(OVERLAPS) == []


def test_words_grow_with_the_reader(tab: Tab) -> None:
    """A chart's words are as large as the reader's own, and its rows make room for them."""
    page = tab.open("oversikt/")
    before = page.locator("svg.chart").first.evaluate("chart => chart.getBoundingClientRect().height")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    after = page.locator("svg.chart").first.evaluate("chart => chart.getBoundingClientRect().height")

    assert after == pytest.approx(2 * before, rel=0.05)
    assert page.evaluate(OVERLAPS) == []


def test_tables_are_printed(tab: Tab) -> None:
    """On paper the tables stand under the charts, and what only leads on is left out."""
    page = tab.open("oversikt/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 673, "height": 900})

    assert all(table.is_visible() for table in page.locator(".figure-table table").all())
    assert not page.locator(".jump").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_tables_are_reached_by_keyboard(new_tab: Callable[..., Tab]) -> None:
    """A table that is wider than a phone is moved by the arrow keys."""
    page = new_tab(viewport={"width": 320, "height": 700}).open("oversikt/")
    matrix = page.locator(".matrix")
    matrix.focus()
    page.keyboard.press("ArrowRight")

    expect(matrix).to_be_focused()
    page.wait_for_function("document.querySelector('.matrix').scrollLeft > 0")
