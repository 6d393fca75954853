"""Every page is sound, light and says what it must."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from idebank.kinds import KINDS
from tests.site.addresses import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.addresses import Pages

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?:\+47|\btlf\b|\btel\b|\btelefon\b)[.:]? ?\d|\btel:", re.IGNORECASE)
DEMONSTRATION = {
    "nb": "Dette er en demonstrasjon",
    "nn": "Dette er ein demonstrasjon",
    "en": "This is a demonstration",
}


def test_elements_fit_together(pages: Pages) -> None:
    """Every tag is closed; there is no inline style or script, and no picture without alt."""
    faults = {file: page.faults for file, page in pages.items() if page.faults}

    assert faults == {}


def test_ids_are_unique(pages: Pages) -> None:
    """No page uses an id twice."""
    repeated = {
        file: [name for name, count in Counter(page.ids).items() if count > 1]
        for file, page in pages.items()
        if len(page.ids) != len(set(page.ids))
    }

    assert repeated == {}


def test_pages_have_one_main(pages: Pages) -> None:
    """Every page has exactly one main part."""
    assert [file for file, page in pages.items() if page.mains != 1] == []


def test_pages_have_one_heading_of_the_first_level(pages: Pages) -> None:
    """Every page has one title."""
    assert [file for file, page in pages.items() if page.headings.count(1) != 1] == []


def test_headings_are_in_order(pages: Pages) -> None:
    """The first heading is the title, and none skips a level on the way down."""
    out_of_order = [
        (file, page.headings)
        for file, page in pages.items()
        if any(below > above + 1 for above, below in zip([0, *page.headings], page.headings, strict=False))
    ]

    assert out_of_order == []


ENTRIES = tuple(f"{kind.address}/" for kind in KINDS.values())
"""Where entries have their pages, each in its own language."""


def test_policy_comes_first(pages: Pages) -> None:
    """The content-security policy stands before everything it is to guard."""
    first = {page.first_in_head for page in pages.values()}

    assert first == {("meta", "Content-Security-Policy")}


def test_pages_say_their_language(pages: Pages) -> None:
    """Pages below `nn/` and `en/` are in nynorsk and English; entries may be in either written form."""
    wrong = [
        (file, page.lang)
        for file, page in pages.items()
        if page.lang != _language(file) and not (file.startswith(ENTRIES) and page.lang in LANGUAGES)
    ]

    assert wrong == []


def test_titles_are_unique_in_their_language(pages: Pages) -> None:
    """A tab or a hit of a search engine tells which page it is."""
    titles = Counter((page.lang, page.title) for page in pages.values())

    assert [title for title, count in titles.items() if count > 1] == []


def test_pages_have_a_description(pages: Pages) -> None:
    """Every page says in a line what it holds."""
    assert [file for file, page in pages.items() if not page.meta.get("description")] == []


def test_pages_say_that_this_is_a_demonstration(pages: Pages) -> None:
    """Nobody takes the site for that of the organisations named."""
    silent = [file for file, page in pages.items() if DEMONSTRATION[page.lang] not in page.text]

    assert silent == []


def test_pages_name_no_persons_mailbox(pages: Pages) -> None:
    """The only mailbox is the editors', besides made-up ones in the examples of rules."""
    mailboxes = {
        mailbox
        for file, page in pages.items()
        if "/bidra/regler/" not in f"/{file}"
        for text in (page.text, *(value for _, _, value in page.addresses))
        for mailbox in EMAIL.findall(text)
    }

    assert mailboxes == {"redaksjonen@idebank.example"}


def test_pages_name_no_telephone(pages: Pages) -> None:
    """Nobody's number is given away."""
    numbers = [
        (file, found.group())
        for file, page in pages.items()
        for text in (page.text, *(value for _, _, value in page.addresses))
        if (found := PHONE.search(text))
    ]

    assert numbers == []


def test_entry_pages_are_light(site: Path) -> None:
    """An entry's HTML stays below 60 kB."""
    heavy = {
        path: size for path in site.glob("tiltak/*/index.html") if (size := path.stat().st_size) >= 60_000
    }

    assert heavy == {}


def test_other_pages_are_light(site: Path) -> None:
    """The HTML of lists, hubs and prose stays below 120 kB; forms and the map have budgets of their own."""
    pages = [path for path in site.rglob("*.html") if not {"bidra", "kart"} & {*path.parts}]
    heavy = {path: size for path in pages if (size := path.stat().st_size) >= 120_000}

    assert heavy == {}


def _language(file: str) -> str:
    return next(
        (language for language, prefix in LANGUAGES.items() if prefix and file.startswith(prefix)), "nb"
    )
