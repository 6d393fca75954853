"""What a stranger wrote is shown as it was written, and does nothing."""

from __future__ import annotations

import re
from typing import Final

import cmarkgfm
import pytest
from bs4 import BeautifulSoup
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from idebank.contribute.escaping import code, quoted, sentence
from idebank.report.words import plain

NASTY: Final = [
    "<script>alert(1)</script>",
    "</td></tr></table>\n\n# Overskrift",
    "@octocat og @idebank/utviklere",
    "fixes #1, GH-12 og owner/repo#3",
    "https://github.com/a/b/issues/1 www.example.com post@example.no mailto:a@b.no",
    ":tada: **fet** _kursiv_ `kode` ~~strøket~~ $x^2$",
    "[lenke](javascript:alert(1)) ![bilde](https://example.com/a.png)",
    "| a | b |\n|---|---|\n| c | d |",
    "&lt;b&gt; &#64;octocat \\@octocat",
    "1234567890abcdef1234567890abcdef12345678",
    "<!-- idebank:innmelding -->",
    "a\u202eb\x07c\u2028d",
    "/close\n/assign @octocat",
    "`` ` ```",
]
TEXTS: Final = st.text(
    st.one_of(st.sampled_from("<>&@#`*_[]()|~$\\:/!-\n w.gh1af"), st.characters(codec="utf-8")), max_size=80
)
# What GitHub's own filters would still react to, in the text that is left when Markdown and HTML are done.
TRIGGERS: Final = re.compile(r"[@#]\w|://|\bwww\.|\bGH-\d|:[\w+-]+:|\b[0-9a-f]{7,40}\b", re.IGNORECASE)


def _shown(markdown: str) -> BeautifulSoup:
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    return BeautifulSoup(html, "html.parser")


def _as_written(text: str) -> str:
    return plain(" ".join(text.split()))


def _holds(text: str, *, inside: str, tags: set[str]) -> None:
    shown = _shown(inside.format(quoted(text, limit=1_000)))

    assert {tag.name for tag in shown.find_all()} == tags
    assert shown.get_text().replace("\u200b", "").strip() == f"x {_as_written(text)} y".replace("\u200b", "")
    assert not TRIGGERS.search(shown.get_text())


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts(text: str) -> None:
    """Each stays a text, in a paragraph and in a table of HTML."""
    _holds(text, inside="x {} y", tags={"p"})
    _holds(text, inside="<table><tr><td>x {} y</td></tr></table>", tags={"table", "tr", "td"})


@given(TEXTS)
def test_any_text(text: str) -> None:
    """Whatever it is, it stays a text."""
    _holds(text, inside="x {} y", tags={"p"})
    _holds(text, inside="<table><tr><td>x {} y</td></tr></table>", tags={"table", "tr", "td"})


@given(TEXTS)
def test_code(text: str) -> None:
    """A code span shows a text letter by letter, so that it can be copied."""
    (span,) = _shown(f"x {code(f'a{text}b', limit=1_000)} y").find_all("code")

    assert span.get_text() == _as_written(f"a{text}b")


def test_no_code() -> None:
    """Nothing is no code span."""
    assert code(" \n ") == ""


@given(TEXTS, TEXTS)
def test_sentence(first: str, second: str) -> None:
    """A sentence that quotes shows its code as code, whatever is quoted, and nothing else as anything."""
    shown = _shown(f"x {sentence(f'Skriv `a: {first}` og ikke {second}.')} y")

    assert {tag.name for tag in shown.find_all()} <= {"p", "code"}
    for span in shown.find_all("code"):
        span.decompose()
    assert not TRIGGERS.search(shown.get_text())


def test_sentence_of_ours() -> None:
    """Backticks of ours become code."""
    assert sentence("Skriv: `sectors: [skole]` nå_") == "Skriv: `sectors: [skole]` nå&#95;"


@pytest.mark.parametrize("make", [quoted, code, sentence])
def test_long_texts(make: object) -> None:
    """What is too long is cut, and says so."""
    assert callable(make)
    text = make("a b" * 400, limit=20)

    assert "…" in text
    assert len(text) <= 22
