"""Which initiatives are like which."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.catalog.related import RELATED_PER_ENTRY, Reason, Related, find_related
from idebank.model import Place
from tests.factories import initiative

if TYPE_CHECKING:
    from idebank.model import Initiative

THEMES: Final = ("matsvinn", "energi", "plast", "dyrking", "klimakutt")
SECTORS: Final = ("skole", "bibliotek", "avfall", "museum")
WORDS: Final = ("kompost", "elsykkel", "lånekasse", "regnbed", "solceller", "byttebod", "verksted", "frokost")


def _entry(slug: str, **changes: Any) -> Initiative:
    """Return an entry with nothing in it that another might have in common."""
    blank: dict[str, Any] = {
        "title": "",
        "summary": "",
        "body": "",
        "goals": (1,),
        "targets": (),
        "sectors": ("skole",),
        "place": Place(),
    }
    return initiative(slug=slug, **(blank | changes))


def _bank(count: int) -> list[Initiative]:
    """Return a mixed bank, the same each time."""
    pick = random.Random(count)  # noqa: S311 - the same bank each time, no secret
    return [
        _entry(
            f"tiltak-{number:04}",
            body=" ".join(pick.sample(WORDS, 3)),
            themes=tuple(pick.sample(THEMES, 2)),
            sectors=(pick.choice(SECTORS),),
            goals=tuple(sorted(pick.sample(range(1, 18), 2))),
        )
        for number in range(count)
    ]


def _slugs(found: tuple[Related, ...]) -> list[str]:
    return [related.slug for related in found]


def test_nothing() -> None:
    """An empty bank has nothing alike."""
    assert find_related([]) == {}


def test_alone() -> None:
    """An entry alone in its bank is like nothing."""
    assert find_related([_entry("a")]) == {"a": ()}


def test_unlike() -> None:
    """Entries with nothing in common are not shown as alike."""
    found = find_related([_entry("a"), _entry("b", goals=(2,), sectors=("museum",))])

    assert found == {"a": (), "b": ()}


def test_likest_first() -> None:
    """What has more in common comes first."""
    entries = [
        _entry("selv", themes=("matsvinn",), goals=(1, 12)),
        _entry("litt", goals=(1, 2)),
        _entry("mest", themes=("matsvinn",), goals=(1, 12)),
    ]

    assert _slugs(find_related(entries)["selv"]) == ["mest", "litt"]


def test_named_first() -> None:
    """What an entry names itself comes before what is only alike, and is not repeated."""
    entries = [
        _entry("selv", themes=("matsvinn",), related=("ulik", "lik")),
        _entry("lik", themes=("matsvinn",)),
        _entry("likere", themes=("matsvinn",)),
        _entry("ulik", goals=(2,), sectors=("museum",)),
    ]

    found = find_related(entries)["selv"]

    assert _slugs(found) == ["ulik", "lik", "likere"]
    assert [related.reason for related in found] == [Reason.EDITOR, Reason.EDITOR, Reason.THEME]


def test_all_named_are_kept() -> None:
    """An entry that names more than usually are shown keeps them all, and gets no others."""
    named = tuple(f"n{number}" for number in range(RELATED_PER_ENTRY + 2))
    entries = [_entry("selv", related=named), *(_entry(slug) for slug in (*named, "annen", "tredje"))]

    assert _slugs(find_related(entries)["selv"]) == list(named)


@pytest.mark.parametrize("named", ["selv", "finnes-ikke"])
def test_named_in_vain(named: str) -> None:
    """Naming itself, or what does not exist, gives nothing."""
    assert find_related([_entry("selv", related=(named,))])["selv"] == ()


def test_reason_theme() -> None:
    """A shared theme is the reason that is told, with its name."""
    entries = [_entry("a", themes=("plast", "matsvinn")), _entry("b", themes=("matsvinn", "plast"))]

    assert find_related(entries)["a"] == (Related("b", Reason.THEME, "plast"),)


def test_reason_text() -> None:
    """Rare words in common are a reason."""
    text = "kompostering regnbedene solcellene lånekassen"
    others = [_entry(f"x{number}", goals=(2,), sectors=("museum",)) for number in range(20)]

    found = find_related([_entry("a", body=text), _entry("b", body=text), *others])

    assert found["a"][0] == Related("b", Reason.TEXT)


def test_reason_goals() -> None:
    """Several goals in common are a reason."""
    found = find_related([_entry("a", goals=(1, 2)), _entry("b", goals=(1, 2))])

    assert found["a"] == (Related("b", Reason.GOALS),)


def test_reason_sector() -> None:
    """One goal in common is not worth a word, but the sector is."""
    found = find_related([_entry("a"), _entry("b")])

    assert found["a"] == (Related("b", Reason.SECTOR),)


def test_what_only_one_has_is_no_reason() -> None:
    """A theme or goal that the other does not have is not told as common to both."""
    own, other = _entry("a", goals=(1, 2), themes=("plast",)), _entry("b", goals=(1, 3), themes=("energi",))

    assert find_related([own, other])["a"] == (Related("b", Reason.SECTOR),)


def test_endings_of_words() -> None:
    """Words count as the same whatever their ending."""
    others = [_entry(f"x{number}", goals=(2,), sectors=("museum",)) for number in range(20)]
    entries = [_entry("a", body="kompostering"), _entry("b", body="komposteringen"), *others]

    assert find_related(entries)["a"] == (Related("b", Reason.TEXT),)


def test_not_itself() -> None:
    """No entry is related to itself, and none is named twice."""
    for slug, found in find_related(_bank(200)).items():
        assert slug not in _slugs(found)
        assert len(found) == len(set(_slugs(found)))
        assert len(found) <= RELATED_PER_ENTRY


def test_workers() -> None:
    """The answer is the same however many processes work."""
    entries = _bank(60)

    assert find_related(entries, workers=3) == find_related(entries)


def test_large_bank() -> None:
    """In a bank larger than what is looked at, entries still find some that are alike."""
    found = find_related(_bank(400))

    assert {len(related) for related in found.values()} == {RELATED_PER_ENTRY}


def test_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times as many entries are about four times as much work, not sixteen."""
    compared = 0
    original = find_related.__globals__["likeness"]

    def counted(*pair: Any) -> float:
        nonlocal compared
        compared += 1
        answer: float = original(*pair)
        return answer

    monkeypatch.setitem(find_related.__globals__, "likeness", counted)
    find_related(_bank(100))
    few, compared = compared, 0
    find_related(_bank(400))

    assert few > 0
    assert compared <= few * 4.5
