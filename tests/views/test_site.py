"""Which pages there are."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from idebank.model import Place
from idebank.views.desk import Job
from idebank.views.paging import CARDS_PER_PAGE
from tests.factories import initiative
from tests.views.shelves import many, site

if TYPE_CHECKING:
    from idebank.views.records import Page

BANK: Final = (
    initiative(slug="en", language="en", themes=("matsvinn",)),
    initiative(slug="se", language="se", place=Place(county="56")),
    initiative(slug="nn", language="nn", place=Place()),
)


@cache
def _pages() -> list[Page]:
    bank = site(*BANK)
    return [bank.page(job) for job in bank.jobs()]


def test_numbers() -> None:
    """Every goal, target, sector, theme, county and municipality has a page in each language."""
    counts = Counter(job.kind for job in site(*BANK).jobs())

    assert counts["goal"] == 3 * 17
    assert counts["target"] == 3 * 169
    assert counts["sector"] == 3 * 26
    assert counts["county"] == 3 * 15
    assert counts["municipality"] == 3 * 357
    assert counts["all"] == counts["overview"] == counts["search"] == counts["front"] == 3
    assert counts["not_found"] == 1
    assert site(*BANK).pages == sum(counts.values())


def test_entries_once() -> None:
    """An entry has one page, with the interface in its own language where there is one."""
    jobs = [job for job in site(*BANK).jobs() if job.kind == "initiative"]

    assert sorted((job.key, job.language) for job in jobs) == [("en", "en"), ("nn", "nn"), ("se", "nb")]


def test_pages_of_a_long_list() -> None:
    """A list that is too long for a page has several."""
    jobs = list(site(*many(CARDS_PER_PAGE + 1)).jobs())

    assert Job("all", "nn", "", 2) in jobs
    assert Job("sector", "nn", "skole", 2) in jobs
    assert Job("all", "nn", "", 3) not in jobs


def test_addresses_are_unique() -> None:
    """No two pages share an address."""
    urls = [page.url for page in _pages()]

    assert [url for url, count in Counter(urls).items() if count > 1] == []


def test_addresses_are_plain() -> None:
    """An address has nothing in it that a server or a reader may stumble over."""
    assert [page.url for page in _pages() if not page.url.replace("/", "").replace("-", "").isascii()] == []
    assert [
        page.url for page in _pages() if page.url != "404.html" and page.url and page.url[-1] != "/"
    ] == []


def test_alternates_in_pairs() -> None:
    """A page that names another as its translation is named by it."""
    pages = {page.url: page for page in _pages()}

    for page in pages.values():
        for alternate in page.alternates:
            assert pages[alternate.url].language == alternate.language
            assert pages[alternate.url].alternates == page.alternates


def test_indexed() -> None:
    """Pages with something on them are meant to be found, empty ones and 404 are not."""
    indexed = {page.url: page.indexed for page in _pages()}

    assert indexed["sted/finnmark/"]
    assert indexed["tema/matsvinn/"]
    assert indexed["tiltak/en/"]
    assert not indexed["sted/oslo/"]
    assert not indexed["tema/plast/"]
    assert not indexed["barekraftsmal/12/12-3/"]
    assert not indexed["404.html"]


def test_titles_are_unique() -> None:
    """No two pages of a language that are meant to be found have the same title."""
    titles = Counter((page.language, page.title) for page in _pages() if page.indexed)

    assert [title for title, count in titles.items() if count > 1] == []


def test_empty_bank() -> None:
    """A bank without entries has all its pages, too."""
    bank = site()

    for job in bank.jobs():
        assert bank.page(job).title
