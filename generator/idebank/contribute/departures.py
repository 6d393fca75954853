"""What a change takes away: entries, names they used to have, organisations; and what to write about it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeAlias

from idebank.diagnostics import Diagnostic
from idebank.kinds import Kind, kind_of_file
from idebank.routes import route
from idebank.rules.kept import vanished
from idebank.rules.links import Slugs, slug_of
from idebank.slugs import address_part
from idebank.source import parse_document
from idebank.vocabulary import LANGUAGES

_ALIKE: Final = 0.5
"""Share of their letters that two files have in common, by whole lines, when one goes on with the other."""
_COMMON: Final = 50
"""New files that have a line in common from which it tells nothing."""

Read: TypeAlias = Callable[[str], bytes | None]
"""Gives a file's bytes by its path relative to the bank's root; None when it cannot be read."""


@dataclass(frozen=True, slots=True)
class Departure:
    """An address of an entry at which the change leaves nothing."""

    path: str
    """The entry's file before."""
    slug: str
    """Its own, or one that it had before that."""

    @property
    def kind(self) -> Kind:
        """The entry's kind."""
        return kind_of_file(self.path)

    @property
    def address(self) -> str:
        """Relative to the site's root."""
        return route(self.kind.name, slug=self.slug)


@dataclass(frozen=True)
class Departures:
    """A bank before and after a change."""

    before: Slugs
    after: Slugs
    read_before: Read
    read_after: Read
    touched: tuple[str, ...]
    """Entries that are new or changed."""

    def diagnostics(self, moved: frozenset[str]) -> Iterator[Diagnostic]:
        """Yield what to write about each departure; nothing of addresses that have `moved`."""
        told = [one for one in self._all if one.address not in moved]
        heirs = {path: self._heir(path) for path in {one.path for one in told}}
        for one in told:
            heir = heirs[one.path]
            slugs = [other.slug for other in told if heirs[other.path] == heir and other.kind == one.kind]
            params = self._params(one, heir, slugs)
            yield vanished(one.kind, one.slug, params).in_file(heir or one.path)

    def explains(self, added: frozenset[str]) -> bool:
        """Tell whether all that is said of these addresses is said of what the change takes away."""
        away = (
            *(one.address for one in self._all),
            *(route("organisation", LANGUAGES[0], organisation=slug) for slug in self._organisations),
        )
        return all(old.startswith(away) for old in added)

    def moved_organisations(self) -> Iterator[tuple[str, str]]:
        """Yield old and new address of each organisation that has one new name wherever it is changed."""
        for old, new in self._organisations.items():
            name = next(iter(new)) if len(new) == 1 else ""
            if name:
                yield (
                    route("organisation", LANGUAGES[0], organisation=old),
                    route("organisation", LANGUAGES[0], organisation=name),
                )

    @cached_property
    def _old(self) -> frozenset[str]:
        """The entries before, by their paths."""
        return frozenset(path for slugs in self.before.values() for path in slugs.values())

    @cached_property
    def gone(self) -> tuple[str, ...]:
        """Entries of before whose file is gone, and none of their kind is called so any more."""
        return tuple(
            path
            for kind, slugs in self.before.items()
            for slug, path in slugs.items()
            if slug not in self.after[kind]
        )

    @cached_property
    def _all(self) -> tuple[Departure, ...]:
        changed = [path for path in self.touched if path in self._old]
        lost = [(path, slug_of(path)) for path in self.gone]
        lost += [
            (path, slug)
            for path in (*self.gone, *changed)
            for slug in _former_slugs(_fields(path, self.read_before))
        ]
        claimed = {
            (kind_of_file(path).name, slug)
            for path in self.touched
            for slug in _former_slugs(_fields(path, self.read_after))
        }
        claimed |= {(kind, slug) for kind, slugs in self.after.items() for slug in slugs}
        found = (Departure(path, slug) for path, slug in lost)
        return tuple(one for one in found if (one.kind.name, one.slug) not in claimed)

    @cached_property
    def _organisations(self) -> Mapping[str, frozenset[str]]:
        """Organisations that entries no longer name, with what each is called in them now."""
        names: dict[str, set[str]] = defaultdict(set)
        for path in (*self.gone, *(path for path in self.touched if path in self._old)):
            names[_organisation(path, self.read_before)].add(_organisation(path, self.read_after))
        return {old: frozenset(new) for old, new in names.items() if old and old not in new}

    def _params(self, one: Departure, heir: str, slugs: Sequence[str]) -> dict[str, str]:
        """Return what the message needs, as it is known: the line to write, and in which file."""
        if not heir:
            return {"gone": one.path}
        kind = kind_of_file(heir)
        if kind != one.kind:
            return {"moved": f"/{one.address} /{route(kind.name, slug=slug_of(heir))}", "file": heir}
        known = _former_slugs(_fields(heir, self.read_after))
        line = f"former_slugs: [{', '.join((*known, *slugs))}]"
        return {**({"longer": line} if known else {}), "line": line, "file": heir}

    def _heir(self, path: str) -> str:
        """Return the new entry that goes on with an old one; the old one itself when it is only changed."""
        if path in self.touched:
            return path
        own = _lines(path, self.read_before)
        shared: Counter[str] = Counter()
        for line in own:
            others = self._having.get(line, ())
            shared.update(dict.fromkeys(others if len(others) <= _COMMON else (), len(line)))
        title = next((line for line in own if line.startswith("title:")), "")
        ranked = sorted(
            (title not in self._new[other], kind_of_file(other) != kind_of_file(path), -letters, other)
            for other, letters in shared.items()
            if title in self._new[other] or 2 * letters >= _ALIKE * _letters(own, self._new[other])
        )
        return ranked[0][-1] if ranked else ""

    @cached_property
    def _new(self) -> Mapping[str, frozenset[str]]:
        """New entries, with what they say line by line."""
        return {path: _lines(path, self.read_after) for path in self.touched if path not in self._old}

    @cached_property
    def _having(self) -> Mapping[str, Sequence[str]]:
        """By line: the new entries that have it."""
        having: dict[str, list[str]] = defaultdict(list)
        for path, lines in self._new.items():
            for line in lines:
                having[line].append(path)
        return having


def _lines(path: str, read: Read) -> frozenset[str]:
    text = (read(path) or b"").decode("utf-8", "replace")
    return frozenset(line.strip() for line in text.splitlines()) - {"", "---"}


def _letters(*files: frozenset[str]) -> int:
    return sum(len(line) for lines in files for line in lines)


def _fields(path: str, read: Read) -> Mapping[str, Any]:
    raw = read(path)
    document = parse_document(path, raw)[0] if raw is not None else None
    return document.fields if document else {}


def _organisation(path: str, read: Read) -> str:
    name = _fields(path, read).get("organisation")
    return address_part(name) if isinstance(name, str) else ""


def _former_slugs(fields: Mapping[str, Any]) -> tuple[str, ...]:
    values = fields.get("former_slugs")
    return tuple(value for value in values if isinstance(value, str)) if isinstance(values, list) else ()
