"""Notes to the editors: checked as entries are, though they become none."""

from __future__ import annotations

from typing import Any

import pytest

from idebank.vocabulary import LANGUAGES
from tests.factories import schemas

RIGHT: dict[str, dict[str, object]] = {
    "correction": {"entry": "initiative/a", "what": "b", "instead": "c", "source": "d"},
    "confirmation": {"entry": "initiative/a", "still": "true", "role": "Styrer"},
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right(name: str) -> None:
    """A note that says what it must is taken, and yes and no are read as such."""
    schema = schemas().note(name)
    value = schema.coerce(RIGHT[name])

    assert schema.violations(value) == ()
    assert value.get("still", True) is True


@pytest.mark.parametrize(
    ("name", "changes", "rule"),
    [
        ("correction", {"what": ""}, "missing-field"),
        ("correction", {"what": "a" * 1001}, "too-long"),
        ("correction", {"entry": ["a"]}, "list-where-text-wanted"),
        ("correction", {"path": "../a"}, "unknown-field"),
        ("confirmation", {"still": "kanskje"}, "not-true-or-false"),
    ],
)
def test_what_is_wrong(name: str, changes: dict[str, object], rule: str) -> None:
    """A mistake in a note is the same diagnostic as in an entry."""
    schema = schemas().note(name)

    assert [found.rule.id for found in schema.violations(schema.coerce(RIGHT[name] | changes))] == [rule]


@pytest.mark.parametrize("name", RIGHT)
def test_words(name: str) -> None:
    """Each field has its name and help in every language."""
    fields: dict[str, Any] = schemas().note(name).root["properties"]
    words = [
        node[kind].get(language)
        for node in fields.values()
        for kind in ("x-label", "x-help")
        for language in LANGUAGES
    ]

    assert len(words) == len(fields) * 6
    assert all(words)
