"""From an issue to an answer, and on an editor's word to a file: values in, values out."""

import json
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from idebank.contribute.comments import MARKER, Answer, fitting
from idebank.contribute.issues import Issue
from idebank.contribute.payload import has_payload
from idebank.contribute.reading import Reading, Status, read_issue
from idebank.contribute.shelf import Shelf
from idebank.contribute.web import Web
from idebank.report import Words
from idebank.rules.links import slug_of
from idebank.vocabulary import LANGUAGES
from idebank.wording import Wording

SENT_IN: Final = "innmelding"
"""Label of an issue that came from a form."""
NEW: Final = "ny"
MISSING: Final = "mangler"
APPROVED: Final = "klar"
WAITING: Final = "venter-svar"
TURNED_DOWN: Final = "avvist"

WordsIn: TypeAlias = Callable[[str], tuple[Wording, Words]]
"""Gives our texts, and those of the check, in a language."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file to be put on a branch."""

    path: str
    content: bytes
    branch: str
    message: str
    """Of the commit. What a contributor wrote never gets into it: some words in a commit are orders."""
    refused: str
    """The comment instead, when whoever approved it may not."""
    failed: str
    """The comment instead, when it could not be done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What shall be answered in an issue, and done."""

    status: Status
    comment: str = ""
    """Markdown; its first line is MARKER."""
    add: tuple[str, ...] = ()
    """Labels to set."""
    remove: tuple[str, ...] = ()
    """Labels to take away."""
    change: Change | None = None

    def outputs(self) -> str:
        """Return the outcome as lines `name=value` for the steps of a workflow; nothing when it is not ours.

        JSON and base64 have no line ends, so no text can begin another output.
        """
        if self.status is Status.NOT_OURS:
            return ""
        lines = [f"answer={_told(self.comment, self.add, self.remove)}"]
        if self.change:
            lines += [
                f"refused={_told(self.change.refused, (), (APPROVED,))}",
                f"failed={_told(self.change.failed, (), (APPROVED,))}",
                f"path={self.change.path}",
                f"branch={self.change.branch}",
                f"message={json.dumps(self.change.message)}",
                f"content={b64encode(self.change.content).decode()}",
            ]
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Intake:
    """Answers issues."""

    shelf: Shelf
    site: str
    """Absolute address of the site, ending with `/`; empty when it is not known."""
    words_in: WordsIn
    today: str
    """ISO."""

    def understand(self, issue: Issue) -> Outcome:
        """Return the answer to an issue that was opened or edited."""
        if not _is_ours(issue):
            return Outcome(Status.NOT_OURS)
        reading = read_issue(issue.body, shelf=self.shelf, today=self.today)
        whole = reading.status is Status.READY
        seen = issue.labels & {WAITING, TURNED_DOWN}
        add = {SENT_IN, *(() if seen else (NEW,)), *(() if whole else (MISSING,))}
        # What was approved is not what stands there now.
        remove = {APPROVED, *((MISSING,) if whole else ())}
        return Outcome(
            reading.status,
            fitting(self._answer(issue, reading.language), lambda answer: answer.comment(reading)),
            tuple(sorted(add - issue.labels)),
            tuple(sorted(remove & issue.labels)),
            self._change(issue, reading),
        )

    def approve(self, issue: Issue) -> Outcome:
        """Return the answer to an issue that an editor has approved, with the change to put on a branch."""
        if not _is_ours(issue):
            return Outcome(Status.NOT_OURS)
        reading = read_issue(issue.body, shelf=self.shelf, today=self.today)
        answer = self._answer(issue, reading.language)
        change = self._change(issue, reading)
        if change is None:
            add = () if reading.status is Status.READY else (MISSING,)
            comment = fitting(answer, lambda own: own.not_approved(reading))
            return Outcome(reading.status, comment, add, (APPROVED,))
        compare = answer.web.compare(
            change.branch,
            title=change.message.partition("\n")[0],
            body=self.words_in(LANGUAGES[0])[0].t("commit.body", number=issue.number),
        )
        comment = answer.approved(reading, branch=change.branch, compare=compare)
        done = tuple(sorted(issue.labels & {NEW, MISSING, WAITING}))
        return Outcome(reading.status, comment, (), done, change)

    def _answer(self, issue: Issue, language: str) -> Answer:
        wording, words = self.words_in(language)
        web = Web(self.site, issue.repository, issue.branch)
        return Answer(wording, words, web, self.shelf.title_of, issue.number)

    def _change(self, issue: Issue, reading: Reading) -> Change | None:
        if not reading.content:
            return None
        slug = slug_of(reading.path)
        title = self.words_in(LANGUAGES[0])[0].t(f"commit.{reading.form}", slug=slug)
        message = f"{title} (#{issue.number})"
        co_author = f"\n\n{issue.co_author}" if issue.co_author else ""
        branch = f"innmelding/{issue.number}-{slug}"
        answer = self._answer(issue, reading.language)
        return Change(
            reading.path,
            reading.content,
            branch,
            message + co_author,
            answer.not_put("refused"),
            answer.not_put("failed"),
        )


def _told(comment: str, add: Sequence[str], remove: Sequence[str]) -> str:
    """Return an answer as the tool that writes it takes it."""
    answer = {"comment": comment, "marker": MARKER, "add": add, "remove": remove}
    return json.dumps(answer, ensure_ascii=False)


def _is_ours(issue: Issue) -> bool:
    return issue.is_open and (SENT_IN in issue.labels or has_payload(issue.body))
