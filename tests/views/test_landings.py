"""What a profile says on its sector's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from idebank.views.landings import field_values, fits, idea_of_the_week, landings
from tests.factories import initiative
from tests.views.shelves import desk
from tests.words import settings

if TYPE_CHECKING:
    from idebank.model import Initiative
    from idebank.views.records import LandingView


def _idea(slug: str, **answers: Any) -> Initiative:
    return initiative(slug=slug, sectors=("barnehage",), profiles={"kindergarten": answers})


def _landing(*entries: Initiative, language: str = "nb", today: str = "2026-11-23") -> LandingView:
    (view,) = landings("barnehage", desk(*entries, language=language, own_settings=settings(today=today)))
    return view


def test_a_sector_without_a_profile() -> None:
    """A sector that no profile speaks for has no landing."""
    assert landings("landbruk", desk()) == ()


def test_ways_in_follow_the_list() -> None:
    """The answers there are, are ways in, in the list's order and with their counts."""
    view = _landing(_idea("a", season=["winter", "spring"]), _idea("b", season=["winter"]))

    (season,) = view.browse
    assert season.heading == "Årstid"
    assert {(link.label, link.count) for link in season.links} == {("Vinter", 2), ("Vår", 1)}
    assert all(link.url.startswith("sok/?kindergarten-season=") for link in season.links)


def test_shelves_show_what_fits() -> None:
    """A shelf holds the initiatives with the wanted answers, and one that holds none is left out."""
    quick = _idea("quick", preparation_time="under-10-minutes")

    view = _landing(quick, _idea("slow", preparation_time="1-5-days"))

    shelves = {shelf.id: [card.slug for card in shelf.cards] for shelf in view.shelves}
    assert shelves["kindergarten-short"] == ["quick"]
    assert "kindergarten-free" not in shelves


def test_the_easiest_stands_first() -> None:
    """Least time, then least money, then most told; what is unknown stands last."""
    long = initiative(slug="a", sectors=("barnehage",), time_needed="1-5-days")
    short = initiative(slug="b", sectors=("barnehage",), time_needed="under-1-hour")
    unknown = initiative(slug="c", sectors=("barnehage",))

    view = _landing(long, short, unknown)

    easy = next(shelf for shelf in view.shelves if shelf.id == "kindergarten-easy")
    assert [card.slug for card in easy.cards] == ["b", "a", "c"]


def test_a_full_shelf_leads_on() -> None:
    """A shelf that holds more than it shows leads to a search for all, where the search can find them."""
    view = _landing(*(_idea(f"i{n}", preparation_time="under-10-minutes") for n in range(5)))

    short = next(shelf for shelf in view.shelves if shelf.id == "kindergarten-short")
    assert (short.count, len(short.cards)) == (5, 4)
    assert short.more == "sok/?sector=barnehage&kindergarten-preparation_time=under-10-minutes"


def test_the_idea_of_the_week_changes_with_the_week() -> None:
    """The same week gives the same idea, the next another, and each has its turn."""
    entries = [_idea(slug) for slug in "abc"]

    weeks = [idea_of_the_week(entries, today=f"2026-11-{day:02}") for day in (2, 3, 9, 16)]

    assert weeks[0] == weeks[1]
    assert {entry.slug for entry in weeks if entry} == {"a", "b", "c"}


@pytest.mark.parametrize("today", ["", "2026-11-23"])
def test_nothing_that_stopped_is_the_idea_of_the_week(today: str) -> None:
    """What was stopped is never recommended; a bank of nothing else has no idea of the week."""
    stopped = initiative(slug="a", phase="stopped")

    assert idea_of_the_week([stopped], today=today) is None
    assert idea_of_the_week([stopped, initiative(slug="b")], today=today) == initiative(slug="b")


def test_values_of_fields() -> None:
    """A field of the entry, one of its lists, or an answer, which may be yes or no."""
    entry = initiative(profiles={"library": {"public_service": False}})

    assert list(field_values(entry, "phase")) == ["running"]
    assert list(field_values(entry, "sectors")) == ["skole"]
    assert list(field_values(entry, "library.public_service")) == ["no"]
    assert list(field_values(entry, "library.library_type")) == []


def test_fits_wants_every_field() -> None:
    """One wanted value in each field is enough, but none may lack."""
    entry = initiative()

    assert fits(entry, {"phase": ("pilot", "running"), "sectors": ("skole",)})
    assert not fits(entry, {"phase": ("running",), "sectors": ("museum",)})
