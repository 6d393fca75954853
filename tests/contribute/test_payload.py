"""The block in an issue: what is written is read, and nothing else is."""

from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from idebank.contribute.payload import (
    FORMS,
    MAX_BYTES,
    MAX_CHARACTERS,
    Payload,
    Reason,
    Refusal,
    has_payload,
    is_from_form,
    read_payload,
    write_payload,
)

VECTORS: Final[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "vectors" / "payload.yml").read_text(encoding="utf-8")
)
# What a browser sends has plain line ends; what would be refused for its content has tests of its own.
TEXTS: Final = st.text(
    st.one_of(st.sampled_from("~\n -> idebank"), st.characters(exclude_characters="\r$<", codec="utf-8"))
)


def _named(vector: dict[str, Any]) -> str:
    return str(vector["name"])


@pytest.mark.parametrize("vector", VECTORS["write"], ids=_named)
def test_written(vector: dict[str, Any]) -> None:
    """The block for a text, which the browser's script writes alike."""
    assert write_payload(vector["form"], vector["text"]) == vector["block"]


@pytest.mark.parametrize("vector", VECTORS["read"], ids=_named)
def test_read(vector: dict[str, Any]) -> None:
    """What is in the block, and nothing around it."""
    expected = Payload(vector["form"], vector["text"], vector["line"])

    assert read_payload(vector["body"]) == expected
    assert has_payload(vector["body"])


@pytest.mark.parametrize("vector", VECTORS["refused"], ids=_named)
def test_refused(vector: dict[str, Any]) -> None:
    """What cannot be read, or must not be, is refused for a reason and with its place."""
    refusal = read_payload(vector["body"])

    assert isinstance(refusal, Refusal)
    assert (str(refusal.reason), refusal.line) == (vector["reason"], vector["line"])
    assert has_payload(vector["body"]) == (vector["reason"] != "missing")


def test_every_reason_is_seen() -> None:
    """No reason is without an example."""
    seen = {vector["reason"] for vector in VECTORS["refused"]} | {Reason.TOO_LARGE, Reason.DUPLICATE}

    assert seen == set(Reason)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("a" * (MAX_CHARACTERS - 1) + "\n", False),
        ("a" * MAX_CHARACTERS + "\n", True),
        ("🚲" * (MAX_BYTES // 4) + "\n", True),
    ],
)
def test_size(text: str, *, refused: bool) -> None:
    """A text that would fit in no comment is refused, counted in letters and in bytes."""
    read = read_payload(write_payload("need", text))

    assert (isinstance(read, Refusal) and read.reason is Reason.TOO_LARGE) == refused


@pytest.mark.parametrize("body", [None, 12, ["~~~~~~~~ idebank need"], {"a": "b"}])
def test_what_is_no_text(body: object) -> None:
    """An issue without a text has no payload."""
    assert read_payload(body) == Refusal(Reason.MISSING)
    assert not has_payload(body)


@given(st.sampled_from(FORMS), TEXTS, TEXTS)
def test_what_is_written_is_read(form: str, text: str, before: str) -> None:
    """Whatever the text is, it comes back, wherever in the issue it stands."""
    whole = text if text.endswith("\n") else f"{text}\n"
    around = f"> {before.replace(chr(10), ' ')}\n\n"
    read = read_payload(f"{around}{write_payload(form, text)}\n{around}".replace("\n", "\r\n"))

    assert read == Payload(form, whole, 4)


@given(st.text(st.sampled_from("~ idebank need\n\r><${script")))
def test_anything_is_answered(body: str) -> None:
    """Whatever an issue says, the answer is a payload of a known form or a refusal at a line of it."""
    read = read_payload(body)

    if isinstance(read, Payload):
        assert read.form in FORMS
    else:
        assert 1 <= read.line <= body.count("\n") + body.count("\r") + 1


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('---\ntitle: "A"\nsectors: ["a", "b"]\nnational: true\n---\n\nTekst: a\n', True),
        ("---\n---\n", True),
        ("---\ntitle: A\n---\n", False),
        ('---\ntitle: "A"\n\n---\n', False),
        ('---\ntitle: "A"\n', False),
        ('title: "A"\n', False),
        ("---\na: " + "[" * 5000 + "\n---\n", False),
        ("", False),
    ],
)
def test_from_a_form(text: str, *, answer: bool) -> None:
    """What a form wrote is told from what somebody wrote by hand."""
    assert is_from_form(text) == answer
