"""An issue as GitHub tells of it: the recorded event, and nothing else is asked for."""

import re
from dataclasses import dataclass
from typing import Any, Final

import msgspec

_LOGIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})")


class NotAnIssueError(ValueError):
    """Raised for an event that tells of no issue."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What an event tells of the issue that it is about."""

    number: int
    body: object
    """Its text; whatever GitHub sends instead of one is handed on."""
    is_open: bool
    labels: frozenset[str]
    author: str
    author_id: int
    action: str
    """What happened: `opened`, `edited`, `labeled` …"""
    label: str
    """The label that was just set; empty when something else happened."""
    repository: str
    """Web address of the repository, without a trailing `/`."""
    branch: str
    """The repository's main branch."""

    @property
    def co_author(self) -> str:
        """The line that credits the author in a commit; empty when GitHub would not understand it."""
        if not _LOGIN.fullmatch(self.author) or self.author_id <= 0:
            return ""
        return f"Co-authored-by: {self.author} <{self.author_id}+{self.author}@users.noreply.github.com>"


class _User(msgspec.Struct):
    login: str = ""
    id: int = 0


class _Label(msgspec.Struct):
    name: str = ""


class _Issue(msgspec.Struct):
    number: int
    body: Any = None
    state: str = "open"
    labels: list[_Label] = []
    user: _User | None = None
    pull_request: Any = None


class _Repository(msgspec.Struct):
    html_url: str
    default_branch: str = "main"


class _Event(msgspec.Struct):
    issue: _Issue
    repository: _Repository
    action: str = ""
    label: _Label | None = None


def read_event(raw: bytes) -> Issue:
    """Return the issue that a recorded event tells of; raises NotAnIssueError when it tells of none."""
    try:
        event = msgspec.json.decode(raw, type=_Event)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise NotAnIssueError(str(error)) from None
    if event.issue.pull_request is not None:
        raise NotAnIssueError("a pull request, not an issue")
    user = event.issue.user or _User()
    return Issue(
        number=event.issue.number,
        body=event.issue.body,
        is_open=event.issue.state == "open",
        labels=frozenset(label.name for label in event.issue.labels),
        author=user.login,
        author_id=user.id,
        action=event.action,
        label=event.label.name if event.label else "",
        repository=event.repository.html_url.rstrip("/"),
        branch=event.repository.default_branch,
    )
