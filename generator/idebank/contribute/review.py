"""A pull request looked over: what the check says of it, and what whoever opened it should be told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from idebank.contribute.changes import FileChange
from idebank.contribute.escaping import code, quoted
from idebank.contribute.shelf import Known
from idebank.diagnostics import Diagnostic, Severity
from idebank.report.words import plain
from idebank.wording import Wording

INSIDERS: Final = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})
"""Who, by GitHub's `author_association`, may change more than contributions."""
MAX_REPORT: Final = 700_000
"""Letters of the report; GitHub takes a megabyte in a summary."""
_MAX_NAMES: Final = 30


class Verdict(StrEnum):
    """How it went; the value is its message's key."""

    FINE = "fine"
    NONE = "none"
    """No contribution is changed, so there is nothing to check here."""
    MISTAKES = "mistakes"
    FLAGGED = "flagged"
    """A contribution that also changes something else."""
    UNBUILDABLE = "unbuildable"
    """A contribution in order, from which the site cannot be built all the same."""
    OURS = "ours"
    """A change of the program, which is checked with itself elsewhere."""

    @property
    def fails(self) -> bool:
        """Tell whether the check stops here."""
        return self in {Verdict.MISTAKES, Verdict.FLAGGED, Verdict.UNBUILDABLE}


@dataclass(frozen=True, slots=True)
class Review:
    """A pull request as it was found."""

    diagnostics: tuple[Diagnostic, ...]
    changes: tuple[FileChange, ...]
    is_insider: bool
    """Whether who opened it may change more than contributions."""
    hints: Mapping[str, tuple[Known, ...]]
    """By path: entries much like a new one."""
    fitting: frozenset[str] = frozenset()
    """Other files, in which the change says no more than what became of its own entries."""
    moves: tuple[str, ...] = ()
    """Lines that would lead old links further than they go by themselves."""
    failure: str = ""
    """Why the site cannot be built with the change, though the check finds nothing wrong."""

    @property
    def is_about_content(self) -> bool:
        """Tell whether it changes a contribution, wherever it lies, or the lists of the bank's addresses."""
        return any(change.is_contribution or change.is_list for change in self.changes) or bool(self.astray)

    @property
    def flagged(self) -> tuple[FileChange, ...]:
        """Files that a contribution does not touch, when there is a contribution beside them."""
        if not self.is_about_content:
            return ()
        own = {*(change.path for change in self.astray), *self.fitting}
        return tuple(
            change
            for change in self.changes
            if not (change.is_plain and (change.is_contribution or change.path in own))
        )

    @property
    def astray(self) -> tuple[FileChange, ...]:
        """Contributions that lie where none is read, and other files that belong to none."""
        wrong = {d.path for d in self.diagnostics if d.severity is Severity.ERROR}
        return tuple(
            change
            for change in self.changes
            if change.path in wrong and not (change.is_contribution or change.is_list)
        )

    @property
    def has_mistakes(self) -> bool:
        """Tell whether anything found keeps an entry from being published."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @property
    def verdict(self) -> Verdict:
        """Return how it went.

        Who may change the program may have changed what is right, too: then the mistakes that the program
        before the change finds are told, and the job that runs the changed program decides. It does not look
        for contributions outside the content, so those are decided on here.
        """
        if not self.is_about_content:
            return Verdict.NONE
        lost = any(not change.is_in_content for change in self.astray)
        if self.flagged and not (self.is_insider and lost):
            return Verdict.OURS if self.is_insider else Verdict.FLAGGED
        if self.has_mistakes:
            return Verdict.MISTAKES
        return Verdict.UNBUILDABLE if self.failure else Verdict.FINE


def worth_annotating(
    diagnostics: Sequence[Diagnostic],
    *,
    lines: Mapping[str, frozenset[int]],
    before: Sequence[Diagnostic],
) -> tuple[Diagnostic, ...]:
    """Return what a pull request brought: on a line of its own, or not there before in any line."""
    known = frozenset(map(known_as, before))
    return tuple(
        d for d in diagnostics if d.path in lines and (d.line in lines[d.path] or known_as(d) not in known)
    )


def known_as(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Return what a diagnostic is recognised by when the lines around it have changed."""
    params = tuple(sorted(diagnostic.params.items()))
    return (diagnostic.path, diagnostic.rule, diagnostic.keys, params)


def summary(
    review: Review, *, report: str, preview: str, wording: Wording, address: Callable[[str], str]
) -> str:
    """Return the job's summary as Markdown.

    `report` is what the check prints, `preview` the address of the preview or empty, and `address` gives that
    of an entry's page by its path.
    """
    parts = (
        f"## {wording.t(f'review.{review.verdict}.heading')}",
        wording.t(f"review.{review.verdict}.text"),
        *_steps(review, wording),
        *_flagged(review, wording),
        f"    {plain(review.failure)}" if review.failure else "",
        wording.t("review.preview", address=preview) if preview else "",
        *_moves(review, wording),
        *_hints(review, wording, address),
        *_report(review, report, wording),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def could_not_run(wording: Wording) -> str:
    """Return the summary when the check itself failed."""
    return f"## {wording.t('review.failed.heading')}\n\n{wording.t('review.failed.text')}\n"


def _steps(review: Review, wording: Wording) -> Iterator[str]:
    if review.verdict is Verdict.MISTAKES:
        yield "\n".join(f"{number}. {wording.t(f'review.step.{number}')}" for number in (1, 2, 3))


def _flagged(review: Review, wording: Wording) -> Iterator[str]:
    names = [change.path for change in review.flagged]
    if names:
        shown = [f"- {code(name)}" for name in names[:_MAX_NAMES]]
        more = len(names) - len(shown)
        yield wording.t("review.flagged.files")
        yield "\n".join([*shown, *([f"- {wording.tn('review.more', more)}"] if more else [])])


def _moves(review: Review, wording: Wording) -> Iterator[str]:
    if review.moves:
        yield f"### {wording.t('review.moves.heading')}"
        yield wording.t("review.moves.text")
        yield "\n".join(f"    {line}" for line in review.moves)


def _hints(review: Review, wording: Wording, address: Callable[[str], str]) -> Iterator[str]:
    lines = [
        f"- {code(path)}: " + ", ".join(f"[{quoted(one.told.title)}]({address(one.path)})" for one in alike)
        for path, alike in review.hints.items()
        if alike
    ]
    if lines:
        yield f"### {wording.t('alike.heading')}"
        yield "\n".join(lines[:_MAX_NAMES])
        yield wording.t("review.alike")


def _report(review: Review, report: str, wording: Wording) -> Iterator[str]:
    if review.diagnostics:
        yield f"### {wording.t('review.report')}"
        # Indented, it is a code block that nothing in it can leave.
        yield "\n".join(f"    {line}" for line in report[:MAX_REPORT].splitlines())
