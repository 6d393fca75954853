"""Addresses from names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idebank.slugs import address_part, fold, has_name, slugify


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Møre og Romsdal", "more-og-romsdal"),
        ("Bærum", "baerum"),
        ("Ål", "al"),
        ("ÆØÅ", "aeoa"),
        ("Snåase - Snåsa", "snaase-snasa"),
        ("Kárášjohka", "karasjohka"),
        ("Guovdageaidnu", "guovdageaidnu"),
        ("Unjárga", "unjarga"),
        ("Deatnu", "deatnu"),
        ("Đŋŧž", "dntz"),
        ("Gáivuotna", "gaivuotna"),
        ("Nääs & Öst", "naeaes-ost"),
        ("Nord–Odal — 5−6", "nord-odal-5-6"),
        ("  «Grønt» -- nå!  ", "gront-na"),
        ("", ""),
    ],
)
def test_slugify(name: str, slug: str) -> None:
    """Norwegian and Sámi letters become the ASCII that addresses usually have."""
    assert slug == slugify(name)


def test_slugify_decomposed() -> None:
    """A letter written as two characters gives the same address as the letter written as one."""
    assert slugify("Ål") == slugify("A\u030al")


@given(st.text())
def test_slugify_any_text(text: str) -> None:
    """Whatever the text, the result has nothing but small letters, digits and single hyphens between them."""
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slugify(text))


@given(st.text())
def test_slugify_twice(text: str) -> None:
    """An address is its own address."""
    assert slugify(text) == slugify(slugify(text))


def test_fold() -> None:
    """Names that differ in case, accents and dashes only are alike."""
    assert fold("Nord–Odal") == fold("nord odal")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Bodø kommune", "bodo-kommune"),
        ("Ж", "zh-4a076377"),
        ("مرحبا", "mrhb-dc2e824c"),
        ("Łódź", "lodz-33488bd9"),
        ("Kafé Ж", "kafe-zh-26fabc64"),
        ("CON", "con-8d729c56"),
        ("x" * 120, f"{'x' * 50}-369f370c"),
    ],
)
def test_address_part(name: str, part: str) -> None:
    """A name in any alphabet, of any length, has an address of its own."""
    assert address_part(name) == part


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ж", "Zh"), ("北京", "背景"), ("Кафе Я", "Кафе Ж"), ("ﷺ" * 120, "ﷺ" * 119), ("Ł", "L")],
)
def test_address_parts_differ(one: str, other: str) -> None:
    """Two names never share an address because our letters cannot tell them apart."""
    assert address_part(one) != address_part(other)


def test_address_part_alike() -> None:
    """Case, spaces and punctuation make no other name of one, in any alphabet."""
    assert len({address_part(name) for name in ("Кафе «Я»", "кафе  я", "КАФЕ-Я")}) == 1


@given(st.text())
def test_address_part_any_text(text: str) -> None:
    """Whatever has a letter or a digit has an address that every file system takes."""
    if has_name(text):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", address_part(text))
        assert len(address_part(text)) <= 100
