"""A pull request between two checkouts: the bank with the change in it, and the bank before it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from idebank.contribute.changes import FileChange, entries_touched, new_lines
from idebank.contribute.departures import Departures
from idebank.contribute.entries import alike_on_shelf
from idebank.contribute.review import Review, known_as, worth_annotating
from idebank.contribute.shelf import Known, Shelf
from idebank.diagnostics import Diagnostic
from idebank.rules.kept import VANISHED_ADDRESS
from idebank.rules.links import slugs_of
from idebank.schema import Schemas
from idebank.source import MOVED, Listing, Stray, list_bank, load_source, parse_document, read_moved
from idebank.validate import check_bank
from idebank.validate.astray import Search
from idebank.vocabulary import LANGUAGES
from idebank.workers import available_workers


@dataclass(frozen=True, slots=True)
class PullRequest:
    """What a pull request changes, and the bank around it."""

    root: Path
    """The bank with the change in it: looked at, never run."""
    base: Path
    """The bank before it."""
    schemas: Schemas
    """From before: what is right is not for the change to say."""
    changes: tuple[FileChange, ...]
    listing: Listing
    touched: tuple[str, ...]
    """The entries that are changed."""
    departures: Departures
    """The entries that are gone."""

    @classmethod
    def between(
        cls, base: Path, root: Path, *, changes: tuple[FileChange, ...], schemas: Schemas
    ) -> "PullRequest":
        """Return what `changes` make of the bank at `base`, as it lies at `root`."""
        listing = list_bank(root)
        touched = entries_touched(changes, listing.entries)
        departures = Departures(
            slugs_of(list_bank(base).entries),
            slugs_of(listing.entries),
            lambda path: load_source(base, path).raw,
            lambda path: load_source(root, path).raw,
            touched,
        )
        return cls(root, base, schemas, changes, listing, touched, departures)

    def review(self, *, is_insider: bool) -> Review:
        """Return what was found wherever the change has touched, or has broken what it does not touch."""
        return Review(
            self._diagnostics(),
            self.changes,
            is_insider,
            dict(self._hints()),
            frozenset({MOVED} if self._only_explains() else ()),
        )

    def new_among(self, diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the diagnostics that the change brought, which are worth a note beside its lines."""
        here = [change.path for change in self.changes if not change.is_gone]
        lines = {path: self._new_lines(path) for path in here}
        lines |= {change.path: frozenset({1}) for change in self.changes if change.is_gone}
        before = [self.base / path for path in self.touched if (self.base / path).is_file()]
        known = check_bank(self.base, schemas=self.schemas, paths=before, keep_entries=False)
        return worth_annotating(diagnostics, lines=lines, before=known.diagnostics)

    @property
    def language(self) -> str:
        """The language that most of the changed entries are written in, else bokmål."""
        changed = (change.path for change in self.changes if not change.is_gone)
        entries = (
            *((self.root, path) for path in self.touched or changed),
            *((self.base, path) for path in self.departures.gone),
        )
        written = Counter(_language(root, path) for root, path in entries)
        return max(LANGUAGES, key=lambda language: written[language])

    def _diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong in files that are changed, and what the change has made wrong elsewhere."""
        own = tuple(self.departures.diagnostics(_moves(self.root)))
        said = {diagnostic.params["address"] for diagnostic in own}
        found = [
            diagnostic
            for diagnostic in self._everything(self.root)
            if diagnostic.rule != VANISHED_ADDRESS.id or diagnostic.params["address"] not in said
        ]
        here = {*(change.path for change in self.changes), *self.touched}
        elsewhere = any(diagnostic.path not in here for diagnostic in found)
        before = frozenset(map(known_as, self._everything(self.base))) if elsewhere else frozenset()
        kept = (one for one in found if one.path in here or known_as(one) not in before)
        every = (*own, *kept, *self._elsewhere())
        return tuple(sorted(every, key=lambda diagnostic: diagnostic.sort_key))

    def _everything(self, root: Path) -> tuple[Diagnostic, ...]:
        return check_bank(
            root, schemas=self.schemas, workers=available_workers(), keep_entries=False
        ).diagnostics

    def _elsewhere(self) -> Iterator[Diagnostic]:
        """Yield where changed files belong that are entries and lie outside the bank's content."""
        search = Search(self.root, self.schemas, slugs_of(self.listing.entries))
        yield from search.diagnostics(Stray(change.path) for change in self.changes if change.may_be_astray)

    def _only_explains(self) -> bool:
        """Tell whether the list of what has moved gets lines only, and only of what the change takes away."""
        before, after = _moved_text(self.base), _moved_text(self.root)
        kept = Counter(_lines(before)) <= Counter(_lines(after))
        return kept and self.departures.explains(_moves(self.root) - _moves(self.base))

    def _hints(self) -> Iterator[tuple[str, tuple[Known, ...]]]:
        """Yield each new entry with those much like it."""
        shelf = Shelf(
            self.schemas, slugs_of(self.listing.entries), lambda path: load_source(self.root, path).raw
        )
        for change in self.changes:
            known = shelf.known(change.path) if change.is_new and change.path in self.touched else None
            if known:
                yield change.path, alike_on_shelf(known, shelf)

    def _new_lines(self, path: str) -> frozenset[int]:
        after = load_source(self.root, path).raw
        return new_lines(load_source(self.base, path).raw, after) if after is not None else frozenset({1})


def _language(root: Path, path: str) -> str:
    raw = load_source(root, path).raw
    document = parse_document(path, raw)[0] if raw is not None else None
    return str(document.fields.get("language", "")) if document else ""


def _moved_text(root: Path) -> bytes:
    return load_source(root, MOVED).raw or b""


def _lines(raw: bytes) -> list[str]:
    return raw.decode("utf-8-sig", "replace").splitlines()


def _moves(root: Path) -> frozenset[str]:
    return frozenset(move.old for move in read_moved(_moved_text(root))[0])
