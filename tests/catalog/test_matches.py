"""Needs and the initiatives that may answer them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from idebank.catalog.matches import MATCHES, Indexes, matches
from tests.factories import initiative, need
from tests.views.shelves import catalog

if TYPE_CHECKING:
    from idebank.model import Initiative, Need

NOTHING = Indexes({}, {}, {}, {})


def _plain(**changes: Any) -> Initiative:
    """Return an initiative about nothing that a need of `_wanted` asks for."""
    fields: dict[str, Any] = {
        "title": "Et",
        "summary": "To.",
        "sectors": ("museum",),
        "goals": (),
        "targets": (),
    }
    return initiative(**(fields | changes))


def _wanted(**changes: Any) -> Need:
    """Return a need without any word that counts."""
    fields: dict[str, Any] = {"title": "Tre", "summary": "Fire.", "sectors": ("skole",)}
    return need(**(fields | changes))


def _found(wanted: Need, *entries: Initiative) -> tuple[str, ...]:
    return catalog(wanted, *entries).matches[wanted.slug]


@pytest.mark.parametrize(
    ("wanted", "own"),
    [
        ({"themes": ("matsvinn", "avfall")}, {"themes": ("avfall", "matsvinn")}),
        ({"themes": ("matsvinn",)}, {"themes": ("matsvinn",), "sectors": ("skole",)}),
        ({"targets": ("12.3", "3.6")}, {"targets": ("3.6", "12.3")}),
        (
            {"targets": ("12.3",), "goals": (12,)},
            {"targets": ("12.3",), "goals": (12,), "sectors": ("skole",)},
        ),
        ({"goals": (3, 12)}, {"goals": (3, 12), "sectors": ("skole",)}),
    ],
)
def test_alike(wanted: dict[str, Any], own: dict[str, Any]) -> None:
    """Two subjects of weight in common are enough."""
    assert _found(_wanted(**wanted), _plain(**own)) == ("sykkelbuss-bodo",)


@pytest.mark.parametrize(
    ("wanted", "own"),
    [
        ({"themes": ("matsvinn",)}, {"themes": ("matsvinn",)}),
        ({"goals": (3,)}, {"goals": (3,), "sectors": ("skole",)}),
        ({"targets": ("12.3",)}, {"targets": ("12.3",), "sectors": ("skole",)}),
        ({}, {"sectors": ("skole",)}),
        ({}, {}),
    ],
)
def test_not_alike_enough(wanted: dict[str, Any], own: dict[str, Any]) -> None:
    """One theme, or a sector and a goal, is not enough."""
    assert _found(_wanted(**wanted), _plain(**own)) == ()


def test_words() -> None:
    """A theme alone is enough when two words are the same, too: inflected, and in the need's story."""
    wanted = _wanted(themes=("matsvinn",), title="Brødrester i kantina", body="Vi kaster frukten.")
    own = _plain(themes=("matsvinn",), title="Brødrestene", summary="Frukten ble delt.")

    assert _found(wanted, own) == ("sykkelbuss-bodo",)


def test_one_word() -> None:
    """A theme and one word are not enough, however often the word is written."""
    wanted = _wanted(themes=("matsvinn",), title="Brødrester", body="Brødrester, brødrester.")
    own = _plain(themes=("matsvinn",), title="Brødrester", summary="Brødrester igjen.")

    assert _found(wanted, own) == ()


@pytest.mark.parametrize(
    ("wanted", "own", "same"),
    [
        ("Skolebuss og sykkelvei", "Skoleball og sykkeltur", False),
        ("Skolevei og sykkelvei", "Skolevenn og sykkelvogn", True),
        ("Kantiner og sykling", "Kantinen og syklist", False),
    ],
)
def test_stems(wanted: str, own: str, same: bool) -> None:  # noqa: FBT001 - a table
    """Words are the same when their first seven letters are."""
    found = _found(_wanted(themes=("matsvinn",), title=wanted), _plain(themes=("matsvinn",), title=own))

    assert found == (("sykkelbuss-bodo",) if same else ())


def test_words_without_a_subject() -> None:
    """Words alone find nothing: an initiative must have a subject in common."""
    same = "Brødrester frukten kantina ungdommer hverdagen"

    assert _found(_wanted(title=same), _plain(title=same)) == ()


def test_short_words() -> None:
    """Words of fewer than five letters do not count."""
    same = "barn skal få mat hver dag"

    assert _found(_wanted(themes=("matsvinn",), title=same), _plain(themes=("matsvinn",), title=same)) == ()


def test_best_first() -> None:
    """The more in common, the earlier it is named."""
    wanted = _wanted(themes=("matsvinn", "avfall"), goals=(12,))
    some = _plain(slug="a", themes=("matsvinn", "avfall"))
    more = _plain(slug="b", themes=("matsvinn", "avfall"), goals=(12,))
    most = _plain(slug="c", themes=("matsvinn", "avfall"), goals=(12,), sectors=("skole",))

    assert _found(wanted, some, more, most) == ("c", "b", "a")


def test_same_score() -> None:
    """Those equally alike stand by address, in whatever order they were read and published."""
    wanted = _wanted(themes=("matsvinn", "avfall"))
    same = [
        _plain(slug=slug, themes=("matsvinn", "avfall"), published=f"2026-01-0{day}")
        for day, slug in enumerate(("b", "c", "a"), start=1)
    ]

    assert _found(wanted, *same) == _found(wanted, *same[::-1]) == ("a", "b", "c")


def test_no_more_than_six() -> None:
    """A need is shown six answers at most."""
    wanted = _wanted(themes=("matsvinn", "avfall"))
    same = [_plain(slug=f"tiltak-{number}", themes=("matsvinn", "avfall")) for number in range(9)]

    assert _found(wanted, *same) == tuple(f"tiltak-{number}" for number in range(6))
    assert MATCHES == 6


def test_best_of_many() -> None:
    """The best is found among hundreds that have something in common."""
    wanted = _wanted(themes=("matsvinn", "avfall"))
    some = [_plain(slug=f"tiltak-{number:03}", sectors=("skole",)) for number in range(300)]
    best = _plain(slug="z", themes=("matsvinn", "avfall"), published="2020-01-01")

    assert _found(wanted, *some, best) == ("z",)


def test_stopped() -> None:
    """What was stopped is no answer."""
    wanted = _wanted(themes=("matsvinn", "avfall"))

    assert _found(wanted, _plain(themes=("matsvinn", "avfall"), phase="stopped")) == ()


def test_every_need_is_there() -> None:
    """A need without an answer has an empty one."""
    assert matches([need(slug="a"), need(slug="b")], NOTHING) == {"a": (), "b": ()}


def test_no_needs() -> None:
    """Without needs, there is nothing to match."""
    assert matches([], NOTHING) == {}


def test_matched_by() -> None:
    """An initiative knows the open needs that it may answer, but not those that are over."""
    themes = ("matsvinn", "avfall")
    still_open = _wanted(slug="apen", themes=themes)
    solved = _wanted(slug="lost", themes=themes, status="solved")

    whole = catalog(still_open, solved, _plain(themes=themes))

    assert whole.matches == {"apen": ("sykkelbuss-bodo",), "lost": ("sykkelbuss-bodo",)}
    assert whole.matched_by == {"sykkelbuss-bodo": (still_open,)}


def test_equal_candidates_are_cut_in_order_of_address() -> None:
    """Of many that fit as well, the first by address are shown, however many there are."""
    equal = [initiative(slug=f"t-{number:02}", themes=("matsvinn",), goals=(4,)) for number in range(50)]
    asked = need(themes=("matsvinn",), goals=(4,), title="Q", summary="Q")

    assert catalog(*equal, asked).matches[asked.slug] == tuple(f"t-{number:02}" for number in range(6))
