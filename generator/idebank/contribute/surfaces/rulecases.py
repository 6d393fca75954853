"""The book of rules, from the rules' texts and the first case that breaks each (tests/rules/err)."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from idebank import rules, schema, source
from idebank.diagnostics import Diagnostic, Rule, Severity
from idebank.report import Words, words_in
from idebank.report.excerpt import excerpt
from idebank.schema import Schemas
from idebank.validate import check_bank
from idebank.vocabulary import LANGUAGES

_QUOTED: Final = re.compile(r"{\w+}")
_FAMILIES: Final = {"file": source.RULES, "fields": schema.RULES, "content": rules.RULES}


def rule_book(cases: Path, schemas: Schemas) -> bytes:
    """Return the book as JSON; a rule whose cases cannot lie in a repository goes by its general text."""
    words = {language: words_in(language) for language in LANGUAGES}
    book = {
        rule.id: _told(rule, family, next(_cases(rule, cases, schemas), None), words)
        for family, own in _FAMILIES.items()
        for rule in own
    }
    return f"{json.dumps(book, ensure_ascii=False, indent=1)}\n".encode()


def _cases(rule: Rule, cases: Path, schemas: Schemas) -> Iterator[tuple[Diagnostic, str]]:
    """Yield what the rule says of its cases, each with the text of the file."""
    for case in sorted(path for path in (cases / rule.id).glob("*") if path.suffix != ".txt"):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            if case.is_dir():
                shutil.copytree(case, root, dirs_exist_ok=True)
            else:
                target = root / "content" / "initiatives" / "nordland" / case.name
                target.parent.mkdir(parents=True)
                shutil.copyfile(case, target)
            for diagnostic in check_bank(root, schemas=schemas).diagnostics:
                if diagnostic.rule == rule.id:
                    yield diagnostic, (root / diagnostic.path).read_text(encoding="utf-8", errors="replace")


def _told(
    rule: Rule, family: str, case: tuple[Diagnostic, str] | None, words: Mapping[str, Words]
) -> dict[str, Any]:
    shown = excerpt(*case) if case else None
    return {
        "family": family,
        "error": rule.severity is Severity.ERROR,
        **{
            part: {
                language: getattr(own, part)(case[0]) if case else _in_general(own, rule, part)
                for language, own in words.items()
            }
            for part in ("message", "help", "why")
        },
        "wrong": list(shown) if shown else [],
    }


def _in_general(words: Words, rule: Rule, part: str) -> str:
    """Return a rule's text with dots for what a case would fill in."""
    return _QUOTED.sub("…", words.messages.get(f"rules.{rule.id}.{part}", ""))
