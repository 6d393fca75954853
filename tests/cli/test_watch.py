"""`idebank check --watch`: what changed between two looks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from idebank.console.news import news
from idebank.diagnostics import Diagnostic
from tests.factories import PATH, entry_text, write_bank

if TYPE_CHECKING:
    from pathlib import Path

ONE = Diagnostic("a.md", "missing-field", keys=("title",), line=1)
OTHER = Diagnostic("b.md", "impossible-date", keys=("published",), line=4)


def test_nothing_new() -> None:
    """Where both looks find the same, there is nothing to say."""
    assert not news([ONE, OTHER], [ONE, OTHER]).is_any


def test_what_appeared_and_what_is_gone() -> None:
    """New mistakes are told, and corrected ones counted."""
    found = news([ONE], [OTHER])

    assert (found.appeared, found.gone, found.left) == ((OTHER,), 1, 1)


def test_a_mistake_that_moved_is_the_same() -> None:
    """A line written above it makes no mistake new."""
    moved = Diagnostic("a.md", "missing-field", keys=("title",), line=9)

    assert not news([ONE], [moved]).is_any


def test_watching(tmp_path: Path) -> None:
    """A saved mistake is told, its correction too, and Ctrl-C ends with a line and no traceback."""
    write_bank(tmp_path, {PATH: entry_text("Tekst.\n")})
    command = [sys.executable, "-u", "-m", "idebank.cli", "check", "--watch", "--root", str(tmp_path)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=environment,
    ) as process:
        assert process.stdout
        _read_until(process, "Følger med")

        write_bank(tmp_path, {PATH: entry_text("Tekst.\n", phase="ferdig")})
        wrong = _read_until(process, "står igjen")
        write_bank(tmp_path, {PATH: entry_text("Tekst.\n")})
        right = _read_until(process, "Alt i orden")
        write_bank(tmp_path, {"content/tiltak/x.md": entry_text("Tekst.\n")})
        lost = _read_until(process, "står igjen")
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()

    assert "[unknown-value]" in wrong
    assert "er rettet" in right
    assert "[misplaced-file]" in lost
    assert rest.strip() == "Følger ikke med lenger."
    assert process.returncode == 0


def _read_until(process: subprocess.Popen[str], text: str) -> str:
    """Return what the command says up to a line with `text`; the test's time limit is pytest's own."""
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line)
        if text in line:
            return "".join(lines)
    raise AssertionError("".join(lines))
