"""When events are, in words: as exactly as is known, and honest where it is not."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from idebank.wording import NO_BREAK_SPACE, Wording

_DAY: Final = len("2026-11-23")
_NO_YEAR: Final = "--"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as far as it is known."""

    day: str
    """`2021-05-28`, `2021-05`, `2021`, `--05-20` or `--05`; empty when nothing is known."""
    clock: str
    """`13:30`, or empty."""

    @property
    def is_exact(self) -> bool:
        """Tell whether the day is known, year and all."""
        return len(self.day) == _DAY and not self.day.startswith(_NO_YEAR)

    @property
    def has_year(self) -> bool:
        """Tell whether the year is known."""
        return bool(self.day) and not self.day.startswith(_NO_YEAR)


def moment(text: str | None) -> Moment:
    """Return what an event's `start` or `end` says."""
    day, _, clock = (text or "").partition("T")
    return Moment(day, clock)


def written(start: str | None, end: str | None, wording: Wording) -> str:
    """Write out when an event is: `fredag 28. mai 2021 kl. 13.30–15.30`."""
    first, last = moment(start), moment(end)
    if not first.day:
        return wording.t("event.time.unknown")
    if not last.day or last.day == first.day:
        return _one_day(first, last.clock, wording)
    if not first.has_year and not last.has_year and first.day.count("-") == last.day.count("-"):
        return wording.t("event.time.no_year", date=f"{_no_year(first, wording)} – {_no_year(last, wording)}")
    return f"{_date(first, wording)} – {_date(last, wording)}"


def _one_day(first: Moment, until: str, wording: Wording) -> str:
    text = _date(first, wording)
    if not first.clock:
        return text
    clock = _clock(first.clock, wording)
    span = f"{clock}–{_clock(until, wording)}" if until else clock
    return wording.t("event.time.at", date=text, time=span)


def _date(of: Moment, wording: Wording) -> str:
    if of.is_exact:
        weekday = wording.t(f"weekday.{date.fromisoformat(of.day).isoweekday()}")
        return f"{weekday} {wording.date(of.day)}"
    if of.has_year:
        return wording.date(of.day)
    return wording.t("event.time.no_year", date=_no_year(of, wording))


def _no_year(of: Moment, wording: Wording) -> str:
    month, _, day = of.day.removeprefix(_NO_YEAR).partition("-")
    name = wording.t(f"month.{int(month)}")
    if not day:
        return name
    return f"{int(day)} {name}" if wording.language == "en" else f"{int(day)}.{NO_BREAK_SPACE}{name}"


def _clock(clock: str, wording: Wording) -> str:
    return clock if wording.language == "en" else clock.replace(":", ".")
