"""What an issue costs whoever answers it: no more than its length, whatever it says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.contribute.escaping import code, quoted, sentence
from idebank.contribute.issues import NotAnIssueError, read_event
from idebank.contribute.likeness import Told, alike
from idebank.contribute.notes import verified
from idebank.contribute.payload import has_payload, is_from_form, read_payload, write_payload
from idebank.contribute.reading import read_issue
from idebank.contribute.shelf import same_address
from idebank.entry_text import entry_text
from idebank.schema.better_values import FORM_RULES
from tests.contribute.banks import TODAY, shelf
from tests.factories import vocabulary
from tests.growth import growing

if TYPE_CHECKING:
    from collections.abc import Callable

LETTERS: Final = 6_000
"""Of an answer: the whole check of it is asked for."""


def _sent(form: str, **fields: object) -> object:
    body = str(fields.pop("body", ""))
    return read_issue(write_payload(form, entry_text(fields, body)), shelf=shelf(), today=TODAY)


def _suggested(suggest: Callable[..., object], text: str) -> object:
    return suggest(text, vocabulary())


WORK: Final[dict[str, Callable[[str], Any]]] = {
    "plain": read_payload,
    "ours": has_payload,
    "opened": lambda text: read_payload(f"~~~~~~~~ idebank initiative\n{text}\n~~~~~~~~\n"),
    "openings": lambda text: read_payload(f"~~~~~~~~ idebank initiative\n{text}" * 8),
    "written": lambda text: write_payload("initiative", text),
    "from a form": lambda text: is_from_form(f"---\n{text}\n---\n"),
    "quoted": quoted,
    "code": code,
    "sentence": sentence,
    "alike": lambda text: alike(Told("a", text), [Told("b", text)], place=text),
    "verified": lambda text: verified(f"---\n{text}\n---\n".encode(), TODAY),
    "address": same_address,
    **{form: partial(_suggested, suggest) for form, (_, suggest) in FORM_RULES.items()},
}
SENT: Final[dict[str, Callable[[str], Any]]] = {
    "body": lambda text: _sent("initiative", body=text),
    "title": lambda text: _sent("initiative", title=text),
    "contact": lambda text: _sent("initiative", contact={"email": text, "url": text}),
    "entry": lambda text: _sent("confirmation", entry=f"initiative/{text}", still=True),
}


@pytest.mark.parametrize("name", WORK)
def test_an_issue_costs_its_length(name: str) -> None:
    """Eight times the text takes about eight times as long, whatever stands in it."""
    assert growing(WORK[name]) == []


@pytest.mark.parametrize("name", SENT)
def test_an_answer_costs_its_length(name: str) -> None:
    """So does all of the check of what was sent in."""
    assert growing(SENT[name], letters=LETTERS) == []


def test_an_event_of_any_depth() -> None:
    """An event that goes down without end tells of no issue, and stops nothing."""
    with pytest.raises(NotAnIssueError):
        read_event(b'{"issue":{"number":1,"body":' + b"[" * 100_000 + b"]" * 100_000 + b"}}")
