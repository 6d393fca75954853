"""The bank as an answer to one issue sees it: names of files, and a file when it is asked for."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from idebank.contribute.likeness import Told, title_words
from idebank.rules.links import Slugs, slug_of
from idebank.schema import Schemas
from idebank.source import parse_document
from idebank.vocabulary import Vocabulary

_TITLE: Final = re.compile(rb"^title[ \t]*:[ \t]*([\"']?[^\s|>&*!\"'\\][^\r\n\\]*)$", re.MULTILINE)
"""A title on one line, without escapes."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of an entry that is there already."""

    path: str
    told: Told
    sources: frozenset[str]
    """The addresses of its sources, without what does not tell them apart."""
    place: str = ""
    """Name of its municipality."""
    adopts: str = ""
    """What an adoption takes over, and who; empty for other kinds."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every entry's name, and a way to read one."""

    schemas: Schemas
    slugs: Slugs
    read: Callable[[str], bytes | None]
    """Gives a file's bytes by its path relative to the bank's root; None when it cannot be read."""

    def perhaps_like(self, known: Known, folder: str) -> Iterator[Known]:
        """Yield the entries in a folder, such as `content/needs`, that may have something in common with one.

        A county has a thousand files, and almost all can be told apart by a look at the line of the title.
        """
        look = _Look(title_words(known.told.title), (*known.sources, *known.adopts.split(" ")[:1]))
        paths = (path for own in self.slugs.values() for path in own.values())
        for path in sorted(path for path in paths if path.rpartition("/")[0] == folder):
            raw = self.read(path)
            other = self._known(path, raw) if raw is not None and look.is_worth_it(raw) else None
            if other:
                yield other

    def title_of(self, kind: str, slug: str) -> str:
        """Return an entry's title; empty when there is none of that name."""
        path = self.slugs.get(kind, {}).get(slug)
        known = self.known(path) if path else None
        return known.told.title if known else ""

    def known(self, path: str) -> Known | None:
        """Return what is compared of the entry at `path`; None when it cannot be read."""
        raw = self.read(path)
        return self._known(path, raw) if raw is not None else None

    def _known(self, path: str, raw: bytes) -> Known | None:
        document = parse_document(path, raw)[0]
        return known_of(path, document.fields, self.schemas.vocabulary) if document else None


@dataclass(frozen=True, slots=True)
class _Look:
    """A look at a file, to spare the reading of it."""

    words: frozenset[str]
    """Of a title."""
    names: tuple[str, ...]
    """Addresses and slugs that would stand in the file letter by letter."""

    def is_worth_it(self, raw: bytes) -> bool:
        """Tell whether the file may have one of the words in its title, or one of the names anywhere."""
        if any(name and name.encode() in raw for name in self.names):
            return True
        title = _TITLE.search(raw)
        # A title that is written in another way is not looked at but read.
        return title is None or not self.words.isdisjoint(title_words(title[1].decode("utf-8", "replace")))


def known_of(path: str, fields: Mapping[str, Any], vocabulary: Vocabulary) -> Known:
    """Return what is compared of an entry with these fields, in whatever state they are."""
    title, organisation = _text(fields, "title"), _text(fields, "organisation")
    places = vocabulary.municipalities_called(_text(fields, "municipality"))
    adopted = _text(fields, "initiative") or _text(fields, "method")
    return Known(
        path,
        Told(
            slug=slug_of(path),
            title=title or organisation,
            municipality=places[0].number if len(places) == 1 else "",
            goals=frozenset(_goals(fields.get("sdgs"))),
        ),
        frozenset(_addresses(fields.get("sources"))),
        place=places[0].name if len(places) == 1 else "",
        adopts=f"{adopted} {organisation.casefold()}" if adopted and organisation else "",
    )


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ""


def _goals(values: object) -> Iterator[int]:
    for value in values if isinstance(values, list) else ():
        number = str(value).partition(".")[0]
        if number.isdecimal():
            yield int(number)


def _addresses(sources: object) -> Iterator[str]:
    for source in sources if isinstance(sources, list) else ():
        if isinstance(source, dict) and isinstance(source.get("url"), str):
            yield same_address(source["url"])


def same_address(url: str) -> str:
    """Return an address without scheme, `www.`, fragment and last `/`, so that one page has one."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host = parts.netloc.lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
