"""The form by keyboard alone, on small screens, and before axe, in every state that it can be in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from tests.site.browser.accessibility import OF_COLOURS, prepare, violations
from tests.site.browser.conftest import Tab
from tests.site.browser.forms import TIP, WHOLE, answer, open_form, review, unfold

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SIDEWAYS: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OBSCURED: Final = """() => {
  const bar = document.querySelector(".form__bar").getBoundingClientRect();
  const own = document.activeElement.getBoundingClientRect();
  const inside = document.querySelector(".form__bar").contains(document.activeElement);
  return !inside && own.height > 0 && own.top >= bar.top && own.bottom <= bar.bottom;
}"""


def _untouched(page: Page) -> None:
    """Leave the form as it is."""
    expect(page.locator("#form")).to_be_visible()


def _unfolded(page: Page) -> None:
    answer(page, {"sectors": ["barnehage", "bibliotek", "innkjop", "skole"], "phase": "stopped"})
    unfold(page)


def _wrong(page: Page) -> None:
    answer(
        page,
        {"title": "SYKKELBUSS TIL SKOLEN", "municipality": "Sandness", "contact.email": "kari@gmail.com"},
    )
    page.locator("#review-button").click()
    expect(page.locator("#form-errors")).to_be_visible()


def _choosing(page: Page) -> None:
    page.locator("[name='municipality']").press_sequentially("kar")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def _previewed(page: Page) -> None:
    unfold(page)
    answer(page, WHOLE)
    page.locator("#preview-button").click()
    expect(page.locator("#preview .entry")).to_be_visible()


def _reviewed(page: Page) -> None:
    answer(page, {**TIP, "summary": TIP["title"]})
    review(page)


def _too_long(page: Page) -> None:
    unfold(page)
    answer(page, {**TIP, "body.0": "Vi lånte bort ski. " * 400})
    review(page)
    page.locator("#exit-issue").click()
    expect(page.locator("#exit-paste")).to_be_visible()


def _alike(page: Page) -> None:
    answer(page, {"title": "Frokost på skolen av overskuddsmat", "municipality": "Bodø"})
    expect(page.locator("#like li")).to_have_count(1)


def _offered(page: Page) -> None:
    answer(page, TIP)
    expect(page.locator("#draft-delete")).to_be_visible()
    page.reload()
    expect(page.locator("#draft-offer")).to_be_visible()


def _deleted(page: Page) -> None:
    answer(page, TIP)
    page.locator("#draft-delete").click()
    expect(page.locator("#form-status button")).to_be_visible()


STATES: Final[dict[str, Callable[[Page], None]]] = {
    "untouched": _untouched,
    "unfolded": _unfolded,
    "wrong": _wrong,
    "choosing": _choosing,
    "previewed": _previewed,
    "reviewed": _reviewed,
    "too long": _too_long,
    "alike": _alike,
    "offered": _offered,
    "deleted": _deleted,
}


@pytest.mark.parametrize("state", STATES)
def test_axe(state: str, chromium: Browser, fixture_address: str) -> None:
    """Axe finds nothing, in light and in dark."""
    with chromium.new_context(bypass_csp=True, reduced_motion="reduce", color_scheme="light") as context:
        page = open_form(Tab(context.new_page(), fixture_address), "bidra/")
        STATES[state](page)
        prepare(page)
        found = violations(page)
        page.emulate_media(color_scheme="dark")
        found += violations(page, OF_COLOURS)

    assert found == []


@pytest.mark.parametrize(
    "path", ["bidra/gjenbruk/", "nn/bidra/etterlyst/", "bidra/rett/", "en/bidra/bekreft/"]
)
def test_axe_on_short_forms(path: str, chromium: Browser, fixture_address: str) -> None:
    """Axe finds nothing on the other forms either, with everything wrong."""
    with chromium.new_context(bypass_csp=True, reduced_motion="reduce") as context:
        page = open_form(Tab(context.new_page(), fixture_address), path)
        unfold(page)
        page.locator("#review-button").click()
        expect(page.locator("#form-errors")).to_be_visible()
        prepare(page)
        found = violations(page)

    assert found == []


@pytest.mark.parametrize("state", STATES)
def test_small_screen(state: str, chromium: Browser, fixture_address: str) -> None:
    """Nothing has to be read sideways at 320 pixels."""
    with chromium.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce") as context:
        page = open_form(Tab(context.new_page(), fixture_address), "bidra/")
        STATES[state](page)

        assert page.evaluate(SIDEWAYS) == 0


def test_by_keyboard_alone(chromium: Browser, fixture_address: str) -> None:
    """A tip is written and reviewed without a mouse; what has the focus is always in sight."""
    with chromium.new_context(viewport={"width": 360, "height": 640}, reduced_motion="reduce") as context:
        tab = Tab(context.new_page(), fixture_address).listen()
        page = open_form(tab, "bidra/")
        press, write = page.keyboard.press, page.keyboard.type

        def onto(name: str) -> None:
            for _ in range(80):
                if page.evaluate("document.activeElement.name") == name:
                    return
                press("Tab")
                assert not page.evaluate(OBSCURED)
            pytest.fail(f"no way to {name} by keyboard")

        for name, text in (("title", TIP["title"]), ("summary", TIP["summary"]), ("organisation", "Bodø")):
            onto(name)
            write(text)
        onto("organisation_type")
        write("Komm")
        onto("municipality")
        write("bod")
        expect(page.locator("[role=option]").first).to_be_visible()
        press("ArrowDown")
        press("Enter")
        expect(page.locator("[name='municipality']")).to_have_value("Bodø")
        onto("sectors")
        press("Space")
        onto("sdgs")
        press("Space")
        onto("phase")
        press("Space")
        onto("contact.role")
        write("Folkehelse")
        onto("contact.url")
        write("https://bodo.kommune.no")
        page.locator("#review-button").focus()
        press("Enter")
        expect(page.locator("#review h2")).to_be_focused()
        for _ in range(60):
            press("Tab")
            if page.evaluate("document.activeElement.id") == "exit-mail":
                break

        expect(page.locator("#exit-mail")).to_be_focused()
        assert tab.complaints == []


def test_list_of_places(chromium: Browser, fixture_address: str) -> None:
    """Sámi, Kven and former names and numbers find the municipality of today; Escape puts the list away."""
    with chromium.new_context(reduced_motion="reduce") as context:
        page = open_form(Tab(context.new_page(), fixture_address), "bidra/")
        field = page.locator("[name='municipality']")
        options = page.locator("[role=option]")
        for typed, expected in (
            ("Kárášjohk", "Karasjok også Kárášjohka, Finnmark"),
            ("Porsanki", "Porsanger også Porsanki, Finnmark"),
            ("Askim", "Indre Østfold før Askim, Østfold"),
            ("1804", "Bodø Nordland"),
        ):
            field.fill("")
            field.press_sequentially(typed)
            expect(options.first).to_have_text(expected)
        expect(field).to_have_attribute("aria-expanded", "true")
        field.press("Escape")
        expect(options.first).to_be_hidden()
        expect(field).to_have_attribute("aria-expanded", "false")
        field.press("ArrowDown")
        options.first.click()

        expect(field).to_have_value("Bodø")
        expect(field).to_be_focused()
