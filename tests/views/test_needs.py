"""«Etterlyst»: the page of each need, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.model import AlsoNeeds, Contact, Place
from idebank.views.desk import Job
from idebank.views.needs import AlsoRow, NeedPages, NeedView, need_line
from idebank.views.records import ContactRow, LinesView, Section
from tests.factories import event, initiative, need
from tests.views.shelves import desk, shelf
from tests.words import settings

if TYPE_CHECKING:
    from idebank.model import Entry, Need
    from idebank.views.records import Page

ALIKE: Final[dict[str, Any]] = {"themes": ("avfall", "matsvinn")}
"""Subjects enough for an initiative to answer a need."""


def _page(job: Job, *entries: Entry) -> Page:
    own = desk(*entries, own_settings=settings(contact_email="post@bank.example"))
    return NeedPages(own).page(job, story="<p>Hvem vet?</p>")


def _view(own: Need, *entries: Entry) -> NeedView:
    view = _page(Job("need", "nb", own.slug), own, *entries).view
    assert isinstance(view, NeedView)
    return view


def _list(*entries: Entry) -> LinesView:
    view = _page(Job("needs", "nb"), *entries).view
    assert isinstance(view, LinesView)
    return view


def test_page() -> None:
    """A need has one page, in its own language, around its text."""
    page = _page(Job("need", "nb", "trygg-skolevei"), need(verified="2026-12-01"))

    assert (page.url, page.section, page.template) == (
        "etterlyst/trygg-skolevei/",
        Section.NEEDS,
        "need.html",
    )
    assert (page.title, page.modified) == ("Trygg skolevei uten bil", "2026-12-01")
    assert page.alternates == ()
    assert isinstance(page.view, NeedView)
    assert page.view.body_html == "<p>Hvem vet?</p>"
    assert [link.url for link in page.view.trail] == ["", "etterlyst/"]


def test_need() -> None:
    """A need says who asks, where, and whom to answer."""
    view = _view(need(contact=Contact("Skolekontoret", email="post@saltdal.example")))

    assert (view.who.organisation.label, view.who.organisation.url) == (
        "Saltdal kommune",
        "virksomhet/saltdal-kommune/",
    )
    assert (view.who.place, len(view.who.places)) == ("Saltdal, Nordland", 2)
    assert (view.status, view.status_label) == ("open", "Åpen")
    assert view.contact == ContactRow(
        "Skolekontoret",
        "post@saltdal.example",
        "",
    )
    assert (view.trust.owner, view.also_email) == ("Saltdal kommune", "post@bank.example")


@pytest.mark.parametrize(
    ("deadline", "words"),
    [(None, ""), ("2026-12-24", "24. desember 2026"), ("2026-12", "desember 2026"), ("2027", "2027")],
)
def test_deadline(deadline: str | None, words: str) -> None:
    """A deadline is written as exactly as it is known."""
    assert _view(need(deadline=deadline)).deadline == words


def test_subjects() -> None:
    """A need leads to its subjects, which count what the bank has of them."""
    view = _view(need(goals=(12,), targets=("12.3",), themes=("matsvinn",)), initiative())

    assert [(link.url, link.count) for link in view.topics.sectors] == [("sektor/skole/", 1)]
    assert [(link.code, link.count) for link in view.topics.targets] == [("12.3", 0)]
    assert [tile.number for tile in view.topics.goals] == [12]
    assert [link.url for link in view.topics.themes] == ["tema/matsvinn/"]


def test_matches() -> None:
    """A need shows what may answer it, and not what does already."""
    found = (initiative(slug="b", **ALIKE), initiative(slug="a", **ALIKE), initiative(slug="c", **ALIKE))

    view = _view(need(solved_by=("b",), status="solved", **ALIKE), *found)

    assert [card.slug for card in view.matches] == ["a", "c"]
    assert [card.slug for card in view.solved_by] == ["b"]


def test_no_matches() -> None:
    """A need that nothing is like has no answers."""
    view = _view(need(sectors=("museum",)), initiative())

    assert (view.matches, view.solved_by) == ((), ())


def test_also() -> None:
    """Others who need the same have a place as far as it is known: municipality before county."""
    also = (
        AlsoNeeds(organisation="Bodø kommune", municipality="1804", since="2026-05", note="Til våren"),
        AlsoNeeds(organisation="Steinkjer kommune", municipality="5006", county="50"),
        AlsoNeeds(organisation="Nordland fylke", county="18", since="2026-05-17"),
        AlsoNeeds(organisation="KS"),
    )

    assert _view(need(also=also)).also == (
        AlsoRow("Bodø kommune", "Bodø", "mai 2026", "Til våren"),
        AlsoRow("Steinkjer kommune", "Steinkjer", "", ""),
        AlsoRow("Nordland fylke", "Nordland", "17. mai 2026", ""),
        AlsoRow("KS", "", "", ""),
    )


def test_asked_at() -> None:
    """A need leads to the event where it was asked, where there is one."""
    link = _view(need(event="fredag-om-skolevei"), event()).asked_at

    assert link is not None
    assert (link.label, link.url) == ("Fredag om skolevei", "arrangement/fredag-om-skolevei/")
    assert _view(need(), event()).asked_at is None


def test_list() -> None:
    """The list has those still open before those that are over."""
    view = _list(need(slug="lost", status="solved"), need(slug="lukket", status="closed"), need(slug="apen"))

    assert [(group.heading, [line.url for line in group.lines]) for group in view.groups] == [
        ("Åpne nå", ["etterlyst/apen/"]),
        ("Løst eller lukket", ["etterlyst/lost/", "etterlyst/lukket/"]),
    ]
    assert (view.kind, view.count) == ("needs", 3)


@pytest.mark.parametrize(("status", "heading"), [("open", "Åpne nå"), ("solved", "Løst eller lukket")])
def test_list_of_one_sort(status: str, heading: str) -> None:
    """A heading without needs under it is left out."""
    assert [group.heading for group in _list(need(status=status)).groups] == [heading]


def test_order() -> None:
    """The newest needs come first, those of one day by address."""
    needs = [need(slug=slug) for slug in ("b", "a")] + [need(slug="c", published="2026-12-01")]

    assert [line.url for line in _list(*needs).groups[0].lines] == [
        "etterlyst/c/",
        "etterlyst/a/",
        "etterlyst/b/",
    ]


def test_empty_list() -> None:
    """A list without needs has no group, and search engines leave it out."""
    page = _page(Job("needs", "nb"))

    assert isinstance(page.view, LinesView)
    assert (page.view.count, page.view.groups) == (0, ())
    assert (page.url, page.indexed, page.modified) == ("etterlyst/", False, "")


def test_list_page() -> None:
    """The list is a page in every language, as new as the need last confirmed."""
    page = _page(Job("needs", "nb"), need(), need(slug="annet", verified="2026-12-24"))

    assert (page.indexed, page.modified) == (True, "2026-12-24")
    assert [alternate.url for alternate in page.alternates] == [
        "etterlyst/",
        "nn/etterlyst/",
        "en/etterlyst/",
    ]


@pytest.mark.parametrize(("count", "note"), [(0, ""), (1, "1 til trenger dette"), (2, "2 til trenger dette")])
def test_line(count: int, note: str) -> None:
    """A line says who asks, how it stands, and how many others need it."""
    also = tuple(AlsoNeeds(organisation=str(number)) for number in range(count))

    line = need_line(need(also=also, place=Place(county="18")), shelf())

    assert (line.who, line.place, line.note) == ("Saltdal kommune", "Nordland", note)
    assert (line.state, line.state_id) == ("Åpen", "open")


@pytest.mark.parametrize(
    ("language", "kinds"), [("nb", ["needs", "need"]), ("nn", ["needs"]), ("en", ["needs"])]
)
def test_jobs(language: str, kinds: list[str]) -> None:
    """Each language has the list; a need's page is in its own language alone."""
    assert [job.kind for job in NeedPages(desk(need(), language=language)).jobs()] == kinds
