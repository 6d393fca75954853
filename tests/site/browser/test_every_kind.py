"""Every kind of page keeps to itself, reads well on any screen, and breaks no rule of accessibility."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.site.browser.accessibility import (
    EVERY_LOOK,
    LOOKS,
    Rules,
    Scheme,
    look,
    prepare,
    violations,
)
from tests.site.browser.conftest import Tab
from tests.site.browser.kinds import EXAMPLES, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
NOT_FOUND = "error: Failed to load resource: the server responded with a status of 404 (Not Found)"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].join()"


class Place(NamedTuple):
    """Where a page is."""

    address: str
    """Of its site."""
    path: str


@pytest.fixture(
    scope="module",
    params=[
        *(pytest.param(("address", path), id=kind) for kind, path in KINDS.items()),
        *(pytest.param(("fixture_address", path), id=f"example: {kind}") for kind, path in EXAMPLES.items()),
    ],
)
def place(request: pytest.FixtureRequest) -> Place:
    """Return where a page of each kind is, in turn."""
    site, path = request.param
    return Place(request.getfixturevalue(site), path)


@pytest.fixture(scope="module")
def visit(chromium: Browser, place: Place) -> Iterator[Tab]:
    """Return a new reader's first visit to the page."""
    with chromium.new_context(viewport={"width": 1440, "height": 900}) as context:
        tab = Tab(context.new_page(), place.address).listen()
        tab.open(place.path)
        yield tab


@pytest.fixture(scope="module")
def audit(chromium: Browser, place: Place) -> Iterator[Tab]:
    """Return a visit to the page that axe may be put into, which the page's own policy would refuse."""
    with chromium.new_context(bypass_csp=True, reduced_motion="reduce") as context:
        tab = Tab(context.new_page(), place.address).listen()
        prepare(tab.open(place.path))
        yield tab


def test_page_gives_no_complaint(visit: Tab, place: Place) -> None:
    """No error, warning or breach of the policy shows on the console."""
    expected = [NOT_FOUND] if place.path == KINDS["wrong address"] else []

    assert visit.complaints == expected


def test_page_calls_nobody_else(visit: Tab) -> None:
    """Everything comes from the site itself."""
    assert visit.outward == []


def test_page_stores_nothing(visit: Tab) -> None:
    """There is no cookie, and nothing in the browser's storage."""
    assert visit.page.evaluate(STORED) == ""
    assert visit.page.context.cookies() == []


def test_narrow_page_never_scrolls_sideways(visit: Tab) -> None:
    """At 320 pixels, as at 400 % on a wide screen, everything is read by scrolling down alone."""
    visit.page.set_viewport_size({"width": 320, "height": 640})

    assert visit.page.evaluate(SIDEWAYS) == 0


@LOOKS
def test_axe_finds_nothing(audit: Tab, width: int, scheme: Scheme, rules: Rules) -> None:
    """No rule of WCAG 2.2 AA or of good practice is broken; those of looks, in dark and narrow, too."""
    look(audit.page, width=width, scheme=scheme)

    assert violations(audit.page, rules) == []


@pytest.mark.soak
@EVERY_LOOK
def test_axe_finds_nothing_anywhere(audit: Tab, width: int, scheme: Scheme, rules: Rules) -> None:
    """No rule at all is broken at any width, light or dark."""
    look(audit.page, width=width, scheme=scheme)

    assert violations(audit.page, rules) == []
