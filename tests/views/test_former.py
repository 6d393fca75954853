"""Places that are no more."""

from __future__ import annotations

from idebank.model import Place
from idebank.slugs import slugify
from idebank.views.desk import Job
from idebank.views.former import FormerPages, FormerView, former_places
from tests.factories import initiative, vocabulary
from tests.views.shelves import desk


def _view(pages: FormerPages, kind: str, key: str) -> FormerView:
    view = pages.page(Job(kind, "nb", key)).view
    assert isinstance(view, FormerView)
    return view


def test_viken_leads_to_three_counties() -> None:
    """A county that was split leads to each of those it became."""
    view = _view(FormerPages(desk()), "former_county", "Viken")

    assert {link.label for link in view.successors} == {"Akershus", "Buskerud", "Østfold"}


def test_a_county_shows_what_is_new_in_those_of_today() -> None:
    """What was done in a county of today is shown, the newest first."""
    bank = desk(
        initiative(slug="asker", place=Place("3203", "32"), published="2026-01-01"),
        initiative(slug="drammen", place=Place("3301", "33"), published="2026-02-02"),
        initiative(slug="bodo"),
    )

    view = _view(FormerPages(bank), "former_county", "Viken")

    assert [card.slug for card in view.cards] == ["drammen", "asker"]


def test_a_merged_municipality_leads_on() -> None:
    """Sørum is part of Lillestrøm today, at an address below today's county."""
    pages = FormerPages(desk())
    page = pages.page(Job("former_municipality", "nb", "32/sorum"))

    assert page.url == "sted/akershus/sorum/"
    assert [link.label for link in _view(pages, "former_municipality", "32/sorum").successors] == [
        "Lillestrøm"
    ]
    assert not page.indexed


def test_a_split_municipality_leads_to_each() -> None:
    """Tysfjord was divided between two, and goes by its Norwegian name."""
    view = _view(FormerPages(desk()), "former_municipality", "18/tysfjord")

    assert view.name == "Tysfjord"
    assert {link.label for link in view.successors} == {"Narvik", "Hamarøy"}


def test_a_name_in_use_keeps_its_page() -> None:
    """No former municipality takes the address of one of today."""
    jobs = [job for job in FormerPages(desk()).jobs() if job.kind == "former_municipality"]
    today = {f"{m.county}/{m.slug}" for m in vocabulary().municipalities.values()}

    assert jobs
    assert not today & {job.key for job in jobs}


def test_every_former_municipality_answers() -> None:
    """Each of the 481 former numbers leads on: by a page of its own, or by its name being in use today."""
    keys = {job.key for job in FormerPages(desk()).jobs()}
    places = vocabulary().municipalities
    keys |= {f"{m.county}/{m.slug}" for m in places.values()}

    unanswered = [
        (number, name)
        for number, name, today in vocabulary().former_municipalities
        if f"{places[today[0]].county}/{slugify(name.partition(' (')[0].partition(' - ')[0])}" not in keys
    ]

    assert len(vocabulary().former_municipalities) == 481
    assert unanswered == []


def test_ways_to_former_counties() -> None:
    """The places' page leads to every county that is no more, in Norwegian order."""
    links = former_places(desk())

    assert [link.label for link in links][:2] == ["Aust-Agder", "Hedmark"]
    assert links[-1].url == "sted/viken/"
