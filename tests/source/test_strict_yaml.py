"""YAML without its surprises, and in bounded time."""

import time
from typing import Final

import pytest

from idebank import limits
from idebank.source import strict_yaml
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


def _told(text: str) -> list[tuple[str, int, int, dict[str, str]]]:
    """Return rule, line, column and what is quoted, of everything there is to say."""
    return [(own.rule.id, own.line, own.column, dict(own.params)) for own in read_front_matter(text).findings]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [b, c, d]", []),
        ("e:\na: [b, c, d]", [("too-many-fields", 2, 11, {"limit": "5"})]),
        ("a: b\nc: d\ne: f\ng: h\ni: j", [("too-many-fields", 5, 4, {"limit": "5"})]),
    ],
)
def test_values_are_counted(
    text: str, told: list[tuple[str, int, int, dict[str, str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every list, field and item counts, and the first that is too many is told where it stands."""
    monkeypatch.setattr(limits, "VALUES", 5)

    assert _told(text) == told


@pytest.mark.parametrize("text", ["", "\n\n", "# et utkast", "{}"])
def test_nothing_is_no_fields(text: str) -> None:
    """A front matter with nothing in it is in good form; which fields are missing is told by the schema."""
    found = read_front_matter(text)

    assert found.fields == {}
    assert found.findings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("enkelt", '"enkelt"'),
        ("med 'apostrof'", "\"med 'apostrof'\""),
        ('med "hermetegn"', "'med \"hermetegn\"'"),
        (r"C:\tiltak", r"'C:\tiltak'"),
        ("\"begge\" 'to'", '"\\"begge\\" \'to\'"'),
        (r"'a\b'", r'''"'a\\b'"'''),
    ],
)
def test_quotes_that_are_easiest_to_read(text: str, expected: str) -> None:
    """Backslashes puzzle those who do not program: they are written only where nothing else will do."""
    assert quoted(text) == expected


def test_second_document_is_told() -> None:
    """Fields after a second fence are not read, so it is told where it stands."""
    found = read_front_matter("a: b\n--- # mer\nc: d")

    assert found.fields == {"a": "b"}
    assert [(own.rule.id, own.line, own.column) for own in found.findings] == [("several-documents", 2, 1)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: b\nc: d\na: e", [(3, 1, "1")]),
        ("c: d\na: b\na: e\na: f", [(3, 1, "2"), (4, 1, "2")]),
        ("g:\n  a: b\n  a: [e]", [(3, 3, "2")]),
        ("g:\n  - a: b\n    a:\n      h: i", [(3, 5, "2")]),
    ],
)
def test_field_written_twice(text: str, places: list[tuple[int, int, str]]) -> None:
    """Each time that a field stands again is told, with the line of the first: that one counts."""
    expected = [
        ("duplicate-key", line, column, {"field": "a", "first_line": first}) for line, column, first in places
    ]

    assert _told(text) == expected


def test_first_of_two_fields_counts() -> None:
    """What was written first is read, and what comes after the second, too."""
    assert read_front_matter("a: b\na: [c]\nd: e").fields == {"a": "b", "d": "e"}


@pytest.mark.parametrize("key", ["&x a", "!x a", "[a]", "{a: b}", "*x "])
def test_odd_keys_end_the_reading(key: str) -> None:
    """Where something else than a name stands before a colon, what follows belongs to nobody knows what."""
    text = f"c:\n  {key}: b"

    assert read_front_matter(text).fields is None
    assert _told(text) == [("odd-key", 2, 3, {})]


def test_quoted_names_are_names() -> None:
    """A name may stand in quotes, as any text."""
    assert read_front_matter("\"a\": b\n'c': d").fields == {"a": "b", "c": "d"}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: [[[[[b]]]]]", None),
        ("a: [[[[[[b]]]]]]", 9),
        ("a: {b: {c: {d: {e: f}}}}", None),
        ("a: {b: {c: {d: {e: {f: {g: h}}}}}}", 24),
        ("a: [{b: [{c: [{d: e}]}]}]", 15),
    ],
)
def test_six_levels_are_read(text: str, column: int | None) -> None:
    """Six levels are more than anything asks for; what is deeper is told where it begins."""
    expected = [] if column is None else [("too-deep", 2, column, {"limit": "6"})]

    assert _told(f"x: y\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "place", "sign", "corrected"),
    [
        ("a: *Ny* sykkel", (1, 4), "*", 'a: "*Ny* sykkel"'),
        ("a: *ny", (1, 4), "*", 'a: "*ny"'),
        ("a: !viktig om sykler", (1, 4), "!", 'a: "!viktig om sykler"'),
        ("a: &bodo by  ", (1, 4), "&", 'a: "&bodo by"'),
        ("a: &x [b]", (1, 4), "&", 'a: "&x [b]"'),
        ("a: !x [b]", (1, 4), "!", 'a: "!x [b]"'),
        ("a: !x {b: c}", (1, 4), "!", 'a: "!x {b: c}"'),
        ("a: &x {b: c}", (1, 4), "&", 'a: "&x {b: c}"'),
        ("a: !x", (1, 4), "!", 'a: "!x"'),
        ("a: !x b #c", (1, 4), "!", 'a: "!x b #c"'),
        ('a: !x "b"', (1, 4), "!", "a: '!x \"b\"'"),
        ("c: d\na:\n  - *ny", (3, 5), "*", '- "*ny"'),
        ("a:\n  - b: !x c", (2, 8), "!", '- b: "!x c"'),
        ("a: [*x, b]", (1, 5), "*", None),
        ("a: [b, !x c]", (1, 8), "!", None),
        ("a: {b: &x c}", (1, 8), "&", None),
    ],
)
def test_signs_of_yaml_are_told(text: str, place: tuple[int, int], sign: str, corrected: str | None) -> None:
    """A sign that YAML reads in its own way is told once, with the whole line as it was meant."""
    params = {"sign": sign} | ({"corrected": corrected} if corrected else {})

    assert _told(text) == [("special-character-first", *place, params)]


@pytest.mark.parametrize("value", ["«x»", "»x«", "„x”", "„x“", "“x”", "”x“", "”x”"])
def test_quotes_of_a_word_processor(value: str) -> None:
    """Every pair of quotes that a word processor makes is told, and left as it is: they may be meant."""
    params = {"value": value, "corrected": 'a: "x"'}

    assert read_front_matter(f"a: {value}").fields == {"a": value}
    assert _told(f"a: {value}") == [("typographic-quotes-around-value", 1, 4, params)]


@pytest.mark.parametrize("value", ["«", "”", "«X", "X»", "«x» og y", "x", '""', "“x„", "XIX"])
def test_quotes_that_are_not_around(value: str) -> None:
    """Quotes around a word inside a text, or in one end of it, are part of the text."""
    assert _told(f"a: {value}") == []


@pytest.mark.parametrize(
    ("text", "place", "corrected"),
    [
        ("b: c\na: «x»  ", (2, 4), 'a: "x"'),
        ('a: "«x»"', (1, 4), 'a: "x"'),
        ("a: «»", (1, 4), 'a: ""'),
        ("a: «x\n  y»\nb: c", (1, 4), 'a: "x y"'),
        ("a: |-\n  «x»\nb: c", (1, 4), 'a: "x"'),
        ("a:\n  - «x»", (2, 5), '- "x"'),
        ("a: [«x», b]", (1, 5), 'a: ["x", b]'),
        ("a: [b, «x» , c ]", (1, 8), 'a: [b, "x" , c ]'),
        ("a: {b: «x», c: d}  ", (1, 8), 'a: {b: "x", c: d}'),
    ],
)
def test_line_without_quotes_of_a_word_processor(text: str, place: tuple[int, int], corrected: str) -> None:
    """The whole line is suggested, with what stands before and after the value."""
    ((rule, *found, params),) = _told(text)

    assert (rule, *found) == ("typographic-quotes-around-value", *place)
    assert params["corrected"] == corrected


def test_backslashes_are_letters_but_in_double_quotes() -> None:
    """What looks like an escape where there are none is text, and nothing to tell of."""
    found = read_front_matter(r"""a: '\u202e'
b: \u202e
c: "\\u202e"
""")

    assert found.fields == {"a": r"\u202e", "b": r"\u202e", "c": r"\u202e"}
    assert found.findings == ()


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        ('a: "b"\n"c": d', ("cleaned", "_HASH", "_TAG_AFTER_SIGNS")),
        ("a: b\\n\nc: 'd\\n'", ("cleaned",)),
        ("a: 'b' # c", ("_HASH",)),
    ],
)
def test_few_texts_are_looked_through(
    text: str, spared: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What few texts have is not looked for in all, for a bank has hundreds of thousands of them."""
    for name in spared:
        monkeypatch.delattr(strict_yaml, name)

    assert read_front_matter(text).findings == ()


def test_every_kind_of_unseen_character_is_told() -> None:
    """Of several kinds in one value each is told at that value."""
    told = _told('a: b\nb: "\\u202ex\\u202e\\u00ad"')

    assert told == [
        ("direction-control", 2, 4, {"code": "U+202E", "count": "2"}),
        ("invisible-character", 2, 4, {"code": "U+00AD", "count": "1"}),
    ]


def test_unseen_characters_in_names_are_told() -> None:
    """A name that only looks like another is read as that one, and told."""
    text = 'a:\n  "b\\u00adc": d'

    assert read_front_matter(text).fields == {"a": {"bc": "d"}}
    assert _told(text) == [("invisible-character", 2, 3, {"code": "U+00AD", "count": "1"})]


@pytest.mark.parametrize(
    ("letters", "told"), [(limits.WORD, []), (limits.WORD + 1, [("word-too-long", 1, 4)])]
)
def test_long_words_in_escapes_are_told(letters: int, told: list[tuple[str, int, int]]) -> None:
    """A word that is too long for a page is so however it is written."""
    text = 'a: "{}"'.format(r"\x62" * letters)

    assert [found for *found, _ in _told(text)] == [list(own) for own in told]


MARKED: Final = "a: b\nc:\n  - d\n  - e: f\n    g: [h, i]\na: j"


def test_marks_of_every_value() -> None:
    """Every value of a list or field has a place, that of a field written twice where it stood first."""
    marks = read_front_matter(MARKED, with_marks=True).marks

    assert {path: (own.key, own.value) for path, own in marks.items()} == {
        ("a",): ((1, 1), (1, 4)),
        ("c",): ((2, 1), (3, 3)),
        ("c", 0): ((3, 5), (3, 5)),
        ("c", 1): ((4, 5), (4, 5)),
        ("c", 1, "e"): ((4, 5), (4, 8)),
        ("c", 1, "g"): ((5, 5), (5, 8)),
        ("c", 1, "g", 0): ((5, 9), (5, 9)),
        ("c", 1, "g", 1): ((5, 12), (5, 12)),
    }


def test_marks_are_kept_when_asked_for() -> None:
    """A bank of ten thousand entries is read without keeping places that few findings ask for."""
    assert read_front_matter(MARKED).marks == {}
