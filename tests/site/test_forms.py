"""The forms as pages: readable without a script, labelled, and light."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Final

import pytest
from bs4 import BeautifulSoup, Tag

from idebank.contribute.surfaces import Source
from idebank.forms import Control
from idebank.resources import schema_folder
from idebank.views import addresses
from idebank.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

FORMS: Final = Source.load(schema_folder()).forms
BUDGET: Final = 60_000
"""Bytes of a form's page with its style sheet and its first script, compressed."""


@pytest.fixture(params=[(id_, language) for id_ in FORMS for language in LANGUAGES], ids="-".join)
def page(request: pytest.FixtureRequest, site: Path) -> BeautifulSoup:
    """Return the page of a form in a language."""
    id_, language = request.param
    html = site / addresses.form(id_, language) / "index.html"
    return BeautifulSoup(html.read_text(encoding="utf-8"), "html.parser")


def _form(page: BeautifulSoup) -> Tag:
    form = page.find("form", id="form")
    assert isinstance(form, Tag)
    return form


def test_every_question_is_on_its_page(page: BeautifulSoup) -> None:
    """What the form asks stands there before any script has run."""
    form = _form(page)
    asked = {str(tag["data-field"]) for tag in form.select("[data-field]")}

    wanted = {
        "body" if question.control is Control.STORY else question.id
        for question in FORMS[str(form["data-form"])].questions()
    }
    assert wanted <= asked


def test_every_control_has_a_label(page: BeautifulSoup) -> None:
    """Whoever hears the page hears what each control is for."""
    form = _form(page)
    labelled = {str(label["for"]) for label in form.select("label[for]")}

    silent = [
        str(control.get("name"))
        for control in form.select("input, textarea, select")
        if control.get("id") not in labelled and control.find_parent("label") is None
    ]
    assert silent == []


def test_descriptions_are_there(page: BeautifulSoup) -> None:
    """Each help and each place for a message that a control names stands on the page once."""
    form = _form(page)
    ids = [str(tag["id"]) for tag in form.select("[id]")]

    named = {id_ for tag in form.select("[aria-describedby]") for id_ in str(tag["aria-describedby"]).split()}
    assert named <= set(ids)
    assert len(ids) == len(set(ids))


def test_without_script_there_is_the_mailbox(page: BeautifulSoup) -> None:
    """Who has no script is told so, and where to write."""
    notice = _form(page).select_one("[data-noscript]")

    assert notice
    assert notice.select_one("a[href^='mailto:']")


def test_lead_counts_right() -> None:
    """The lead promises as many questions as there are."""
    form = FORMS["initiative"]
    asked = sum(len(section.questions) for section in form.sections if section.level == 1)

    assert asked == 9
    assert form.lead.nb.count("Ni spørsmål") == form.lead.nn.count("Ni spørsmål") == 1
    assert "Nine questions" in form.lead.en


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_light(site: Path, language: str) -> None:
    """The form is there at once: its page, style sheet and first script stay within the budget."""
    html = (site / addresses.form("initiative", language) / "index.html").read_bytes()
    (style,) = site.glob("assets/idebank/idebank.*.css")
    (module,) = site.glob("assets/idebank/contribute.*/form.js")
    scripts = [*site.glob("assets/idebank/idebank.*.js"), *site.glob("assets/idebank/theme.*.js"), module]

    sent = sum(
        len(gzip.compress(content)) for content in (html, *(p.read_bytes() for p in (style, *scripts)))
    )
    assert sent < BUDGET
