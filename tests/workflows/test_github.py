"""What the jobs that may write do on GitHub: no more than they are told, and only what we do."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from idebank.contribute import intake as labels_of_intake
from idebank.contribute.comments import MARKER
from tests.contribute.banks import outcome_of

ROOT: Final = Path(__file__).parents[2]
TOOL: Final = ROOT / "generator" / "tools" / "github.py"
REPO: Final = "repos/idebank/idebank"
BOT: Final = {"login": "github-actions[bot]"}


@dataclass
class GitHub:
    """A small GitHub, and the one way to it."""

    folder: Path

    def __post_init__(self) -> None:
        """Put a `gh` of ours on the path."""
        command = self.folder / "gh"
        command.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" "{Path(__file__).with_name("fake_gh.py")}" "$@"\n'
        )
        command.chmod(0o755)
        self.answers: dict[str, Any] = {}

    def run(self, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the tool."""
        state = self.folder / "state.json"
        state.write_text(json.dumps({"calls": [], "answers": self.answers}), encoding="utf-8")
        outputs = self.folder / "outputs"
        outputs.write_text("", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, TOOL, command],
            env={
                "PATH": f"{self.folder}:{os.environ['PATH']}",
                "FAKE_GITHUB": str(state),
                "GITHUB_REPOSITORY": "idebank/idebank",
                "GITHUB_OUTPUT": str(outputs),
                **environment,
            },
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        self.outputs = outputs.read_text(encoding="utf-8")
        self.calls = json.loads(state.read_text(encoding="utf-8"))["calls"]
        return done

    @property
    def changes(self) -> list[tuple[str, str]]:
        """What was asked for besides looking."""
        return [(method, path) for method, path, _ in self.calls if method != "GET"]

    def body(self, method: str, path: str) -> Any:
        """Return what was sent with a call."""
        return next(body for asked, where, body in self.calls if (asked, where) == (method, path))


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    """Return an empty GitHub."""
    return GitHub(tmp_path)


def _outputs(event: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in outcome_of(event).outputs().splitlines())


def test_first_answer(github: GitHub) -> None:
    """An issue without an answer of ours gets one, and its labels."""
    github.answers[f"GET {REPO}/issues/131/comments?per_page=100"] = [
        {"id": 1, "user": {"login": "somebody"}, "body": f"{MARKER}\nfalsk"},
        {"id": 2, "user": BOT, "body": "noe annet"},
    ]
    done = github.run("answer", ISSUE="131", ANSWER=_outputs("initiative-incomplete")["answer"])

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert github.changes == [
        ("POST", f"{REPO}/issues/131/comments"),
        ("POST", f"{REPO}/issues/131/labels"),
    ]
    assert github.body("POST", f"{REPO}/issues/131/comments") == {
        "body": outcome_of("initiative-incomplete").comment
    }
    assert github.body("POST", f"{REPO}/issues/131/labels") == {"labels": ["mangler"]}


def test_answer_is_edited_in_place(github: GitHub) -> None:
    """The answer that is there is changed; a label that is gone already stands in nobody's way."""
    github.answers[f"GET {REPO}/issues/123/comments?per_page=100"] = [
        {"id": 1, "user": {"login": "somebody"}, "body": "hei"},
        {"id": 2, "user": BOT, "body": f"{MARKER}\ngammel"},
    ]
    github.answers[f"DELETE {REPO}/issues/123/labels/klar"] = 404
    answer = _outputs("initiative-edited-after-approval")["answer"]

    assert github.run("answer", ISSUE="123", ANSWER=answer).returncode == 0
    assert github.changes == [
        ("PATCH", f"{REPO}/issues/comments/2"),
        ("POST", f"{REPO}/issues/123/labels"),
        ("DELETE", f"{REPO}/issues/123/labels/klar"),
    ]


def test_the_same_answer_is_left(github: GitHub) -> None:
    """Nobody is notified of an answer that says the same."""
    outcome = outcome_of("initiative-tip")
    github.answers[f"GET {REPO}/issues/123/comments?per_page=100"] = [
        {"id": 2, "user": BOT, "body": outcome.comment}
    ]

    assert github.run("answer", ISSUE="123", ANSWER=_outputs("initiative-tip")["answer"]).returncode == 0
    assert github.changes == []


def _approved(**changes: str) -> dict[str, str]:
    outputs = _outputs("initiative-approved")
    return {
        "BASE": "a" * 40,
        "BRANCH": outputs["branch"],
        "CONTENT": outputs["content"],
        "FILE": outputs["path"],
        "MESSAGE": outputs["message"],
        "SENDER": "redaktor-eksempel",
        **changes,
    }


PERMISSION: Final = f"GET {REPO}/collaborators/redaktor-eksempel/permission"
CONTENTS: Final = f"{REPO}/contents/content/initiatives/nordland/byttehylle-for-barneboker.md"
BRANCH: Final = "innmelding/123-byttehylle-for-barneboker"


def test_file_on_a_branch(github: GitHub) -> None:
    """The file is put on a new branch, letter by letter."""
    github.answers[PERMISSION] = {"permission": "write"}

    assert github.run("branch", **_approved()).returncode == 0
    assert github.changes == [("POST", f"{REPO}/git/refs"), ("PUT", CONTENTS)]
    assert github.body("POST", f"{REPO}/git/refs") == {"ref": f"refs/heads/{BRANCH}", "sha": "a" * 40}
    change = outcome_of("initiative-approved").change
    assert change is not None
    assert github.body("PUT", CONTENTS) == {
        "message": change.message,
        "content": _outputs("initiative-approved")["content"],
        "branch": BRANCH,
    }


def test_approved_again(github: GitHub) -> None:
    """On a branch that is there the file is changed; what editors put beside it stays."""
    github.answers |= {
        PERMISSION: {"permission": "admin"},
        f"POST {REPO}/git/refs": 422,
        f"GET {CONTENTS}?ref=innmelding%2F123-byttehylle-for-barneboker": {"sha": "b" * 40},
    }

    assert github.run("branch", **_approved()).returncode == 0
    assert github.body("PUT", CONTENTS)["sha"] == "b" * 40


@pytest.mark.parametrize("permission", ["read", "triage", "none"])
def test_only_editors_approve(github: GitHub, permission: str) -> None:
    """A label set by somebody who may not write has no file written."""
    github.answers[PERMISSION] = {"permission": permission}
    done = github.run("branch", **_approved())

    assert done.returncode == 1
    assert "may not approve" in done.stderr
    assert github.changes == []
    assert github.outputs == "because=refused\n"


@pytest.mark.parametrize(
    ("why", "said"), [("refused", "som ikke kan godkjenne"), ("failed", "noe gikk galt hos oss")]
)
def test_a_branch_that_was_not_made_is_told(github: GitHub, why: str, said: str) -> None:
    """Whoever sent it in is told what happens next, and the label that did not help is taken off."""
    assert github.run("answer", ISSUE="131", ANSWER=_outputs("initiative-approved")[why]).returncode == 0
    assert github.changes == [
        ("POST", f"{REPO}/issues/131/comments"),
        ("DELETE", f"{REPO}/issues/131/labels/klar"),
    ]
    comment = github.body("POST", f"{REPO}/issues/131/comments")["body"]
    assert said in comment
    assert "Du trenger ikke gjøre noe." in comment


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("initiative-deep-nn", "Du treng ikkje gjere noko."),
        ("initiative-english", "You need not do anything."),
    ],
)
def test_it_is_told_in_the_language_of_what_was_sent(event: str, said: str) -> None:
    """Nynorsk is answered in nynorsk, and English in English."""
    assert said in json.loads(_outputs(event)["refused"])["comment"]
    assert said in json.loads(_outputs(event)["failed"])["comment"]


def test_sorry(github: GitHub) -> None:
    """When our program stumbled, both written forms say so, in the one comment that is edited in place."""
    github.answers[f"GET {REPO}/issues/131/comments?per_page=100"] = [
        {"id": 2, "user": BOT, "body": f"{MARKER}\ngammel"}
    ]

    assert github.run("sorry", ISSUE="131").returncode == 0
    assert github.changes == [("PATCH", f"{REPO}/issues/comments/2")]
    comment = github.body("PATCH", f"{REPO}/issues/comments/2")["body"]
    assert comment.startswith(f"{MARKER}\n")
    assert "Du trenger ikke gjøre noe." in comment
    assert "Du treng ikkje gjere noko." in comment


@pytest.mark.parametrize(
    "changes",
    [
        {"FILE": ".github/workflows/check.yml"},
        {"FILE": "content/initiatives/../../a.md"},
        {"FILE": "content/pages/nb/om.md"},
        {"FILE": "content/initiatives/oslo/a.md\n"},
        {"FILE": "/content/needs/a.md"},
        {"BRANCH": "main"},
        {"BRANCH": "innmelding/1-a/../../main"},
    ],
)
def test_nothing_else_is_written(github: GitHub, changes: dict[str, str]) -> None:
    """Whatever the other job says, only entries are written, and only on branches of ours."""
    github.answers[PERMISSION] = {"permission": "admin"}

    assert github.run("branch", **_approved(**changes)).returncode == 1
    assert github.calls == []


def test_failure_is_told(github: GitHub) -> None:
    """When GitHub says no, the job fails."""
    github.answers |= {PERMISSION: {"permission": "admin"}, f"POST {REPO}/git/refs": 403}
    done = github.run("branch", **_approved())

    assert (done.returncode, done.stdout) == (1, "")
    assert "HTTP 403" in done.stderr


LIST: Final = json.dumps({"title": "Venteliste", "body": "- a", "label": "venteliste"})


def test_first_list(github: GitHub) -> None:
    """A list is an issue of its own; a stranger's issue with the label is not taken for it."""
    github.answers[f"GET {REPO}/issues?state=open&labels=venteliste&per_page=100"] = [
        {"number": 3, "user": {"login": "somebody"}}
    ]

    assert github.run("rolling", ANSWER=LIST).returncode == 0
    assert github.body("POST", f"{REPO}/issues") == {
        "title": "Venteliste",
        "body": "- a",
        "labels": ["venteliste"],
    }


def test_list_is_edited_in_place(github: GitHub) -> None:
    """There is never more than one."""
    github.answers[f"GET {REPO}/issues?state=open&labels=venteliste&per_page=100"] = [
        {"number": 3, "user": {"login": "somebody"}},
        {"number": 4, "user": BOT},
    ]

    assert github.run("rolling", ANSWER=LIST).returncode == 0
    assert github.changes == [("PATCH", f"{REPO}/issues/4")]


def test_labels(github: GitHub) -> None:
    """Labels that are missing are made, and those that are there are put right."""
    github.answers[f"GET {REPO}/labels?per_page=100"] = [{"name": "bug"}, {"name": "klar"}]

    assert github.run("labels").returncode == 0
    assert ("PATCH", f"{REPO}/labels/klar") in github.changes
    assert ("POST", f"{REPO}/labels") in github.changes
    assert len(github.changes) == len(_labels())


def _labels() -> list[dict[str, str]]:
    listed: list[dict[str, str]] = yaml.safe_load(
        (ROOT / ".github" / "labels.yml").read_text(encoding="utf-8")
    )
    return [{name: str(value) for name, value in label.items()} for label in listed]


def test_list_of_labels() -> None:
    """The list is read as YAML would read it, is one that GitHub takes, and has what the program sets."""
    spec = importlib.util.spec_from_file_location("github_tool", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    read = tool.labels_in((ROOT / ".github" / "labels.yml").read_text(encoding="utf-8"))
    names = {label["name"] for label in read}

    assert read == _labels()
    assert len(names) == len(read)
    assert all(len(label["color"]) == 6 and len(label["description"]) <= 100 for label in read)
    assert {
        labels_of_intake.SENT_IN,
        labels_of_intake.NEW,
        labels_of_intake.MISSING,
        labels_of_intake.APPROVED,
        labels_of_intake.WAITING,
        labels_of_intake.TURNED_DOWN,
    } <= names
