"""Drafts: kept only after somebody wrote something, offered again, and gone when they are deleted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.site.browser.conftest import Tab
from tests.site.browser.forms import STORED, TIP, answer, open_form, review, stand_in, unfold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KEY = "idebank-draft-initiative"


@pytest.fixture
def tab(chromium: Browser, fixture_address: str) -> Iterator[Tab]:
    """Return a tab of somebody who has not been here before."""
    with chromium.new_context(reduced_motion="reduce") as context:
        yield Tab(context.new_page(), fixture_address).listen()


def _draft(page: Page) -> dict[str, Any]:
    draft: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    return draft


def _kept(page: Page) -> None:
    expect(page.locator("#draft-delete")).to_be_visible()


def test_nothing_is_stored_before_something_is_written(tab: Tab) -> None:
    """Looking, walking through and unfolding leave no trace."""
    page = open_form(tab, "bidra/")
    for _ in range(15):
        page.keyboard.press("Tab")
    unfold(page)
    page.locator("#preview-button").click()
    page.locator("#review-button").click()
    page.wait_for_timeout(1_000)

    assert page.evaluate(STORED) == ""
    assert tab.outward == []


def test_first_key_press_is_kept(tab: Tab) -> None:
    """From then on the draft is there, and it is said so."""
    page = open_form(tab, "bidra/")
    page.keyboard.press("S")
    _kept(page)

    expect(page.locator("#form-status")).to_have_text(
        "Det du skriver, blir tatt vare på i denne nettleseren."
    )
    assert _draft(page)["fields"] == {"title": "S"}
    assert page.evaluate(STORED).strip(",") == KEY


def test_draft_is_kept_when_the_page_goes_at_once(tab: Tab) -> None:
    """Who closes the page in the middle of a word loses nothing."""
    page = open_form(tab, "bidra/")
    page.keyboard.type("Låneski")
    page.goto("about:blank")
    page = tab.open("bidra/")
    page.locator("#draft-offer [data-continue]").click()

    expect(page.locator("[name='title']")).to_have_value("Låneski")


def test_offer_shows_nothing_of_the_draft(tab: Tab) -> None:
    """On a shared machine, the next one is told that there is a draft and not what is in it."""
    page = open_form(tab, "bidra/")
    answer(page, TIP)
    _kept(page)
    page.reload()
    offer = page.locator("#draft-offer")
    expect(offer).to_be_visible()
    expect(offer).to_be_in_viewport()
    expect(page.locator("[name='title']")).to_have_value("")

    assert "Låneski" not in page.locator("main").inner_text()


def test_draft_is_put_back_whole(tab: Tab) -> None:
    """Every answer is where it was, wrong ones as well."""
    page = open_form(tab, "bidra/")
    unfold(page)
    wrong = {"period.from": "i fjor", "cost_note": "Litt «av» alt", "body.2": "En linje\n\n- og et punkt"}
    records = {"sources.0.title": "Én", "sources.1.title": "To"}
    answer(page, {**TIP, **wrong, "sources.0.title": "Én"})
    page.locator(".question[data-field='sources'] [data-add]").click()
    answer(page, records)
    page.wait_for_timeout(800)
    page.reload()
    page.locator("#draft-offer [data-continue]").click()

    expect(page.locator("#draft-offer")).to_be_hidden()
    for name, value in {**TIP, **wrong, **records}.items():
        if isinstance(value, list):
            checked = page.locator(f"[name='{name}']:checked").evaluate_all(
                "all => all.map(({ value }) => value)"
            )
            assert checked == value
        elif name == "phase":
            expect(page.locator(f"[name='{name}'][value='{value}']")).to_be_checked()
        else:
            expect(page.locator(f"[name='{name}']")).to_have_value(value)


def test_old_draft_is_not_written_over(tab: Tab) -> None:
    """Who begins to write without having chosen keeps the old draft until they have."""
    page = open_form(tab, "bidra/")
    page.keyboard.type("Det gamle")
    _kept(page)
    page.reload()
    page.locator("[name='title']").press_sequentially("Det nye")
    expect(page.locator("#form-status")).to_contain_text("Velg øverst")
    assert _draft(page)["fields"] == {"title": "Det gamle"}

    page.locator("#draft-offer [data-discard]").click()
    expect(page.locator("#form-status")).to_contain_text("Utkastet er slettet")
    assert page.evaluate(STORED) == ""


def test_delete_and_undo(tab: Tab) -> None:
    """One press deletes everything, and one brings it back."""
    page = open_form(tab, "bidra/")
    answer(page, TIP)
    _kept(page)
    page.locator("#draft-delete").click()
    expect(page.locator("[name='title']")).to_have_value("")
    expect(page.locator("[name='sectors']:checked")).to_have_count(0)
    expect(page.locator("#draft-delete")).to_be_hidden()
    assert page.evaluate(STORED) == ""

    page.locator("#form-status").get_by_role("button", name="Angre").click()
    expect(page.locator("[name='title']")).to_have_value(TIP["title"])
    _kept(page)


def test_draft_survives_a_failed_send(tab: Tab) -> None:
    """Whatever happens on the other side, the draft is here until somebody says that it went well."""
    page = open_form(tab, "bidra/")
    page.context.route("https://code.example/**", lambda route: route.abort())
    answer(page, TIP)
    review(page)
    with page.expect_popup() as popup:
        page.locator("#exit-issue").click()
    popup.value.close()
    assert _draft(page)["fields"]["title"] == TIP["title"]

    page.reload()
    page.locator("#draft-offer [data-continue]").click()
    review(page)
    stand_in(page.context)
    with page.expect_popup():
        page.locator("#exit-issue").click()
    page.get_by_role("button", name="Det er sendt, slett utkastet").click()
    assert page.evaluate(STORED) == ""


def test_each_form_has_its_draft(tab: Tab) -> None:
    """A need does not turn up among initiatives."""
    page = open_form(tab, "bidra/")
    page.keyboard.type("Låneski")
    _kept(page)
    page = tab.open("bidra/etterlyst/")

    expect(page.locator("#draft-offer")).to_be_hidden()


def test_without_storage(chromium: Browser, fixture_address: str) -> None:
    """Where the browser keeps nothing, it is said, and everything else works."""
    with chromium.new_context(reduced_motion="reduce") as context:
        context.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
        )
        tab = Tab(context.new_page(), fixture_address).listen()
        page = open_form(tab, "bidra/")
        answer(page, TIP)
        expect(page.locator("#form-status")).to_contain_text("ikke ta vare på det du skriver")
        review(page)

        expect(page.locator("#exit-issue")).to_be_visible()
