"""A pull request between two checkouts: the bank with the change in it, and the bank before it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from idebank.contribute.changes import FileChange, entries_touched, new_lines
from idebank.contribute.entries import alike_on_shelf
from idebank.contribute.review import Review, worth_annotating
from idebank.contribute.shelf import Known, Shelf
from idebank.diagnostics import Diagnostic
from idebank.rules.links import slugs_of
from idebank.schema import Schemas
from idebank.source import Listing, Stray, list_bank, load_source, parse_document
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

    @classmethod
    def between(
        cls, base: Path, root: Path, *, changes: tuple[FileChange, ...], schemas: Schemas
    ) -> "PullRequest":
        """Return what `changes` make of the bank at `base`, as it lies at `root`."""
        listing = list_bank(root)
        return cls(root, base, schemas, changes, listing, entries_touched(changes, listing.entries))

    def review(self, *, is_insider: bool) -> Review:
        """Return what was found; where something is gone others may miss it, so all are checked."""
        gone = any(change.is_gone for change in self.changes)
        found = (*(self._everything() if gone else self._touched_only()), *self._elsewhere())
        return Review(
            tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key)),
            self.changes,
            is_insider,
            dict(self._hints()),
        )

    def new_among(self, diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the diagnostics that the change brought, which are worth a note beside its lines."""
        here = [change.path for change in self.changes if not change.is_gone]
        lines = {path: self._new_lines(path) for path in here}
        before = [self.base / path for path in self.touched if (self.base / path).is_file()]
        known = check_bank(self.base, schemas=self.schemas, paths=before, keep_entries=False)
        return worth_annotating(diagnostics, lines=lines, before=known.diagnostics)

    @property
    def language(self) -> str:
        """The language that most of the changed entries are written in, else bokmål."""
        changed = (change.path for change in self.changes if not change.is_gone)
        written = Counter(self._language(path) for path in self.touched or changed)
        return max(LANGUAGES, key=lambda language: written[language])

    def _everything(self) -> tuple[Diagnostic, ...]:
        return check_bank(
            self.root, schemas=self.schemas, workers=available_workers(), keep_entries=False
        ).diagnostics

    def _touched_only(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the changed entries, and with changed files that are no entries."""
        others = {stray.path for stray in self.listing.strays}
        others.update(problem.path for problem in self.listing.problems)
        changed = (change.path for change in self.changes if change.path in others)
        paths = [self.root / path for path in (*self.touched, *changed)]
        return check_bank(self.root, schemas=self.schemas, paths=paths, keep_entries=False).diagnostics

    def _elsewhere(self) -> Iterator[Diagnostic]:
        """Yield where changed files belong that are entries and lie outside the bank's content."""
        search = Search(self.root, self.schemas, slugs_of(self.listing.entries))
        yield from search.diagnostics(Stray(change.path) for change in self.changes if change.may_be_astray)

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

    def _language(self, path: str) -> str:
        raw = load_source(self.root, path).raw
        document = parse_document(path, raw)[0] if raw is not None else None
        return str(document.fields.get("language", "")) if document else ""
