"""Entries that lie where none is read: told with the path where they belong."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Final

from idebank.diagnostics import Diagnostic, Finding
from idebank.kinds import KINDS, kind_of_file
from idebank.rules import Entry
from idebank.rules.links import Slugs, slug_of
from idebank.rules.names import right_slug
from idebank.rules.place import folder_of, place_of
from idebank.schema import Schema, Schemas
from idebank.schema.nodes import spellings
from idebank.slugs import fold
from idebank.source import Document, SourceFile, Stray, load_source, parse_document
from idebank.source.files import MISPLACED_FILE
from idebank.source.listing import CONTENT
from idebank.source.names import ENDING, is_text_name, meant_stem
from idebank.validate.entries import check_file

_ENOUGH: Final = 2
"""Fields that tell a file for an entry where nothing else may lie."""
_PLENTY: Final = 4
"""Fields that do so where other texts have a heading and a description, too."""
_OF_THE_PLACE: Final = frozenset({"odd-file-name", "wrong-folder"})
_FIELD: Final = re.compile(rb"^([A-Za-z_]{2,40})[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Lost:
    """An entry astray: what it is, and where it belongs."""

    path: str
    raw: bytes
    schema: Schema
    home: PurePosixPath | None
    """None when it does not say which folder that would be."""

    @property
    def folder(self) -> str:
        """The folder of its kind."""
        return f"{CONTENT}/{KINDS[self.schema.kind].folder}"


@dataclass(frozen=True, slots=True)
class Search:
    """A search for entries among the files that no kind reads."""

    root: Path
    schemas: Schemas
    slugs: Slugs
    """Those of the bank."""
    _taken: dict[PurePosixPath, str] = field(default_factory=dict)
    """By the paths that were told so far: the file that each was told of."""
    _spellings: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """By kind."""

    def diagnostics(self, strays: Iterable[Stray]) -> Iterator[Diagnostic]:
        """Yield where each entry among `strays` belongs, and which other files belong nowhere."""
        others: list[Stray] = []
        own: set[str] = set()
        for stray in strays:
            lost = self._lost(stray)
            if lost:
                own |= _own_folders(stray.path)
                yield from self._told(lost)
            elif stray.otherwise:
                others.append(stray)
        yield from _without_entries(stray for stray in others if stray.path.rpartition("/")[0] not in own)

    def of_another_kind(self, path: str) -> tuple[Diagnostic, ...]:
        """Return where an entry belongs that lies in the folder of one kind, and is all of another."""
        lost, read_as = self._lost(Stray(path)), kind_of_file(path)
        if lost is None or lost.schema.kind == read_as.name:
            return ()
        return tuple(self._told(lost, folder=f"{CONTENT}/{read_as.folder}"))

    def _lost(self, stray: Stray) -> _Lost | None:
        """Return the entry in a file; None when it is none."""
        raw = load_source(self.root, stray.path).raw
        if raw is None or not (stray.otherwise or is_text_name(stray.path.rpartition("/")[2])):
            return None
        document = parse_document(stray.path, raw)[0]
        schema = self._schema(stray, document, raw)
        if schema is None:
            return None
        return _Lost(stray.path, raw, schema, _home(stray.path, document, schema))

    def _schema(self, stray: Stray, document: Document | None, raw: bytes) -> Schema | None:
        """Return the schema of the kind that a file is most like; None when it is like none."""
        hinted = _hinted(stray.path)
        likeness = {
            kind: _Likeness.of(
                schema,
                self._spelt(kind),
                schema.coerce(document.fields) if document else _names(raw),
                is_hinted=kind in hinted,
            )
            for kind, schema in self.schemas.items()
        }
        kind = min(likeness, key=lambda kind: likeness[kind].order)
        found, needed = likeness[kind], _ENOUGH if stray.otherwise else _PLENTY
        return self.schemas[kind] if found.known >= max(needed, found.unknown) else None

    def _spelt(self, kind: str) -> Mapping[str, str]:
        """Return whatever the fields of a kind may be called, with their names."""
        if kind not in self._spellings:
            self._spellings[kind] = {
                fold(spelling): name for spelling, name in spellings(self.schemas[kind].root)
            }
        return self._spellings[kind]

    def _told(self, lost: _Lost, **more: str) -> Iterator[Diagnostic]:
        """Yield where an entry belongs, and what else is wrong with it."""
        params = self._params(lost) | more
        yield Finding(MISPLACED_FILE, params=params).in_file(lost.path)
        if "taken" in params:
            return
        checked = check_file(SourceFile(str(lost.home or lost.path), lost.raw), schema=lost.schema)
        for diagnostic in checked.diagnostics:
            if diagnostic.rule not in _OF_THE_PLACE:
                yield replace(diagnostic, path=lost.path)

    def _params(self, lost: _Lost) -> dict[str, str]:
        name = lost.path.rpartition("/")[2]
        if lost.home is None:
            return {"name": name, "kind_folder": lost.folder}
        known = self.slugs[lost.schema.kind].get(slug_of(lost.home.name))
        taken = known or self._taken.setdefault(lost.home, lost.path)
        if taken != lost.path:
            return {"name": name, "taken": taken}
        if str(lost.home.parent) == lost.path.rpartition("/")[0]:
            return {"name": name, "right_name": lost.home.name}
        return {"name": name, "right_path": str(lost.home)}


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How much a file is like an entry of one kind."""

    known: int
    """Fields that such an entry has, by whatever name."""
    unknown: int
    wrong: int
    """Fields that it lacks, or has by another name, or should not have."""
    is_hinted: bool
    """Whether a folder on its way is called after the kind."""

    @classmethod
    def of(
        cls, schema: Schema, spelt: Mapping[str, str], fields: Iterable[str], *, is_hinted: bool
    ) -> "_Likeness":
        """Compare a file's `fields` with a kind whose own go by the names in `spelt`."""
        names = {name: spelt.get(fold(name)) for name in fields}
        known = set(names.values()) - {None}
        return cls(
            known=len(known),
            unknown=sum(name is None for name in names.values()),
            wrong=sum(name != written for written, name in names.items())
            + len(set(schema.root["required"]) - known),
            is_hinted=is_hinted,
        )

    @property
    def order(self) -> tuple[bool, bool, int]:
        """What puts the likeliest kind first: all fields right, then its folder, then the fewest wrong."""
        return (self.wrong > 0, not self.is_hinted, self.wrong)


def _names(raw: bytes) -> Sequence[str]:
    """Return what look like fields in a text that cannot be read, be it for its encoding or its form."""
    narrow = raw.replace(b"\0", b"").replace(b"\r", b"\n")  # two bytes a letter are one, for plain letters
    return tuple(dict.fromkeys(name.decode() for name in _FIELD.findall(narrow)))


def _hinted(path: str) -> frozenset[str]:
    """Return the kinds that a folder on the way to a file is called after."""
    folders = {fold(part) for part in path.replace("\\", "/").split("/")[:-1]}
    return frozenset(
        kind.name for kind in KINDS.values() if folders & {kind.name, kind.folder, fold(kind.address)}
    )


def _home(path: str, document: Document | None, schema: Schema) -> PurePosixPath | None:
    """Return where an entry belongs; None when that depends on a place that it does not tell."""
    entry = _as_entry(path, document, schema)
    folder, kind = CONTENT / KINDS[schema.kind].folder, KINDS[schema.kind]
    name = f"{right_slug(meant_stem(path), title=entry.words('title'))}{ENDING}"
    if not kind.by_county:
        return folder / name
    place = place_of(entry)
    return folder / folder_of(place, schema.vocabulary) / name if place else None


def _as_entry(path: str, document: Document | None, schema: Schema) -> Entry:
    value: Mapping[str, object] = schema.coerce(document.fields) if document else {}
    return Entry(path=path, text="", value=value, body="", body_line=1, schema=schema)


def _own_folders(path: str) -> set[str]:
    """Return the folders whose files may belong to a lost entry: beside it by its name, or around it."""
    folder, _, name = path.rpartition("/")
    stems = {meant_stem(name), name.removesuffix(ENDING)}
    around = {folder} if folder.rpartition("/")[2] in stems else set()
    return around | {f"{folder}/{stem}" for stem in stems}


def _without_entries(strays: Iterable[Stray]) -> Iterator[Diagnostic]:
    """Yield what to say of files that are no entries: once for a whole folder of them."""
    by_folder: dict[str, list[Stray]] = {}
    for stray in strays:
        by_folder.setdefault(stray.folder or stray.path, []).append(stray)
    for folder, inside in by_folder.items():
        first = inside[0]
        if first.otherwise is None:
            continue
        params = {"name": first.path.rpartition("/")[2]}
        if len(inside) > 1:
            params = {"name": folder.rpartition("/")[2], "count": str(len(inside))}
        yield Finding(first.otherwise, params=params).in_file(first.path)
