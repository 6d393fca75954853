"""Text as the search compares it: without case, accents or the ways to write æ, ø and å on other keyboards.

`theme/js/search/words.js` does the same; the vectors in `tests/search/vectors.yml` hold both to it.
"""

import re
import unicodedata
from typing import Final

_DIGRAPHS: Final = (("ae", "e"), ("oe", "o"), ("aa", "a"))
"""How æ, ø and å are written where they cannot be typed; on the way, `bærekraft` becomes `berekraft`."""
_LETTERS: Final = str.maketrans(
    {
        "æ": "e", "ä": "e", "ø": "o", "ö": "o", "å": "a",
        "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss",
    }
)  # fmt: skip
_ACCENT: Final = re.compile("[\u0300-\u036f]")
_TOKEN: Final = re.compile(r"[0-9]+\.[0-9a-c]+|[a-z0-9]+(?:-[a-z0-9]+)*")


def folded(text: str) -> str:
    """Return `text` in lower case and in the letters a to z: `Bærekraft` gives `berekraft`."""
    text = text.lower()
    for digraph, letter in _DIGRAPHS:
        text = text.replace(digraph, letter)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text).translate(_LETTERS)
    return text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", text))


def tokens(text: str) -> list[str]:
    """Return the words of `text`, folded; one with a hyphen also as its parts: `e-sykkel`, `e`, `sykkel`.

    A number with a point stays whole, for targets are written that way.
    """
    found: list[str] = []
    for word in _TOKEN.findall(folded(text)):
        if "-" in word:
            found.append(word.replace("-", ""))
            found += word.split("-")
        else:
            found.append(word)
    return found
