"""What must never be published, since what is once in the history cannot be taken back."""

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from idebank.diagnostics import Finding, Rule, Severity
from idebank.rules.entry import Entry
from idebank.rules.national_id import national_ids
from idebank.source.places import Places

NATIONAL_ID: Final = Rule("national-id")
PRIVATE_EMAIL: Final = Rule("private-email")
PRIVATE_PHONE: Final = Rule("private-phone", Severity.ADVICE)

RULES: Final = (NATIONAL_ID, PRIVATE_EMAIL, PRIVATE_PHONE)

_BEFORE_AT: Final = re.compile(r"[\w.+-]+\Z")
_AFTER_AT: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_MAX_PART: Final = 64
"""Longest name, and longest domain, that is looked at."""
_CONSUMER_HOSTS: Final = frozenset(
    {
        "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "icloud", "me", "mac", "yahoo", "ymail",
        "online", "broadpark", "getmail", "frisurf", "start", "lyse", "altibox", "c2i", "proton",
        "protonmail", "pm", "aol", "gmx", "mail", "tutanota", "hey",
    }
)  # fmt: skip
"""First part of the domains that Norwegians have private mailboxes at."""
_NAME_LIKE: Final = re.compile(r"[a-zæøå]{2,}(?:-[a-zæøå]{2,})?(?:\.[a-zæøå]+)*\.[a-zæøå]{3,}", re.IGNORECASE)
_FUNCTIONS: Final = frozenset(
    {
        "post", "info", "firma", "hei", "web", "nett", "it", "ikt", "miljo", "miljø", "klima", "plan", "bygg",
        "drift", "park", "veg", "vei", "vann", "vatn", "nav", "barn", "ung", "unge", "folk", "stab",
        "kommune", "fylke", "havn", "hamn", "helse", "bolig", "bustad", "skole", "skule", "elev", "arkiv",
        "presse", "media", "kultur", "idrett",
    }
)  # fmt: skip
"""What mailboxes of functions are called."""
_FUNCTION_BEGINNINGS: Final = (
    "kontakt", "postmottak", "support", "service", "servise", "kunde", "innbygg", "publikum", "resepsjon",
    "sentral", "felles", "redaksjon", "webmaster", "digital", "energi", "natur", "berekraft",
    "baerekraft", "bærekraft", "teknisk", "eiendom", "eigedom", "avlop", "avløp", "renovasjon", "avfall",
    "innkjop", "innkjøp", "anskaffelse", "naering", "næring", "landbruk", "frivillig", "bibliotek",
    "museum", "galleri", "teater", "barnehage", "oppvekst", "utdanning", "laering", "læring", "omsorg",
    "sykehjem", "sjukeheim", "velferd", "ledelse", "leiing", "prosjekt", "program", "nettverk", "senter",
    "avdeling", "seksjon", "enhet", "eining", "region", "radmann", "rådmann", "ordforer", "ordfører",
    "politisk", "kommunikasjon", "kommunal", "fylkes", "beredskap",
)  # fmt: skip

# Begins with a digit and not with a look behind: the search through a text is ten times as fast.
_EIGHT_DIGITS: Final = re.compile(r"[49][0-9](?:[ \u00a0]?[0-9]){6}(?![0-9])")
_SAID_TO_BE_A_PHONE: Final = re.compile(
    r"(?:\b(?:tlf|telefon|mobil|mob|ring|sms)\b[.:]?\s{0,2}|(?:\+|\b00)47[ \u00a0]?)\Z", re.IGNORECASE
)
_GROUPED_AS_A_PHONE: Final = re.compile(r"\d{3}[ \u00a0]\d\d[ \u00a0]\d{3}|\d\d(?:[ \u00a0]\d\d){3}")
_NOT_BEFORE: Final = frozenset("0123456789.,/+-=")
_LOOK_BACK: Final = 12


def personal_findings(entry: Entry) -> Iterator[Finding]:
    """Yield what looks like private data; identity numbers are never quoted."""
    if any(national_ids(entry.path)):
        yield Finding(NATIONAL_ID)
    places = Places(entry.text)
    for rule, find in _FINDERS:
        for offset, params in find(entry.text):
            line, column = places.of(offset)
            yield Finding(rule, params=params, line=line, column=column)


Found: TypeAlias = Iterator[tuple[int, dict[str, str]]]
"""Where in a text something stands, and what the message quotes."""


def _national_ids(text: str) -> Found:
    for start, _ in national_ids(text):
        yield start, {}


def private_emails(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield start, name and domain of each e-mail address in a text that looks like a person's."""
    return (found for found in _emails(text) if is_private_email(found[1], found[2]))


def _private_emails(text: str) -> Found:
    for start, name, domain in private_emails(text):
        yield start, {"value": f"{name}@{domain}"}


def _private_phones(text: str) -> Found:
    for found in _EIGHT_DIGITS.finditer(text):
        if _is_phone(found[0], text[max(0, found.start() - _LOOK_BACK) : found.start()]):
            yield found.start(), {"value": found[0]}


def is_private_email(name: str, domain: str) -> bool:
    """Tell whether an address looks like a person's: at a mailbox provider, or first name and surname."""
    if domain.lower().partition(".")[0] in _CONSUMER_HOSTS:
        return True
    return _NAME_LIKE.fullmatch(name) is not None and not any(
        map(_is_function, re.split(r"[.-]", name.lower()))
    )


def _is_function(part: str) -> bool:
    return part in _FUNCTIONS or part.startswith(_FUNCTION_BEGINNINGS)


def _emails(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield start, name and domain of each e-mail address; `@` by `@`, so that no text takes long."""
    at = text.find("@")
    while at >= 0:
        after = _AFTER_AT.match(text, at + 1, at + 1 + _MAX_PART)
        before = _BEFORE_AT.search(text[max(0, at - _MAX_PART) : at]) if after else None
        if before and after:
            yield at - len(before[0]), before[0], after[0]
        at = text.find("@", at + 1)


def _is_phone(digits: str, before: str) -> bool:
    """Tell whether eight digits are a mobile number: said to be one, or grouped like one."""
    if _SAID_TO_BE_A_PHONE.search(before):
        return True
    return before[-1:] not in _NOT_BEFORE and _GROUPED_AS_A_PHONE.fullmatch(digits) is not None


_FINDERS: Final[tuple[tuple[Rule, Callable[[str], Found]], ...]] = (
    (NATIONAL_ID, _national_ids),
    (PRIVATE_EMAIL, _private_emails),
    (PRIVATE_PHONE, _private_phones),
)
