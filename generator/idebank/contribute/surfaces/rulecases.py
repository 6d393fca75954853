"""The book of rules, from the rules' texts and the first case of each.

A case lies wrong in tests/rules/err and right in tests/rules/ok.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final, TypeAlias

from idebank import rules, schema, source
from idebank.diagnostics import Diagnostic, Rule, Severity
from idebank.report import Words, words_in
from idebank.report.excerpt import excerpt
from idebank.schema import Schemas
from idebank.validate import check_bank
from idebank.vocabulary import LANGUAGES

_QUOTED: Final = re.compile(r"{\w+}")
_FAMILIES: Final = {"file": source.RULES, "fields": schema.RULES, "content": rules.RULES}
_LINES: Final = 4
"""How many lines of what is right are shown."""
_BELOW: Final = 2
"""How far below the line that is wrong another may be put in."""

_Change: TypeAlias = tuple[str, int, int, int, int]
"""As difflib tells it: what is done, and with which lines of either text."""


@dataclass(frozen=True, slots=True)
class _Case:
    """What a rule says of its first case, the text it says it of, and the text put right."""

    diagnostic: Diagnostic
    wrong: str
    right: str
    """Empty where the file itself had to go or move."""


def rule_book(cases: Path, schemas: Schemas) -> bytes:
    """Return the book as JSON; a rule whose cases cannot lie in a repository goes by its general text.

    `cases` is the folder with `err` and `ok`.
    """
    words = {language: words_in(language) for language in LANGUAGES}
    book = {
        rule.id: _told(rule, family, _case(rule, cases, schemas), words)
        for family, own in _FAMILIES.items()
        for rule in own
    }
    return f"{json.dumps(book, ensure_ascii=False, indent=1)}\n".encode()


def _case(rule: Rule, cases: Path, schemas: Schemas) -> _Case | None:
    found = sorted(path for path in (cases / "err" / rule.id).glob("*") if path.suffix != ".txt")
    if not found:
        return None
    with tempfile.TemporaryDirectory() as folder:
        root, twin = Path(folder, "wrong"), Path(folder, "right")
        _lay_out(found[0], root)
        _lay_out(cases / "ok" / rule.id / found[0].name, twin)
        own = (each for each in check_bank(root, schemas=schemas).diagnostics if each.rule == rule.id)
        diagnostic = next(own, None)
        if diagnostic is None:
            return None
        return _Case(diagnostic, _text(root / diagnostic.path), _text(twin / diagnostic.path))


def _lay_out(case: Path, root: Path) -> None:
    """Put a case where the check can see it: a whole bank, or one entry in Nordland."""
    if case.is_dir():
        shutil.copytree(case, root)
        return
    target = root / "content" / "initiatives" / "nordland" / case.name
    target.parent.mkdir(parents=True)
    shutil.copyfile(case, target)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _told(rule: Rule, family: str, case: _Case | None, words: Mapping[str, Words]) -> dict[str, Any]:
    shown = excerpt(case.diagnostic, case.wrong.split("\n")) if case else None
    return {
        "family": family,
        "error": rule.severity is Severity.ERROR,
        **{
            part: {
                language: getattr(own, part)(case.diagnostic) if case else _in_general(own, rule, part)
                for language, own in words.items()
            }
            for part in ("message", "help", "why")
        },
        "wrong": list(shown) if shown else [],
        "right": _corrected(case) if case else [],
    }


def _corrected(case: _Case) -> list[str]:
    """Return the lines that stand in place of the wrong one; where it is right to add some, those.

    Empty where it is enough to delete, or where no line of the text is wrong.
    """
    wrong, right = case.wrong.splitlines(), case.right.splitlines()
    changes = SequenceMatcher(a=wrong, b=right, autojunk=False).get_opcodes()
    here = [each for each in changes if _is_about(each, case.diagnostic, right)]
    if not here:
        return []
    _, _, _, first, last = here[0]
    lines = right[first:last]
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], "…"]


def _is_about(change: _Change, diagnostic: Diagnostic, right: Sequence[str]) -> bool:
    """Tell whether a change is what a diagnostic asked for: in its line, or just below, or its field."""
    how, first, last, start, end = change
    if how in {"equal", "delete"}:
        return False
    at = diagnostic.line - 1
    if at:
        return first <= at < last or (how == "insert" and at <= first <= at + _BELOW)
    # What is missing from the whole file is said of its first line.
    wanted = f"{diagnostic.keys[-1]}:" if diagnostic.keys else ""
    return first == at or any(line.startswith(wanted) for line in right[start:end])


def _in_general(words: Words, rule: Rule, part: str) -> str:
    """Return a rule's text with dots for what a case would fill in."""
    return _QUOTED.sub("…", words.messages.get(f"rules.{rule.id}.{part}", ""))
