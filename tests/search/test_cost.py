"""What a question or a text costs the search: no more than its length, whatever it says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.resources import schema_folder
from idebank.search.compounds import LONGEST, parts
from idebank.search.documents import Field, Reader, SearchDocument
from idebank.search.files import lexicon_file
from idebank.search.letters import folded, tokens
from idebank.search.lexicon import load_lexicon
from idebank.search.postings import index_documents
from tests.contribute.scripts import scripts
from tests.factories import initiative, vocabulary
from tests.growth import growing, hostile, script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

LEXICON: Final = load_lexicon(schema_folder() / "vocabulary" / "words.csv", vocabulary())
KNOWN: Final = frozenset(LEXICON.key(word) for word in ("sykkel", "vei", "skole", "hage", "veiskole"))
WORDS: Final = ("sykkel", "vei", "skolevei", "veiskole", "skoleveiskole", "aaa")
MOST_LOOKS: Final = 3 * LONGEST**2


class _Counted(frozenset[str]):
    """Words that count how often somebody asks for one."""

    looks = 0

    def __contains__(self, word: object) -> bool:
        type(self).looks += 1
        return super().__contains__(word)


def _looks(word: str) -> int:
    _Counted.looks = 0
    parts(word, lexicon=LEXICON, known=_Counted(KNOWN))
    return _Counted.looks


@pytest.mark.parametrize("word", WORDS)
def test_like_parts_are_taken_apart_once(word: str) -> None:
    """A word of the same parts over and over takes few looks, and a longer one none."""
    repeated = (word * LONGEST)[:LONGEST]

    assert _looks(repeated) <= MOST_LOOKS
    assert _looks(repeated + word) == 0


def test_a_word_of_many_parts_is_found_by_each() -> None:
    """As far as words are taken apart, all their parts are keys."""
    assert parts("sykkel" * 10, lexicon=LEXICON, known=KNOWN) == (LEXICON.key("sykkel"),) * 10


def _indexed(text: str) -> object:
    return index_documents(
        [SearchDocument({**dict.fromkeys(Field, ""), Field.TEXT: text})],
        first=0,
        lexicon=LEXICON,
        known=KNOWN,
    )


@pytest.mark.parametrize(
    "work",
    [
        folded,
        tokens,
        _indexed,
        LEXICON.phrase,
        lambda text: parts(text, lexicon=LEXICON, known=KNOWN),
        lambda text: Reader(vocabulary()).document(initiative(body=text)),
    ],
    ids=["folded", "tokens", "indexed", "phrase", "parts", "document"],
)
def test_texts_cost_their_length(work: Callable[[str], Any]) -> None:
    """Eight times the text takes the index about eight times as long, whatever stands in it."""
    assert growing(work) == []


@pytest.fixture(scope="module")
def ask(chromium: Browser) -> Iterator[Callable[..., Any]]:
    """Return what the search's scripts give for an expression over `given`."""
    with scripts(chromium) as page:

        def asked(expression: str, given: object = None) -> Any:
            load = " ".join(
                f'const {name} = await import("/search/{name}.js");'
                for name in ("words", "question", "engine")
            )
            table = f"const lexicon = new words.Lexicon({lexicon_file(LEXICON).decode()});"
            return page.evaluate(f"async (given) => {{ {load} {table} return {expression}; }}", given)

        yield asked


@pytest.mark.browser
@pytest.mark.parametrize("word", WORDS)
def test_the_browser_takes_few_looks(ask: Callable[..., Any], word: str) -> None:
    """The browser is bounded as the build is, and finds the same parts."""
    repeated = (word * LONGEST)[:LONGEST]
    found = ask(
        """given.words.map((word) => {
          let looks = 0;
          const known = new Set(given.known);
          return { parts: lexicon.parts(word, (key) => { looks += 1; return known.has(key); }), looks };
        })""",
        {"words": [repeated, repeated + word], "known": sorted(KNOWN)},
    )

    assert found[0]["parts"] == list(parts(repeated, lexicon=LEXICON, known=KNOWN))
    assert found[0]["looks"] <= MOST_LOOKS
    assert found[1] == {"parts": [], "looks": 0}


@pytest.mark.browser
def test_what_is_typed_costs_its_length(ask: Callable[..., Any]) -> None:
    """Nothing the search does with a text takes longer than the text is long."""
    found = ask(
        script(
            (
                "folded: words.folded",
                "tokens: words.tokens",
                "question: question.question",
                "key: (text) => lexicon.key(text)",
                "parts: (text) => lexicon.parts(text, () => true)",
                "marked: (text) => engine.marked(text, { lexicon }, new Set(['skol']))",
                "near: (text) => words.oneEditApart(text, `${text}a`)",
            )
        ),
        list(hostile()),
    )

    assert found == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("typed", "text", "is_cut"),
    [
        pytest.param(" matsvinn  i skolen ", "matsvinn  i skolen", False, id="ordinary"),
        pytest.param("", "", False, id="nothing"),
        pytest.param(" " * 100_000, "", False, id="blanks"),
        pytest.param("a" * 300, "a" * 300, False, id="as long as may be"),
        pytest.param("a" * 1_000_000, "a" * 300, True, id="one long word"),
        pytest.param("ord " * 10_000, ("ord " * 32).strip(), True, id="many words"),
        pytest.param("bærekraft " * 31, ("bærekraft " * 30).strip(), True, id="ends within a word"),
        pytest.param("a" * 299 + " b", "a" * 299, True, id="ends between words"),
    ],
)
def test_a_question_has_a_length(ask: Callable[..., Any], typed: str, text: str, is_cut: bool) -> None:  # noqa: FBT001
    """The beginning of a long question is searched for, whole words only, and it is known that it was cut."""
    assert ask("question.question(given)", typed) == {"text": text, "isCut": is_cut}


def test_bounds_are_written_once() -> None:
    """How long a compound may be stands in the index, where the browser reads it."""
    assert json.loads(lexicon_file(LEXICON))["compounds"] == [3, 7, LONGEST]
