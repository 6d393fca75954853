"""What a text costs the form: no more than its length, whatever is pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.forms.checkdata import check_data, place_data
from idebank.messages import load_messages
from idebank.resources import theme_folder
from tests.factories import schemas, vocabulary
from tests.growth import hostile, script

if TYPE_CHECKING:
    from tests.contribute.conftest import Ask

pytestmark = pytest.mark.browser

FUNCTIONS: Final = {
    "better": [
        "email: (text) => its.FORM_RULES.email[1](text)",
        "address: (text) => its.FORM_RULES['web-address'][1](text)",
        "date: (text) => its.FORM_RULES['partial-date'][1](text)",
        "slug: (text) => its.FORM_RULES.slug[1](text)",
        "file: (text) => its.FORM_RULES.file[1](text)",
    ],
    "characters": [
        "withoutForbidden: its.withoutForbidden",
        "tidied: (text) => its.tidied(text)",
        "lines: (text) => its.tidied(text, { lines: true })",
        "forbidden: (text) => its.forbiddenCharacters([{ keys: [], value: text }])",
    ],
    "codespans": ["withoutCode: its.withoutCode"],
    "entrytext": [
        "written: (text) => its.entryText({ title: text, steps: text.split(' ') }, text)",
        "read: (text) => its.parseEntryText(its.entryText({ title: text }, text))",
        "foreign: (text) => its.parseEntryText(`---\\n${text}`)",
    ],
    "exits": [
        "issue: (text) => its.issueExit({ repository: '', form: '', title: '', text })",
        "mail: (text) => its.mailAddress({ mailbox: '', subject: '', body: text })",
    ],
    "filepath": ["path: (text) => its.rightSlug(text)"],
    "formats": [
        "address: its.isWebAddress",
        "mail: its.isEmail",
        "slug: (text) => its.formats(null).slug(text)",
        "file: (text) => its.formats(null).file(text)",
    ],
    "like": [
        "alike: (title) => its.alike({ title, goals: [] }, [{ title, goals: [] }], { place: title })",
    ],
    "markdown": ["preview: its.storyNodes"],
    "nationalid": ["masked: its.masked"],
    "payload": [
        "written: (text) => its.writePayload('initiative', text)",
        "active: its.activePart",
        "large: its.isTooLarge",
        "address: (text) => its.readDraftHash(its.draftHash({ form: '', text }))",
        "foreign: (text) => its.readDraftHash(`#utkast=${text}`)",
    ],
    "personal": ["found: its.personalFindings"],
    "spelling": ["near: (text) => its.nearMisses(text, ['bodo', 'oslo'])"],
    "stories": [
        "split: (text) => its.splitStory(`## ${text}`, [{ name: 'a', heading: 'A', headings: ['A'] }])",
    ],
    "story": ["found: (text) => its.storyFindings(text, 'initiative')"],
    "text": ["slug: its.slugify", "length: its.lengthOf", "short: its.shortened", "quoted: its.quoted"],
    "words": ["fill: (text) => its.fill(text, {})", "bare: its.bare"],
}
"""By script, its functions of a text."""


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_text_costs_its_length(name: str, ask_page: Ask) -> None:
    """Eight times the text takes about eight times as long, whatever stands in it."""
    assert ask_page(name, script(FUNCTIONS[name]), list(hostile())) == []


FIELDS: Final = (
    "{ title: text }",
    "{ municipality: text }",
    "{ contact: { email: text, url: text } }",
    "{ sources: [{ title: text, url: text }], period: { from: text, to: text } }",
    "{ images: [{ file: text, alt: text }], results: [{ indicator: text, before: text }] }",
    "{ steps: text.match(/.{1,16}/gs), materials: text.match(/.{1,16}/gs) }",
)
"""What somebody may have pasted a text into."""


@pytest.mark.parametrize("fields", [*FIELDS, "{}"])
def test_a_check_costs_its_length(fields: str, ask_page: Ask) -> None:
    """The whole check of a text in any field or in the story takes no more than the text is long."""
    data = check_data(schemas()["initiative"], language="nb", messages=_messages())
    body = "text" if fields == "{}" else "'x'"
    expression = (
        "await (async ({ data, placeData, given }) => {"
        " const { PlaceNames } = await import('/contribute/placenames.js');"
        " const places = new PlaceNames(placeData);"
        f" return {script([f'check: (text) => its.check({fields}, {body}, data, places)'])};"
        "})(given)"
    )
    given = {"data": data, "placeData": place_data(vocabulary()), "given": list(hostile())}

    assert ask_page("rules", expression, given) == []


def _messages() -> dict[str, str]:
    return dict(load_messages(theme_folder() / "messages" / "rules", "nb"))


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ("{ steps: Array(2000).fill('«Kjøp»') }", "''"),
        ("{ sources: Array(2000).fill({ title: 'a', url: 'b' }) }", "''"),
        ("{}", "'<b>fet</b>\\n'.repeat(2000)"),
        ("{}", "'ola.nordmann@gmail.com '.repeat(2000)"),
    ],
)
def test_findings_are_as_many_as_anybody_reads(fields: str, body: str, ask_page: Ask) -> None:
    """However often a rule is broken, so many findings of it are told as the check has for a file."""
    data = check_data(schemas()["initiative"], language="nb", messages=_messages())
    found: list[dict[str, Any]] = ask_page("rules", f"its.check({fields}, {body}, given, null)", data)

    counts = [sum(own["rule"] == rule for own in found) for rule in {own["rule"] for own in found}]
    assert max(counts) == data["most"]
