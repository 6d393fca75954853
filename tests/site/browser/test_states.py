"""Search, map, list and comparison before axe and on a small screen, in every state that they can be in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from tests.site.browser.accessibility import LOOKS, Rules, Scheme, look, prepare, violations
from tests.site.browser.conftest import Tab

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SIDEWAYS: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
KEEP: Final = "slugs => localStorage.setItem('idebank-list', JSON.stringify(slugs))"
SAVED: Final = ["datahjelpa-luster", "elferjer-hordaland", "skybruddsplaner-innovann", "finst-ikkje"]


def _as_opened(page: Page) -> None:
    """Leave the page as it is."""
    expect(page.locator("h1")).to_be_visible()


def _all_facets_open(page: Page) -> None:
    page.locator("[data-facets]").evaluate("facets => (facets.open = true)")
    page.locator("[data-facet]").evaluate_all("all => all.forEach(one => (one.open = true))")
    expect(page.locator("[aria-busy]")).to_have_count(0)


def _explained(page: Page) -> None:
    page.locator(".fits__how > summary").click()
    page.locator("[data-follow] > summary").click()
    expect(page.locator(".fits__how p")).to_be_visible()


def _saved_a_hit(page: Page) -> None:
    page.locator("[data-hits] [data-save]").first.click()
    expect(page.locator("[data-mine]")).to_be_visible()


def _pointed_at(page: Page) -> None:
    page.locator("[data-map] a[tabindex='0']:visible").focus()
    expect(page.locator("[data-current]")).to_have_count(1)


def _county_open(page: Page) -> None:
    page.locator("[data-county]:not([hidden]) summary").first.click()
    expect(page.locator("[data-municipality]:visible").first).to_be_visible()


def _all_ticked(page: Page) -> None:
    for box in page.locator(".mine__choose input").all():
        box.check()


def _removed(page: Page) -> None:
    page.locator(".mine__row .mine__remove").first.click()
    expect(page.get_by_role("button", name="Angre")).to_be_focused()


def _only_different(page: Page) -> None:
    page.locator("[data-only] input").check()


STATES: Final[dict[str, tuple[str, Callable[[Page], None]]]] = {
    "search, all facets open": ("sok/?q=mat&fits=4644", _all_facets_open),
    "search, explained": ("sok/?goal=12&county=vestland", _explained),
    "search, a hit saved": ("sok/?q=datahjelpa", _saved_a_hit),
    "map, a place pointed at": ("kart/?goal=12", _pointed_at),
    "map, a tile pointed at": ("kart/?vis=ruter", _pointed_at),
    "map, a county open": ("kart/", _county_open),
    "map, all facets open": ("kart/?sector=barnehage", _all_facets_open),
    "list, filled": ("min-liste/", _as_opened),
    "list, all ticked": ("min-liste/", _all_ticked),
    "list, one removed": ("min-liste/", _removed),
    "comparison with more to add": ("sammenlign/?tiltak=datahjelpa-luster,elferjer-hordaland", _as_opened),
    "comparison, only what differs": (
        "sammenlign/?tiltak=datahjelpa-luster,elferjer-hordaland",
        _only_different,
    ),
}
"""By name: a page, and what brings it into the state. Some initiatives are saved, one of them gone."""


@pytest.fixture(scope="module", params=STATES)
def state(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Page]:
    """Return a page in each state, in turn, that axe has been put into."""
    path, bring = STATES[request.param]
    with chromium.new_context(bypass_csp=True, reduced_motion="reduce") as context:
        tab = Tab(context.new_page(), address).listen()
        tab.open("min-liste/").evaluate(KEEP, SAVED)
        page = tab.open(path)
        bring(page)
        prepare(page)
        yield page


@LOOKS
def test_axe_finds_nothing(state: Page, width: int, scheme: Scheme, rules: Rules) -> None:
    """No rule of WCAG 2.2 AA or of good practice is broken; those of looks, in dark and narrow, too."""
    look(state, width=width, scheme=scheme)

    assert violations(state, rules) == []


def test_narrow_page_never_scrolls_sideways(state: Page) -> None:
    """At 320 pixels everything is read by scrolling down alone."""
    state.set_viewport_size({"width": 320, "height": 640})

    assert state.evaluate(SIDEWAYS) == 0
