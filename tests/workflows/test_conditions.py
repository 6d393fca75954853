"""Which jobs run when, and who is told what: the conditions of the workflows, worked out."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from idebank.contribute.changes import FileChange
from idebank.kinds import KINDS
from idebank.source import MOVED
from tests.workflows.expressions import evaluate

ROOT: Final = Path(__file__).parents[2]
CHANGED: Final = ROOT / "generator" / "tools" / "changed.py"


def _jobs(workflow: str) -> dict[str, Any]:
    text = (ROOT / ".github" / "workflows" / workflow).read_text(encoding="utf-8")
    jobs: dict[str, Any] = yaml.safe_load(text)["jobs"]
    return jobs


@pytest.mark.parametrize(
    ("event", "program", "runs"),
    [
        ("pull_request", "false", {"changes", "content"}),
        ("pull_request", "true", {"changes", "content", "code", "tests", "site"}),
        ("pull_request", "", {"changes", "content", "code", "tests", "site"}),
        ("merge_group", "false", {"changes", "content", "code", "tests", "site"}),
        ("merge_group", "true", {"changes", "content", "code", "tests", "site"}),
    ],
)
def test_one_mistake_is_one_red_check(event: str, program: str, runs: set[str]) -> None:
    """A contribution alone is looked over by one job; the queue, and whatever is not known, runs all."""
    context = {"github": {"event_name": event}, "needs": {"changes": {"outputs": {"program": program}}}}
    found = {
        name for name, job in _jobs("check.yml").items() if evaluate(job.get("if", "${{ true }}"), **context)
    }

    assert found == runs


def test_a_preview_stops_nothing() -> None:
    """What goes wrong with the preview keeps nobody from being told what is wrong with the contribution."""
    steps = _jobs("check.yml")["content"]["steps"]
    commands = [step.get("run", step.get("uses", "")) for step in steps]
    after = next(n for n, command in enumerate(commands) if "idebank preview" in command)
    review = next(n for n, command in enumerate(commands) if "idebank review" in command)

    assert [step.get("continue-on-error") for step in steps[after:review]] == [True] * (review - after)


@pytest.mark.parametrize(
    ("ref", "published"),
    [("refs/heads/main", True), ("refs/heads/forsok", False), ("refs/tags/main", False)],
)
def test_only_main_is_published(ref: str, published: bool) -> None:  # noqa: FBT001 - as pytest gives it
    """A branch that somebody starts the publishing from by hand is not published."""
    jobs = _jobs("deploy.yml")

    assert bool(evaluate(jobs["build"]["if"], github={"ref": ref})) == published
    assert jobs["deploy"]["needs"] == "build"


def _answered(*, read: str = "", approved: str = "", branch: str = "skipped", because: str = "") -> str:
    """Return what is answered when the jobs have ended so."""
    outputs = {"answer": approved, "refused": "refused", "failed": "failed"} if approved else {}
    job = _jobs("innmelding.yml")["answer"]
    needs = {
        "read": {"outputs": {"answer": read}},
        "approved": {"outputs": outputs},
        "branch": {"result": branch, "outputs": {"because": because}},
    }
    if not evaluate(job["if"], needs=needs):
        return ""
    return str(evaluate(job["steps"][-1]["env"]["ANSWER"], needs=needs))


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        ({"read": "forstått"}, "forstått"),
        ({"approved": "mangler noe"}, "mangler noe"),
        ({"approved": "godkjent", "branch": "success"}, "godkjent"),
        ({"approved": "godkjent", "branch": "failure"}, "failed"),
        ({"approved": "godkjent", "branch": "failure", "because": "refused"}, "refused"),
        ({}, ""),
    ],
)
def test_who_sent_it_in_is_told(ended: dict[str, str], told: str) -> None:
    """Whatever became of the branch, there is an answer; another issue than one sent in gets none."""
    assert _answered(**ended) == told


@pytest.mark.parametrize(
    ("read", "approved", "labels", "told"),
    [
        ("failure", "skipped", ["innmelding", "ny"], True),
        ("skipped", "failure", ["innmelding", "klar"], True),
        ("failure", "skipped", ["bug"], False),
        ("success", "skipped", ["innmelding"], False),
        ("skipped", "success", ["innmelding"], False),
    ],
)
def test_our_own_mistakes_are_told(*, read: str, approved: str, labels: list[str], told: bool) -> None:
    """When our program stumbles, whoever sent something in is told that it was ours."""
    event = {"issue": {"labels": [{"name": label} for label in labels]}}
    needs = {"read": {"result": read}, "approved": {"result": approved}}
    job = _jobs("innmelding.yml")["sorry"]

    assert bool(evaluate(job["if"], needs=needs, github={"event": event})) == told


@pytest.mark.parametrize(
    ("paths", "program"),
    [
        ("content/needs/a.md", "false"),
        ("content/initiatives/oslo/a.md\0content/initiatives/oslo/a/b.jpg\0content/moved.txt", "false"),
        ("content/needs/a.md\0Makefile", "true"),
        ("content/pages/nb/om.md", "true"),
        ("content/published.txt", "true"),
        ("content/needs", "true"),
        ("content/../content/needs/a.md", "true"),
        ("x\ncontent/needs/a.md", "true"),
        ("", "true"),
    ],
)
def test_what_is_changed(paths: str, program: str) -> None:
    """Only a change of contributions alone spares the other jobs."""
    listed = f"{paths}\0".encode() if paths else b""
    done = subprocess.run([sys.executable, CHANGED], input=listed, check=True, capture_output=True)

    assert done.stdout == f"program={program}\n".encode()


def test_folders_of_contributions() -> None:
    """The script that runs before anything is installed knows the folders that the program does."""
    spec = importlib.util.spec_from_file_location("changed_tool", CHANGED)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    assert set(tool.FOLDERS) == {f"content/{kind.folder}/" for kind in KINDS.values()}
    assert {MOVED} == tool.LISTS
    assert all(FileChange(f"{folder}a.md").is_contribution for folder in tool.FOLDERS)
