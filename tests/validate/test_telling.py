"""What is told of a file with very much wrong: the first of each rule, and how many more there are."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from idebank import limits
from idebank.diagnostics import Diagnostic, Severity
from idebank.report import render
from idebank.validate.telling import abridged, abridged_bank
from tests.factories import PATH, check, check_source, entry_text, write_bank

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAILBOXES = entry_text("ola.nordmann@kommune.example\n" * 1_220)


def _found(rules: Iterable[str], *, each: int, path: str = PATH) -> tuple[Diagnostic, ...]:
    return tuple(Diagnostic(path, rule, line=line) for line in range(1, each + 1) for rule in rules)


def _counts(diagnostics: Iterable[Diagnostic]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for diagnostic in diagnostics:
        counts[diagnostic.rule] += diagnostic.count
    return counts


def _said(path: str, format_: str, language: str = "nb") -> str:
    _, diagnostics = check_source(path, MAILBOXES.encode())
    return render(diagnostics, format=format_, language=language, colour=False, sources=lambda _: MAILBOXES)


def test_few() -> None:
    """What is not too much is told as it is."""
    few = _found(["a", "b"], each=10)

    assert abridged(few) == few


def test_of_a_rule() -> None:
    """Of one rule, the first twenty are told, then how many more there are and where they begin."""
    many = abridged(_found(["a"], each=19_820))

    assert [one.line for one in many] == list(range(1, 22))
    assert [one.further for one in many] == [*([0] * 20), 19_800]


def test_in_all() -> None:
    """Of one file, two hundred are told, and all others are counted, each with its rule."""
    rules = [f"rule-{number}" for number in range(30)]
    many = abridged(_found(rules, each=20))

    assert sum(not one.further for one in many) == limits.TOLD
    assert _counts(many) == Counter(dict.fromkeys(rules, 20))


def test_told_twice() -> None:
    """What was left out once is counted when more is left out later."""
    once = abridged(_found(["a"], each=100))

    assert _counts(abridged((*once, *_found(["a"], each=50)))) == Counter(a=150)


def test_each_file_by_itself() -> None:
    """Each file has twenty of a rule, and files stand in order."""
    found = [*_found(["a"], each=30, path="b.md"), *_found(["a"], each=30, path="a.md")]
    bank = list(abridged_bank(found))

    assert [one.path for one in bank] == ["a.md"] * 21 + ["b.md"] * 21


def test_severity_stays(tmp_path: Path) -> None:
    """An entry stays unpublished though its last mistakes are only counted."""
    bank = check(write_bank(tmp_path, {PATH: MAILBOXES}))

    assert bank.has_errors
    assert {one.severity for one in bank.diagnostics} == {Severity.ERROR}
    assert _counts(bank.diagnostics) == Counter({"private-email": 1_220})


@pytest.mark.parametrize(
    ("language", "more", "summary"),
    [
        ("nb", "Og 1\u00a0200 til av samme slag, her eller lenger ned.", "Fant 1\u00a0220 feil i 1 fil."),
        ("nn", "Og 1\u00a0200 til av same slag, her eller lenger nede.", "Fann 1\u00a0220 feil i 1 fil."),
        ("en", "And 1,200 more of the same kind, here or further down.", "Found 1,220 errors in 1 file."),
    ],
)
def test_text(language: str, more: str, summary: str) -> None:
    """The report ends a rule with how many more there are; the last line has the number of all."""
    lines = _said(PATH, "text", language).splitlines()

    assert lines[-3].partition(": ")[2].partition(": ")[2] == f"{more} [private-email]"
    assert lines[-1].startswith(summary)


def test_json() -> None:
    """Programs read the same numbers."""
    report = json.loads(_said(PATH, "json"))

    assert (report["errors"], report["advice"], len(report["diagnostics"])) == (1_220, 0, 21)
    assert [one["count"] for one in report["diagnostics"][-2:]] == [1, 1_200]


def test_github() -> None:
    """Annotations are ten, and the last says how many more mistakes there are in truth."""
    lines = _said(PATH, "github").splitlines()

    assert len(lines) == 11
    assert lines[9] == "::error::Det er 1\u00a0211 til; se oppsummeringen."
