"""What the form says while somebody answers, and when they are done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from playwright.sync_api import expect

from idebank.contribute.payload import Payload, read_payload
from idebank.entry_text import entry_text
from tests.site.browser.conftest import Tab
from tests.site.browser.forms import (
    STORED,
    TIP,
    WHOLE,
    answer,
    open_form,
    question,
    review,
    stand_in,
    unfold,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext

pytestmark = pytest.mark.browser

LONG: Final = "Vi lånte bort ski til alle på øya, og mange kom igjen. " * 80
"""More than fits into an address."""


@pytest.fixture
def new_form(chromium: Browser, fixture_address: str) -> Iterator[Callable[..., Tab]]:
    """Return a function that opens a tab of somebody who has not been here before."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Tab:
        context = chromium.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        return Tab(context.new_page(), fixture_address).listen()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def form(new_form: Callable[..., Tab]) -> Tab:
    """Return a tab with the form of an initiative open."""
    tab = new_form()
    open_form(tab, "bidra/")
    return tab


def test_message_comes_when_the_question_is_left(form: Tab) -> None:
    """Nobody is corrected in the middle of a word; who has put it right is left alone at once."""
    page = form.page
    name = page.locator("[name='municipality']")
    error = question(page, "municipality").locator(".question__error")
    name.press_sequentially("Sandness")
    page.wait_for_timeout(500)
    expect(error).to_be_hidden()

    page.locator("[name='summary']").focus()
    expect(error).to_contain_text("«Sandness» er ikke en norsk kommune vi kjenner. Mente du «Sandnes»")
    expect(name).to_have_attribute("aria-invalid", "true")

    name.fill("Sandnes")
    expect(error).to_be_hidden()
    expect(name).not_to_have_attribute("aria-invalid", "true")


def test_questions_not_answered_yet_are_not_complained_about(form: Tab) -> None:
    """Who only walks through the form is told nothing."""
    for name in ("summary", "organisation", "contact.role"):
        form.page.locator(f"[name='{name}']").focus()
    form.page.wait_for_timeout(500)

    expect(form.page.locator(".question__error:visible")).to_have_count(0)


def test_better_answer_need_not_be_typed(form: Tab) -> None:
    """What was meant can be taken over with a press."""
    page = form.page
    page.locator("[name='municipality']").fill("Sandness")
    page.locator("[name='summary']").focus()
    page.get_by_role("button", name="Bruk «Sandnes»").click()

    expect(page.locator("[name='municipality']")).to_have_value("Sandnes")
    expect(question(page, "municipality").locator(".question__error")).to_be_hidden()


def test_advice_does_not_stop_anybody(form: Tab) -> None:
    """Advice is shown as such, at the question and in the last look, and the ways out are open."""
    page = form.page
    answer(page, {**TIP, "summary": f"{TIP['title']}."})
    page.locator("[name='organisation']").focus()
    expect(question(page, "summary").locator(".question__error")).to_contain_text("råd:")
    review(page)

    expect(page.locator("#review-verdict")).to_contain_text("Kontroll bestått")
    expect(page.locator("#review-verdict li")).to_have_count(2)
    expect(page.locator("#exit-issue")).to_be_visible()


def test_summary_of_errors(form: Tab) -> None:
    """All that is missing is listed in the order of the questions; the list has the focus, and leads on."""
    page = form.page
    answer(page, {"title": "Ski"})
    page.locator("#review-button").click()
    summary = page.locator("#form-errors")
    expect(summary).to_be_focused()
    expect(summary.locator("h2")).to_have_text("8 ting må rettes før du kan sende")
    expect(summary.locator("li").first).to_contain_text("Feltet «Sammendrag» mangler.")
    expect(page.locator("#review")).to_be_hidden()

    summary.locator("a").first.click()
    expect(page.locator("[name='summary']")).to_be_focused()
    expect(question(page, "summary").locator(".question__error")).to_be_visible()


def test_summary_goes_into_folded_sections(form: Tab) -> None:
    """What is wrong in a section that is folded again is found from the list."""
    page = form.page
    unfold(page)
    answer(page, {**TIP, "period.from": "2025", "period.to": "2024"})
    for section in page.locator("details.form__section").all():
        section.evaluate("details => { details.open = false; }")
    page.locator("#review-button").click()
    page.locator("#form-errors a").click()

    expect(page.locator("[name='period.to']")).to_be_focused()
    expect(page.locator("[name='period.to']")).to_be_visible()


def test_private_address_never_gets_out(form: Tab) -> None:
    """An address of a person is stopped before anything is sent."""
    page = form.page
    answer(page, {**TIP, "contact.email": "kari.nordmann@bodo.kommune.no"})
    page.locator("#review-button").click()

    expect(page.locator("#form-errors")).to_contain_text("ser ut som en privat e-postadresse")
    expect(page.locator("#review")).to_be_hidden()


def test_code_is_stopped_with_words(form: Tab) -> None:
    """What would be refused where it is sent is told here, in the box where it stands."""
    page = form.page
    unfold(page)
    answer(page, {**TIP, "body.0": "Fint", "body.1": "Vi la inn <script> på siden"})
    page.locator("#review-button").click()

    expect(page.locator("#form-errors")).to_contain_text("kan være kode")
    expect(page.locator("#f-body-1-error")).to_contain_text("<script")
    expect(page.locator("#f-body-0-error")).to_be_hidden()


def test_review_is_gone_when_something_is_changed(form: Tab) -> None:
    """Nothing is sent but what was looked at."""
    page = form.page
    answer(page, TIP)
    review(page)
    answer(page, {"title": "Ski til alle"})
    expect(page.locator("#review")).to_be_hidden()
    review(page)

    expect(page.locator("#review-list")).to_contain_text("Ski til alle")


def test_review_shows_the_answers_as_they_were_chosen(form: Tab) -> None:
    """The last look has the words of the form, and ways back."""
    page = form.page
    answer(page, TIP)
    review(page)
    listed = page.locator("#review-list")
    expect(page.locator("#review h2")).to_be_focused()
    for text in ("Låneski for hele øya", "Kommune", "Barnehage", "God helse", "I drift"):
        expect(listed).to_contain_text(text)

    listed.locator("a").first.click()
    expect(page.locator("[name='title']")).to_be_focused()


@pytest.mark.parametrize("way", ["issue", "file"])
def test_too_long_for_an_address(new_form: Callable[..., Tab], way: str) -> None:
    """What does not fit is shown to be copied, whole; the page opens without it."""
    tab = new_form(permissions=["clipboard-read", "clipboard-write"])
    host = stand_in(tab.page.context)
    page = open_form(tab, "bidra/")
    unfold(page)
    answer(page, {**TIP, "body.0": LONG})
    review(page)
    page.locator(f"#exit-{way}").click()
    expect(page.locator("#exit-paste")).to_be_visible()
    page.locator("#exit-paste [data-copy]").click()
    expect(page.locator("#form-status")).to_contain_text("Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    with page.expect_popup() as popup:
        page.locator("#exit-paste [data-open]").click()
    popup.value.wait_for_load_state()
    shown = page.locator("#exit-paste textarea").input_value()

    assert copied == shown
    assert LONG.strip() in copied
    assert {"payload", "value"}.isdisjoint(host.query())
    if way == "issue":
        assert isinstance(read_payload(copied), Payload)
    assert "idebank-draft-initiative" in page.evaluate(STORED)


def test_copying_by_hand(form: Tab) -> None:
    """Where the browser does not let us copy, the text is there and selected."""
    page = form.page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    answer(page, TIP)
    review(page)
    page.locator("#copy").click()

    expect(page.locator("#form-status")).to_contain_text("kopier den selv")
    expect(page.locator("#exit-paste textarea")).to_be_focused()
    assert page.evaluate("getSelection().toString()").startswith("---\ntitle:")


def test_answers_come_back_by_a_link(new_form: Callable[..., Tab]) -> None:
    """The link in the answer to an issue opens the form as it was filled in, and leads back to that issue."""
    tab = new_form()
    page = open_form(tab, "bidra/")
    fields = {
        "title": "Låneski",
        "municipality": "Bodø",
        "sectors": ["barnehage", "finnes-ikke"],
        "funding": [{"source": "Klimasats", "amount": 5000}, {"source": "Fylket"}],
        "origin": "public-sources",
        "steps": ["Én", "To"],
    }
    text = entry_text(fields, "## Bakgrunn\n\nSlik var det.\n\n## Egen overskrift\n\nMer.")
    hash_ = page.evaluate(
        "async ([src, draft]) => (await import(new URL('payload.js', src))).draftHash(draft)",
        [
            page.locator("script[src*='contribute']").evaluate("s => s.src"),
            {"form": "initiative", "text": text},
        ],
    )
    page.goto("about:blank")
    page = tab.open(f"bidra/{hash_}&innmelding=17")
    expect(page.locator("[name='title']")).to_have_value("Låneski")
    expect(page.locator("[name='funding.1.source']")).to_have_value("Fylket")
    expect(page.locator("[name='funding.0.amount']")).to_have_value("5000")
    expect(page.locator("[name='steps']")).to_have_value("Én\nTo")
    expect(page.locator("[name='body.0']")).to_have_value("Slik var det.\n\n## Egen overskrift\n\nMer.")
    expect(page.locator("#form-status")).to_contain_text("sectors")
    unfold(page)
    answer(page, {**WHOLE, "title": "Låneski"})
    review(page)
    page.locator("#exit-issue").click()
    block = page.locator("#exit-paste textarea").input_value()

    expect(page.locator("#exit-paste [data-open]")).to_have_attribute(
        "href", "https://code.example/bank/issues/17"
    )
    expect(page.locator("#exit-file")).to_be_hidden()
    assert 'origin: "public-sources"' in block


def test_broken_link(form: Tab) -> None:
    """A link that was cut on its way is told of, and the form works."""
    form.page.goto("about:blank")
    page = form.open("bidra/#utkast=eyJmb3JtIjoiaW5pdGlhdGl2ZSIsInRleHQiOiJ4In0")

    expect(page.locator("#form-status")).to_contain_text("kunne ikke leses")


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("bidra/?kommune=Bod%C3%B8&sektor=barnehage&mal=12", {"municipality": "Bodø"}),
        ("bidra/?fylke=Nordland", {"county": "Nordland"}),
        ("bidra/gjenbruk/?tiltak=sykkelbuss-bodo", {"initiative": "sykkelbuss-bodo"}),
        ("bidra/rett/?om=initiative/sykkelbuss-bodo", {"entry": "initiative/sykkelbuss-bodo"}),
        ("bidra/?tittel=x&__proto__=y&om=z", {"title": ""}),
    ],
)
def test_what_the_link_says_is_answered(
    path: str, names: dict[str, str], new_form: Callable[..., Tab]
) -> None:
    """Who comes from a page need not say what it is about; nothing is stored for it."""
    page = new_form().open(path)
    for name, value in names.items():
        expect(page.locator(f"[name='{name}']")).to_have_value(value)
    if "sektor" in path:
        expect(page.locator("[name='sectors'][value='barnehage']")).to_be_checked()
        expect(page.locator("[name='sdgs'][value='12']")).to_be_checked()

    assert page.evaluate(STORED) == ""


def test_sections_of_a_sector(form: Tab) -> None:
    """What only kindergartens are asked shows when a kindergarten answers; what is put away is not sent."""
    page = form.page
    kindergarten = page.locator("[data-sectors='barnehage']")
    expect(kindergarten).to_be_hidden()
    answer(page, TIP)
    expect(kindergarten).to_be_visible()
    kindergarten.locator("summary").click()
    answer(page, {"kindergarten.parents": "Foreldrene vasker."})
    page.locator("[name='sectors'][value='barnehage']").uncheck()
    page.locator("[name='sectors'][value='bibliotek']").check()
    expect(kindergarten).to_be_hidden()
    review(page)

    assert "kindergarten" not in (page.locator("#exit-file").get_attribute("href") or "kindergarten")


def test_reason_is_asked_when_it_was_stopped(form: Tab) -> None:
    """Why it was stopped is asked only of what was stopped, and then it must be answered."""
    page = form.page
    expect(question(page, "stopped_why")).to_be_hidden()
    answer(page, {**TIP, "phase": "stopped"})
    expect(question(page, "stopped_why")).to_be_visible()
    page.locator("#review-button").click()

    expect(page.locator("#form-errors")).to_contain_text("Tiltaket er stoppet, men feltet")


def test_records(form: Tab) -> None:
    """One more can be added, taken away, and brought back; numbers follow."""
    page = form.page
    unfold(page)
    box = question(page, "sources")
    answer(page, {"sources.0.url": "https://a.example.no/1", "sources.0.title": "Én"})
    box.locator("[data-add]").click()
    expect(page.locator("[name='sources.1.url']")).to_be_focused()
    answer(page, {"sources.1.url": "https://a.example.no/2", "sources.1.title": "To"})
    box.locator("[data-remove]").first.click()
    expect(page.locator("[name='sources.0.title']")).to_have_value("To")
    expect(page.locator("[name='sources.1.title']")).to_have_count(0)
    page.locator("#form-status button").click()

    expect(page.locator("[name='sources.0.title']")).to_have_value("Én")
    expect(page.locator("[name='sources.1.title']")).to_have_value("To")
    ids = page.locator("#form [id]").evaluate_all("all => all.map(({ id }) => id)")
    assert len(ids) == len(set(ids))


def test_likeness(form: Tab) -> None:
    """Who tells of what is here already is shown it while writing, and may go on all the same."""
    page = form.page
    answer(page, {"title": "Frokost på skolen av overskuddsmat", "municipality": "Bodø"})
    expect(page.locator("#like li")).to_have_count(1)
    expect(page.locator("#like a")).to_have_attribute("href", "../tiltak/skolefrukost-eksempel/")
    answer(page, {"title": "Noe helt annet"})

    expect(page.locator("#like")).to_be_hidden()


def test_without_network(form: Tab) -> None:
    """Who loses the network is told, and loses nothing: what they wrote counts when it is back."""
    page = form.page
    page.context.route("**/bidra/data/need.*.json", lambda route: route.abort())
    form.open("bidra/etterlyst/")
    page.locator("[name='title']").fill("Kjøle mat")
    expect(page.locator("#form-failed")).to_be_visible()
    page.context.unroute("**/bidra/data/need.*.json")
    page.locator("[name='summary']").fill("Uten strøm.")
    expect(page.locator("#form-failed")).to_be_hidden()
    expect(page.locator("#draft-delete")).to_be_visible()

    assert "Kjøle mat" in page.evaluate("localStorage.getItem('idebank-draft-need')")


def test_preview(form: Tab) -> None:
    """The page is shown as it will look, in the words of the form, while it is written."""
    page = form.page
    unfold(page)
    answer(page, WHOLE)
    page.locator("#preview-button").click()
    preview = page.locator("#preview")
    for text in (
        "Skibuss med lån av utstyr",
        "Folkehelsekoordinator",
        "I drift",
        "Målt",
        "Kjør en fast rute",
    ):
        expect(preview).to_contain_text(text)
    expect(preview.locator("strong").filter(has_text="langt")).to_have_count(1)
    expect(preview.locator(".square")).to_have_count(2)
    answer(page, {"title": "Et nytt navn"})

    expect(preview.locator(".entry__title")).to_have_text("Et nytt navn")


def test_hostile_story_in_the_preview(form: Tab) -> None:
    """Nothing that is written becomes part of the page."""
    page = form.page
    unfold(page)
    hostile = (
        '<img src=x onerror="alert(1)"> [a](javascript:alert(1)) ![b](https://evil.example/x.png) <b>c</b>'
    )
    answer(page, {**TIP, "title": "<b>Ski</b>", "body.0": hostile})
    page.locator("#preview-button").click()
    preview = page.locator("#preview [data-preview]")
    expect(preview.locator(".entry__title")).to_have_text("<b>Ski</b>")

    assert preview.locator("img, b, [onerror], a[href^='javascript']").count() == 0
    assert form.complaints == []
    assert form.outward == []
