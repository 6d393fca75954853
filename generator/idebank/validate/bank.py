"""The whole bank checked: every file on its own, then all of them together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from idebank.diagnostics import Diagnostic, Finding, Severity
from idebank.kinds import kind_of_file
from idebank.model import Entry
from idebank.rules import Entry as RuleEntry
from idebank.rules.kept import kept_findings
from idebank.rules.links import DUPLICATE_SLUG, duplicate_slugs, link_findings, slug_of, slugs_of
from idebank.rules.references import Links
from idebank.rules.unexpected import findings_or_fault
from idebank.schema import Schemas
from idebank.schema.rules import UNKNOWN_FIELD
from idebank.source import Listing, Stray, list_bank, load_kept, load_source, parse_document, part_of
from idebank.source.files import NO_ENTRIES, file_diagnostic
from idebank.source.listing import CONTENT
from idebank.validate.astray import Search
from idebank.validate.beside import beside_findings
from idebank.validate.entries import check_file, located
from idebank.validate.telling import abridged_bank
from idebank.workers import available_workers, map_forked, shards

WORTH_FORKING: Final = 400
"""Entries from which a second process is quicker than none."""

ROUNDS: Final = 10
"""How many times progress is told when several processes work."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a bank found."""

    entries: tuple[Entry, ...]
    """Those without errors, sorted by kind and slug."""
    diagnostics: tuple[Diagnostic, ...]
    """With their places, in report order."""
    read: Mapping[str, int]
    """By kind: how many entries were read, those with errors included."""

    @property
    def has_errors(self) -> bool:
        """Tell whether anything found keeps an entry from being published."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @property
    def is_empty(self) -> bool:
        """Tell whether there was nothing at all to check."""
        return [diagnostic.rule for diagnostic in self.diagnostics] == [NO_ENTRIES.id]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a run of files turned out to be; small, since it comes from another process."""

    entries: list[Entry]
    diagnostics: list[Diagnostic]
    links: list[Links]


def check_bank(  # noqa: PLR0913 - the way into the check: everything it needs is handed in here
    root: Path,
    *,
    schemas: Schemas,
    paths: Sequence[Path] | None = None,
    workers: int | None = 1,
    progress: Callable[[int, int], None] | None = None,
    keep_entries: bool = True,
) -> Checked:
    """Check the entries under `root`, or those of `paths`; `progress` hears how many of how many are done.

    Who only wants the diagnostics does not `keep_entries`: they take time to carry between processes.
    """
    listing = list_bank(root)
    part = listing if paths is None else part_of(listing, root, paths)
    entries = part.entries
    work = _Work(root, listing, schemas=schemas, keep_entries=keep_entries)
    processes = available_workers() if workers is None else workers
    outcomes = work.run(entries, workers=processes, progress=progress)
    links = [own for outcome in outcomes for own in outcome.links]
    found = [
        *(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics),
        *_between(root, listing, links),
        *_kept(root, listing, links),
        *_duplicates(listing, entries),
        *part.problems,
    ]
    search = Search(root, schemas, slugs_of(listing.entries))
    diagnostics = [*_with_kinds(found, search), *search.diagnostics(_unattached(part.strays, links))]
    if not entries and not diagnostics and paths is None:
        diagnostics.append(file_diagnostic(NO_ENTRIES, CONTENT))
    records = [entry for outcome in outcomes for entry in outcome.entries]
    return Checked(
        tuple(sorted(records, key=lambda entry: (kind_of_file(entry.path).folder, entry.slug, entry.path))),
        tuple(abridged_bank(diagnostics)),
        Counter(kind_of_file(path).name for path in frozenset(listing.entries).intersection(entries)),
    )


@dataclass(frozen=True, slots=True)
class _Work:
    """Everything that checking a file needs, in memory before any process is forked."""

    root: Path
    listing: Listing
    schemas: Schemas
    keep_entries: bool

    def run(
        self, entries: Sequence[str], *, workers: int, progress: Callable[[int, int], None] | None
    ) -> list[_Outcome]:
        """Check every entry, in as many processes as are worth it."""
        workers = workers if len(entries) >= WORTH_FORKING else 1
        for kind in {kind_of_file(path).name for path in entries}:
            _ = self.schemas[kind]  # read before any process is forked
        outcomes: list[_Outcome] = []
        done = 0
        for part in shards(entries, count=ROUNDS if progress or workers == 1 else 1):
            outcomes += map_forked(self.check, shards(part, count=workers), workers=workers)
            done += len(part)
            if progress:
                progress(done, len(entries))
        return outcomes

    def check(self, entries: Sequence[str]) -> _Outcome:
        """Check a run of entries, one by one."""
        outcome = _Outcome([], [], [])
        for path in entries:
            look = partial(self._check, path, outcome)
            outcome.diagnostics.extend(finding.in_file(path) for finding in findings_or_fault(path, look))
        return outcome

    def _check(self, path: str, outcome: _Outcome) -> tuple[()]:
        """Check one entry and add what was found; nothing of one that the check stumbles over."""
        checked = check_file(load_source(self.root, path), schema=self.schemas[kind_of_file(path).name])
        beside: tuple[Diagnostic, ...] = ()
        if checked.links and checked.document:
            siblings = self.listing.siblings.get(path.removesuffix(".md"), ())
            findings = beside_findings(checked.links, root=self.root, siblings=siblings)
            beside = located(findings, checked.document)
        record = self._record(checked.entry) if checked.entry and self.keep_entries else None
        outcome.diagnostics.extend((*checked.diagnostics, *beside))
        outcome.entries.extend([record] if record else [])
        outcome.links.extend([checked.links] if checked.links and checked.document else [])
        return ()

    def _record(self, entry: RuleEntry) -> Entry:
        # A check that only wants the diagnostics need not load what makes records.
        from idebank.validate.records import record_of  # noqa: PLC0415

        return record_of(entry, profiles=self.schemas.profiles)


def _between(root: Path, listing: Listing, every: Sequence[Links]) -> Iterator[Diagnostic]:
    """Yield what is wrong between entries; their files are read once more, for the places."""
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for links, finding in link_findings(every, slugs=slugs_of(listing.entries)):
        by_path[links.path].append(finding)
    for path, findings in by_path.items():
        raw = load_source(root, path).raw
        document = parse_document(path, raw)[0] if raw is not None else None
        if document:
            yield from located(findings, document)


def _unattached(strays: Iterable[Stray], every: Iterable[Links]) -> Iterator[Stray]:
    """Yield the strays that no entry offers for download."""
    attached = {f"{links.path.removesuffix('.md')}/{name}" for links in every for _, name in links.documents}
    yield from (stray for stray in strays if stray.path not in attached)


def _with_kinds(diagnostics: Sequence[Diagnostic], search: Search) -> Iterator[Diagnostic]:
    """Yield what was found; of an entry that is all of another kind than its folder's, where it belongs."""
    suspects = dict.fromkeys(own.path for own in diagnostics if own.rule == UNKNOWN_FIELD.id)
    elsewhere = {path: found for path in suspects if (found := search.of_another_kind(path))}
    yield from (own for own in diagnostics if own.path not in elsewhere)
    for found in elsewhere.values():
        yield from found


def _kept(root: Path, listing: Listing, every: Sequence[Links]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the addresses that the bank keeps, once every entry has said which are its."""
    if 0 < len(every) == len(listing.entries):
        former = {(links.kind, slug) for links in every for _, slug in links.former_slugs}
        own = {(kind, slug) for kind, slugs in slugs_of(listing.entries).items() for slug in slugs}
        yield from kept_findings(load_kept(root), taken=former | own)


def _duplicates(listing: Listing, entries: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield those of `entries` whose address another entry of the bank has, too."""
    chosen = frozenset(entries)
    for path, other in duplicate_slugs(dict.fromkeys((*listing.entries, *entries))):
        if path in chosen:
            yield Finding(DUPLICATE_SLUG, params={"other": other, "slug": slug_of(path)}).in_file(path)
