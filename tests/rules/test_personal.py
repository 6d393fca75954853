"""Private data found, and its look-alikes left alone."""

import pytest

from idebank.rules.national_id import is_national_id, masked, national_ids
from idebank.rules.personal import is_private_email

FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def _number(beginning: str, *, remainder: int = 0) -> str:
    """Return a number of nobody alive (month + 80) that begins so and leaves this first remainder."""
    for individual in range(1000):
        digits = f"{beginning}{individual:03}"
        first = (remainder - sum(w * int(d) for w, d in zip(FIRST, digits, strict=True))) % 11
        second = -sum(w * int(d) for w, d in zip(SECOND, f"{digits}{first}", strict=False)) % 11
        if first < 10 and second < 10:
            return f"{digits}{first}{second}"
    raise AssertionError(beginning)


TODAY = _number("018150")


def test_numbers_of_today() -> None:
    """Both check digits are right, and the beginning is a date."""
    assert is_national_id(TODAY)
    assert not is_national_id(TODAY[:-1] + str((int(TODAY[-1]) + 1) % 10))


@pytest.mark.parametrize("remainder", [0, 1, 2, 3])
def test_numbers_from_2032(remainder: int) -> None:
    """From 2032 the first check may leave 1, 2 or 3 as well."""
    assert is_national_id(_number("018150", remainder=remainder))


@pytest.mark.parametrize("remainder", [4, 10])
def test_no_other_remainder(remainder: int) -> None:
    """Other remainders are none of the two rules."""
    assert not is_national_id(_number("018150", remainder=remainder))


@pytest.mark.parametrize("beginning", ["418150", "014150", "010150"])
def test_shifted_numbers(beginning: str) -> None:
    """D-numbers add 40 to the day, H-numbers 40 to the month."""
    assert is_national_id(_number(beginning))


@pytest.mark.parametrize("beginning", ["328150", "018050", "818150", "019350", "000050"])
def test_no_date_no_number(beginning: str) -> None:
    """What begins with no date is some other number."""
    assert not is_national_id(_number(beginning))


@pytest.mark.parametrize(
    "written", ["{0}", "{1} {2}", "{1}\u00a0{2}", "{1}.{2}", "{1}-{2}", "({0})", "nr {0}.", "«{0}»"]
)
def test_found_however_written(written: str) -> None:
    """The number is found with and without a space, and in any sentence."""
    text = written.format(TODAY, TODAY[:6], TODAY[6:])

    assert len(list(national_ids(text))) == 1
    assert TODAY[6:] not in masked(text)


@pytest.mark.parametrize("written", ["1{0}", "{0}1", "https://x.no/{0}", "1.{0}", "{0},5", "{0}/2"])
def test_longer_numbers_are_others(written: str) -> None:
    """Part of a longer number, of an address or of a sum is not a number of identity."""
    assert list(national_ids(written.format(TODAY))) == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("kari.nordmann@bodo.kommune.no", True),
        ("Kari.Nordmann@bodo.kommune.no", True),
        ("kari.m.nordmann@bodo.kommune.no", True),
        ("anne-kari.nordmann@bodo.kommune.no", True),
        ("heidi.hansen@bodo.kommune.no", True),
        ("marit.it@bodo.kommune.no", False),
        ("sykkelbuss@gmail.com", True),
        ("barnehagen@online.no", True),
        ("postmottak@bodo.kommune.no", False),
        ("post.kultur@bodo.kommune.no", False),
        ("klima.miljo@bodo.kommune.no", False),
        ("kundeservice.vann@bodo.kommune.no", False),
        ("bibliotek.sentrum@bodo.kommune.no", False),
        ("sykkelbuss@bodo.kommune.no", False),
    ],
)
def test_private_emails(address: str, *, expected: bool) -> None:
    """A person's mailbox is told from a function's."""
    name, _, domain = address.partition("@")

    assert is_private_email(name, domain) is expected
