"""The whole bank checked: every file on its own, then all of them together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from idebank.diagnostics import Diagnostic, Finding, Severity
from idebank.model import Initiative
from idebank.rules.links import DUPLICATE_SLUG, Links, duplicate_slugs, link_findings, slug_of
from idebank.schema import Schema
from idebank.source import Listing, chosen_entries, list_bank, load_source, parse_document
from idebank.validate.beside import beside_findings
from idebank.validate.entries import check_file, located
from idebank.vocabulary import Vocabulary
from idebank.workers import available_workers, map_forked, shards

WORTH_FORKING: Final = 400
"""Entries from which a second process is quicker than none."""

ROUNDS: Final = 10
"""How many times progress is told when several processes work."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a bank found."""

    initiatives: tuple[Initiative, ...]
    """Those without errors, sorted by slug."""
    diagnostics: tuple[Diagnostic, ...]
    """With their places, in report order."""

    @property
    def has_errors(self) -> bool:
        """Tell whether anything found keeps an entry from being published."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a run of files turned out to be; small, since it comes from another process."""

    initiatives: list[Initiative]
    diagnostics: list[Diagnostic]
    links: list[Links]


def check_bank(  # noqa: PLR0913 - the way into the check: everything it needs is handed in here
    root: Path,
    *,
    vocabulary: Vocabulary,
    schema: Schema,
    paths: Sequence[Path] | None = None,
    workers: int | None = 1,
    progress: Callable[[int, int], None] | None = None,
    keep_initiatives: bool = True,
) -> Checked:
    """Check the entries under `root`, or those of `paths`; `progress` hears how many of how many are done.

    Who only wants the diagnostics does not `keep_initiatives`: they take time to carry between processes.
    """
    listing = list_bank(root)
    entries = listing.entries if paths is None else chosen_entries(root, paths, every=listing.entries)
    work = _Work(root, listing, vocabulary=vocabulary, schema=schema, keep_initiatives=keep_initiatives)
    processes = available_workers() if workers is None else workers
    outcomes = work.run(entries, workers=processes, progress=progress)
    diagnostics = [
        *(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics),
        *_between(root, listing, [links for outcome in outcomes for links in outcome.links]),
        *_duplicates(listing, entries),
        *(problem for problem in listing.problems if paths is None or problem.path in entries),
    ]
    initiatives = [initiative for outcome in outcomes for initiative in outcome.initiatives]
    return Checked(
        tuple(sorted(initiatives, key=lambda initiative: (initiative.slug, initiative.path))),
        tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key)),
    )


@dataclass(frozen=True, slots=True)
class _Work:
    """Everything that checking a file needs, in memory before any process is forked."""

    root: Path
    listing: Listing
    vocabulary: Vocabulary
    schema: Schema
    keep_initiatives: bool

    def run(
        self, entries: Sequence[str], *, workers: int, progress: Callable[[int, int], None] | None
    ) -> list[_Outcome]:
        """Check every entry, in as many processes as are worth it."""
        workers = workers if len(entries) >= WORTH_FORKING else 1
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
            checked = check_file(load_source(self.root, path), vocabulary=self.vocabulary, schema=self.schema)
            outcome.diagnostics.extend(checked.diagnostics)
            if checked.initiative and self.keep_initiatives:
                outcome.initiatives.append(checked.initiative)
            if checked.links and checked.document:
                siblings = self.listing.siblings.get(path.removesuffix(".md"), ())
                beside = beside_findings(checked.links, root=self.root, siblings=siblings)
                outcome.diagnostics.extend(located(beside, checked.document))
                outcome.links.append(checked.links)
        return outcome


def _between(root: Path, listing: Listing, every: Sequence[Links]) -> Iterator[Diagnostic]:
    """Yield what is wrong between entries; their files are read once more, for the places."""
    slugs = {slug_of(path): path for path in listing.entries}
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for links, finding in link_findings(every, slugs=slugs):
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
