"""Addresses that answers lead to."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from urllib.parse import parse_qs, urlsplit

import pytest

from idebank.contribute.payload import FORMS
from idebank.contribute.web import MAX_ADDRESS, Web, named_entry

WEB = Web("https://bank.example/under/", "https://github.example/idebank/idebank", "main")
NOWHERE = Web("", "https://github.example/idebank/idebank", "main")


def test_forms() -> None:
    """Each form has a page in each language."""
    addresses = {WEB.form(form, language) for form in FORMS for language in ("nb", "nn", "en")}

    assert len(addresses) == len(FORMS) * 3
    assert WEB.form("initiative", "nb") == "https://bank.example/under/bidra/"
    assert WEB.form("need", "nn") == "https://bank.example/under/nn/bidra/etterlyst/"


def test_draft() -> None:
    """A draft travels in the address, behind the sign that no server is sent."""
    address = WEB.draft("need", "nb", text="---\ntitle: «Ø»\n---\n", issue=12)
    packed = urlsplit(address).fragment.partition("utkast=")[2].partition("&")[0]

    assert json.loads(urlsafe_b64decode(packed + "=" * (-len(packed) % 4))) == {
        "form": "need",
        "text": "---\ntitle: «Ø»\n---\n",
    }
    assert address.endswith("&innmelding=12")


@pytest.mark.parametrize(
    ("web", "form", "text"), [(NOWHERE, "need", "a"), (WEB, "x", "a"), (WEB, "need", "ø" * MAX_ADDRESS)]
)
def test_no_draft(web: Web, form: str, text: str) -> None:
    """Without a site or a form, and when it would be too long, there is no such address."""
    assert web.draft(form, "nb", text=text, issue=1) == ""


def test_entries() -> None:
    """An entry's page, else its file; and where an editor changes it."""
    path = "content/initiatives/oslo/a b.md"

    assert WEB.entry("content/needs/a.md") == "https://bank.example/under/etterlyst/a/"
    assert (
        NOWHERE.entry(path)
        == "https://github.example/idebank/idebank/blob/main/content/initiatives/oslo/a%20b.md"
    )
    assert (
        WEB.edit(path) == "https://github.example/idebank/idebank/edit/main/content/initiatives/oslo/a%20b.md"
    )


def test_compare() -> None:
    """A pull request begins with title and text filled in, whatever signs are in them."""
    address = urlsplit(WEB.compare("innmelding/1-a", title="A & B (#1)", body="Closes #1\n"))

    assert address.path == "/idebank/idebank/compare/main...innmelding/1-a"
    assert parse_qs(address.query) == {"quick_pull": ["1"], "title": ["A & B (#1)"], "body": ["Closes #1\n"]}
    assert address.fragment == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("initiative/a-b", ("initiative", "a-b")),
        (" need/a ", ("need", "a")),
        ("/need/a/", ("need", "a")),
        ("a", ("", "")),
        ("need/", ("", "")),
        ("page/a", ("", "")),
        ("initiative/../a", ("", "")),
        ("", ("", "")),
    ],
)
def test_named_entry(name: str, expected: tuple[str, str]) -> None:
    """An entry is named by kind and slug, nothing else."""
    assert named_entry(name) == expected
