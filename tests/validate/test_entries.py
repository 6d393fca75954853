"""One file at a time, whatever its fields hold."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from idebank.report import render
from idebank.vocabulary import LANGUAGES
from tests.factories import BODY, PATH, check_source, entry_text, initiative, schema

NAMES = sorted(
    {*schema().root["properties"], "role", "url", "email", "file", "basis", "from", "to", "tittel"}
)
WORDS = st.sampled_from(
    ["", " ", "nb", "no", "12", "12.3", "Herøy", "Viken", "true", "ja", "2026-02-30", "22.11.2026", "a b", "https://x",
     "children", "public-sources", "stopped", "-5", "1 000",
     "skole, helse", "a" * 400, "{0}", "Å.PDF", "kari@gmail.com"]
)  # fmt: skip
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None, max_examples=200)  # a busy machine is no mistake
@given(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6))
def test_any_fields(changes: dict[str, Any]) -> None:
    """Whatever the fields hold, there is an answer, in words, in each language."""
    written = {name: json.dumps(value, ensure_ascii=False) for name, value in changes.items()}
    text = entry_text(BODY, **written)

    _, diagnostics = check_source(PATH, text.encode())

    for language in LANGUAGES:
        assert render(diagnostics, format="text", language=language, colour=False, sources=lambda _: text)


@pytest.mark.parametrize(
    ("sdgs", "goals", "targets"),
    [
        ('["12"]', (12,), ()),
        ('["12.3"]', (12,), ("12.3",)),
        ('["17.10", "17.9"]', (17,), ("17.9", "17.10")),
        ('["11", "16.a", "16.10", "3.6"]', (3, 11, 16), ("3.6", "16.10", "16.a")),
    ],
)
def test_goals_come_from_targets_too(sdgs: str, goals: tuple[int, ...], targets: tuple[str, ...]) -> None:
    """A target belongs to its goal, and both come in order."""
    source = entry_text(sdgs=sdgs).encode()

    found, _ = check_source(PATH, source)

    assert found == initiative(goals=goals, targets=targets)
