"""What results come to together: only what measures the same, in the same unit, on the same basis."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from idebank.model import Initiative, Result
from idebank.vocabulary import Addition, Term

_NUMBER: Final = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?|\d+(?:,\d+)?")
_UNMEASURED: Final = "not-measured"
_FEWEST: Final = 2
"""A sum of one initiative is no sum."""


class LeftOut(StrEnum):
    """Why a result is in no sum; the value is part of a message's key."""

    MEASURE = "measure"
    """What is measured has no sum, as a share."""
    UNIT = "unit"
    NUMBER = "number"
    """It is no plain number, or there is no before and after."""
    REPEATED = "repeated"
    """Its initiative tells several of the same, and nobody knows whether one contains the other."""
    PART = "part"
    """Its initiative is part of another one whose result is in the sum."""
    ALONE = "alone"
    """No other initiative has measured the same in the same way."""


class TotalKey(NamedTuple):
    """What results must share to be added up."""

    measure: str
    unit: str
    basis: str


@dataclass(frozen=True, slots=True)
class Share:
    """What one initiative brings to a sum."""

    owner: Initiative
    number: Decimal


@dataclass(frozen=True, slots=True)
class Total:
    """A sum, and what it is made of."""

    key: TotalKey
    of_reduction: bool
    shares: tuple[Share, ...]
    """Of at least two initiatives, the largest first."""

    @property
    def sum(self) -> Decimal:
        """Return what the shares come to."""
        return sum((share.number for share in self.shares), Decimal())


@dataclass(frozen=True, slots=True)
class Totals:
    """Every sum there is, in the order of the vocabulary, and why the other results are in none."""

    totals: tuple[Total, ...]
    left_out: Mapping[LeftOut, int]
    """How many results are in no sum, by reason, in the order of `LeftOut`."""

    @property
    def results(self) -> int:
        """Return how many results say what they measure."""
        return sum(len(total.shares) for total in self.totals) + sum(self.left_out.values())


def totals(entries: Iterable[Initiative], *, measures: Mapping[str, Term]) -> Totals:
    """Return what the results of `entries` come to, by what `measures` say may be added up."""
    groups: dict[TotalKey, list[Share]] = defaultdict(list)
    left: Counter[LeftOut] = Counter()
    for entry in entries:
        for result in entry.results:
            if not result.measure or result.basis == _UNMEASURED:
                continue
            placed = _placed(result, measures[result.measure].adds_up)
            if isinstance(placed, LeftOut):
                left[placed] += 1
            else:
                groups[placed[0]].append(Share(entry, placed[1]))
    made = [_total(key, groups[key], measures, left) for key in sorted(groups, key=_order(measures))]
    return Totals(tuple(filter(None, made)), {why: left[why] for why in LeftOut if left[why]})


def number_of(value: str) -> Decimal | None:
    """Return a value that is a plain number as Norwegians write it (`1 250 000`, `3,5`), else nothing."""
    text = value.strip()
    if not _NUMBER.fullmatch(text):
        return None
    grouped = text.replace(" ", "").replace("\u00a0", "")
    return Decimal(grouped.replace(",", "."))


def _placed(result: Result, addition: Addition | None) -> tuple[TotalKey, Decimal] | LeftOut:
    """Return the sum that a result belongs to and what it brings, or why it is left out."""
    if not addition:
        return LeftOut.MEASURE
    unit = _unit(result.unit or "", addition)
    if not unit:
        return LeftOut.UNIT
    number = _reduction(result) if addition.of_reduction else number_of(result.value or "")
    if number is None:
        return LeftOut.NUMBER
    return TotalKey(result.measure or "", unit, result.basis), number


def _reduction(result: Result) -> Decimal | None:
    before, after = number_of(result.before or ""), number_of(result.after or "")
    return None if before is None or after is None else before - after


def _unit(written: str, addition: Addition) -> str:
    """Return a unit as it is to be shown, or nothing when it is not one that may be added up."""
    wanted = _folded(written)
    return next((unit[0] for unit in addition.units if wanted in map(_folded, unit)), "")


def _folded(unit: str) -> str:
    """Return a unit in one form: `tonn CO₂` is `tonn co2`."""
    return " ".join(unicodedata.normalize("NFKC", unit).casefold().split())


def _total(
    key: TotalKey, found: Sequence[Share], measures: Mapping[str, Term], left: Counter[LeftOut]
) -> Total | None:
    """Return the sum of what may be counted once, and note in `left` what may not."""
    times = Counter(share.owner.slug for share in found)
    once = [share for share in found if times[share.owner.slug] == 1]
    left[LeftOut.REPEATED] += len(found) - len(once)
    shares = list(_not_contained(once))
    left[LeftOut.PART] += len(once) - len(shares)
    if len(shares) < _FEWEST:
        left[LeftOut.ALONE] += len(shares)
        return None
    shares.sort(key=lambda share: (-share.number, share.owner.slug))
    addition = measures[key.measure].adds_up
    return Total(key, bool(addition and addition.of_reduction), tuple(shares))


def _not_contained(shares: Sequence[Share]) -> Iterator[Share]:
    """Yield the shares of initiatives that are not part of another one that brings its own."""
    owners = {share.owner.slug for share in shares}
    return (share for share in shares if share.owner.part_of not in owners)


def _order(measures: Mapping[str, Term]) -> Callable[[TotalKey], tuple[int, str, str]]:
    places = {id_: place for place, id_ in enumerate(measures)}
    return lambda key: (places[key.measure], key.unit, key.basis)
