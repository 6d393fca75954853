"""YAML without its surprises, and in bounded time."""

import time

import pytest

from idebank.source.front_matter import read_front_matter
from idebank.source.strict_yaml import quoted

SECONDS = 3.0
"""How long the worst file may take on a busy machine; each takes a small part of it."""


@pytest.mark.parametrize(
    "written",
    [
        "0301",
        "0829",
        "no",
        "yes",
        "off",
        "null",
        "~",
        "12:30",
        "1_200",
        "2026-11-22",
        "2026-02-30",
        "1e3",
        ".inf",
        "<<",
    ],
)
def test_every_scalar_is_text(written: str) -> None:
    """Nothing is taken for a number, a date, a truth or nothing."""
    found = read_front_matter(f"a: {written}")

    assert found.fields == {"a": written}
    assert found.findings == ()


def test_aliases_are_not_followed() -> None:
    """An alias is an odd text, not a copy of something else."""
    found = read_front_matter("a: &x [1, 2]\nb: *x")

    assert found.fields == {"a": ["1", "2"], "b": "*x"}
    assert [finding.rule.id for finding in found.findings] == ["special-character-first"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(["a0: &a0 [x]", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 40))]),
        "\n".join(
            [
                "a0: &a0 {x: y}",
                *(f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 9)}]}}" for i in range(1, 40)),
            ]
        ),
        "a: " + "[" * 100_000,
        "a: " + "{a: " * 100_000,
        "\n".join(" " * i + "a:" for i in range(1_000)),
        "- " * 100_000,
        "? " * 100_000,
        "a: " + " " * 900_000 + "x: y",
        "a" + " " * 900_000,
        "a: 'x" * 20_000,
        "a: b: c\n" * 20_000,
        "\t" * 500_000,
        "\u00a0" * 300_000,
        'a: "' + "\\" * 500_000,
        "!" * 500_000,
        "a: #" + "#" * 500_000,
        "%" * 500_000,
    ],
    ids=range(17),
)
def test_hostile_text_takes_no_longer(text: str) -> None:
    """Bombs, depths and floods are answered in time."""
    begun = time.process_time()

    read_front_matter(text)

    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(
    "text", ["enkelt", 'med "hermetegn"', "med 'apostrof'", "med \"begge' \\", "", "a: b #c", "æøå"]
)
def test_quoted_text_comes_back(text: str) -> None:
    """What we suggest to write means what was meant."""
    found = read_front_matter(f"a: {quoted(text)}")

    assert found.fields == {"a": text}
    assert found.findings == ()


def test_several_mistakes_are_told_at_once() -> None:
    """Broken lines are put right and read on: each is told in one run, and the fields are there."""
    found = read_front_matter("a: x: y\nb: @c\nd:e\nf: 'it's'\ng: [h\ni: j")

    assert found.fields == {"a": "x: y", "b": "@c", "d": "e", "f": "it's", "g": ["h"], "i": "j"}
    assert sorted((finding.line, finding.rule.id) for finding in found.findings) == [
        (1, "unquoted-colon"),
        (2, "special-character-first"),
        (3, "missing-space-after-colon"),
        (4, "stray-quote"),
        (5, "unclosed-bracket"),
    ]


def test_repairs_come_to_an_end() -> None:
    """A file of nothing but broken lines is given up on."""
    found = read_front_matter("a: b: c\n" * 1000)

    assert found.fields is None
    assert len(found.findings) == 20


@pytest.mark.parametrize(
    ("written", "rule", "code"),
    [
        (r'"Syk\u202ekel"', "direction-control", "U+202E"),
        (r'"Syk\x07kel"', "control-character", "U+0007"),
        (r'"Syk\0kel"', "control-character", "U+0000"),
        (r'"Syk\u2028kel"', "control-character", "U+2028"),
        (r'"Syk\U000e0041kel"', "tag-character", "U+E0041"),
        (r'"Syk\u00adkel"', "invisible-character", "U+00AD"),
    ],
)
def test_characters_nobody_sees_are_found_in_escapes(written: str, rule: str, code: str) -> None:
    """What the file as a whole must not have, it must not have by way of YAML's escapes either."""
    found = read_front_matter(f"a: {written}\nb: c")
    (finding,) = found.findings

    assert found.fields == {"a": "Sykkel", "b": "c"}
    assert (finding.rule.id, finding.params["code"], finding.line, finding.column) == (rule, code, 1, 4)


def test_escaped_letters_are_composed() -> None:
    """An accent written by itself belongs to its letter, as everywhere."""
    assert read_front_matter(r'a: "Ke\u0301ra\n"').fields == {"a": "Kéra\n"}
