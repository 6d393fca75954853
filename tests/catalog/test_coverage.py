"""Who has shared and who has not, and what nobody has told of."""

from __future__ import annotations

from typing import Final

from idebank.catalog.coverage import Status, gaps, members_of, standings, told_in
from idebank.model import Member, Place, Round
from tests.factories import initiative, network, vocabulary
from tests.views.shelves import catalog

ANDOY: Final = "1871"
BODO: Final = "1804"
FAUSKE: Final = "1841"
OKSNES: Final = "1868"
STEINKJER: Final = "5006"
NORDLAND: Final = "18"


def _round(*, order: tuple[str, ...] = (), invited: tuple[str, ...] = ()) -> Round:
    return Round(id="tour", title="Tour", question="Hva er dere stolte av?", order=order, invited=invited)


def test_members_of_a_county() -> None:
    """All municipalities of a network's county are members, and no others."""
    members = members_of(network(), catalog())

    assert len(members) == 41
    assert {vocabulary().municipalities[number].county for number in members} == {NORDLAND}


def test_members_besides() -> None:
    """Members that a network names come after those of its county; an organisation is no municipality."""
    besides = (Member(municipality=STEINKJER), Member(organisation="Eksempel AS"))

    members = members_of(network(members=besides), catalog())

    assert members[-1] == STEINKJER
    assert len(members) == 42


def test_member_named_twice() -> None:
    """A municipality that is in the county and named besides is one member."""
    members = members_of(network(members=(Member(municipality=BODO), Member(municipality=BODO))), catalog())

    assert members.count(BODO) == 1


def test_members_without_county() -> None:
    """A network without counties has the members it names, in its order."""
    named = (Member(municipality=STEINKJER), Member(municipality=BODO))

    assert members_of(network(counties=(), members=named), catalog()) == (STEINKJER, BODO)


def test_no_members() -> None:
    """A network without counties and members has none."""
    assert members_of(network(counties=()), catalog()) == ()


def test_standings_by_name() -> None:
    """Without a round, municipalities stand by name, ø last."""
    found = standings((OKSNES, FAUSKE, ANDOY, BODO), catalog=catalog())

    assert [standing.municipality for standing in found] == [ANDOY, BODO, FAUSKE, OKSNES]


def test_standings_in_a_rounds_order() -> None:
    """Those a round visits come first, in its order; the rest by name."""
    found = standings((OKSNES, FAUSKE, ANDOY, BODO), catalog=catalog(), round_=_round(order=(OKSNES, FAUSKE)))

    assert [standing.municipality for standing in found] == [OKSNES, FAUSKE, ANDOY, BODO]


def test_standings_leave_strangers_out() -> None:
    """A municipality outside the area is not listed, though a round visits it."""
    round_ = _round(order=(STEINKJER, BODO), invited=(STEINKJER,))

    found = standings((ANDOY, BODO), catalog=catalog(), round_=round_)

    assert [standing.municipality for standing in found] == [BODO, ANDOY]


def test_statuses() -> None:
    """Whoever has shared is not merely invited; who is not invited remains."""
    whole = catalog(initiative())

    found = standings((ANDOY, BODO, FAUSKE), catalog=whole, round_=_round(invited=(BODO, FAUSKE)))

    assert {standing.municipality: standing.status for standing in found} == {
        ANDOY: Status.REMAINING,
        BODO: Status.SHARED,
        FAUSKE: Status.INVITED,
    }


def test_nobody_is_invited_without_a_round() -> None:
    """Without a round, a municipality has shared or remains."""
    found = standings((ANDOY, BODO), catalog=catalog(initiative()))

    assert [standing.status for standing in found] == [Status.REMAINING, Status.SHARED]


def test_stories_of_a_standing() -> None:
    """A municipality stands with everything it has shared, newest first."""
    old = initiative(slug="gammelt", published="2025-01-01")
    new = initiative(slug="nytt", published="2026-01-01")
    elsewhere = initiative(slug="annet", place=Place(FAUSKE, NORDLAND))

    [standing] = standings((BODO,), catalog=catalog(old, new, elsewhere))

    assert standing.stories == (new, old)


def test_a_countys_entry_is_no_municipalitys() -> None:
    """An initiative of a whole county gives none of its municipalities a standing."""
    found = standings((BODO,), catalog=catalog(initiative(place=Place(county=NORDLAND))))

    assert [standing.status for standing in found] == [Status.REMAINING]


def test_no_standings() -> None:
    """An area without municipalities has no standings."""
    assert standings((), catalog=catalog(initiative()), round_=_round(order=(BODO,))) == ()


def test_told_in() -> None:
    """A network tells what was done in its counties, municipality or not, and by its guests."""
    own = network(members=(Member(municipality=STEINKJER), Member(organisation="Eksempel AS")))
    inside = initiative(slug="inne")
    county = initiative(slug="fylket", place=Place(county=NORDLAND))
    guest = initiative(slug="gjest", place=Place(STEINKJER, "50"))
    neighbour = initiative(slug="nabo", place=Place("5001", "50"))

    found = told_in(own, catalog(inside, county, guest, neighbour, initiative(slug="landet", place=Place())))

    assert [entry.slug for entry in found] == ["fylket", "inne", "gjest"]


def test_told_once() -> None:
    """What a member of the county told is there once, though the network names the member besides."""
    own = network(members=(Member(municipality=BODO), Member(municipality=BODO)))

    assert told_in(own, catalog(initiative())) == (initiative(),)


def test_told_by_nobody() -> None:
    """A network without counties and members has told of nothing."""
    assert told_in(network(counties=()), catalog(initiative())) == ()


def test_gaps() -> None:
    """What an initiative has is no gap; the rest is, in the order of the lists."""
    found = gaps([initiative(goals=(3, 11), sectors=("skole",))], catalog=catalog())

    assert found.goals == (1, 2, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17)
    assert found.sectors == tuple(id_ for id_ in vocabulary().terms["sectors"] if id_ != "skole")


def test_gaps_of_what_is_told() -> None:
    """What others in the bank have told fills no gap."""
    assert gaps([], catalog=catalog(initiative(goals=(3,)))).goals == tuple(range(1, 18))


def test_gaps_of_several() -> None:
    """What any of them has told of is no gap, read once though they may be."""
    told = (
        initiative(slug=slug, goals=(goal,), sectors=(slug,)) for slug, goal in (("skole", 3), ("avfall", 12))
    )

    found = gaps(told, catalog=catalog())

    assert not {3, 12} & set(found.goals)
    assert not {"skole", "avfall"} & set(found.sectors)
    assert len(found.goals) == 15


def test_no_gaps() -> None:
    """Those who have told of everything have no gaps."""
    every = initiative(goals=tuple(vocabulary().goals), sectors=tuple(vocabulary().terms["sectors"]))

    found = gaps([every], catalog=catalog())

    assert (found.goals, found.sectors) == ((), ())


def test_a_municipality_that_a_round_repeats_is_listed_once() -> None:
    """However often its order names a municipality, the board has it once."""
    round_ = Round(id="tur", title="Tur", question="Hva?", order=("1804", "1804"))

    found = standings(("1804", "1840"), catalog=catalog(), round_=round_)

    assert [standing.municipality for standing in found] == ["1804", "1840"]
