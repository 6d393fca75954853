"""What the repository's bank becomes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from idebank.kinds import KINDS
from idebank.views import addresses
from tests.factories import vocabulary
from tests.site.addresses import LANGUAGES

if TYPE_CHECKING:
    from idebank.model import Entry, Initiative
    from tests.site.addresses import Pages

COLLECTED = {"nb": "Samlet fra åpne kilder", "nn": "Samla frå opne kjelder"}
UNCONFIRMED = {"nb": "{} har ikke bekreftet innholdet.", "nn": "{} har ikkje stadfesta innhaldet."}


def _page_of(entry: Initiative) -> str:
    return f"tiltak/{entry.slug}/index.html"


def test_bank_holds_the_first_initiatives(entries: tuple[Initiative, ...]) -> None:
    """None of the 69 initiatives that the bank began with is lost."""
    assert len(entries) >= 69


def test_every_entry_has_a_page(everything: tuple[Entry, ...], pages: Pages) -> None:
    """There is a page for each entry of each kind; any other leads on, or says that it is closed."""
    folders = "|".join(kind.address for kind in KINDS.values())
    lists = r"side|serie|mest-brukt|stoppet"
    own = re.compile(rf"({folders})/(?!({lists})/)[^/]+/index\.html")
    made = {file for file in pages if own.fullmatch(file) and pages[file].meta.get("robots") != "noindex"}

    assert made == {f"{addresses.entry(entry)}index.html" for entry in everything}


def test_entry_pages_link_all_sources(entries: tuple[Initiative, ...], pages: Pages) -> None:
    """A reader can look up where everything comes from."""
    missing = [
        (entry.slug, source.url)
        for entry in entries
        for source in entry.sources
        if ("a", "href", source.url) not in pages[_page_of(entry)].addresses
    ]

    assert missing == []


def test_entry_pages_say_title_and_summary(entries: tuple[Initiative, ...], pages: Pages) -> None:
    """What the entry says of itself stands on its page as written."""
    missing = [
        entry.slug
        for entry in entries
        for text in (entry.title, entry.summary, entry.organisation)
        if text not in pages[_page_of(entry)].text
    ]

    assert missing == []


def test_entries_from_public_sources_say_so(entries: tuple[Initiative, ...], pages: Pages) -> None:
    """Such an entry tells that it is collected, and that its owner has not confirmed it."""
    collected = [entry for entry in entries if entry.origin == "public-sources"]
    silent = [
        entry.slug
        for entry in collected
        for notice in (COLLECTED[entry.language], UNCONFIRMED[entry.language].format(entry.organisation))
        if notice not in pages[_page_of(entry)].text
    ]

    assert collected
    assert silent == []


def test_entries_from_public_sources_can_be_corrected(entries: tuple[Initiative, ...], pages: Pages) -> None:
    """The notice leads to the way to confirm or correct the entry."""
    stuck = [
        entry.slug
        for entry in entries
        if entry.origin == "public-sources"
        and not {("a", "href", "#correct")} <= set(pages[_page_of(entry)].addresses)
    ]

    assert stuck == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_municipality_has_a_page(pages: Pages, language: str) -> None:
    """All 357 municipalities have a page in every language, with and without entries."""
    places = vocabulary()
    wanted = {
        f"{LANGUAGES[language]}sted/{places.counties[one.county].slug}/{one.slug}/index.html"
        for one in places.municipalities.values()
    }

    assert len(wanted) == 357
    assert wanted - set(pages) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_goal_has_a_page(pages: Pages, language: str) -> None:
    """All 17 goals have a page in every language."""
    wanted = {f"{LANGUAGES[language]}barekraftsmal/{number}/index.html" for number in range(1, 18)}

    assert wanted - set(pages) == set()


def test_every_prose_page_is_there_in_every_language(pages: Pages) -> None:
    """About, contribute, privacy and accessibility stand in all three languages."""
    names = ("om", "bidra", "personvern", "tilgjengelighet")
    wanted = {f"{prefix}{name}/index.html" for prefix in LANGUAGES.values() for name in names}

    assert wanted - set(pages) == set()
