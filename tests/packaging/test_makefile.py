"""The Makefile keeps its promises, as far as they can be seen without setting everything up anew."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.packaging.lockfiles import ROOT

if TYPE_CHECKING:
    from pathlib import Path

INTERNAL = {
    "browser",
    "check-content",
    "check-layers",
    "check-scripts",
    "check-style",
    "check-types",
    "check-workflows",
}


def _make(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    # Under `make test` this would otherwise go on as a part of that make.
    inherited = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    environment = {name: value for name, value in os.environ.items() if name not in inherited}
    return subprocess.run(
        ["make", *arguments], check=False, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8"
    )


def test_help_lists_every_target() -> None:
    """Each target that a person may type has a line in the help."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = {
        name for names in re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE) for name in names.split()
    }
    listed = set(re.findall(r"^  make (\S+) +\S", _make("help").stdout, re.MULTILINE))

    assert listed == phony - INTERNAL
    assert listed >= {"bench", "check", "clean", "golden", "help", "lock", "serve", "site", "soak", "test"}


def test_help_is_what_make_alone_does() -> None:
    """Whoever types only `make` sees what there is."""
    assert _make().stdout == _make("help").stdout


@pytest.mark.parametrize("target", ["site", "test"])
def test_last_line_says_what_to_do_next(target: str) -> None:
    """Both commands of the README end with one such line."""
    steps = _make("--dry-run", target).stdout.splitlines()
    echoes = [line for line in steps if line.startswith("echo ") and "Installing" not in line]

    assert echoes == steps[-1:]
    assert re.search(r"run \\`make \w+\\`", steps[-1])


@pytest.mark.parametrize(
    ("answers_to", "message"),
    [("nothing", "Python 3.11 or newer is needed"), ("version_info", "install the package python3-venv")],
)
def test_unfit_python_is_named(tmp_path: Path, answers_to: str, message: str) -> None:
    """An old Python, and Debian's without ensurepip, are refused with what to do about it."""
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\ncase "$2" in *{answers_to}*) exit 0 ;; esac\nexit 1\n', encoding="utf-8")
    python.chmod(0o755)
    result = _make(f"PYTHON={python}", f"VENV={tmp_path}/venv", f"{tmp_path}/venv/.python")

    assert result.returncode != 0
    assert message in result.stderr


def test_ci_types_what_a_user_types() -> None:
    """The CI script is the two commands and nothing else."""
    script = ROOT / ".ci" / "run"
    lines = script.read_text(encoding="utf-8").splitlines()

    assert lines == ["#!/usr/bin/env bash", "set -eu", "make test", "make site"]
    assert os.access(script, os.X_OK)
