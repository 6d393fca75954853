"""The small bank as intake sees it, and the recorded events."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from idebank.contribute.intake import Intake, Outcome
from idebank.contribute.issues import read_event
from idebank.contribute.shelf import Shelf
from idebank.messages import load_messages
from idebank.report import Words, words_in
from idebank.resources import theme_folder
from idebank.rules.links import slugs_of
from idebank.source import list_bank, load_source
from idebank.wording import Wording
from tests.factories import schemas

BANK: Final = Path(__file__).parents[1] / "fixtures" / "bank"
EVENTS: Final = Path(__file__).parent / "events"
TODAY: Final = "2026-11-26"
SITE: Final = "https://bank.example/"


@cache
def shelf() -> Shelf:
    """Return the small bank."""
    return Shelf(schemas(), slugs_of(list_bank(BANK).entries), lambda path: load_source(BANK, path).raw)


@cache
def words_of(language: str) -> tuple[Wording, Words]:
    """Return the words of answers in one language."""
    return (
        Wording(language, load_messages(theme_folder() / "messages" / "intake", language)),
        words_in(language),
    )


def intake(site: str = SITE) -> Intake:
    """Return what answers issues about the small bank."""
    return Intake(shelf(), site, words_of, TODAY)


def outcome_of(name: str) -> Outcome:
    """Return what comes of a recorded event: approved where an editor has just set the label."""
    issue = read_event((EVENTS / f"{name}.json").read_bytes())
    return intake().approve(issue) if issue.label == "klar" else intake().understand(issue)
