"""Words, numbers and dates in three languages."""

from __future__ import annotations

import pytest

from idebank.wording import Wording
from tests.words import wording


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [
        ("nb", 0, "0"),
        ("nb", 999, "999"),
        ("nb", 1000, "1\u00a0000"),
        ("nn", 1234567, "1\u00a0234\u00a0567"),
        ("en", 350000, "350,000"),
    ],
)
def test_number(language: str, value: int, text: str) -> None:
    """Groups of three are parted by a space that never breaks, in English by a comma."""
    assert text == wording(language).number(value)


@pytest.mark.parametrize(
    ("language", "text"),
    [("nb", "350\u00a0000\u00a0kr"), ("nn", "350\u00a0000\u00a0kr"), ("en", "NOK 350,000")],
)
def test_kroner(language: str, text: str) -> None:
    """The currency stands where the language has it."""
    assert text == wording(language).kroner(350_000)


@pytest.mark.parametrize(
    ("language", "iso", "text"),
    [
        ("nb", "2026-11-22", "22. november 2026"),
        ("nb", "2026-03-01", "1. mars 2026"),
        ("nn", "2026-12-09", "9. desember 2026"),
        ("en", "2026-10-05", "5 October 2026"),
        ("nb", "2026-05", "mai 2026"),
        ("en", "2026-05", "May 2026"),
        ("nb", "2026", "2026"),
        ("nb", "", ""),
    ],
)
def test_date(language: str, iso: str, text: str) -> None:
    """A date is written out as far as it is known."""
    assert text == wording(language).date(iso)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month(language: str, month: int) -> None:
    """Each month has a name."""
    assert wording(language).date(f"2026-{month:02}").endswith(" 2026")


@pytest.mark.parametrize(
    ("language", "start", "end", "text"),
    [
        ("nb", "2019", "2023", "2019–2023"),
        ("nb", "2019", "2019", "2019"),
        ("nb", "2023-02", "2024", "februar 2023 – 2024"),
        ("en", "2023-02-01", "2023-03-01", "1 February 2023 – 1 March 2023"),
        ("nb", "2023-02", None, "fra februar 2023"),
        ("nn", None, "2023", "til 2023"),
        ("en", "2023", None, "from 2023"),
        ("nb", None, None, ""),
    ],
)
def test_period(language: str, start: str | None, end: str | None, text: str) -> None:
    """Either end of a period may be unknown."""
    assert text == wording(language).period(start, end)


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 initiatives"), (1, "1 initiative"), (1200, "1,200 initiatives")]
)
def test_plural(count: int, text: str) -> None:
    """One is singular, all else is plural."""
    assert text == wording("en").tn("count.initiatives", count)


def test_unknown_key() -> None:
    """A message that is not there is an error, never an empty place on a page."""
    with pytest.raises(KeyError):
        wording().t("finnes.ikke")


def test_braces_without_parameters() -> None:
    """A message that is asked for without parameters stands as it is: the browser fills it in."""
    assert Wording("nb", {"a": "{count} valgt"}).t("a") == "{count} valgt"
