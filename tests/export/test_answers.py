"""What answers at an address that was published and has no page any more."""

from __future__ import annotations

from typing import Final

import pytest

from idebank.export.answers import Answers, told_by
from idebank.export.moves import Move

PAGES: Final = frozenset(
    {
        "", "nn/", "en/", "tiltak/", "nn/tiltak/", "tiltak/ny/", "tiltak/ny/plakat/", "virksomhet/",
        "nn/virksomhet/", "en/virksomhet/", "virksomhet/b/", "nn/virksomhet/b/", "arrangement/", "sted/",
        "sted/troms/", "tema/",
        "sektor/", "sektor/barnehage/", "gjenbruk/", "dokumenter/", "bidra/", "bidra/regler/", "nettverk/n/",
        "nn/sted/troms/",
    }
)  # fmt: skip


def _answers(*published: str, told: tuple[Move, ...] = ()) -> Answers:
    return Answers(PAGES, told_by(told), frozenset(published))


@pytest.mark.parametrize(
    ("published", "leads_to"),
    [
        ("virksomhet/borte/", "virksomhet/"),
        ("en/virksomhet/borte/", "en/virksomhet/"),
        ("virksomhet/borte/side/2/", "virksomhet/"),
        ("virksomhet/b/side/3/", "virksomhet/b/"),
        ("tiltak/side/3/", "tiltak/"),
        ("nn/tiltak/side/2/", "nn/tiltak/"),
        ("gjenbruk/side/2/", "gjenbruk/"),
        ("tiltak/ny/historie/", "tiltak/ny/"),
        ("arrangement/serie/klimafredag/", "arrangement/"),
        ("arrangement/serie/klimafredag/nytt/", "arrangement/"),
        ("sted/troms/harstad/", "sted/troms/"),
        ("sted/troms-og-finnmark/vadso/", "sted/"),
        ("tema/gammelt/", "tema/"),
        ("sektor/barnehage/register/", "sektor/barnehage/"),
        ("dokumenter/rapport/side/2/", "dokumenter/"),
        ("bidra/regler/gammel-regel/", "bidra/regler/"),
        ("nettverk/n/tavle/", "nettverk/n/"),
    ],
)
def test_what_follows_from_a_field_leads_on(published: str, leads_to: str) -> None:
    """Nobody has to say where a page that entries no longer give rise to leads: to the nearest above it."""
    answers = _answers(published)

    assert answers.moves == (Move(published, leads_to),)
    assert answers.vanished == ()


@pytest.mark.parametrize(
    "published",
    [
        "tiltak/borte/", "gjenbruk/borte/", "etterlyst/borte/", "metode/borte/", "arrangement/borte/",
        "nettverk/borte/", "samling/borte/", "om/", "nn/om/", "kart/",
        "../utenfor/", "virksomhet/../../utenfor/", "virksomhet//", "virksomhet/<b>/",
    ],
)  # fmt: skip
def test_what_people_must_tell(published: str) -> None:
    """An entry's page, or one below the front page alone, is missed until somebody says where it went."""
    answers = _answers(published)

    assert (answers.moves, answers.vanished) == ((), (published,))


@pytest.mark.parametrize(
    ("published", "leads_to"),
    [
        ("tiltak/gammel/plakat/", "tiltak/ny/plakat/"),
        ("tiltak/gammel/historie/", "tiltak/ny/"),
        ("nn/virksomhet/a/", "nn/virksomhet/b/"),
        ("en/virksomhet/a/", "virksomhet/b/"),
        ("nn/virksomhet/a/side/2/", "nn/virksomhet/b/"),
        ("samling/stengt/x/", ""),
        ("nn/virksomhet/stengt/", ""),
    ],
)
def test_what_is_below_goes_along(published: str, leads_to: str) -> None:
    """Where something has been said of a page, it holds for what is below it and for its other languages."""
    told = (
        Move("tiltak/gammel/", "tiltak/ny/"),
        Move("virksomhet/a/", "virksomhet/b/"),
        Move("samling/stengt/", ""),
        Move("virksomhet/stengt/", ""),
    )
    answers = _answers(published, told=told)

    assert {move.old: move.new for move in answers.moves}[published] == leads_to
    assert answers.vanished == ()


def test_a_page_comes_before_what_was_said() -> None:
    """An organisation that is back has its page again, whatever stands in the list of what has moved."""
    answers = _answers("virksomhet/b/", told=(Move("virksomhet/b/", "virksomhet/c/"),))

    assert "virksomhet/b/" not in {move.old for move in answers.moves}


def test_where_a_move_leads_is_held_too() -> None:
    """What a move leads to may vanish as well, and then leads on; an entry's page is missed."""
    answers = _answers(told=(Move("virksomhet/a/", "virksomhet/borte/"), Move("tiltak/a/", "tiltak/borte/")))

    assert Move("virksomhet/borte/", "virksomhet/") in answers.moves
    assert answers.vanished == ("tiltak/borte/",)


def test_who_is_believed() -> None:
    """An entry that says an address was its own is believed before the list."""
    told = told_by([Move("tiltak/a/", "tiltak/ny/")], [Move("tiltak/a/", "")])

    assert told["tiltak/a/"].new == "tiltak/ny/"
