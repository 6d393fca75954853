"""What initiatives have gained, and what gains of the same kind, unit and basis come to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from idebank.catalog.totals import number_of
from idebank.model import Initiative
from idebank.profiles import Profile, Question

_MIN_SUMMED: Final = 2


@dataclass(frozen=True, slots=True)
class Gain:
    """One gain of one initiative, and how large it is where that is a plain number."""

    owner: Initiative
    kind: str
    value: str
    number: Decimal | None
    unit: str
    period: str
    basis: str
    source: str


def gains_question(profile: Profile) -> Question | None:
    """Return the question that asks for gains, if a profile has one."""
    return next((question for question in profile.questions if question.table == "gains"), None)


def gains_of(profile: Profile, entries: Sequence[Initiative]) -> tuple[Gain, ...]:
    """Return every gain that `entries` tell of."""
    question = gains_question(profile)
    if not question:
        return ()
    return tuple(
        _gain(entry, told) for entry in entries for told in entry.profiles[profile.id].get(question.name, ())
    )


def sums_of(gains: Sequence[Gain]) -> Mapping[tuple[str, str, str], tuple[Decimal, int]]:
    """Return sum and number of gains by (kind, unit, basis), where at least two plain numbers can be added.

    A value such as `over 100 millioner` is no number, and gains with another unit or basis are never added.
    """
    found: dict[tuple[str, str, str], list[Decimal]] = defaultdict(list)
    for gain in gains:
        if gain.number is not None:
            found[gain.kind, gain.unit, gain.basis].append(gain.number)
    return {
        key: (sum(numbers, Decimal()), len(numbers))
        for key, numbers in found.items()
        if len(numbers) >= _MIN_SUMMED
    }


def _gain(entry: Initiative, told: Mapping[str, Any]) -> Gain:
    return Gain(
        owner=entry,
        kind=told["kind"],
        value=told["value"],
        number=number_of(told["value"]),
        unit=told["unit"],
        period=told.get("period", ""),
        basis=told["basis"],
        source=told.get("source", ""),
    )
