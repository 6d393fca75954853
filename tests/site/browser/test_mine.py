"""«Min liste» and the comparison: kept by the browser alone, shared by an address, undone by a press."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser

ONE, OTHER, THIRD = "datahjelpa-luster", "elferjer-hordaland", "skybruddsplaner-innovann"
FOURTH, FIFTH = "gronne-klasserom-asker", "berekraftige-elevkantiner-vestland"
KEPT = "JSON.parse(localStorage.getItem('idebank-list') ?? '[]')"


def _save(tab: Tab, *slugs: str) -> None:
    for slug in slugs:
        tab.open(f"tiltak/{slug}/").locator(".entry__mine [data-save]").click()


def _listed(page: Page) -> list[str]:
    addresses = page.locator(".mine__row h2 a").evaluate_all("links => links.map(link => link.href)")
    return [address.rstrip("/").rpartition("/")[2] for address in addresses]


def _compared(page: Page) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get("tiltak", [""])[0].split(",")


def test_what_is_saved_is_found_again(tab: Tab) -> None:
    """A press on the entry's page puts it in the list, and the way to the list shows how many there are."""
    _save(tab, ONE, OTHER)

    expect(tab.page.locator("[data-mine]")).to_contain_text("2")
    assert _listed(tab.open("min-liste/")) == [ONE, OTHER]


def test_a_second_press_takes_it_back(tab: Tab) -> None:
    """The button says what the next press does, and nothing is left behind."""
    _save(tab, ONE)
    button = tab.page.locator(".entry__mine [data-save]")
    expect(button).to_have_text(re.compile("Fjern fr[aå]"))
    button.click()

    expect(button).to_have_text(re.compile("^Lagre i"))
    expect(tab.page.locator("[data-mine]")).to_be_hidden()
    assert tab.page.evaluate("localStorage.length") == 0


def test_a_hit_can_be_saved(tab: Tab) -> None:
    """Who searches need not open an entry to save it."""
    page = tab.open("sok/?q=datahjelpa")
    page.locator(f"[data-save='{ONE}']").click()

    assert page.evaluate(KEPT) == [ONE]


def test_removing_can_be_undone(tab: Tab) -> None:
    """What is removed comes back by one press, in its place."""
    _save(tab, ONE, OTHER)
    page = tab.open("min-liste/")
    page.get_by_role("button", name=re.compile("^Fjern «Datahjelp")).click()
    expect(page.locator(".mine__row")).to_have_count(1)
    page.get_by_role("button", name="Angre").press("Enter")

    expect(page.locator(".mine__row")).to_have_count(2)
    assert _listed(page) == [ONE, OTHER]


def test_emptying_can_be_undone(tab: Tab) -> None:
    """So does a whole list."""
    _save(tab, ONE, OTHER)
    page = tab.open("min-liste/")
    page.get_by_role("button", name="Tøm lista").click()
    expect(page.locator("[data-empty]")).to_be_visible()
    page.get_by_role("button", name="Angre").click()

    expect(page.locator(".mine__row")).to_have_count(2)


def test_a_list_is_shared_by_its_address(new_tab: Callable[..., Tab]) -> None:
    """The copied address shows the same entries to somebody else, who keeps nothing until asking for it."""
    giver = new_tab(permissions=["clipboard-read", "clipboard-write"])
    _save(giver, ONE, OTHER)
    page = giver.open("min-liste/")
    page.get_by_role("button", name="Kopier lenke").click()
    expect(page.locator("[data-status]")).to_contain_text("kopiert")
    address = page.evaluate("navigator.clipboard.readText()")

    taker = new_tab()
    shared = taker.open(address.removeprefix(taker.address))
    assert _listed(shared) == [ONE, OTHER]
    assert shared.evaluate("localStorage.length") == 0
    shared.get_by_role("button", name="Legg tiltakene i min liste").click()
    assert shared.evaluate(KEPT) == [ONE, OTHER]


def test_a_list_names_what_is_no_more(tab: Tab) -> None:
    """An entry that has gone is named, and the others stand."""
    page = tab.open(f"min-liste/?tiltak={ONE},finst-ikkje")

    expect(page.locator(".mine__row", has_text="finst-ikkje")).to_contain_text("finnes ikke lenger")
    assert _listed(page) == [ONE]


def test_chosen_ones_are_compared(tab: Tab) -> None:
    """Two ticks in the list lead to the comparison, by keyboard alone."""
    _save(tab, ONE, OTHER, THIRD)
    page = tab.open("min-liste/")
    compare = page.get_by_role("button", name="Sammenlign")
    expect(compare).to_be_disabled()
    for number in (0, 2):
        page.locator(".mine__choose input").nth(number).focus()
        page.keyboard.press("Space")
    compare.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sammenlign/**")

    assert _compared(page) == [ONE, THIRD]
    expect(page.get_by_role("columnheader")).to_have_count(2)


def test_no_more_than_four_are_compared(tab: Tab) -> None:
    """A fifth cannot be ticked, and an address with five shows four."""
    _save(tab, ONE, OTHER, THIRD, FOURTH, FIFTH)
    page = tab.open("min-liste/")
    for number in range(4):
        page.locator(".mine__choose input").nth(number).check()
    expect(page.locator(".mine__choose input").nth(4)).to_be_disabled()

    page = tab.open(f"sammenlign/?tiltak={ONE},{OTHER},{THIRD},{FOURTH},{FIFTH}")
    expect(page.get_by_role("columnheader")).to_have_count(4)


def test_comparison_says_what_the_pages_say(tab: Tab) -> None:
    """A fact stands in the comparison as on the entry's own page."""
    own = tab.open(f"tiltak/{OTHER}/").locator("[data-fact=cost] dd").inner_text()
    page = tab.open(f"sammenlign/?tiltak={ONE},{OTHER}")
    row = page.get_by_role("row", name=re.compile("^Hva det kost"))

    assert " ".join(own.split()) in " ".join((row.get_by_role("cell").nth(1).inner_text()).split())


def test_links_in_a_comparison_lead_where_they_did(tab: Tab) -> None:
    """An address taken over from another page still holds."""
    page = tab.open(f"sammenlign/?tiltak={ONE},{OTHER}")
    addresses = page.locator(".compare td a[href^='http://127']").evaluate_all(
        "links => [...new Set(links.map(link => link.href))]"
    )

    assert addresses
    assert all(page.request.get(address).ok for address in addresses)


def test_one_is_taken_away_and_another_put_in(tab: Tab) -> None:
    """A comparison is changed in place, by touch too, and the back button undoes it."""
    _save(tab, THIRD)
    page = tab.open(f"sammenlign/?tiltak={ONE},{OTHER}")
    page.get_by_role("button", name=re.compile("^Ta bort «Elferjer")).click()
    expect(page.get_by_role("columnheader")).to_have_count(1)
    page.locator("[data-offers] button").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert _compared(page) == [ONE, THIRD]
    page.go_back()
    page.go_back()

    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert _compared(page) == [ONE, OTHER]


def test_comparison_by_touch(new_tab: Callable[..., Tab]) -> None:
    """On a phone, values stand below one another, each with whose it is."""
    tab = new_tab(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = tab.open(f"sammenlign/?tiltak={ONE},{OTHER}")

    expect(page.locator(".compare__whose").first).to_be_visible()
    page.get_by_role("button", name=re.compile("^Ta bort «Elferjer")).tap()
    expect(page.get_by_role("columnheader")).to_have_count(1)


def test_only_what_differs(tab: Tab) -> None:
    """Rows that say the same of all can be put away."""
    page = tab.open(f"sammenlign/?tiltak={ONE},{OTHER}")
    everything = page.locator(".compare tbody tr:visible").count()
    same = page.locator(".compare__same").count()
    assert 0 < same < everything
    page.get_by_label("Vis bare det som er ulikt").check()

    assert page.locator(".compare tbody tr:visible").count() == everything - same


@pytest.mark.parametrize(
    "wanted",
    ["../../om", "<img src=x onerror=alert(1)>", "a" * 3000, ",,,", "%00", "https://example.org"],
    ids=["path", "element", "long", "commas", "nul", "elsewhere"],
)
@pytest.mark.parametrize("where", ["min-liste/", "sammenlign/"])
def test_odd_address_does_no_harm(tab: Tab, where: str, wanted: str) -> None:
    """What is no slug is nothing."""
    page = tab.open(f"{where}?tiltak={quote(wanted)}")

    expect(page.locator("[data-empty]").or_(page.locator(".mine__row")).first).to_be_visible()
    assert tab.outward == []
    assert not [one for one in tab.complaints if "404" not in one]


def test_strange_storage_does_no_harm(tab: Tab) -> None:
    """What something else has written in the list's place is no list."""
    tab.open("min-liste/").evaluate("localStorage.setItem('idebank-list', '{\"a\": 1}')")
    page = tab.open("min-liste/")

    expect(page.locator("[data-empty]")).to_be_visible()
    assert tab.complaints == []
