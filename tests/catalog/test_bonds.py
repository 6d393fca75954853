"""What ties entries of different kinds together."""

from __future__ import annotations

from idebank.catalog.bonds import Showing, answers, showings
from idebank.model import ProgrammeItem
from tests.factories import event, initiative

OPENING = ProgrammeItem(title="Åpning")
BUS = ProgrammeItem(title="Sykkelbussen", initiatives=("sykkelbuss",))
BOTH = ProgrammeItem(title="Mer om begge", initiatives=("sykkelbuss", "gaagruppe"))


def test_shown_in_a_programme() -> None:
    """An initiative is shown at the point of the programme that names it."""
    own = event(programme=(OPENING, BUS))

    assert showings([own]) == {"sykkelbuss": (Showing(own, BUS),)}


def test_shown_twice_at_one_event() -> None:
    """An initiative that several points name is shown once, at the first."""
    own = event(programme=(BUS, BOTH))

    assert showings([own]) == {"sykkelbuss": (Showing(own, BUS),), "gaagruppe": (Showing(own, BOTH),)}


def test_event_about_an_initiative() -> None:
    """An initiative that the event as a whole is about has no point."""
    own = event(initiatives=("sykkelbuss",))

    assert showings([own]) == {"sykkelbuss": (Showing(own, None),)}


def test_event_and_point_about_an_initiative() -> None:
    """An initiative that both event and programme name is shown once, at its point."""
    own = event(programme=(BUS,), initiatives=("sykkelbuss",))

    assert showings([own]) == {"sykkelbuss": (Showing(own, BUS),)}


def test_shown_at_several_events() -> None:
    """An initiative has its events in the order they are given."""
    new, old = event(slug="ny", programme=(BOTH,)), event(slug="gammel", initiatives=("sykkelbuss",))

    assert showings([new, old])["sykkelbuss"] == (Showing(new, BOTH), Showing(old, None))


def test_nothing_shown() -> None:
    """Events without initiatives show nothing."""
    assert showings([event(programme=(OPENING,))]) == {}
    assert showings([]) == {}


def test_answers() -> None:
    """Initiatives answer a round of a network, in the order they are given."""
    first = initiative(slug="a", network="nord", round="tour")
    second = initiative(slug="b", network="nord", round="tour")
    other = initiative(slug="c", network="nord", round="annen")
    namesake = initiative(slug="d", network="sor", round="tour")

    assert answers([second, other, namesake, first]) == {
        ("nord", "tour"): (second, first),
        ("nord", "annen"): (other,),
        ("sor", "tour"): (namesake,),
    }


def test_half_an_answer() -> None:
    """A network without a round is no answer, nor is a round without a network."""
    assert answers([initiative(network="nord"), initiative(round="tour"), initiative()]) == {}
