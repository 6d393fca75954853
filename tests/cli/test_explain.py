"""`idebank explain` and the book it reads."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from idebank.cli import main
from idebank.contribute.surfaces.rulecases import rule_book
from idebank.resources import schema_folder
from idebank.rulebook import BOOK, load_rulebook
from idebank.validate import ALL_RULES
from tests.factories import schemas

PROJECT: Final = Path(__file__).parents[2]


def _run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["explain", *arguments])
    return result.exit_code, result.output


def test_book_is_up_to_date() -> None:
    """The book is as `make generate` would write it: every rule, with the first case that breaks it."""
    made = rule_book(PROJECT / "tests" / "rules", schemas())

    assert (schema_folder() / BOOK).read_bytes() == made


def test_book_has_every_rule() -> None:
    """Each rule is explained, and no other."""
    assert list(load_rulebook(schema_folder())) == [rule.id for rule in ALL_RULES]


@pytest.mark.parametrize(("language", "word"), [("nb", "finnes"), ("nn", "finst"), ("en", "cannot be right")])
def test_rule_is_explained(language: str, word: str) -> None:
    """A rule is told in each language: a case, what is wrong, what to do."""
    code, text = _run("impossible-date", "--language", language)

    assert code == 0
    assert text.startswith("impossible-date (")
    assert "^" in text
    assert word in text


def test_what_to_write_stands_last() -> None:
    """A rule about a line shows the line put right."""
    _, text = _run("impossible-date")

    assert text.rstrip().endswith("Slik skal det stå:\n  published: 2026-02-28")


def test_brackets_may_stay() -> None:
    """The rule can be copied as it stands behind a message."""
    assert _run("[impossible-date]") == _run("impossible-date")


def test_near_miss_is_suggested() -> None:
    """A rule that is misspelt is asked about."""
    code, text = _run("imposible-date")

    assert code == 1
    assert "Mente du impossible-date" in text


def test_all_are_listed() -> None:
    """Without a name, every rule is listed with what it says."""
    code, text = _run()

    assert code == 0
    assert all(rule.id in text for rule in ALL_RULES)
