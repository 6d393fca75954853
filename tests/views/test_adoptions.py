"""«Vi bruker dette»: the page of each adoption, the list, and the family tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from idebank.model import Contact, Place
from idebank.views.adoptions import (
    AdoptionPages,
    AdoptionView,
    adoption_line,
    adoption_title,
    method_rows,
    reuse_rows,
)
from idebank.views.desk import Job
from idebank.views.paging import CARDS_PER_PAGE
from idebank.views.records import ContactRow, LinesView, Section
from tests.factories import adoption, initiative, method
from tests.views.shelves import desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from idebank.model import Adoption, Entry
    from idebank.views.records import Page, ReuseRow

SOURCE: Final = initiative()
TITLE: Final = "Saltdal kommune har tatt i bruk «Sykkelbuss til skolen»"


def _page(job: Job, *entries: Entry) -> Page:
    return AdoptionPages(desk(*entries)).page(job, story="<p>Slik gikk det.</p>")


def _view(own: Adoption, *entries: Entry) -> AdoptionView:
    view = _page(Job("adoption", "nb", own.slug), own, *entries).view
    assert isinstance(view, AdoptionView)
    return view


def _list(*entries: Entry, number: int = 1) -> LinesView:
    view = _page(Job("adoptions", "nb", number=number), *entries).view
    assert isinstance(view, LinesView)
    return view


def _tree(rows: Sequence[ReuseRow]) -> dict[str, object]:
    return {row.organisation: _tree(row.branches) for row in rows}


def _many(count: int) -> list[Adoption]:
    return [adoption(slug=f"bruk-{number:03}") for number in range(count)]


def test_page() -> None:
    """An adoption is called by who uses what, and described by what they changed."""
    page = _page(Job("adoption", "nb", "saltdal-sykkelbuss"), adoption(changed="Bare om våren."), SOURCE)

    assert (page.url, page.section) == ("gjenbruk/saltdal-sykkelbuss/", Section.INITIATIVES)
    assert (page.title, page.description) == (TITLE, "Bare om våren.")
    assert page.alternates == ()
    assert isinstance(page.view, AdoptionView)
    assert page.view.body_html == "<p>Slik gikk det.</p>"


def test_page_of_little() -> None:
    """An adoption that tells nothing of its changes is described by its title."""
    assert _page(Job("adoption", "nb", "saltdal-sykkelbuss"), adoption(), SOURCE).description == TITLE


def test_source() -> None:
    """An adoption shows what was taken over, which counts it."""
    view = _view(adoption(), SOURCE)

    assert view.source is not None
    assert (view.source.slug, view.source.reused) == ("sykkelbuss-bodo", 1)
    assert (view.method, view.becomes) == (None, None)


def test_becomes() -> None:
    """An adoption shows the adopter's own entry."""
    view = _view(adoption(becomes="saltdal"), SOURCE, initiative(slug="saltdal"))

    assert view.becomes is not None
    assert view.becomes.slug == "saltdal"


def test_method() -> None:
    """An adoption of a method leads to it, and is called by it."""
    own = adoption(initiative=None, method="fem-steg")

    view = _view(own, method())

    assert view.source is None
    assert view.method is not None
    assert (view.method.label, view.method.url) == ("Fem steg til en tryggere skolevei", "metode/fem-steg/")
    assert view.title == "Saltdal kommune har tatt i bruk «Fem steg til en tryggere skolevei»"


def test_initiative_and_method() -> None:
    """An adoption of both is called by the initiative, and leads to both."""
    view = _view(adoption(method="fem-steg"), SOURCE, method())

    assert view.title == TITLE
    assert view.source is not None
    assert view.method is not None


def test_title_in_english() -> None:
    """An adoption's title is in the language of the page."""
    assert adoption_title(adoption(), desk(SOURCE, language="en")).startswith(
        "Saltdal kommune has taken over"
    )


def test_known() -> None:
    """What is told of an adoption is in words."""
    view = _view(
        adoption(
            date="2024-05",
            again="yes-with-changes",
            outcome="Flere sykler.",
            contact=Contact("Skolekontoret", email="post@saltdal.example"),
        ),
        SOURCE,
    )

    assert (view.degree, view.degree_label) == ("adapted", "Tilpasset")
    assert (view.date, view.again, view.outcome) == ("mai 2024", "Ja, men annerledes", "Flere sykler.")
    assert view.contact == ContactRow(
        "Skolekontoret",
        "post@saltdal.example",
        "",
    )
    assert (view.who.place, view.who.organisation.url) == ("Saltdal, Nordland", "virksomhet/saltdal-kommune/")


def test_unknown() -> None:
    """What is not known of an adoption is empty, an unknown degree and answer too."""
    view = _view(adoption(degree="unknown", again="unknown"), SOURCE)

    assert (view.degree, view.degree_label) == ("unknown", "")
    assert (view.again, view.date, view.changed, view.outcome) == ("", "", "", "")
    assert view.contact is None


@pytest.mark.parametrize(
    ("place", "words"),
    [(Place(county="50"), "Trøndelag"), (Place("0301", "03"), "Oslo"), (Place(), "Hele landet")],
)
def test_place(place: Place, words: str) -> None:
    """An adoption need not be in the county of what was taken over, or in any."""
    assert _view(adoption(place=place), SOURCE).who.place == words


def test_line() -> None:
    """A line says who uses what, since when, and how freely."""
    line = adoption_line(adoption(date="2024", changed="Bare om våren."), desk(SOURCE))

    assert (line.title, line.summary, line.eyebrow) == (TITLE, "Bare om våren.", "2024")
    assert (line.who, line.place) == ("Saltdal kommune", "Saltdal, Nordland")
    assert (line.state, line.state_id) == ("Tilpasset", "adapted")


def test_line_of_an_unknown_degree() -> None:
    """A line says nothing of a degree that is not known."""
    line = adoption_line(adoption(degree="unknown"), desk(SOURCE))

    assert (line.state, line.eyebrow, line.summary) == ("", "", "")


def test_list() -> None:
    """The list has every adoption, the newest first, those of one day by address."""
    view = _list(SOURCE, *_many(2), adoption(slug="nyest", published="2026-12-01"))

    assert [line.url for line in view.groups[0].lines] == [
        "gjenbruk/nyest/",
        "gjenbruk/bruk-000/",
        "gjenbruk/bruk-001/",
    ]
    assert (view.kind, view.count) == ("adoptions", 3)


def test_empty_list() -> None:
    """A list without adoptions has no group, and search engines leave it out."""
    page = _page(Job("adoptions", "nb"))

    assert isinstance(page.view, LinesView)
    assert (page.view.groups, page.view.count) == ((), 0)
    assert (page.url, page.indexed, page.modified) == ("gjenbruk/", False, "")


def test_long_list() -> None:
    """A long list is split; each page has its own part, counts the whole and has a title of its own."""
    every = (SOURCE, *_many(CARDS_PER_PAGE + 1))

    page = _page(Job("adoptions", "nb", number=2), *every)

    assert isinstance(page.view, LinesView)
    assert [line.url for line in page.view.groups[0].lines] == [f"gjenbruk/bruk-{CARDS_PER_PAGE:03}/"]
    assert page.view.count == CARDS_PER_PAGE + 1
    assert page.view.pagination is not None
    assert (page.view.pagination.previous, page.view.pagination.next) == ("gjenbruk/", "")
    assert (page.url, page.title) == ("gjenbruk/side/2/", "Gjenbruk: hvem bruker hva? (2)")
    assert page.alternates[1].url == "nn/gjenbruk/side/2/"
    assert len(_list(*every).groups[0].lines) == CARDS_PER_PAGE


@pytest.mark.parametrize(("count", "pages"), [(0, [1]), (CARDS_PER_PAGE, [1]), (CARDS_PER_PAGE + 1, [1, 2])])
def test_pages(count: int, pages: list[int]) -> None:
    """The list has as many pages as it needs, and one when it is empty."""
    jobs = AdoptionPages(desk(SOURCE, *_many(count))).jobs()

    assert [job.number for job in jobs if job.kind == "adoptions"] == pages


@pytest.mark.parametrize(
    ("language", "kinds"), [("nb", ["adoptions", "adoption"]), ("nn", ["adoptions"]), ("en", ["adoptions"])]
)
def test_jobs(language: str, kinds: list[str]) -> None:
    """Each language has the list; an adoption's page is in its own language alone."""
    jobs = AdoptionPages(desk(SOURCE, adoption(), language=language)).jobs()

    assert [job.kind for job in jobs] == kinds


def test_family_tree() -> None:
    """A family tree has adoptions of adoptions within those they came from, the oldest first."""
    entries = (
        SOURCE,
        initiative(slug="barn"),
        initiative(slug="barnebarn"),
        adoption(slug="a", organisation="A", becomes="barn", published="2025-01-01"),
        adoption(slug="b", organisation="B", published="2024-01-01"),
        adoption(slug="c", organisation="C", initiative="barn", becomes="barnebarn"),
        adoption(slug="d", organisation="D", initiative="barnebarn"),
    )

    own = desk(*entries)

    assert _tree(reuse_rows("sykkelbuss-bodo", own)) == {"B": {}, "A": {"C": {"D": {}}}}
    assert [row.organisation for row in reuse_rows("sykkelbuss-bodo", own)] == ["B", "A"]
    assert _tree(reuse_rows("barn", own)) == {"C": {"D": {}}}
    assert reuse_rows("ukjent", own) == ()


def test_row() -> None:
    """A row of the tree leads to its adoption, and tells what is known of it."""
    own = adoption(date="2024-05-17", changed="Berre om våren.", language="nn", degree="unknown")

    [row] = reuse_rows("sykkelbuss-bodo", desk(SOURCE, own))

    assert (row.url, row.place) == ("gjenbruk/saltdal-sykkelbuss/", "Saltdal, Nordland")
    assert (row.degree, row.degree_label) == ("unknown", "")
    assert (row.date, row.changed, row.language) == ("17. mai 2024", "Berre om våren.", "nn")


def test_rows_of_a_method() -> None:
    """Those who took over a method stand side by side, whatever became of it."""
    own = desk(
        SOURCE,
        method(),
        initiative(slug="barn"),
        adoption(slug="a", organisation="A", initiative=None, method="fem-steg", becomes="barn"),
        adoption(slug="b", organisation="B", initiative="barn"),
    )

    assert _tree(method_rows("fem-steg", own)) == {"A": {}}
    assert method_rows("ukjent", own) == ()
