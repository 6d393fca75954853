"""The search finds, narrows, remembers and never trusts what is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from idebank.model import Topical

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from idebank.model import Entry
    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser
MANY = "sok/?language=nb"
"""A search with more hits than the list shows at once."""
PER_PAGE = 20


def _choose(page: Page, facet: str, value: str) -> None:
    """Tick a facet's value as a reader does, opening its group first."""
    group = page.locator(f"[data-facet={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.locator(f"input[value='{value}']").check()


def _offered(page: Page, facet: str, value: str) -> str:
    """Return the number that stands beside a facet's value once its group is open."""
    group = page.locator(f"[data-facet={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    expect(page.locator("[aria-busy]")).to_have_count(0)
    choice = page.locator(f"[data-facet={facet}] label", has=page.locator(f"input[value='{value}']"))
    return choice.locator("[data-count]").text_content() or ""


def _expect_count(page: Page, count: int) -> None:
    expect(page.locator("[data-status]")).to_have_text(f"{count} treff")
    expect(page.locator("[data-hits] .hit")).to_have_count(min(count, PER_PAGE))


@pytest.mark.parametrize(
    ("search", "slug"),
    [
        pytest.param("q=bærekraft&county=vestland", "berekraftige-elevkantiner-vestland", id="bærekraft"),
        pytest.param("q=skole&county=vestland", "berekraftige-elevkantiner-vestland", id="skole"),
        pytest.param("q=berekraft&county=akershus", "baerekraftsidebanken-barnehager", id="berekraft"),
        pytest.param("q=skule&county=akershus", "gronne-klasserom-asker", id="skule"),
    ],
)
def test_written_forms_find_each_other(tab: Tab, search: str, slug: str) -> None:
    """A word in bokmål finds an entry in nynorsk that does not use it, and the reverse."""
    page = tab.open(f"sok/?{search}")

    expect(page.locator(f"[data-hits] a[href$='tiltak/{slug}/']")).to_have_count(1)


def test_typing_searches(tab: Tab) -> None:
    """The list follows what is typed, without a press of the button."""
    page = tab.open("sok/")
    page.locator("#query").press_sequentially("datahjelpa")

    expect(page.locator("[data-hits] a[href$='tiltak/datahjelpa-luster/']")).to_be_visible()


def test_hit_leads_to_its_entry(tab: Tab) -> None:
    """A hit's link works under the path the site is served at."""
    page = tab.open("sok/?q=datahjelpa")
    page.locator("[data-hits] a[href$='tiltak/datahjelpa-luster/']").click()
    page.wait_for_url(f"{tab.address}tiltak/datahjelpa-luster/")

    expect(page.locator("article.entry h1")).to_be_visible()


def test_search_works_in_every_language(tab: Tab) -> None:
    """The nynorsk and the English search page find the same entries."""
    for prefix in ("nn/", "en/"):
        page = tab.open(f"{prefix}sok/?q=datahjelpa")

        expect(page.locator("[data-hits] a[href$='tiltak/datahjelpa-luster/']")).to_be_visible()


@pytest.fixture(scope="module")
def topical(everything: tuple[Entry, ...]) -> tuple[Topical, ...]:
    """Return the entries of every kind that say what they are about."""
    return tuple(entry for entry in everything if isinstance(entry, Topical))


def test_facet_narrows_to_its_entries(tab: Tab, topical: tuple[Topical, ...]) -> None:
    """A ticked sector leaves the entries of the sector, and no others."""
    page = tab.open("sok/")
    _choose(page, "sector", "barnehage")

    _expect_count(page, sum("barnehage" in entry.sectors for entry in topical))


def test_facets_narrow_together(tab: Tab, topical: tuple[Topical, ...]) -> None:
    """A sector and a goal leave what belongs to both."""
    page = tab.open("sok/")
    _choose(page, "sector", "barnehage")
    _choose(page, "goal", "12")

    _expect_count(page, sum("barnehage" in entry.sectors and 12 in entry.goals for entry in topical))


def test_values_of_one_facet_widen(tab: Tab, topical: tuple[Topical, ...]) -> None:
    """Two sectors show what belongs to either."""
    page = tab.open("sok/")
    _choose(page, "sector", "barnehage")
    _choose(page, "sector", "bibliotek")

    _expect_count(page, sum(bool({"barnehage", "bibliotek"} & {*entry.sectors}) for entry in topical))


def test_number_beside_a_value_is_what_it_gives(tab: Tab) -> None:
    """Choosing a value shows as many hits as stood beside it."""
    page = tab.open("sok/?county=vestland")
    promised = _offered(page, "sector", "bibliotek")
    _choose(page, "sector", "bibliotek")

    _expect_count(page, int(promised))


def test_every_facet_keeps_its_promise(tab: Tab) -> None:
    """Whatever the facet, its commonest value gives as many hits as stood beside it, and one chip."""
    page = tab.open("sok/")
    facets = page.locator("[data-facet]").evaluate_all("all => all.map(one => one.dataset.facet)")
    for facet in facets:
        tab.open("sok/")
        values = page.locator(f"[data-facet='{facet}'] input").evaluate_all(
            "all => all.map(one => [one.value, Number(one.dataset.all)])"
        )
        value, promised = max(values, key=lambda pair: pair[1])
        _choose(page, facet, value)

        expect(page.locator("[data-status]")).to_have_text(re.compile(rf"^{promised} treff"))
        expect(page.locator("[data-chips] [data-value]")).to_have_count(1)
    assert len(facets) >= 15


def test_chip_removes_its_choice(tab: Tab) -> None:
    """A press on a chip takes the choice away, from the facet too."""
    page = tab.open("sok/?q=skole&sector=barnehage")
    page.locator("[data-chips] button[data-value='barnehage']").click()

    expect(page.locator("input[name=sector][value=barnehage]")).not_to_be_checked()
    expect(page.locator("[data-chips]")).to_be_hidden()


def test_address_holds_the_search(tab: Tab) -> None:
    """What is chosen stands in the address, to be shared."""
    page = tab.open("sok/?q=skole")
    _choose(page, "goal", "12")
    page.locator("#sort").select_option("newest")
    page.wait_for_url("**sort=newest**")

    assert parse_qs(urlsplit(page.url).query) == {"q": ["skole"], "goal": ["12"], "sort": ["newest"]}


def test_reload_restores_the_search(tab: Tab) -> None:
    """A shared address shows the same query, choices and order."""
    page = tab.open("sok/?q=skole&goal=4&goal=12&county=vestland&sort=newest")
    page.reload()

    expect(page.locator("#query")).to_have_value("skole")
    expect(page.locator("#sort")).to_have_value("newest")
    expect(page.locator("[data-facet] input:checked")).to_have_count(3)
    expect(page.locator("[data-hits] .hit").first).to_be_visible()


def test_back_undoes_a_choice(tab: Tab) -> None:
    """The browser's back button is a step back in the search."""
    page = tab.open("sok/?q=skole")
    before = page.locator("[data-status]").text_content() or ""
    _choose(page, "sector", "barnehage")
    expect(page.locator("[data-status]")).not_to_have_text(before)
    page.go_back()

    expect(page.locator("[data-status]")).to_have_text(before)
    expect(page.locator("input[name=sector][value=barnehage]")).not_to_be_checked()


def test_back_from_an_entry_restores_the_list(tab: Tab) -> None:
    """Who has read a hit finds the list again as it was."""
    page = tab.open("sok/?q=datahjelpa&county=vestland")
    page.locator("[data-hits] a").first.click()
    page.wait_for_url("**/tiltak/**")
    page.go_back()

    expect(page.locator("#query")).to_have_value("datahjelpa")
    expect(page.locator("[data-hits] .hit").first).to_be_visible()


def test_sorting_puts_the_newest_first(tab: Tab, topical: tuple[Topical, ...]) -> None:
    """Sorted by day, the list begins with the newest entry."""
    page = tab.open("sok/?sector=skole&sort=newest")
    of_sector = [entry for entry in topical if "skole" in entry.sectors]
    newest = min(
        of_sector, key=lambda entry: ([-int(part) for part in entry.published.split("-")], entry.slug)
    )

    expect(page.locator("[data-hits] a").first).to_have_attribute("href", re.compile(f"/{newest.slug}/$"))


def test_more_shows_the_next_hits(tab: Tab) -> None:
    """«Vis flere» adds a page of hits and moves the focus to the first new one."""
    page = tab.open(MANY)
    expect(page.locator("[data-hits] .hit")).to_have_count(PER_PAGE)
    page.locator("[data-more]").click()

    expect(page.locator("[data-hits] .hit")).to_have_count(2 * PER_PAGE)
    expect(page.locator("[data-hits] .hit").nth(PER_PAGE).locator("a")).to_be_focused()


def test_more_goes_when_all_is_shown(tab: Tab) -> None:
    """A short list offers no more."""
    page = tab.open("sok/?q=datahjelpa&county=vestland")

    expect(page.locator("[data-more]")).to_be_hidden()


def test_search_without_hits_leads_on(tab: Tab) -> None:
    """Nothing found: the page says so, offers to loosen the search, and shows the lists."""
    page = tab.open("sok/?q=xqzwv&sector=barnehage")

    expect(page.locator("[data-status]")).to_have_text("Ingen treff")
    expect(page.locator("[data-chips] button[data-value=barnehage]")).to_be_visible()
    expect(page.locator("[data-start] a[href$='sektor/']")).to_be_visible()


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("<img src=x onerror=alert(1)>", id="picture"),
        pytest.param("<script>alert(1)</script>", id="script"),
        pytest.param("\"'><svg onload=alert(1)>", id="attribute"),
        pytest.param("([\\%", id="signs"),
        pytest.param("a" * 5000, id="long"),
    ],
)
def test_hostile_query_does_nothing(tab: Tab, query: str) -> None:
    """What is typed is text: it makes no element, runs nothing and breaks nothing."""
    page = tab.open(f"sok/?q={quote(query)}")
    expect(page.locator("[data-status]")).to_have_text(re.compile("treff"))

    assert tab.complaints == []
    assert page.locator("#main img, #main svg[onload], #main script:not([src]):not([type])").count() == 0


@pytest.mark.parametrize("search", ["goal=99", "goal=%3Cb%3E", "sort=evil", "side=-1", "side=a&q=skole"])
def test_odd_address_does_no_harm(tab: Tab, search: str) -> None:
    """An address with values that nobody offers shows the page all the same."""
    page = tab.open(f"sok/?{search}")

    expect(page.locator("#query")).to_be_visible()
    assert tab.complaints == []


def test_a_choice_too_many_can_be_let_go(tab: Tab) -> None:
    """Where choices leave nothing, the page offers to take one back, and says what that gives."""
    page = tab.open("sok/?q=elferjer&sector=barnehage")
    page.locator("[data-hits] button", has_text="Sektor").click()

    expect(page.locator("[data-hits] a[href$='tiltak/elferjer-hordaland/']")).to_be_visible()
    expect(page.locator("input[name=sector][value=barnehage]")).not_to_be_checked()


def test_a_misspelt_word_is_understood(tab: Tab) -> None:
    """One wrong letter finds what was meant, and the page says what it took it for."""
    page = tab.open("sok/?q=svømmhall")

    expect(page.locator("[data-status]")).to_contain_text("«svømmehall»")


def test_hits_are_marked_in_every_form(tab: Tab) -> None:
    """A word that answered is marked, also in another form than was asked for."""
    page = tab.open("sok/?q=gravemaskin")

    expect(page.locator("[data-hits] mark", has_text="gravemaskiner").first).to_be_visible()


@pytest.mark.parametrize(("path", "locator"), [("sok/", "#query"), ("en/kart/", "#query")])
def test_a_pasted_text_is_searched_by_its_beginning(tab: Tab, path: str, locator: str) -> None:
    """Whatever is pasted, the page answers, says that it was cut, and keeps an address that can be shared."""
    page = tab.open(path)
    page.locator(locator).fill("matsvinn " + "sykkel" * 170_000)

    expect(page.locator("[data-status]")).to_contain_text("300")
    page.wait_for_url("**q=matsvinn")
    assert tab.complaints == []


def test_an_address_may_ask_for_anything(tab: Tab) -> None:
    """A thousand choices that nobody offers, and a page that is far away, are an ordinary search."""
    odd = "&".join(f"goal={number}" for number in range(1, 1_000))
    page = tab.open(f"sok/?sector=barnehage&side=999999999&{odd}")

    expect(page.locator("[data-facet] input:checked")).to_have_count(18)
    expect(page.locator("[data-hits] .hit").first).to_be_visible()
