"""Words as the search compares them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from idebank.resources import schema_folder
from idebank.search.compounds import parts
from idebank.search.letters import tokens
from idebank.search.lexicon import Lexicon, Relation, build_lexicon, load_lexicon
from idebank.search.stems import stem
from tests.factories import vocabulary

VECTORS: Final[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("vectors.yml").read_text(encoding="utf-8"),
    Loader=yaml.CBaseLoader,  # noqa: S506 - makes texts only
)
KNOWN: Final = ("sykkel", "vei", "avfall", "sortering", "skole", "hage", "prosjekt", "barn")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Return the bank's own word table."""
    return load_lexicon(schema_folder() / "vocabulary" / "words.csv", vocabulary())


@pytest.mark.parametrize(("text", "words"), VECTORS["tokens"].items())
def test_tokens(text: str, words: list[str]) -> None:
    """A text falls into words of plain letters."""
    assert tokens(text) == words


@pytest.mark.parametrize(("own", "forms"), VECTORS["stems"].items())
def test_forms_of_a_word_meet(own: str, forms: list[str]) -> None:
    """All forms of a word have one stem."""
    assert {stem(tokens(form)[0]) for form in forms} == {own}


@pytest.mark.parametrize(("one", "other"), VECTORS["keys"].items())
def test_written_forms_are_one_word(lexicon: Lexicon, one: str, other: str) -> None:
    """Bokmål and nynorsk, and irregular forms, have the same key."""
    assert lexicon.phrase(one) == lexicon.phrase(other)


@pytest.mark.parametrize(("one", "other"), VECTORS["apart"].items())
def test_different_words_stay_apart(lexicon: Lexicon, one: str, other: str) -> None:
    """A place is not the word it resembles."""
    assert lexicon.phrase(one) != lexicon.phrase(other)


@pytest.mark.parametrize(("word", "pieces"), VECTORS["parts"].items())
def test_compounds(lexicon: Lexicon, word: str, pieces: list[str]) -> None:
    """A compound is taken apart into words that are known, unless it is listed as whole."""
    known = frozenset(lexicon.key(word) for word in KNOWN)

    found = parts(tokens(word)[0], lexicon=lexicon, known=known)

    assert found == tuple(key for piece in pieces for key in lexicon.phrase(piece))


def test_overlapping_rows_are_one_word() -> None:
    """A word that stands in two rows joins them."""
    made = build_lexicon(
        [(Relation.SAME, ["skole", "skule"]), (Relation.SAME, ["skolar", "skular", "sgole"])]
    )

    assert {made.key(word) for word in ("skole", "skule", "sgole")} == {"skol"}


def test_what_is_alike_is_so_both_ways() -> None:
    """Each of the words of a row finds the others, phrases too."""
    made = build_lexicon([(Relation.LIKE, ["naturmangfold", "biologisk mangfold"])])

    phrase, word = made.phrase("biologisk mangfold"), made.phrase("naturmangfold")
    assert made.like == {phrase: (word,), word: (phrase,)}


def test_everyday_words_speak_of_a_goal(lexicon: Lexicon) -> None:
    """«Fattigdom» leads to goal 1, and so does the goal's own name."""
    assert lexicon.goals[lexicon.phrase("fattigdom")] == (1,)
    assert lexicon.goals[lexicon.phrase("Utrydde fattigdom")] == (1,)


def test_unknown_relation_is_told_with_its_line(tmp_path: Path) -> None:
    """A row that cannot be used names its line."""
    table = tmp_path / "words.csv"
    table.write_text("relation,words\nsame,a|b\nalike,c|d\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"words\.csv:3"):
        load_lexicon(table, vocabulary())


def test_the_table_is_large_enough() -> None:
    """The bank's table has what the search was promised: at least 600 rows."""
    rows = (schema_folder() / "vocabulary" / "words.csv").read_text(encoding="utf-8").splitlines()[1:]

    assert len(rows) >= 600
    assert len(rows) == len(set(rows))
