"""From bytes to text: what is not plain UTF-8 is named, with its place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from idebank import limits
from idebank.diagnostics import Finding, Rule, Severity
from idebank.source.places import Places

NOT_UTF_8: Final = Rule("not-utf-8")
UTF_16_TEXT: Final = Rule("utf-16-text")
CONTROL_CHARACTER: Final = Rule("control-character")
DIRECTION_CONTROL: Final = Rule("direction-control")
TAG_CHARACTER: Final = Rule("tag-character")
INVISIBLE_CHARACTER: Final = Rule("invisible-character", Severity.ADVICE)
LINE_TOO_LONG: Final = Rule("line-too-long")
WORD_TOO_LONG: Final = Rule("word-too-long")

RULES: Final = (
    NOT_UTF_8,
    UTF_16_TEXT,
    CONTROL_CHARACTER,
    DIRECTION_CONTROL,
    TAG_CHARACTER,
    INVISIBLE_CHARACTER,
    LINE_TOO_LONG,
    WORD_TOO_LONG,
)

_UTF_16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")

# Characters nobody types on purpose. Line and paragraph separators count as line breaks in YAML but not
# in editors, so line numbers would go wrong; the noncharacters are refused by the YAML parser itself.
_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_DIRECTIONS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_TAGS: Final = "\U000e0000-\U000e007f"
_INVISIBLE: Final = "\u00ad\u200b\u2060\ufeff"
_FORBIDDEN: Final = (
    (re.compile(f"[{_CONTROLS}]"), CONTROL_CHARACTER),
    (re.compile(f"[{_DIRECTIONS}]"), DIRECTION_CONTROL),
    (re.compile(f"[{_TAGS}]"), TAG_CHARACTER),
    (re.compile(f"[{_INVISIBLE}]"), INVISIBLE_CHARACTER),
)
_ANY: Final = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_TAGS}{_INVISIBLE}]")
# Letters, digits, and what becomes letters when it is taken apart. Accents that stand alone are among them:
# putting those in order takes the square of how many there are.
_WORD: Final = re.compile(r"[\w\u0300-\u1fff\u2070-\u218f\u2460-\u24ff\u2c00-\U0010ffff-]+")
_QUOTED_OF_A_WORD: Final = 20


def decode(raw: bytes) -> tuple[str | None, list[Finding]]:
    """Return a file's text, composed and with plain line ends, and what is wrong with it."""
    if raw.startswith(_UTF_16_MARKS) or _looks_like_utf_16(raw):
        return None, [Finding(UTF_16_TEXT)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_bad_byte(raw, error.start)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    clean, found = cleaned(text)
    too_long = _too_long(clean)
    if too_long:
        return None, [too_long]
    return composed(clean), _told(found, Places(text)) if found else []


def composed(text: str) -> str:
    """Return `text`, in which no word is too long, with each letter and its accents as one character."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def long_word(text: str) -> tuple[int, Mapping[str, str]] | None:
    """Return where the first word stands that is longer than any real one, and what to say of it."""
    if max(map(len, text.split()), default=0) <= limits.WORD:
        return None
    for found in _WORD.finditer(text):
        length = len(found[0].strip("-"))
        if length > limits.WORD:
            start = f"{found[0][:_QUOTED_OF_A_WORD]}…"
            return found.start(), {"start": start, "length": str(length), "limit": str(limits.WORD)}
    return None


def _too_long(text: str) -> Finding | None:
    """Return the first word or line that is too long; a text with one is not read on."""
    word = long_word(text)
    if word:
        line, column = Places(text).of(word[0])
        return Finding(WORD_TOO_LONG, params=word[1], line=line, column=column)
    for number, own in enumerate(text.split("\n") if len(text) > limits.LINE else (), start=1):
        if len(own) > limits.LINE:
            params = {"length": str(len(own)), "limit": str(limits.LINE)}
            return Finding(LINE_TOO_LONG, params=params, line=number)
    return None


@dataclass(frozen=True, slots=True)
class Unseen:
    """One kind of character that nobody sees, found in a text."""

    rule: Rule
    offset: int
    """Where the first of them stands."""
    params: Mapping[str, str]


def cleaned(text: str) -> tuple[str, tuple[Unseen, ...]]:
    """Return `text` without the characters that nobody types on purpose, and the first of each kind."""
    if not _ANY.search(text):
        return text, ()
    return _ANY.sub("", text), tuple(_unseen(text))


def _looks_like_utf_16(raw: bytes) -> bool:
    """Tell whether every other byte of the beginning is zero, as in Latin letters saved as UTF-16."""
    start = raw[:64]
    return len(start) >= 4 and (not any(start[1::2]) or not any(start[::2])) and any(start)  # noqa: PLR2004 - two letters


def _bad_byte(raw: bytes, offset: int) -> Finding:
    line_start = raw.rfind(b"\n", 0, offset) + 1
    column = len(raw[line_start:offset].decode("utf-8", "replace")) + 1
    params = {"byte": f"{raw[offset]:02X}", "number": str(offset + 1)}
    letter = bytes([raw[offset]]).decode("cp1252", "replace")
    if letter.isalpha():
        params["letter"] = letter
    return Finding(NOT_UTF_8, params=params, line=raw.count(b"\n", 0, offset) + 1, column=column)


def _unseen(text: str) -> Iterator[Unseen]:
    """Yield the first of each kind: one paste from elsewhere often brings hundreds."""
    for pattern, rule in _FORBIDDEN:
        found = pattern.search(text)
        if found:
            params = {"code": f"U+{ord(found[0]):04X}", "count": str(len(pattern.findall(text)))}
            yield Unseen(rule, found.start(), params)


def _told(found: Iterable[Unseen], places: Places) -> list[Finding]:
    findings = []
    for unseen in found:
        line, column = places.of(unseen.offset)
        findings.append(Finding(unseen.rule, params=unseen.params, line=line, column=column))
    return findings
