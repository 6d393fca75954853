"""Dates as the schema wants them, and as people write them."""

import re
from datetime import date
from typing import Final

_ISO: Final = re.compile(r"([0-9]{4})-([0-9][0-9])-([0-9][0-9])")
_PARTIAL: Final = re.compile(r"([0-9]{4})(?:-([0-9][0-9])(?:-([0-9][0-9]))?)?")
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})[./ -]+([0-9]{1,2})[./ -]+([0-9]{4}|[0-9][0-9])")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})[./ -]?([0-9]{1,2})[./ -]?([0-9]{1,2})")
_MONTH_YEAR: Final = re.compile(r"([0-9]{1,2})[./-]([0-9]{4})")
_NAMED: Final = re.compile(r"(?:([0-9]{1,2})\.?\s+)?([a-zæøå]+)\.?,?\s+([0-9]{4})")
_YEAR: Final = re.compile(r"\b((?:19|20)[0-9][0-9])\b")
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januar", "january"), ("feb", "februar", "february"), ("mar", "mars", "march"),
            ("apr", "april"), ("mai", "may"), ("jun", "juni", "june"), ("jul", "juli", "july"),
            ("aug", "august"), ("sep", "sept", "september"), ("okt", "oct", "oktober", "october"),
            ("nov", "november"), ("des", "dec", "desember", "december"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_CENTURY: Final = 2000
_YEARS: Final = range(1500, 2200)
"""Those that a bank may have to do with; others are slips of the pen, and calendars stumble over some."""
_LEAP_YEAR: Final = "2024"
_TIME: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def is_date(text: str) -> bool:
    """Tell whether `text` is a day that exists, written as 2026-11-22."""
    found = _ISO.fullmatch(text)
    return found is not None and _exists(*found.groups())


def is_partial_date(text: str) -> bool:
    """Tell whether `text` is a year, a month or a day that exists: 2026, 2026-11 or 2026-11-22."""
    found = _PARTIAL.fullmatch(text)
    return found is not None and _exists(found[1], found[2] or "1", found[3] or "1")


def is_event_time(text: str) -> bool:
    """Tell whether `text` says when an event is, as far as it is known.

    `2021-05-28T13:30`, `2021-05-28`, `2022-05`, `2022`, or without its year `--05-20` or `--09`.
    """
    day, clock, time = text.partition("T")
    if clock:
        return is_date(day) and _TIME.fullmatch(time) is not None
    # Of a year that is not known, every day may exist that does in a leap year.
    return is_partial_date(f"{_LEAP_YEAR}{text[1:]}" if text.startswith("--") else text)


def has_date_form(text: str, *, partial: bool) -> bool:
    """Tell whether `text` is written as a date should be, existing or not."""
    return (_PARTIAL if partial else _ISO).fullmatch(text) is not None


def suggested_date(text: str, *, partial: bool) -> str:
    """Return the date that `text` probably means, written as it should be; empty when nobody can tell."""
    text = text.strip().lower()
    if not partial or _DAY_FIRST.fullmatch(text):
        return _day(text)
    return _day(text) or _month_or_year(text)


def _day(text: str) -> str:
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        return _iso(year, month, day)
    if found := _YEAR_FIRST.fullmatch(text):
        return _iso(*found.groups())
    found = _NAMED.fullmatch(text)
    if found and found[1] and found[2] in _MONTHS:
        return _iso(found[3], str(_MONTHS[found[2]]), found[1])
    return ""


def _month_or_year(text: str) -> str:
    if found := _MONTH_YEAR.fullmatch(text):
        month, year = found.groups()
        return f"{year}-{int(month):02}" if 1 <= int(month) <= len("jfmamjjasond") else ""
    found = _NAMED.fullmatch(text)
    if found and found[2] in _MONTHS:
        return f"{found[3]}-{_MONTHS[found[2]]:02}"
    years = _YEAR.findall(text)
    return years[0] if len(years) == 1 else ""


def _iso(year: str, month: str, day: str) -> str:
    full_year = str(_CENTURY + int(year)) if len(year) == len("26") else year
    return f"{full_year}-{int(month):02}-{int(day):02}" if _exists(full_year, month, day) else ""


def _exists(year: str, month: str, day: str) -> bool:
    try:
        return date(int(year), int(month), int(day)).year in _YEARS
    except ValueError:
        return False
