"""What programs add to a file's name when they copy or save it, and the name that was meant."""

import re
import unicodedata
from fnmatch import fnmatchcase
from typing import Final

from idebank.slugs import slugify

ENDING: Final = ".md"

_LEFTOVERS: Final = (
    ".DS_Store", "._*", "__MACOSX", "Icon\r",  # macOS
    "Thumbs.db", "ehthumbs.db", "desktop.ini", "~$*",  # Windows, Office
    ".directory", ".~lock.*#", ".*.sw?", ".#*",  # Linux, LibreOffice, Vim, Emacs
    ".git", ".gitkeep", ".gitignore", ".gitattributes", ".editorconfig",
    ".idea", ".obsidian", ".vscode",
)  # fmt: skip
"""Patterns of what systems and editors leave behind; never published, so nobody needs to hear of them."""

_TEXTS: Final = "md|mdx|markdown|mdown|mkdn?|te?xt|ya?ml|html?|bak|backup|old|orig|rej|save?|te?mp"
_TEXT_ENDING: Final = re.compile(rf"\.(?:{_TEXTS})$", re.IGNORECASE)
_OTHER_ENDING: Final = re.compile(rf"\.(?:{_TEXTS}|rtf|docx?|odt|json|sync-conflict-[\w-]+)$", re.IGNORECASE)
_SIGNS_AROUND: Final = re.compile(r"^[\s.#~]+|[\s.#~]+$")
_COPY: Final = re.compile(
    r"^(?:kopi av|kopi|copy of)\s+"
    r"|\s*\(\d+\)$"
    r"|[\s_–-]+(?:kopi|copy)(?:[\s_-]*\(?\d+\)?)?$"
    r"|\s*\([^()]*(?:konflikt|conflict)[^()]*\)$",
    re.IGNORECASE,
)
_STRIPPED: Final = (_SIGNS_AROUND, _OTHER_ENDING, _COPY)
_LONGEST: Final = 255
"""Letters that are looked at: no file system has longer names, and each round over one costs its length."""


def is_leftover(name: str) -> bool:
    """Tell whether a file or folder is surely none that anybody put there to be read."""
    return any(fnmatchcase(name, pattern) for pattern in _LEFTOVERS)


def is_entry_name(name: str) -> bool:
    """Tell whether a file is read as an entry by its name; what programs call a copy or a backup is not."""
    stem = name[: -len(ENDING)]
    return name.lower().endswith(ENDING) and (slugify(stem) == stem or meant_stem(name) == _composed(stem))


def is_text_name(name: str) -> bool:
    """Tell whether a file may hold the text of an entry, by its name: no picture and no document has such."""
    plain = _SIGNS_AROUND.sub("", name[-_LONGEST:])
    return "." not in plain or _TEXT_ENDING.search(plain) is not None


def meant_stem(name: str) -> str:
    """Return the name that a file was meant to have, without its ending: `x` for `Kopi av x.md.txt`."""
    stem, before = _composed(name.replace("\\", "/").rpartition("/")[2][-_LONGEST:]), ""
    while stem != before:
        before = stem
        for pattern in _STRIPPED:
            stem = pattern.sub("", stem) or stem
    return stem


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
