"""Filling in a form as a person does, and what the other side receives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page, Route

    from tests.site.browser.conftest import Tab

REPOSITORY: Final = "https://code.example/bank"
"""Of the small bank; what is sent there is answered here."""
STORED: Final = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].join()"

TIP: Final[dict[str, Any]] = {
    "title": "Låneski for hele øya",
    "summary": "Alle på øya kan låne ski gratis, og færre kjøper nytt.",
    "organisation": "Bodø kommune",
    "organisation_type": "municipality",
    "municipality": "Bodø",
    "sectors": ["barnehage"],
    "sdgs": ["3", "12"],
    "phase": "running",
    "contact.role": "Folkehelsekoordinator",
    "contact.email": "postmottak@bodo.kommune.no",
}
"""Level 1."""

WHOLE: Final[dict[str, Any]] = {
    **TIP,
    "title": "Skibuss med lån av utstyr",
    "body.0": "Mange barn hadde ikke ski.\n\n- For dyrt\n- For **langt** å hente",
    "body.1": "Vi kjørte bussen rundt.",
    "cost": "under-10k",
    "period.from": "2024",
    "period.to": "2025-03",
    "partners": "Skilaget\nFrivilligsentralen",
    "results.0.indicator": "Barn på ski",
    "results.0.before": "12",
    "results.0.after": "48",
    "results.0.basis": "measured",
    "sources.0.url": "https://bodo.kommune.no/ski",
    "sources.0.title": "Om skibussen",
    "steps": "Samle inn ski\nKjør en fast rute",
    "pitfalls": "For små sko",
}
"""Level 3, with a story, a result and a source."""


@dataclass
class CodeHost:
    """Stands in for the site where the bank's repository is: notes what people open there, and answers."""

    opened: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        """Note an address and answer with a page."""
        self.opened.append(route.request.url)
        route.fulfill(content_type="text/html", body="<!doctype html><title>Mottatt</title><h1>Mottatt</h1>")

    def query(self) -> dict[str, str]:
        """Return what the latest address carries."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.opened[-1]).query).items()}


def stand_in(context: BrowserContext) -> CodeHost:
    """Answer here whatever a context asks the code host for."""
    host = CodeHost()
    context.route(f"{REPOSITORY}/**", host.answer)
    return host


def open_form(tab: Tab, path: str) -> Page:
    """Open a form and begin with its first question, as one does."""
    page = tab.open(path)
    page.locator("#form [name]").first.focus()
    expect(page.locator("#progress")).not_to_be_empty()
    return page


def question(page: Page, path: str) -> Locator:
    """Return the question about a field."""
    return page.locator(f"#form .question[data-field='{path}']").first


def unfold(page: Page) -> None:
    """Open every section that may be left out."""
    for section in page.locator("#form details.form__section:not([hidden])").all():
        if not section.evaluate("details => details.open"):
            section.locator("summary").click()


def answer(page: Page, answers: dict[str, Any]) -> None:
    """Answer questions by name: choices by their value, all else by typing."""
    for name, value in answers.items():
        controls = page.locator(f"#form [name='{name}']")
        kind = controls.first.evaluate("control => control.type")
        if kind in {"radio", "checkbox"}:
            for one in value if isinstance(value, list) else [value]:
                controls.and_(page.locator(f"[value='{one}']")).check()
        elif kind == "select-one":
            controls.select_option(value)
        else:
            controls.fill(value)


def review(page: Page) -> None:
    """Press the button, and see that the check is passed."""
    page.locator("#review-button").click()
    expect(page.locator("#review")).to_be_visible()


def mail(page: Page) -> tuple[str, str, str]:
    """Return address, subject and body of the mail that the button opens."""
    address = page.locator("#exit-mail").get_attribute("href") or ""
    found = re.fullmatch(r"mailto:([^?]*)\?subject=([^&]*)&body=(.*)", address)
    assert found, address
    return found[1], unquote(found[2]), unquote(found[3])
