"""When events are, in words."""

from __future__ import annotations

import pytest

from idebank.views.moments import Moment, moment, written
from tests.words import wording


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        (None, "", ""),
        ("", "", ""),
        ("2021", "2021", ""),
        ("2021-05", "2021-05", ""),
        ("2021-05-28", "2021-05-28", ""),
        ("2021-05-28T13:30", "2021-05-28", "13:30"),
        ("--05-20", "--05-20", ""),
        ("--05", "--05", ""),
    ],
)
def test_moment(text: str | None, day: str, clock: str) -> None:
    """A time falls into a day and a clock, either of which may be unknown."""
    assert moment(text) == Moment(day, clock)


@pytest.mark.parametrize(
    ("text", "exact", "year"),
    [
        ("2021-05-28T13:30", True, True),
        ("2021-05-28", True, True),
        ("2021-05", False, True),
        ("2021", False, True),
        ("--05-20", False, False),
        ("--05", False, False),
        (None, False, False),
    ],
)
def test_what_is_known(text: str | None, exact: bool, year: bool) -> None:  # noqa: FBT001 - a table
    """A day is exact with its year only, and a year may be known without its day."""
    assert (moment(text).is_exact, moment(text).has_year) == (exact, year)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, "Tidspunktet er ikke oppgitt"),
        (None, "2021-05-28", "Tidspunktet er ikke oppgitt"),
        ("2021", None, "2021"),
        ("2021-05", None, "mai 2021"),
        ("2021-05-28", None, "fredag 28. mai 2021"),
        ("2021-05-28", "2021-05-28", "fredag 28. mai 2021"),
        ("2021-05-28T13:30", None, "fredag 28. mai 2021 kl. 13.30"),
        ("2021-05-28T13:30", "2021-05-28", "fredag 28. mai 2021 kl. 13.30"),
        ("2021-05-28T13:30", "2021-05-28T15:00", "fredag 28. mai 2021 kl. 13.30–15.00"),
        ("2021-05-30", "2021-06-01", "søndag 30. mai 2021 – tirsdag 1. juni 2021"),
        ("2021-05", "2021-06", "mai 2021 – juni 2021"),
        ("2021-05-30", "2021-06", "søndag 30. mai 2021 – juni 2021"),
        ("--05-20", None, "20.\u00a0mai (årstallet er ikke oppgitt)"),
        ("--05", None, "mai (årstallet er ikke oppgitt)"),
        ("--05-02", "--05-03", "2.\u00a0mai – 3.\u00a0mai (årstallet er ikke oppgitt)"),
        ("--05", "--06", "mai – juni (årstallet er ikke oppgitt)"),
    ],
)
def test_written(start: str | None, end: str | None, text: str) -> None:
    """A time is written as exactly as it is known, and says when its year is not."""
    assert written(start, end, wording()) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2021-05-28T13:30", "2021-05-28T15:00", "Friday 28 May 2021, 13:30–15:00"),
        ("2021-05", None, "May 2021"),
        ("--05-20", None, "20 May (year not stated)"),
        ("--05", None, "May (year not stated)"),
    ],
)
def test_written_in_english(start: str, end: str | None, text: str) -> None:
    """English writes days without a full stop and clocks with a colon."""
    assert written(start, end, wording("en")) == text
