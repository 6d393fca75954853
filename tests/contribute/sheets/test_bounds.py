"""What a spreadsheet may cost: one that is too large is refused in a sentence, whatever it claims to hold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from idebank.cli import main
from idebank.console.words import cli_wording
from idebank.contribute.sheets.limits import Reason
from idebank.contribute.sheets.mapping import Column
from idebank.contribute.sheets.values import value_of
from idebank.vocabulary import LANGUAGES
from tests.contribute.sheets.hostile import FILES
from tests.factories import schemas
from tests.growth import growing

PROJECT: Final = Path(__file__).parents[3]
BANK: Final = PROJECT / "tests" / "fixtures" / "bank"


@pytest.fixture(scope="module")
def outcomes() -> dict[str, str]:
    """Return what came of every hostile file, read with little memory."""
    command = [sys.executable, "-m", "tests.contribute.sheets.hostile"]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, encoding="utf-8")
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", FILES)
def test_little_memory_is_enough(name: str, outcomes: dict[str, str]) -> None:
    """A file is read, or refused with its reason, in 300 MB."""
    assert outcomes[name] == FILES[name][1]


def test_every_reason_is_tried() -> None:
    """No reason to refuse a file is without a file."""
    assert {*Reason} <= {reason for _, reason in FILES.values()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["a merge of everything", "too many rows", "a quote that is not closed"])
def test_refused_in_a_sentence(name: str, language: str, tmp_path: Path) -> None:
    """The command names the file and what is too much, and nothing of how it was found out."""
    make, reason = FILES[name]
    file = tmp_path / "ark.xlsx"
    file.write_bytes(make())
    arguments = [
        "import",
        str(file),
        "--mapping",
        "idebank-need",
        "--root",
        str(BANK),
        "--language",
        language,
    ]

    result = CliRunner().invoke(main, arguments)

    expected = cli_wording(language).t(
        f"sheet.refused.{reason}",
        file=file,
        limit=cli_wording(language).number(10_000),
        cells="A1:XFD1048576",
        row=3,
    )
    assert (result.exit_code, result.output) == (2, f"{expected}\n")


def test_every_reason_has_its_sentence() -> None:
    """Each reason is told in every language, with the file's name first."""
    for language in LANGUAGES:
        for reason in Reason:
            params = {"file": "ark.csv", "limit": 1, "cells": "A1", "row": 1, "heading": "a"}
            assert cli_wording(language).t(f"sheet.refused.{reason}", **params).startswith("ark.csv ")


WAYS: Final = {
    "title": "text",
    "steps": "list",
    "sectors": "choices",
    "phase": "choice",
    "sdgs": "goals",
    "published": "date",
}


@pytest.mark.parametrize("field", WAYS)
def test_a_cell_costs_its_length(field: str) -> None:
    """Eight times the text in a cell takes about eight times as long to read."""
    column = Column(field=(field,), way=WAYS[field], split=" ")

    assert growing(lambda text: value_of(text, column, schemas()["initiative"])) == []


@pytest.mark.parametrize(
    ("way", "cell", "value"),
    [
        ("json", "[1, 2]", [1, 2]),
        ("json", "[1, 2", "[1, 2"),
        ("json", "[" * 100_000, "[" * 100_000),
        ("number", "350 000 kr", 350_000),
        ("number", "²", "²"),
        ("number", "9" * 5_000, "9" * 5_000),
    ],
)
def test_what_is_not_understood_stays_a_text(way: str, cell: str, value: object) -> None:
    """A cell that is no number, or not written as it should be, is left for the check to explain."""
    assert value_of(cell, Column(field=("title",), way=way), schemas()["initiative"]) == value
