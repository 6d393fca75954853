"""Addresses of records."""

from __future__ import annotations

import pytest

from idebank.views import addresses
from tests.factories import initiative, vocabulary


def test_entry() -> None:
    """An entry and its files have one address, whatever the language."""
    assert addresses.entry(initiative()) == "tiltak/sykkelbuss-bodo/"
    assert addresses.file_of(initiative(), "a.pdf") == "tiltak/sykkelbuss-bodo/a.pdf"


@pytest.mark.parametrize(("language", "interface"), [("nb", "nb"), ("nn", "nn"), ("en", "en"), ("se", "nb")])
def test_interface_language(language: str, interface: str) -> None:
    """An entry in a language that the interface does not speak gets bokmål around it."""
    assert interface == addresses.interface_language(language)


@pytest.mark.parametrize(
    ("facets", "address"),
    [
        ((), "nn/feed.xml"),
        ((("goal", "12"),), "nn/barekraftsmal/12/feed.xml"),
        ((("county", "nordland"), ("goal", "12")), "nn/sok/feed/county-nordland.goal-12.xml"),
    ],
)
def test_feed(facets: tuple[tuple[str, str], ...], address: str) -> None:
    """The feed of one facet lies beside its page, that of several below the search."""
    assert address == addresses.feed(facets, "nn")


@pytest.mark.parametrize(
    ("form", "address"),
    [("initiative", "en/bidra/"), ("need", "en/bidra/etterlyst/"), ("sak", "en/bidra/sak/")],
)
def test_form(form: str, address: str) -> None:
    """The form of initiatives is the first one that a contributor meets."""
    assert address == addresses.form(form, "en")


def test_form_with_answers() -> None:
    """A form can be answered in part beforehand."""
    assert addresses.form("adoption", "nb", tiltak="a-b") == "bidra/gjenbruk/?tiltak=a-b"


def test_terms() -> None:
    """What is measured, and what documents are, is named by its Norwegian label."""
    term = next(iter(vocabulary().terms["document_kinds"].values()))

    assert addresses.documents_of_kind(term, "nn").startswith("nn/dokumenter/")
    assert addresses.measure(term, "nn").startswith("nn/resultater/")
