"""The words of answers: complete, alike in three languages, and none that nobody asks for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

import idebank
from idebank.contribute.payload import FORMS, Reason
from idebank.contribute.reading import Status
from idebank.contribute.review import Verdict
from idebank.contribute.waiting import Turn
from tests.contribute.banks import words_of

SOURCES: Final = "".join(
    path.read_text(encoding="utf-8")
    for path in sorted((Path(idebank.__file__).parent / "contribute").glob("*.py"))
    if path.name != "drafts.py"  # speaks with the words of the command line
)
ASKED_FOR: Final = {
    *(f"refused.{reason}" for reason in Reason),
    *(f"next.{form}" for form in FORMS),
    *(f"commit.{form}" for form in FORMS if form != "correction"),
    *(f"heading.{status}" for status in Status if status is not Status.NOT_OURS),
    *(f"{name}.heading" for name in ("wrong", "fix", "files", "alike", "next", "editors")),
    *(f"waiting.{turn}.{part}" for turn in Turn for part in ("heading", "text")),
    *("waiting.title", "waiting.lead", "waiting.nothing"),
    *(f"review.{verdict}.{part}" for verdict in (*Verdict, "failed") for part in ("heading", "text")),
    *(f"review.step.{number}" for number in (1, 2, 3)),
    *("heading.approved", "heading.not-approved", "heading.not-put", "heading.duplicate"),
    *("next.refused", "next.failed"),
    *("next.confirmation-changed", "yes", "no"),
    *re.findall(r"""\bt\(\s*["']([\w.-]+)["']""", SOURCES),
    *(
        f"{key}.{form}"
        for key in re.findall(r"""\btn\(\s*["']([\w.-]+)["']""", SOURCES)
        for form in ("one", "other")
    ),
}  # fmt: skip


def _params(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_text_is_there(language: str) -> None:
    """Each text that is asked for exists, and no other; each has the same things filled in."""
    bokmal, own = words_of("nb")[0].messages, words_of(language)[0].messages

    assert set(own) == ASKED_FOR
    assert {key: _params(text) for key, text in own.items()} == {
        key: _params(text) for key, text in bokmal.items()
    }
    assert all(text and text == text.strip() for text in own.values())
