"""Bokmål and nynorsk find each other."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

import pytest

from idebank.resources import schema_folder
from idebank.search import WordTable, load_words

if TYPE_CHECKING:
    from pathlib import Path

TABLE: Final = schema_folder() / "vocabulary" / "words.csv"
WORDS: Final = load_words(TABLE)

PAIRS: Final = [
    ("bærekraft", "berekraft"),
    ("skole", "skule"),
    ("skolen", "skulen"),
    ("vann", "vatn"),
    ("bolig", "bustad"),
    ("sykehus", "sjukehus"),
    ("virksomhet", "verksemd"),
    ("medvirkning", "medverknad"),
    ("utslipp", "utslepp"),
    ("naturmangfold", "naturmangfald"),
    ("hverdag", "kvardag"),
    ("barn", "born"),
    ("kjøre", "køyre"),
    ("strøm", "straum"),
    ("melk", "mjølk"),
    ("frokost", "frukost"),
    ("anskaffelse", "anskaffing"),
    ("veileder", "rettleiar"),
    ("løsning", "løysing"),
    ("skolehage", "skulehage"),
    ("videregående", "vidaregåande"),
    ("forurensning", "forureining"),
]


def _extra(text: str) -> list[str]:
    return WORDS.extra_words(text).split()


@pytest.mark.parametrize(("bokmal", "nynorsk"), PAIRS)
def test_bokmal_to_nynorsk(bokmal: str, nynorsk: str) -> None:
    """A word in bokmål is found by the nynorsk one."""
    assert nynorsk in _extra(bokmal)


@pytest.mark.parametrize(("bokmal", "nynorsk"), PAIRS)
def test_nynorsk_to_bokmal(bokmal: str, nynorsk: str) -> None:
    """A word in nynorsk is found by the bokmål one."""
    assert bokmal in _extra(nynorsk)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("vegane", "veiane"),
        ("skolene", "skulene"),
        ("bærekraftig", "berekraftig"),
        ("bærekraftsmål", "berekraftsmål"),
        ("sykehuset", "sjukehuset"),
        ("boligene", "bustadene"),
    ],
)
def test_endings(word: str, other: str) -> None:
    """A word with an ending, or with another word after it, is found, too."""
    assert other in _extra(word)


@pytest.mark.parametrize(
    "word", ["vegetar", "vegetarmat", "heimdal", "auksjon", "lekkasje", "bokstav", "renessanse", "gutenberg"]
)
def test_no_junk(word: str) -> None:
    """A word that only begins like another gives no word that does not exist."""
    assert _extra(word) == []


def test_other_words() -> None:
    """Words that are not in the table give nothing."""
    assert _extra("Kommunen feirer 17. mai & Øyfjell") == []


def test_sorted() -> None:
    """The words come in order, each once, however often the text has them."""
    extra = _extra("Skole, SKOLE og vann; skole")

    assert sorted(set(extra)) == extra
    assert {"skule", "vatn"} <= set(extra)


def test_not_what_is_there() -> None:
    """Words that the text has already are not repeated."""
    assert "skule" not in _extra("skole skule")


def test_several_in_a_row(tmp_path: Path) -> None:
    """All roots of a row stand for each other."""
    path = tmp_path / "words.csv"
    path.write_text("roots\nkjeldesorter|kildesorter|avfallssorter\n", encoding="utf-8")

    assert load_words(path).others == {
        "kjeldesorter": ("avfallssorter", "kildesorter"),
        "kildesorter": ("avfallssorter", "kjeldesorter"),
        "avfallssorter": ("kildesorter", "kjeldesorter"),
    }


def test_empty_table() -> None:
    """A bank without a table gets no extra words."""
    assert WordTable({}).extra_words("skole") == ""


def test_rows() -> None:
    """Each row of the table has at least two roots, in small letters, each once."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]

    for row in rows:
        roots = [root for cell in row for root in cell.split("|")]
        assert len(roots) == len(set(roots)) >= 2
        assert roots == [root.strip().lower() for root in roots]
