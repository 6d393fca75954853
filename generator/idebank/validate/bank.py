"""The whole bank checked: every file on its own, then all of them together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from idebank.diagnostics import Diagnostic, Finding, Severity
from idebank.kinds import kind_of_file
from idebank.model import Entry
from idebank.rules import Entry as RuleEntry
from idebank.rules.links import DUPLICATE_SLUG, duplicate_slugs, link_findings, slug_of, slugs_of
from idebank.rules.references import Links
from idebank.schema import Schemas
from idebank.source import Listing, chosen_entries, list_bank, load_source, parse_document
from idebank.validate.beside import beside_findings
from idebank.validate.entries import check_file, located
from idebank.validate.telling import told_of_bank
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

    @property
    def has_errors(self) -> bool:
        """Tell whether anything found keeps an entry from being published."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


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
    entries = listing.entries if paths is None else chosen_entries(root, paths, every=listing.entries)
    work = _Work(root, listing, schemas=schemas, keep_entries=keep_entries)
    processes = available_workers() if workers is None else workers
    outcomes = work.run(entries, workers=processes, progress=progress)
    diagnostics = [
        *(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics),
        *_between(root, listing, [links for outcome in outcomes for links in outcome.links]),
        *_duplicates(listing, entries),
        *(problem for problem in listing.problems if paths is None or problem.path in entries),
    ]
    records = [entry for outcome in outcomes for entry in outcome.entries]
    return Checked(
        tuple(sorted(records, key=lambda entry: (kind_of_file(entry.path).folder, entry.slug, entry.path))),
        tuple(told_of_bank(diagnostics)),
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
            checked = check_file(load_source(self.root, path), schema=self.schemas[kind_of_file(path).name])
            outcome.diagnostics.extend(checked.diagnostics)
            if checked.entry and self.keep_entries:
                outcome.entries.append(self._record(checked.entry))
            if checked.links and checked.document:
                siblings = self.listing.siblings.get(path.removesuffix(".md"), ())
                beside = beside_findings(checked.links, root=self.root, siblings=siblings)
                outcome.diagnostics.extend(located(beside, checked.document))
                outcome.links.append(checked.links)
        return outcome

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


def _duplicates(listing: Listing, entries: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield those of `entries` whose address another entry of the bank has, too."""
    chosen = frozenset(entries)
    for path, other in duplicate_slugs(dict.fromkeys((*listing.entries, *entries))):
        if path in chosen:
            yield Finding(DUPLICATE_SLUG, params={"other": other, "slug": slug_of(path)}).in_file(path)
