"""Addresses from names: ASCII, lower case, legal on every file system."""

import hashlib
import re
import unicodedata
from typing import Final

# Letters and dashes that decomposition leaves alone, as Norwegian and Sámi addresses usually write them.
_LETTERS: Final = str.maketrans(
    {
        "æ": "ae", "ø": "o", "å": "a", "ä": "ae", "ö": "o", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss",
        "Æ": "ae", "Ø": "o", "Å": "a", "Ä": "ae", "Ö": "o", "Đ": "d", "Ŋ": "n", "Ŧ": "t",
        "\u2010": "-", "\u2011": "-", "–": "-", "—": "-", "−": "-",
    }
)  # fmt: skip
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What is an address part already: most of what is asked about, so it is let through first."""
_OTHER: Final = re.compile(r"[^a-z0-9]+")
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
_LETTERS_AND_DIGITS: Final = frozenset("LN")
"""What the categories begin with of characters that tell one name from another."""
_MAX_PART: Final = 100
"""Letters of an address part that is made from a name; no file system takes more than 255."""


def slugify(text: str) -> str:
    """Return `text` as an address part: `Møre og Romsdal` gives `more-og-romsdal`."""
    if _SLUG.fullmatch(text):
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", plain.lower()).strip("-")


def address_part(name: str) -> str:
    """Return a name as an address part, never empty unless the name has neither letters nor digits.

    Two names share one only where they differ in case, accents and punctuation alone: what a slug would lose
    or cut off of a name (`Ж`, `مرحبا`) is written in our letters, with a few digits of the whole behind.
    """
    slug = slugify(name)
    if len(slug) <= _MAX_PART and not is_device(slug) and not _loses(name):
        return slug
    # Few names ask for its tables.
    from anyascii import anyascii  # noqa: PLC0415

    readable = slugify(anyascii(name))[: _MAX_PART // 2].strip("-")
    plain = re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", name).casefold()).strip()
    digits = hashlib.blake2s(plain.encode(), digest_size=4).hexdigest()
    return f"{readable}-{digits}".lstrip("-")


def has_name(text: str) -> bool:
    """Tell whether `text` can be anybody's name: whether there is a letter or a digit in it."""
    return any(unicodedata.category(sign)[0] in _LETTERS_AND_DIGITS for sign in text)


def is_device(name: str) -> bool:
    """Tell whether Windows takes `name` for a device and refuses to make such a file."""
    return _DEVICES.fullmatch(name) is not None


def _loses(name: str) -> bool:
    """Tell whether a slug says nothing of some letter or digit of a name."""
    letters = {
        s for s in unicodedata.normalize("NFC", name) if unicodedata.category(s)[0] in _LETTERS_AND_DIGITS
    }
    return not all(map(slugify, letters))


def fold(text: str) -> str:
    """Return `text` so that names written alike compare equal: case, accents and dashes are dropped."""
    return slugify(text)


def norwegian_order(text: str) -> tuple[str, str]:
    """Return a key that sorts names as a Norwegian register does: æ, ø and å last."""
    order = str.maketrans({"æ": "{", "ø": "|", "å": "}", "ä": "{", "ö": "|"})
    return (text.lower().translate(order), fold(text))
