"""What a message tells to write is right: put in place, it silences the rule."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from idebank.report import words_in
from tests.factories import check, write_bank

if TYPE_CHECKING:
    from idebank.diagnostics import Diagnostic

ERR: Final = Path(__file__).parent / "err"
WORDS: Final = words_in("nb")
CORRECTION: Final = re.compile(r"^Skriv: `(.+)`$", re.DOTALL)
CASES: Final = sorted(ERR.glob("*/*.md"))


def _found(root: Path, text: str, name: str) -> tuple[Diagnostic, ...]:
    path = f"content/initiatives/nordland/{name}"
    return check(write_bank(root, {path: text})).diagnostics


def _corrected(case: Path, root: Path) -> list[tuple[Diagnostic, str]]:
    """Return what is said of a case with a line to write, and the text with that line in place."""
    text = case.read_bytes().decode("utf-8", "replace")
    lines = text.split("\n")
    corrected = []
    for diagnostic in _found(root, text, case.name):
        told = CORRECTION.match(WORDS.help(diagnostic))
        if told and diagnostic.rule == case.parent.name:
            at = diagnostic.line - 1
            indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
            below = lines[at + 1 :]
            underlined = bool(below) and re.fullmatch(r"=+", below[0])  # belongs to the heading above it
            better = [*lines[:at], f"{indent}{told[1]}", *(below[1:] if underlined else below)]
            corrected.append((diagnostic, "\n".join(better)))
    return corrected


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_correction_silences_the_rule(case: Path, tmp_path: Path) -> None:
    """A line that a message tells to write ends the mistake it is about."""
    for number, (diagnostic, text) in enumerate(_corrected(case, tmp_path / "wrong")):
        left = _found(tmp_path / str(number), text, case.name)

        assert (diagnostic.rule, diagnostic.line) not in {(own.rule, own.line) for own in left}, text


def test_many_rules_tell_what_to_write(tmp_path: Path) -> None:
    """At least a fifth of all rules give the line to write; what is too large or damaged has none."""
    telling = {
        case.parent.name for case in CASES if _corrected(case, tmp_path / case.parent.name / case.stem)
    }

    assert len(telling) >= len({case.parent.name for case in CASES}) / 5
