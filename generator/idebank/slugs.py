"""Addresses from names: ASCII, lower case, legal on every file system."""

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


def slugify(text: str) -> str:
    """Return `text` as an address part: `Møre og Romsdal` gives `more-og-romsdal`."""
    if _SLUG.fullmatch(text):
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", plain.lower()).strip("-")


def fold(text: str) -> str:
    """Return `text` so that names written alike compare equal: case, accents and dashes are dropped."""
    return slugify(text)


def norwegian_order(text: str) -> tuple[str, str]:
    """Return a key that sorts names as a Norwegian register does: æ, ø and å last."""
    order = str.maketrans({"æ": "{", "ø": "|", "å": "}", "ä": "{", "ö": "|"})
    return (text.lower().translate(order), fold(text))
