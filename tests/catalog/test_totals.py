"""What results come to together, and what is never added up."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from idebank.catalog.totals import LeftOut, Totals, number_of, totals
from idebank.model import Result
from tests.factories import initiative, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from idebank.model import Initiative


def _saved(value: str, **changes: Any) -> Result:
    fields = {
        "indicator": "Spart",
        "basis": "measured",
        "value": value,
        "unit": "kroner",
        "measure": "money-saved",
    }
    return Result(**(fields | changes))


def _waste(before: str | None, after: str | None, unit: str = "tonn", **changes: Any) -> Result:
    fields: dict[str, Any] = {
        "indicator": "Avfall",
        "basis": "measured",
        "measure": "waste-weight",
        "unit": unit,
    }
    return Result(before=before, after=after, **(fields | changes))


def _of(slug: str, *results: Result, **changes: Any) -> Initiative:
    return initiative(slug=slug, results=results, **changes)


def _totals(*entries: Initiative) -> Totals:
    return totals(entries, measures=vocabulary().terms["measures"])


def _sums(*entries: Initiative) -> list[tuple[str, str, str, str, int]]:
    return [(*total.key, f"{total.sum:f}", len(total.shares)) for total in _totals(*entries).totals]


def _left(*entries: Initiative) -> Mapping[LeftOut, int]:
    return _totals(*entries).left_out


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("40", "40"),
        ("1 250 000", "1250000"),
        ("1\u00a0250", "1250"),
        ("3,5", "3.5"),
        (" 7 ", "7"),
    ],
)
def test_plain_numbers(text: str, number: str) -> None:
    """A number is read as Norwegians write it."""
    assert number_of(text) == Decimal(number)


@pytest.mark.parametrize("text", ["over 100 millioner", "rundt 40", "50–70", "1,2,3", "12 34", "-5", ""])
def test_what_is_no_plain_number(text: str) -> None:
    """A value with a word, a span or a doubt in it is not added to anything."""
    assert number_of(text) is None


def test_a_sum() -> None:
    """Two initiatives that measure the same in the same way come to something together."""
    found = _totals(_of("a", _saved("100")), _of("b", _saved("1 000,5")))

    [total] = found.totals
    assert (total.sum, total.key) == (Decimal("1100.5"), ("money-saved", "kroner", "measured"))
    assert [share.owner.slug for share in total.shares] == ["b", "a"]
    assert (found.results, found.left_out) == (2, {})


def test_bases_are_never_added_to_each_other() -> None:
    """What was measured and what was estimated stay apart, also when each then stands alone."""
    assert _sums(_of("a", _saved("1")), _of("b", _saved("2", basis="estimated"))) == []
    assert _sums(
        _of("a", _saved("1")),
        _of("b", _saved("2")),
        _of("c", _saved("4", basis="estimated")),
        _of("d", _saved("8", basis="estimated")),
    ) == [
        ("money-saved", "kroner", "estimated", "12", 2),
        ("money-saved", "kroner", "measured", "3", 2),
    ]


def test_units_are_never_added_to_each_other() -> None:
    """Kilos are not added to tonnes, nor what was saved once to what is saved each year."""
    assert _sums(_of("a", _saved("1")), _of("b", _saved("2", unit="kroner i året"))) == []
    assert _sums(_of("a", _waste("5", "1")), _of("b", _waste("5", "1", "kilo"))) == []


def test_spellings_of_a_unit_are_one_unit() -> None:
    """A unit is known by any of its spellings, whatever their case and their spaces."""
    assert _sums(_of("a", _saved("1", unit="KR")), _of("b", _saved("2", unit=" kroner "))) == [
        ("money-saved", "kroner", "measured", "3", 2)
    ]
    emitted = {"measure": "greenhouse-gas", "unit": "tonn CO₂"}
    assert _sums(
        _of("a", _waste("9", "2", **emitted)), _of("b", _waste("9", "3", **(emitted | {"unit": "tonn CO2"})))
    ) == [("greenhouse-gas", "tonn CO2", "measured", "13", 2)]


def test_levels_are_added_as_what_they_went_down_by() -> None:
    """Of waste, energy and emissions it is the way from before to after that counts, upwards too."""
    assert _sums(_of("a", _waste("10", "4")), _of("b", _waste("3,5", "5"))) == [
        ("waste-weight", "tonn", "measured", "4.5", 2)
    ]


@pytest.mark.parametrize(
    ("result", "why"),
    [
        (_saved("40", measure="sorted-share", unit="prosent"), LeftOut.MEASURE),
        (_saved("40", measure="participants", unit="deltakere"), LeftOut.MEASURE),
        (_saved("40", unit="prosent"), LeftOut.UNIT),
        (_saved("40", unit=None), LeftOut.UNIT),
        (_saved("over 100 millioner"), LeftOut.NUMBER),
        (_saved("", before="1", after="2"), LeftOut.NUMBER),
        (_waste(None, None, value="200"), LeftOut.NUMBER),
        (_waste("rundt 9", "2"), LeftOut.NUMBER),
        (_waste("9", None), LeftOut.NUMBER),
        (_saved("40"), LeftOut.ALONE),
    ],
)
def test_left_out(result: Result, why: LeftOut) -> None:
    """What cannot be added up is counted by the reason."""
    assert _left(_of("a", result)) == {why: 1}


def test_shares_have_no_sum() -> None:
    """However many give a percentage, there is no sum of percentages."""
    share = _saved("40", measure="energy-use", unit="prosent")

    assert _totals(*(_of(slug, share) for slug in "abc")).totals == ()


def test_one_initiative_is_no_sum() -> None:
    """Two figures of one initiative are not two initiatives, and one may contain the other."""
    twice = _of("a", _saved("100"), _saved("250"))

    assert _left(twice) == {LeftOut.REPEATED: 2}
    assert _left(twice, _of("b", _saved("7"))) == {LeftOut.REPEATED: 2, LeftOut.ALONE: 1}


def test_a_part_is_not_counted_beside_its_whole() -> None:
    """What an initiative saved is in the figure of the programme it is part of."""
    whole, part, other = (
        _of("program", _saved("900")),
        _of("del", _saved("300"), part_of="program"),
        _of("annet", _saved("1"), part_of="noe-annet"),
    )

    assert _left(whole, part) == {LeftOut.PART: 1, LeftOut.ALONE: 1}
    assert _sums(whole, part, other) == [("money-saved", "kroner", "measured", "901", 2)]


def test_what_measures_nothing_is_not_counted() -> None:
    """A result without a measure, and one that was not measured, is neither in a sum nor left out."""
    found = _totals(_of("a", _saved("1", measure=None), _saved("1", basis="not-measured")))

    assert (found.results, found.totals, found.left_out) == (0, (), {})


def test_order_of_entries_does_not_matter() -> None:
    """The same bank gives the same sums, whatever order it is read in."""
    entries = [_of(slug, _saved("5"), _waste("3", "1")) for slug in "abc"]

    assert _totals(*entries) == _totals(*reversed(entries))
