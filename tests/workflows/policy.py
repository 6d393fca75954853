"""Rules of our own for workflows, for what zizmor does not look at or only mentions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import yaml

Policy: TypeAlias = Callable[[str], Iterator[str]]

FETCHED = r"(?:curl|wget)\b[^\n]*"
SHELL = r"(?:sudo\s+)?(?:env\s+)?(?:/\S*/)?(?:ba|da|k|z)?sh\b"
FETCHED_INTO_SHELL = re.compile(
    rf"{FETCHED}\|\s*{SHELL}|(?:{SHELL}|\beval\b|\bsource\b)[^\n]*(?:\$\(|<\(|`)\s*{FETCHED}"
)


def no_privileged_fork_event(text: str) -> Iterator[str]:
    """Yield a finding where a fork's code could run with our rights."""
    for word in ("pull_request_target", "allow-unsafe-pr-checkout"):
        if word in text:
            yield f"`{word}` lets a fork's code run with our rights"


def no_expression_in_script(text: str) -> Iterator[str]:
    """Yield a finding for each script into which an expression is pasted as text."""
    for step in _steps(text):
        for script in (step.get("run", ""), step.get("with", {}).get("script", "")):
            if "${{" in script:
                yield f"`${{{{` in a script; hand it over in `env`: {script.strip()}"


def no_fetched_script(text: str) -> Iterator[str]:
    """Yield a finding for each script that runs what it has just fetched."""
    for step in _steps(text):
        script = step.get("run", "").replace("\\\n", " ")
        if FETCHED_INTO_SHELL.search(script):
            yield f"a fetched script is run unseen: {script.strip()}"


def no_self_hosted_runner(text: str) -> Iterator[str]:
    """Yield a finding for each job that runs on a machine of somebody's own."""
    for name, job in _jobs(text).items():
        runner = job.get("runs-on", "")
        if "self-hosted" in str(runner) or not re.match(r"(ubuntu|macos|windows)-", str(runner)):
            yield f"job `{name}` runs on `{runner}`, not on a machine of GitHub's"


def no_cache_in_deploy(text: str) -> Iterator[str]:
    """Yield a finding for each cache in a workflow that may publish: other runs can have filled it."""
    jobs = _jobs(text).values()
    if not any("write" in str(job.get("permissions", "")) for job in jobs):
        return
    for step in _steps(text):
        uses = step.get("uses", "")
        inputs = [name for name in step.get("with", {}) if "cache" in name]
        if "cache" in uses or inputs:
            yield f"a cache in a workflow that publishes: {uses} {' '.join(inputs)}".strip()


def no_rights_by_default(text: str) -> Iterator[str]:
    """Yield a finding unless the workflow gives no rights but those that a job asks for."""
    permissions = _parse(text).get("permissions", "missing")
    if permissions != {}:
        yield f"`permissions` at the top is `{permissions}`, not `{{}}`"


def no_install_with_rights(text: str) -> Iterator[str]:
    """Yield a finding for each job that may write and runs more than one tool of ours on what it is told."""
    for name, job in _jobs(text).items():
        if "write" not in str(job.get("permissions", "")):
            continue
        for step in job.get("steps", []):
            run = step.get("run", "")
            if run and not re.fullmatch(r"python3 generator/tools/github\.py [a-z]+", run):
                yield f"job `{name}` may write, and runs: {run.strip()}"


def only_main_is_published(text: str) -> Iterator[str]:
    """Yield a finding for each job that publishes and does not wait for somebody to see that it is main."""
    jobs = _jobs(text)
    for name, job in jobs.items():
        if "pages" not in job.get("permissions", {}):
            continue
        waited_for = jobs.get(str(job.get("needs", "")), {})
        if "github.ref == 'refs/heads/main'" not in f"{job.get('if', '')} {waited_for.get('if', '')}":
            yield f"job `{name}` publishes whatever branch it is started from"


POLICIES: tuple[Policy, ...] = (
    no_privileged_fork_event,
    no_expression_in_script,
    no_fetched_script,
    no_self_hosted_runner,
    no_cache_in_deploy,
    no_rights_by_default,
    no_install_with_rights,
    only_main_is_published,
)


def _parse(text: str) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(text)
    return document


def _jobs(text: str) -> dict[str, dict[str, Any]]:
    jobs: dict[str, dict[str, Any]] = _parse(text).get("jobs", {})
    return jobs


def _steps(text: str) -> Iterator[dict[str, Any]]:
    for job in _jobs(text).values():
        yield from job.get("steps", [])
