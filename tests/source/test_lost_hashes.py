"""What stands after a number sign: a comment to YAML, but often a part of the text to its writer."""

import pytest

from idebank.source.front_matter import read_front_matter


def _lost(text: str) -> list[tuple[int, int, str, str | None]]:
    """Return line, column, what was lost and what to write instead, for each text that was."""
    findings = read_front_matter(text).findings
    assert {finding.rule.id for finding in findings} <= {"text-after-hash-lost"}
    return [(own.line, own.column, own.params["lost"], own.params.get("corrected")) for own in findings]


@pytest.mark.parametrize(
    "text",
    [
        'title: "Sykkel" # et utkast',
        "title: 'Sykkel' # et utkast",
        "partners: [NAV, # etaten\n  Ruter]",
        "partners: [NAV] # flere kommer",
        "partners: # de som er med\n  - NAV",
        "summary: | # kort\n  Vi sykler.",
        "# Om oss\ntitle: Sykkel\n#goals: [1]\nphase: idea\n",
    ],
)
def test_a_remark_is_no_loss(text: str) -> None:
    """Whoever leaves a space after the sign, or gives it a line of its own, wrote to editors only."""
    assert _lost(text) == []


@pytest.mark.parametrize("signs", ["#", "##", "## utkast", "###nummer"])
def test_a_row_of_signs_is_no_loss(signs: str) -> None:
    """After a quoted text, a row of signs, or one alone, is decoration and no number or tag."""
    assert _lost(f'title: "Sykkel" {signs}') == []


@pytest.mark.parametrize("remark", ["#1", "# 1", "#", "#1 # 2"])
def test_text_without_quotes_is_cut(remark: str) -> None:
    """A text without quotes ends at the sign, space or not: nobody can tell a remark from a title there."""
    assert _lost(f"a: b\ntitle: Prosjekt {remark}\n") == [(2, 8, remark, f'title: "Prosjekt {remark}"')]


def test_a_text_of_several_lines_is_cut() -> None:
    """A text that goes on in the next line is pointed at where it begins, and suggested as one line."""
    assert _lost("title: Prosjekt\n  for alle #1\nb: c") == [(1, 8, "#1", 'title: "Prosjekt for alle #1"')]


def test_spaces_at_the_end_are_not_lost_text() -> None:
    """What is quoted to the contributor is what was written, without the spaces after it."""
    assert _lost('title: "Prosjekt" #1  \nsummary: Vi #2  ') == [
        (1, 19, "#1", 'title: "Prosjekt #1"'),
        (2, 10, "#2", 'summary: "Vi #2"'),
    ]


@pytest.mark.parametrize("space", [" ", "\t", " \t "])
def test_any_space_before_the_sign(space: str) -> None:
    """A tab makes a comment, too."""
    assert _lost(f'title: "Prosjekt"{space}#1') == [(1, 18 + len(space), "#1", 'title: "Prosjekt #1"')]


def test_a_tab_is_the_only_space() -> None:
    """A front matter whose only comment comes after a tab is looked through like any other."""
    assert _lost("title: Prosjekt\t#1") == [(1, 8, "#1", 'title: "Prosjekt\t#1"')]


@pytest.mark.parametrize("title", ['"#1"', '"a #1"', "'a #1'", "a#1", '"a"'])
def test_signs_inside_are_text(title: str) -> None:
    """A sign in quotes, or inside a word, is text like any other."""
    assert _lost(f"title: {title}\nb: c") == []


def test_signs_in_a_block_are_text() -> None:
    """Lines of a block are text, whatever they begin with."""
    assert _lost("summary: |\n  #1\n  Vi #2\n\n  # 3\nb: c") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\nsummary: | #1\n  Vi sykler.", (2, 12)),
        ("a: b\nsummary: >- #1\n  Vi sykler.\nc: d", (2, 13)),
        ("summary: |2 #1\n  Vi sykler.", (1, 13)),
    ],
)
def test_signs_where_a_block_begins(text: str, place: tuple[int, int]) -> None:
    """What stands behind the sign of a block is lost, and no line can be suggested for it."""
    assert _lost(text) == [(*place, "#1", None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\npartners: [NAV, #1\n  Ruter]", (2, 17)),
        ("partners: [\n  NAV, Ruter, #1\n]", (2, 15)),
        ("partners: [ #1\n  NAV]", (1, 13)),
        ("partners: [NAV] #1", (1, 17)),
        ("partners: [NAV\n] #1\nb: c", (2, 3)),
        ("contact: {role: NAV} #1", (1, 22)),
        ("partners: #1\n  - NAV", (1, 11)),
        ("partners:\n  - NAV\ncontact: #1\n  role: NAV", (3, 10)),
    ],
)
def test_signs_among_lists_and_fields(text: str, place: tuple[int, int]) -> None:
    """A tag where no text is to hold it is told at its own place; where it belongs, nobody knows."""
    assert _lost(text) == [(*place, "#1", None)]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ('a: "b\n  c" #1', (2, 6, "#1", None)),
        ('partners: ["NAV" #1\n]', (1, 18, "#1", None)),
        ('contact: {role: "NAV" #1\n}', (1, 23, "#1", None)),
        ("a: 'b' #1", (1, 8, "#1", 'a: "b #1"')),
        ('partners:\n  - "NAV" #1', (2, 11, "#1", '- "NAV #1"')),
        ('partners:\n  - role: "NAV" #1', (2, 17, "#1", '- role: "NAV #1"')),
    ],
    ids=["two lines", "list", "fields", "single quotes", "item", "field of an item"],
)
def test_a_line_is_suggested_where_it_is_whole(text: str, lost: tuple[int, int, str, str | None]) -> None:
    """A line is suggested only where the quoted text is all there is in it: a half one would lose more."""
    assert _lost(text) == [lost]


def test_what_has_a_sign_for_a_value() -> None:
    """A value that is nothing but a tag is lost altogether."""
    assert _lost("title: #1 i Bodø") == [(1, 7, "#1 i Bodø", 'title: "#1 i Bodø"')]


def test_each_is_told() -> None:
    """Every text that is lost is told, each once, in the order of the file."""
    assert [lost for *_, lost, _ in _lost('a: b #1\nc: "d" #2\ne: [f] #3\ng: h\ni: "j"')] == [
        "#1",
        "#2",
        "#3",
    ]
