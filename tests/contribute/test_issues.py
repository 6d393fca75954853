"""An event says which issue it is about."""

from __future__ import annotations

import pytest

from idebank.contribute.issues import NotAnIssueError, read_event
from tests.contribute.banks import EVENTS


def test_issue() -> None:
    """What is needed of an event is there."""
    issue = read_event((EVENTS / "initiative-approved.json").read_bytes())

    assert (issue.number, issue.action, issue.label, issue.branch) == (123, "labeled", "klar", "main")
    assert issue.repository == "https://github.example/idebank/idebank"
    assert issue.labels == {"innmelding", "ny", "klar"}
    assert issue.co_author.startswith("Co-authored-by: bibliotekar-eksempel <4242+")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b'{"action": "opened"}',
        b'{"issue": {"number": "12"}, "repository": {"html_url": "a"}}',
        b'{"issue": {"number": 12}}',
        b'{"issue": {"number": 12, "pull_request": {}}, "repository": {"html_url": "a"}}',
        b'{"issue": {"number": 12, "body": "\\ud800"}, "repository": {"html_url": "a"}}',
    ],
)
def test_what_is_no_issue(raw: bytes) -> None:
    """Another event, or none at all, is told apart."""
    with pytest.raises(NotAnIssueError):
        read_event(raw)


def test_an_issue_of_nobody() -> None:
    """A deleted account leaves an issue without an author."""
    issue = read_event(
        b'{"issue": {"number": 1, "user": null}, "repository": {"html_url": "https://a.example/"}}'
    )

    assert (issue.co_author, issue.repository, issue.body) == ("", "https://a.example", None)
