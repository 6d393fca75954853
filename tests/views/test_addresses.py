"""Where every page lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.views import addresses
from tests.factories import initiative, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

HUBS = [
    (addresses.front, ""),
    (addresses.initiatives, "tiltak/"),
    (addresses.goals, "barekraftsmal/"),
    (addresses.sectors, "sektor/"),
    (addresses.themes, "tema/"),
    (addresses.places, "sted/"),
    (addresses.organisations, "virksomhet/"),
    (addresses.overview, "oversikt/"),
    (addresses.search, "sok/"),
    (addresses.contribute, "bidra/"),
]


@pytest.mark.parametrize(("prefix", "language"), [("", "nb"), ("nn/", "nn"), ("en/", "en")])
@pytest.mark.parametrize(("address", "url"), HUBS)
def test_hubs(prefix: str, language: str, address: Callable[[str], str], url: str) -> None:
    """Bokmål lies at the root, the other languages in folders of their own."""
    assert prefix + url == address(language)


def test_goal() -> None:
    """A goal lies below the goals."""
    assert addresses.goal(7, "en") == "en/barekraftsmal/7/"


def test_target() -> None:
    """A target lies below its goal."""
    assert addresses.target(vocabulary().targets["12.3"], "nb") == "barekraftsmal/12/12-3/"


def test_sector_theme_and_organisation() -> None:
    """Sectors, themes and organisations are named by their ids."""
    assert addresses.sector("skole", "nn") == "nn/sektor/skole/"
    assert addresses.theme("matsvinn", "nb") == "tema/matsvinn/"
    assert addresses.organisation("bodo-kommune", "en") == "en/virksomhet/bodo-kommune/"


def test_municipality() -> None:
    """A municipality lies below its county."""
    municipality = vocabulary().municipalities["1804"]
    county = vocabulary().counties["18"]

    assert addresses.municipality(municipality, county, "nn") == "nn/sted/nordland/bodo/"


def test_entry() -> None:
    """An entry and its files have one address, whatever the language."""
    assert addresses.entry(initiative()) == "tiltak/sykkelbuss-bodo/"
    assert addresses.file_of(initiative(), "a.pdf") == "tiltak/sykkelbuss-bodo/a.pdf"


def test_search_with_facets() -> None:
    """A search carries its words and facets, written so that nothing is lost."""
    assert addresses.search("nb", q="mat & drikke", goal=12) == "sok/?q=mat+%26+drikke&goal=12"


@pytest.mark.parametrize(("number", "url"), [(1, "tiltak/"), (2, "tiltak/side/2/")])
def test_page_of_list(number: int, url: str) -> None:
    """The first page of a list is the list."""
    assert url == addresses.page_of_list("tiltak/", number)


@pytest.mark.parametrize(("language", "interface"), [("nb", "nb"), ("nn", "nn"), ("en", "en"), ("se", "nb")])
def test_interface_language(language: str, interface: str) -> None:
    """An entry in a language that the interface does not speak gets bokmål around it."""
    assert interface == addresses.interface_language(language)
