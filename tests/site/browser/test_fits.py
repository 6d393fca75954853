"""«Passer for oss»: entries from places like the reader's own come first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser

LUSTER = "4644"
KEPT = "localStorage.getItem('idebank-municipality')"


def _chosen(tab: Tab, search: str = "sok/?goal=12") -> Page:
    page = tab.open(search)
    page.locator("#fits").select_option(LUSTER)
    page.wait_for_url(f"**fits={LUSTER}**")
    expect(page.locator("[aria-busy]")).to_have_count(0)
    return page


def test_places_like_ours_come_first(tab: Tab) -> None:
    """The own municipality leads, then those like it, each with why."""
    page = _chosen(tab, "sok/?sector=skole")
    notes = page.locator(".hit .fits__note")

    expect(page.locator("#sort")).to_have_value("fits")
    expect(page.locator(".hit").first.locator(".fits__note")).to_have_text(
        re.compile("^(Fra kommunen deres|Ligner dere i .+)$")
    )
    assert page.locator(".hit").last.locator(".fits__note").count() == 0
    assert notes.count() >= 1


def test_choice_narrows_nothing(tab: Tab) -> None:
    """Who says where they are from sees as many entries as before."""
    page = tab.open("sok/?goal=12")
    before = page.locator("[data-status]").text_content() or ""
    page.locator("#fits").select_option(LUSTER)
    page.wait_for_url(f"**fits={LUSTER}**")

    expect(page.locator("[data-status]")).to_have_text(before)


def test_whole_answers_come_before_places_like_ours(tab: Tab) -> None:
    """A search for words is still answered by what has the words."""
    page = _chosen(tab, "sok/?q=datahjelpa")

    expect(page.locator("[data-hits] a").first).to_have_attribute("href", re.compile("datahjelpa-luster"))


def test_nothing_is_kept_unasked(tab: Tab) -> None:
    """The municipality stands in the address, and nowhere else."""
    page = _chosen(tab)

    assert page.evaluate(KEPT) is None
    assert parse_qs(urlsplit(page.url).query)["fits"] == [LUSTER]


def test_kept_when_asked_and_forgotten_when_asked(tab: Tab) -> None:
    """A tick keeps the municipality for the next visit; taking it away forgets it."""
    page = _chosen(tab)
    page.get_by_label("Husk kommunen i denne nettleseren").check()
    tab.open("sok/")

    expect(page.locator("#fits")).to_have_value(LUSTER)
    expect(page.locator("#sort")).to_have_value("fits")
    page.get_by_label("Husk kommunen i denne nettleseren").uncheck()
    assert page.evaluate(KEPT) is None


def test_without_a_municipality_the_order_is_not_offered(tab: Tab) -> None:
    """The order «Passer for oss» can be chosen only by who has said where they are from."""
    page = _chosen(tab)
    page.locator("#fits").select_option("")

    expect(page.locator("#sort option[value=fits]")).to_be_disabled()
    expect(page.locator("#sort")).to_have_value("")
    expect(page.locator(".fits__note")).to_have_count(0)


@pytest.mark.parametrize("search", ["fits=9999", "fits=%3Cb%3E", "sort=fits", "fits=4644&sort=fits&q=zzzz"])
def test_odd_address_does_no_harm(tab: Tab, search: str) -> None:
    """A municipality that is none, or an order without one, shows the page all the same."""
    page = tab.open(f"sok/?{search}")

    expect(page.locator("#query")).to_be_visible()
    assert tab.complaints == []
