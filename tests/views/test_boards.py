"""Boards: who has shared, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.model import Member, Place, Round
from idebank.views.boards import (
    BoardPages,
    BoardView,
    all_boards,
    county_board,
    latest_round,
    network_board,
    teaser,
)
from idebank.views.desk import Job
from idebank.views.records import Alternate, Section, TextLink
from tests.factories import initiative, network, vocabulary
from tests.views.shelves import desk

if TYPE_CHECKING:
    from idebank.model import Entry, Network

BODO: Final = "1804"
FAUSKE: Final = "1841"
STEINKJER: Final = "5006"
OTHER_COUNTY: Final = Place(STEINKJER, "50")


def _county(*entries: Entry, number: str = "18", language: str = "nb") -> BoardView:
    return county_board(number, desk(*entries, language=language))


def _network(own: Network, *entries: Entry) -> BoardView:
    return network_board(own, desk(own, *entries))


def _round(**changes: Any) -> Round:
    fields: dict[str, Any] = {"id": "tour", "title": "Tour", "question": "Hva er dere stolte av?"}
    return Round(**(fields | changes))


def test_county_board() -> None:
    """A county's board counts its municipalities, and those that have shared."""
    view = _county(initiative(), initiative(slug="til"), initiative(slug="annet", place=OTHER_COUNTY))

    assert (view.of, view.name, view.url) == ("county", "Nordland", "sted/nordland/")
    assert (view.total, view.shared, view.percent) == (41, 1, 2)
    assert view.counts == (
        ("shared", "Har delt", 1),
        ("remaining", "Gjenstår", 40),
    )
    assert (view.question, view.in_order) == ("", False)


def test_row() -> None:
    """A municipality's line has its status, its stories and its other name."""
    rows = {row.number: row for row in _county(initiative()).rows}

    assert rows[BODO].stories == (TextLink("Sykkelbuss til skolen", "tiltak/sykkelbuss-bodo/", "nb"),)
    assert (rows[BODO].status, rows[BODO].status_label) == ("shared", "Har delt")
    assert (rows[BODO].other_name, rows[BODO].other_language) == ("", "")
    assert rows[BODO].url == "sted/nordland/bodo/"
    assert (rows[FAUSKE].other_name, rows[FAUSKE].other_language) == ("Fuossko", "smj")
    assert (rows[FAUSKE].status, rows[FAUSKE].stories) == ("remaining", ())


def test_rows_by_name() -> None:
    """Without a round, lines stand by name."""
    names = [row.name for row in _county().rows]

    assert (names[0], names[-1]) == ("Alstahaug", "Øksnes")


def test_addresses_of_a_county_board() -> None:
    """A board's tables lie beside its page, and its trail leads to the county."""
    view = _county(language="en")

    assert view.csv == "en/sted/nordland/tavle/tavle.csv"
    assert view.json == "en/sted/nordland/tavle/tavle.json"
    assert [link.url for link in view.trail] == ["en/", "en/sted/", "en/sted/nordland/"]


def test_empty_board() -> None:
    """A county where nobody has shared has every gap."""
    view = _county()

    assert (view.shared, view.percent) == (0, 0)
    assert [tile.number for tile in view.missing_goals] == list(range(1, 18))
    assert len(view.missing_sectors) == len(vocabulary().terms["sectors"])


def test_whole_board() -> None:
    """A county where everybody has shared is at a hundred per cent."""
    view = _county(initiative(place=Place("0301", "03")), number="03")

    assert (view.total, view.shared, view.percent) == (1, 1, 100)


def test_gaps_count_the_whole_bank() -> None:
    """A missing sector leads to what others have told of it."""
    elsewhere = initiative(sectors=("avfall",), goals=(12,), place=OTHER_COUNTY)

    missing = {link.url: link.count for link in _county(elsewhere).missing_sectors}

    assert missing["sektor/avfall/"] == 1
    assert missing["sektor/skole/"] == 0


def test_what_is_told_is_not_missing() -> None:
    """Goals and sectors of the county's own initiatives are no gaps."""
    view = _county(initiative())

    assert not {3, 11} & {tile.number for tile in view.missing_goals}
    assert "sektor/skole/" not in [link.url for link in view.missing_sectors]


def test_map() -> None:
    """A board's map has a tile for each municipality, marked and spoken of as its status."""
    found = _county(initiative()).map

    assert found is not None
    assert len(found.tiles) == 41
    assert [(tile.mark, tile.spoken) for tile in found.tiles if tile.short == "Bodø"] == [
        ("shared", "Bodø: Har delt")
    ]
    assert {tile.mark for tile in found.tiles if tile.short != "Bodø"} == {"remaining"}


def test_network_board() -> None:
    """A network's board asks what its last round asks, in that round's order."""
    old = _round(id="gammel", question="Noe annet?", order=(STEINKJER,), invited=(STEINKJER,))
    new = _round(order=(FAUSKE, BODO), invited=(FAUSKE, BODO, "1868"))

    view = _network(network(rounds=(old, new)), initiative())

    assert (view.of, view.name, view.url) == (
        "network",
        "Nettverk i Nordland",
        "nettverk/nettverk-i-nordland/",
    )
    assert (view.question, view.in_order) == ("Hva er dere stolte av?", True)
    assert [(row.name, row.status) for row in view.rows[:3]] == [
        ("Fauske", "invited"),
        ("Bodø", "shared"),
        ("Alstahaug", "remaining"),
    ]
    assert [count for _, _, count in view.counts] == [1, 2, 38]
    assert (view.csv, view.trail[1].url) == ("nettverk/nettverk-i-nordland/tavle/tavle.csv", "nettverk/")


def test_round_without_order() -> None:
    """A round that names no order leaves the lines by name."""
    view = _network(network(rounds=(_round(invited=(FAUSKE,)),)))

    assert (view.in_order, view.rows[0].name) == (False, "Alstahaug")


def test_member_outside_the_county() -> None:
    """A member from another county has its line, and what it told is no gap; its neighbour's is."""
    own = network(members=(Member(municipality=STEINKJER),))

    neighbour = initiative(slug="nabo", goals=(13,), targets=(), place=Place("5001", "50"))
    view = _network(own, initiative(goals=(12,), targets=(), place=OTHER_COUNTY), neighbour)

    missing = [tile.number for tile in view.missing_goals]
    assert (12 in missing, 13 in missing) == (False, True)
    assert (view.total, view.shared) == (42, 1)
    assert [row.url for row in view.rows if row.status == "shared"] == ["sted/trondelag/steinkjer/"]


def test_network_without_municipalities() -> None:
    """A network of nobody has an empty board without a map."""
    view = _network(network(counties=()))

    assert (view.total, view.shared, view.percent) == (0, 0, 0)
    assert (view.rows, view.map) == ((), None)


def test_latest_round() -> None:
    """The last round of the file is the latest; a network may have none."""
    rounds = (_round(id="a"), _round(id="b"))

    assert latest_round(network(rounds=rounds)) == rounds[1]
    assert latest_round(network()) is None


def test_teaser() -> None:
    """A board in short leads to its page."""
    found = teaser("18", desk(initiative()))

    assert (found.shared, found.total, found.url) == (1, 41, "sted/nordland/tavle/")


@pytest.mark.parametrize(("language", "boards"), [("nb", 16), ("nn", 15), ("en", 15)])
def test_jobs(language: str, boards: int) -> None:
    """Every county has a board in each language, a network one in its own."""
    own = desk(network(language="nb"), language=language)

    jobs = list(BoardPages(own).jobs())

    assert len(jobs) == len(list(all_boards(own))) == boards
    assert [job.key for job in jobs if job.kind == "network_board"] == ["nettverk-i-nordland"] * (boards - 15)


def test_nobodys_network_has_no_board() -> None:
    """A network without municipalities has no board to plan."""
    own = desk(network(counties=(), members=(Member(organisation="KS"),)))

    assert {job.kind for job in BoardPages(own).jobs()} == {"county_board"}


def test_topical_network() -> None:
    """A network without counties has the members it names, and is missing what they have not told of."""
    own = network(counties=(), members=(Member(municipality=STEINKJER), Member(municipality=BODO)))

    view = _network(
        own, initiative(goals=(12,), targets=()), initiative(slug="nabo", place=Place(FAUSKE, "18"))
    )

    assert [(row.name, row.status) for row in view.rows] == [("Bodø", "shared"), ("Steinkjer", "remaining")]
    assert 12 not in [tile.number for tile in view.missing_goals]
    assert len(view.missing_goals) == 16


def test_county_page() -> None:
    """A county's board is a page below the places, in every language."""
    page = BoardPages(desk()).page(Job("county_board", "nb", "18"), story="")

    assert (page.url, page.section, page.template) == ("sted/nordland/tavle/", Section.PLACES, "board.html")
    assert page.title == "Tavle: Nordland"
    assert page.alternates == (
        Alternate("nb", "sted/nordland/tavle/"),
        Alternate("nn", "nn/sted/nordland/tavle/"),
        Alternate("en", "en/sted/nordland/tavle/"),
    )


def test_network_page() -> None:
    """A network's board is a page in the network's language alone."""
    page = BoardPages(desk(network())).page(Job("network_board", "nb", "nettverk-i-nordland"), story="")

    assert (page.url, page.section) == ("nettverk/nettverk-i-nordland/tavle/", Section.NETWORKS)
    assert page.alternates == ()
