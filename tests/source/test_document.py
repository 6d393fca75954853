"""Documents taken apart, whatever the bytes."""

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from idebank.diagnostics import Diagnostic
from idebank.source import Document, locate, parse_document
from idebank.source.strict_yaml import quoted
from tests.factories import PATH, check_source, entry_text


@settings(deadline=None)  # a busy machine is no mistake
@given(st.binary(max_size=400))
@example(b"---\n\xff")
@example(b"\xff\xfe")
@example(b"---\n? [a]\n: b\n---")
@example(b"---\n---")
@example(b"---\n%YAML 9.9\n---\n")
def test_any_bytes(raw: bytes) -> None:
    """Whatever a file holds, there is an answer and never an exception."""
    initiative, diagnostics = check_source(PATH, raw)

    assert initiative is None
    assert diagnostics


@settings(deadline=None)  # a busy machine is no mistake
@given(st.text(alphabet=st.sampled_from("ab :#-\n\t[]{}&*!|>'\"%@`,?~\u00a0—«»æ."), max_size=120))
def test_any_front_matter(text: str) -> None:
    """Whatever stands between the fences, every diagnostic has a place in the file."""
    raw = f"---\n{text}\n---\n\nTekst.\n"

    _, diagnostics = check_source(PATH, raw.encode())

    assert all(1 <= diagnostic.line <= raw.count("\n") + 1 for diagnostic in diagnostics)
    assert all(diagnostic.column >= 1 for diagnostic in diagnostics)


@settings(deadline=None)  # a busy machine is no mistake
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=90))
def test_any_title(title: str) -> None:
    """Every title comes out as it was quoted."""
    document, diagnostics = _parse(f"---\ntitle: {quoted(title)}\n---\n\nTekst.\n")

    assert document is not None
    assert document.fields["title"] == _composed(title)
    assert not [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]


def test_body_and_its_line() -> None:
    """The body comes without the empty lines around it, and knows where it began."""
    document, _ = _parse('---\ntitle: "a"\n---\n\n\n## Bakgrunn\n\nTekst.\n\n')

    assert document is not None
    assert (document.body, document.body_line) == ("## Bakgrunn\n\nTekst.", 6)


def test_a_rule_in_the_body_is_no_fence() -> None:
    """Three hyphens in the text are a horizontal line."""
    document, diagnostics = _parse('---\ntitle: "a"\n---\n\nFør.\n\n---\n\nEtter.\n')

    assert document is not None
    assert document.body == "Før.\n\n---\n\nEtter."
    assert diagnostics == ()


def test_locate_value_and_key() -> None:
    """A value is found by its route of keys, and so is its key."""
    text = entry_text()

    assert locate(text, ("contact", "url")) == (11, 45)
    assert locate(text, ("contact", "url"), at_key=True) == (11, 40)
    assert locate(text, ("sdgs", 1)) == (9, 14)


def test_locate_what_is_missing() -> None:
    """What is missing is found where it should have been."""
    text = entry_text()

    assert locate(text, ("contact", "email")) == (11, 1)
    assert locate(text, ("xyzzy",)) == (1, 1)


def test_locate_in_a_broken_file() -> None:
    """Places are right also below a line that YAML cannot read."""
    text = entry_text(title="Matsvinn: slik gjorde vi")

    assert locate(text, ("phase",)) == (10, 8)


def test_locate_without_front_matter() -> None:
    """A file without fields has nothing to be found."""
    assert locate("Tekst.", ("title",)) == (1, 1)


def _parse(text: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    return parse_document(PATH, text.encode())


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
