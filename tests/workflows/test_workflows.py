"""The workflows stay safe for contributions from strangers."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.workflows.policy import (
    POLICIES,
    no_cache_in_deploy,
    no_expression_in_script,
    no_fetched_script,
    no_install_with_rights,
    no_privileged_fork_event,
    no_rights_by_default,
    no_self_hosted_runner,
    only_main_is_published,
)

if TYPE_CHECKING:
    from tests.workflows.policy import Policy

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
PINNED = re.compile(r"uses: [\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

STEP = """
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - %s
"""
DEPLOY = """
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - %s
  b:
    permissions: {pages: write}
    runs-on: ubuntu-latest
"""
WRITER = """
permissions: {}
jobs:
  a:
    permissions: {issues: write}
    runs-on: ubuntu-latest
    steps:
      - run: %s
"""
BROKEN: list[tuple[Policy, str]] = [
    (no_privileged_fork_event, "on: pull_request_target"),
    (no_privileged_fork_event, STEP % "{uses: a, with: {allow-unsafe-pr-checkout: true}}"),
    (no_expression_in_script, STEP % "run: echo '${{ github.event.pull_request.title }}'"),
    (no_expression_in_script, STEP % "{uses: a, with: {script: 'f(${{ github.head_ref }})'}}"),
    (no_fetched_script, STEP % "run: curl -s https://example.org/x | bash"),
    (no_fetched_script, STEP % "run: wget -qO- https://example.org/x | sudo sh -s"),
    (no_fetched_script, STEP % "run: bash <(curl -s https://example.org/x)"),
    (no_fetched_script, STEP % "run: eval `wget -qO- https://example.org/x`"),
    (no_fetched_script, STEP % 'run: sh -c "$(curl -s https://example.org/x)"'),
    (no_fetched_script, STEP % "run: |\n          curl -s https://example.org/x \\\n            | /bin/bash"),
    (no_self_hosted_runner, "jobs: {a: {runs-on: self-hosted}}"),
    (no_self_hosted_runner, "jobs: {a: {runs-on: [self-hosted, linux]}}"),
    (no_self_hosted_runner, "jobs: {a: {runs-on: our-machine}}"),
    (no_cache_in_deploy, DEPLOY % "uses: actions/cache@v5"),
    (no_cache_in_deploy, DEPLOY % "{uses: actions/setup-python@v7, with: {cache: pip}}"),
    (no_rights_by_default, "on: push"),
    (no_rights_by_default, "permissions: write-all"),
    (no_rights_by_default, "permissions: {contents: read}"),
    (no_install_with_rights, WRITER % "make install"),
    (only_main_is_published, "jobs: {a: {if: true}, b: {needs: a, permissions: {pages: write}}}"),
    (only_main_is_published, "jobs: {b: {permissions: {pages: write}}}"),
    (no_install_with_rights, WRITER % "python3 generator/tools/github.py answer && pip install a"),
]


def test_every_workflow_is_looked_at() -> None:
    """The tests below mean nothing without files."""
    names = [path.name for path in WORKFLOWS]

    assert names == ["check.yml", "deploy.yml", "etiketter.yml", "innmelding.yml", "venter.yml"]


@pytest.mark.parametrize(("policy", "text"), BROKEN)
def test_policy_finds_what_it_is_for(policy: Policy, text: str) -> None:
    """Each rule is seen to fail."""
    findings = list(policy(text))

    assert len(findings) == 1


def test_every_policy_is_seen_to_fail() -> None:
    """No rule is without a counter-example."""
    seen = {policy for policy, _text in BROKEN}

    assert seen == set(POLICIES)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.__name__)
def test_workflow_follows_policy(policy: Policy, workflow: Path) -> None:
    """Our own workflows break none of our rules."""
    findings = list(policy(workflow.read_text(encoding="utf-8")))

    assert findings == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned(workflow: Path) -> None:
    """An action is named by a full commit, with its version beside it for people and for dependabot."""
    lines = [line.strip().removeprefix("- ") for line in workflow.read_text(encoding="utf-8").splitlines()]
    actions = [line for line in lines if line.startswith("uses:")]
    loose = [line for line in actions if not PINNED.fullmatch(line)]

    assert actions
    assert loose == []


def test_zizmor_finds_nothing() -> None:
    """The strictest persona, offline; an informational finding counts too."""
    command: list[str | Path] = [
        Path(sys.executable).with_name("zizmor"),
        "--offline",
        "--no-progress",
        "--color=never",
        "--persona=auditor",
        ROOT / ".github",
    ]
    result = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")

    assert (result.returncode, result.stdout.strip()) == (0, "No findings to report. Good job!")


def _county_folders() -> set[str]:
    ascii_letters = str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "-"})
    with (ROOT / "schema" / "vocabulary" / "counties.csv").open(encoding="utf-8", newline="") as file:
        slugs = {row["name"].lower().translate(ascii_letters) for row in csv.DictReader(file)}
    return {*slugs, "nasjonalt"}


def test_every_county_has_owners() -> None:
    """Each county's folder has a line of its own, and no line is for a folder that is none."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    prefix = "/content/initiatives/"
    owned = {line.split("/")[3] for line in lines if line.startswith(prefix)}

    assert owned == _county_folders()


def test_owners_are_written_as_github_reads_them() -> None:
    """GitHub skips a line with a malformed owner without a word; everything outside content has owners."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    malformed = [rule for rule in rules if not re.fullmatch(r"\S+(\s+@[a-z\d-]+/[a-z\d-]+)+", rule)]

    assert malformed == []
    assert rules[0].split() == ["*", "@idebank/utviklere"]


REPLIES = sorted((ROOT / ".github" / "replies").glob("*.md"))


def test_replies_are_in_both_written_forms() -> None:
    """Each canned reply is there in bokmål and in nynorsk, and in the editors' list."""
    names = {path.name for path in REPLIES} - {"LES-MEG.md"}
    stems = {name.split(".")[0] for name in names}
    listed = (ROOT / ".github" / "replies" / "LES-MEG.md").read_text(encoding="utf-8")

    assert names == {f"{stem}.{language}.md" for stem in stems for language in ("nb", "nn")}
    assert set(re.findall(r"\]\(([\w.-]+)\)", listed)) == names


@pytest.mark.parametrize("reply", REPLIES, ids=lambda path: path.name)
def test_reply_names_known_labels(reply: Path) -> None:
    """A label that a reply goes with is one that the repository has."""
    labels = (ROOT / ".github" / "labels.yml").read_text(encoding="utf-8")
    known = re.findall(r"^- name: (.+)$", labels, re.MULTILINE)
    text = reply.read_text(encoding="utf-8")

    assert text.endswith("\n")
    assert set(re.findall(r"`([\w-]+)`", text)) <= set(known)
