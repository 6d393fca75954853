"""Working models: the page of each, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from idebank.media import Medium
from idebank.model import Attachment, Image, Input, Place, Result, Step, Video
from idebank.views.desk import Job
from idebank.views.methods import InputRow, MethodPages, MethodView, StepRow, method_line
from idebank.views.records import Effort, LinesView, Section
from tests.factories import adoption, initiative, method
from tests.views.shelves import desk

if TYPE_CHECKING:
    from idebank.model import Entry, Method
    from idebank.views.records import Page

FOLDER: Final = "content/methods/fem-steg"


def _page(job: Job, *entries: Entry) -> Page:
    media = {f"{FOLDER}/mal.docx": Medium(12_300), f"{FOLDER}/torget.jpg": Medium(1, 4000, 3000)}
    return MethodPages(desk(*entries, media=media)).page(job, story="<p>Slik gjør dere.</p>")


def _view(own: Method, *entries: Entry) -> MethodView:
    view = _page(Job("method", "nb", own.slug), own, *entries).view
    assert isinstance(view, MethodView)
    return view


def _list(*entries: Entry) -> LinesView:
    view = _page(Job("methods", "nb"), *entries).view
    assert isinstance(view, LinesView)
    return view


def test_page() -> None:
    """A method has one page, in its own language, around its text."""
    page = _page(Job("method", "nb", "fem-steg"), method(verified="2026-12-01"))

    assert (page.url, page.section, page.template) == ("metode/fem-steg/", Section.INITIATIVES, "method.html")
    assert (page.title, page.modified) == ("Fem steg til en tryggere skolevei", "2026-12-01")
    assert page.alternates == ()
    assert isinstance(page.view, MethodView)
    assert page.view.body_html == "<p>Slik gjør dere.</p>"
    assert [(link.label, link.url) for link in page.view.trail] == [
        ("Forsiden", ""),
        ("Arbeidsmodeller", "metode/"),
    ]


def test_steps() -> None:
    """A method's steps are its path, in order; what is not known of one is empty."""
    steps = (Step(title="Gå veien"), Step(title="Velg", text="Ett sted.", time="En time"))

    view = _view(method(steps=steps))

    assert view.path == (StepRow("Gå veien", "", ""), StepRow("Velg", "Ett sted.", "En time"))
    assert view.advice.steps == ()


def test_inputs() -> None:
    """What must be at hand is a file of the method, an address elsewhere, or a mere thing."""
    inputs = (
        Input(title="Skjema", file="mal.docx"),
        Input(title="Kart", url="https://kart.example", text="Over skolekretsen."),
        Input(title="Saft"),
    )

    assert _view(method(inputs=inputs)).inputs == (
        InputRow("Skjema", "", "metode/fem-steg/mal.docx", local=True),
        InputRow("Kart", "Over skolekretsen.", "https://kart.example", local=False),
        InputRow("Saft", "", "", local=False),
    )


def test_known() -> None:
    """Cost and time are labels, with their notes."""
    view = _view(method(cost="unknown", cost_note="Lite", time_needed="under-1-day", time_note="For to"))

    assert (view.effort.cost, view.effort.cost_note) == ("", "Lite")
    assert (view.effort.time_needed, view.effort.time_note) == ("Under én dag", "For to")


def test_unknown() -> None:
    """What is not told of a method is empty."""
    view = _view(method())

    assert view.effort == Effort("", "", "", "", "")
    assert (view.results, view.documents, view.videos, view.pictures) == ((), (), (), ())
    assert (view.part_of, view.followed_by, view.adopted) == (None, (), ())
    assert view.contact.email == ""


@pytest.mark.parametrize(
    ("place", "words", "links"),
    [
        (None, "", 0),
        (Place(), "Hele landet", 0),
        (Place(county="18"), "Nordland", 1),
        (Place("1804", "18"), "Bodø, Nordland", 2),
    ],
)
def test_place(place: Place | None, words: str, links: int) -> None:
    """A method may have a place, or none at all."""
    view = _view(method(place=place))

    assert (view.who.place, len(view.who.places)) == (words, links)


def test_papers() -> None:
    """A method has its results, documents, films and pictures."""
    view = _view(
        method(
            results=(Result("Barn som går", "measured", value="80", unit="%"),),
            attachments=(Attachment("Mal", "template", file="mal.docx", template=True),),
            videos=(Video("https://film.example", "Film"),),
            images=(Image("torget.jpg", "Barn på torget", "Foto: Bodø kommune", "CC-BY-4.0", "none"),),
        )
    )

    assert [(row.indicator, row.value, row.basis) for row in view.results] == [("Barn som går", "80", "Målt")]
    assert [(row.url, row.note) for row in view.documents] == [
        ("metode/fem-steg/mal.docx", "DOCX, 12\u00a0kB")
    ]
    assert [(link.label, link.url) for link in view.videos] == [("Film", "https://film.example")]
    assert [(one.alt, one.height * 4 == one.width * 3) for one in view.pictures] == [("Barn på torget", True)]


def test_followed_by() -> None:
    """A method has the initiatives that followed it, the newest first."""
    old = initiative(slug="gammelt", method="fem-steg", published="2025-01-01")
    new = initiative(slug="nytt", method="fem-steg")

    view = _view(method(), old, new, initiative(slug="uten"))

    assert [card.slug for card in view.followed_by] == ["nytt", "gammelt"]


def test_adopted() -> None:
    """A method has those who took it over; an adoption of an initiative is not among them."""
    own = adoption(slug="bruker", initiative=None, method="fem-steg", date="2024-05", changed="Fire steg.")
    other = adoption(slug="annen")

    [row] = _view(method(), initiative(), own, other).adopted

    assert (row.organisation, row.url, row.place) == (
        "Saltdal kommune",
        "gjenbruk/bruker/",
        "Saltdal, Nordland",
    )
    assert (row.degree, row.degree_label, row.date, row.changed) == (
        "adapted",
        "Tilpasset",
        "mai 2024",
        "Fire steg.",
    )
    assert row.branches == ()


def test_part_of() -> None:
    """A method leads to the programme that made it."""
    link = _view(method(part_of="sykkelbuss-bodo"), initiative()).part_of

    assert link is not None
    assert (link.label, link.url) == ("Sykkelbuss til skolen", "tiltak/sykkelbuss-bodo/")


def test_owner() -> None:
    """A method's organisation leads to its page, and could confirm the method."""
    view = _view(method(), initiative())

    assert (view.who.organisation.url, view.trust.owner) == ("virksomhet/bodo-kommune/", "Bodø kommune")


def test_list() -> None:
    """The list has every method, the newest first."""
    view = _list(method(), method(slug="nyere", published="2026-12-01"))

    assert (view.kind, view.count) == ("methods", 2)
    assert [line.url for line in view.groups[0].lines] == ["metode/nyere/", "metode/fem-steg/"]


def test_empty_list() -> None:
    """A list without methods has no group, and search engines leave it out."""
    page = _page(Job("methods", "nb"))

    assert isinstance(page.view, LinesView)
    assert (page.view.count, page.view.groups) == (0, ())
    assert (page.url, page.indexed, page.modified) == ("metode/", False, "")


def test_list_page() -> None:
    """The list is a page in every language, as new as the method last confirmed."""
    page = _page(Job("methods", "nb"), method(), method(slug="annen", verified="2026-12-24"))

    assert (page.indexed, page.modified) == (True, "2026-12-24")
    assert [alternate.url for alternate in page.alternates] == ["metode/", "nn/metode/", "en/metode/"]


def test_line() -> None:
    """A line says how many steps a method has, and how many use it in one way or another."""
    users = (
        initiative(method="fem-steg"),
        adoption(slug="a", initiative=None, method="fem-steg"),
        adoption(slug="b", initiative=None, method="fem-steg", degree="unknown"),
    )

    line = method_line(method(goals=(3,)), desk(method(), *users))

    assert (line.eyebrow, line.note, line.who) == ("2 steg", "Brukt av 3", "Bodø kommune")
    assert [tile.number for tile in line.goals] == [3]


def test_line_of_an_unused_method() -> None:
    """A line of a method that nobody uses says nothing of use."""
    assert method_line(method(), desk(method(), adoption(), initiative())).note == ""


@pytest.mark.parametrize(
    ("language", "kinds"), [("nb", ["methods", "method"]), ("nn", ["methods"]), ("en", ["methods"])]
)
def test_jobs(language: str, kinds: list[str]) -> None:
    """Each language has the list; a method's page is in its own language alone."""
    assert [job.kind for job in MethodPages(desk(method(), language=language)).jobs()] == kinds
