"""The job summary tells a contributor what to do next."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SUMMARY = Path(__file__).parents[2] / ".github" / "summary"


@pytest.fixture
def summary(tmp_path: Path) -> Callable[[int, str], str]:
    """Return a function that gives the summary of a check with this exit code and output."""

    def run(exit_code: int, output: str) -> str:
        (tmp_path / "output").write_text(output, encoding="utf-8", newline="")
        command = tmp_path / "idebank"
        command.write_text(f'#!/bin/sh\ncat "{tmp_path}/output"\nexit {exit_code}\n', encoding="utf-8")
        command.chmod(0o755)
        return subprocess.run([SUMMARY, command], check=True, capture_output=True, encoding="utf-8").stdout

    return run


@pytest.mark.parametrize(
    ("exit_code", "heading"),
    [(0, "## Bidragene er i orden"), (1, "## Noe må rettes"), (2, "## Kontrollen kunne ikke kjøre")],
)
def test_heading_says_how_it_went(summary: Callable[[int, str], str], exit_code: int, heading: str) -> None:
    """Each outcome of the check has a heading of its own."""
    first = summary(exit_code, "").splitlines()[0]

    assert first == heading


def test_output_stays_a_code_block(summary: Callable[[int, str], str]) -> None:
    """What a contributor wrote cannot leave the code block, nor can a carriage return begin a new line."""
    text = summary(1, "a.md:1:1: error: «```\n# overskrift» [x]\r<b>")
    block = text.partition("### Meldingene\n\n")[2].splitlines()

    assert block == ["    a.md:1:1: error: «```", "    # overskrift» [x] <b>"]


def test_check_that_cannot_start_is_our_mistake(tmp_path: Path) -> None:
    """A missing command is told like any other failure of ours."""
    result = subprocess.run(
        [SUMMARY, tmp_path / "idebank"], check=True, capture_output=True, encoding="utf-8"
    )

    assert result.stdout.startswith("## Kontrollen kunne ikke kjøre")
