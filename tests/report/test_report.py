"""Reports in every format, safe to print."""

import json

import pytest

from idebank.diagnostics import Diagnostic, Severity
from idebank.report import FORMATS, render
from idebank.vocabulary import LANGUAGES

PATH = "content/initiatives/nordland/a.md"
UNKNOWN = Diagnostic(
    PATH,
    "unknown-municipality",
    keys=("municipality",),
    params={
        "field": "municipality",
        "value": "Sandness",
        "suggestions": "«Sandnes»",
        "corrected": 'municipality: "Sandnes"',
    },
    line=2,
    column=15,
)
EMPTY = Diagnostic(PATH, "empty-body", Severity.ADVICE, line=3)
SOURCE = '---\nmunicipality: "Sandness"\n---\n'


def _render(
    *diagnostics: Diagnostic,
    format_: str = "text",
    language: str = "nb",
    colour: bool = False,
    source: str | None = SOURCE,
) -> str:
    return render(diagnostics, format=format_, language=language, colour=colour, sources=lambda _: source)


def test_text() -> None:
    """A diagnostic is its place and message, its line with a marker, and one line of help."""
    assert _render(UNKNOWN) == (
        f"{PATH}:2:15: feil: «Sandness» er ikke en norsk kommune vi kjenner."
        " Mente du «Sandnes»? [unknown-municipality]\n"
        '  2 | municipality: "Sandness"\n'
        "    |               ^^^^^^^^^^\n"
        '  Skriv: `municipality: "Sandnes"`\n'
        "\n"
        "Fant 1 feil i 1 fil. Rett det som er merket «feil», så kan bidraget publiseres.\n"
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nb", "Alt i orden: ingen feil og ingen råd.\n"),
        ("nn", "Alt i orden: ingen feil og ingen råd.\n"),
        ("en", "All is well: no errors and no advice.\n"),
    ],
)
def test_success_is_said(language: str, expected: str) -> None:
    """Whoever did well is told so."""
    assert _render(language=language) == expected


def test_counts() -> None:
    """The last line counts errors, advice and files."""
    elsewhere = Diagnostic("b.md", "empty-body", Severity.ADVICE)

    assert _render(UNKNOWN, EMPTY, elsewhere).endswith(
        "Fant 1 feil og 2 råd i 2 filer. Rett det som er merket «feil», så kan bidraget publiseres.\n"
    )


def test_colours_only_when_wanted() -> None:
    """Colours add to the text and change nothing in it."""
    coloured = _render(UNKNOWN, colour=True)

    assert "\x1b[31;1m" in coloured
    assert "\x1b" not in _render(UNKNOWN)


def test_json() -> None:
    """Programs get every word, and where it belongs."""
    report = json.loads(_render(UNKNOWN, EMPTY, format_="json"))

    assert (report["errors"], report["advice"]) == (1, 1)
    assert report["diagnostics"][0] == {
        "path": PATH,
        "line": 2,
        "column": 15,
        "count": 1,
        "severity": "error",
        "rule": "unknown-municipality",
        "page": "bidra/regler/unknown-municipality/",
        "field": "municipality",
        "message": "«Sandness» er ikke en norsk kommune vi kjenner. Mente du «Sandnes»?",
        "help": 'Skriv: `municipality: "Sandnes"`',
        "why": "Kommunen bestemmer hvor på kartet tiltaket vises, og hvem det ligner på.",
    }


def test_github() -> None:
    """Annotations carry message and help, escaped."""
    lines = _render(UNKNOWN, EMPTY, format_="github").splitlines()

    assert lines[0].startswith(
        f"::error file={PATH},line=2,col=15,title=unknown-municipality::«Sandness» er ikke"
    )
    assert "%0ASkriv: `municipality" in lines[0]
    assert lines[1].startswith(f"::warning file={PATH},line=3,col=1,title=empty-body::")
    assert not lines[2].startswith("::")


def test_github_shows_ten_at_most() -> None:
    """The tenth annotation says how many more there are."""
    lines = _render(*[UNKNOWN] * 25, format_="github").splitlines()

    assert len([line for line in lines if line.startswith("::error")]) == 10
    assert lines[9] == "::error::Det er 16 til; se oppsummeringen."


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    "value", ["\x1b[31mrød", "a\n::error::b", "a\r\n::add-mask::b", "\u202eabc", "\x9b31m", "{0} {field}"]
)
def test_nothing_found_can_garble(format_: str, value: str) -> None:
    """What a contributor wrote reaches no terminal or log as a command."""
    bad = Diagnostic(f"{value}.md", "language-no", params={"value": value, "field": "language"})

    found = _render(bad, format_=format_, source=value)

    assert not set(found) & set("\x1b\r\x9b\u202e")
    assert not [line for line in found.splitlines()[1:] if line.startswith("::")]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_identity_number_is_repeated(format_: str, language: str) -> None:
    """Not in a message, not in a line that is shown, not in a path."""
    number = "01815000036"
    bad = Diagnostic(f"{number}.md", "language-no", params={"value": number, "field": "language"}, line=1)

    assert number not in _render(bad, format_=format_, language=language, source=f"a: {number}")


def test_a_long_line_is_cut() -> None:
    """A line of a thousand words is shown around what is meant."""
    line = "a " * 1000 + '"Sandness"' + " b" * 1000
    bad = Diagnostic(PATH, "language-no", params={"value": "Sandness", "field": "x"}, line=1, column=2001)

    shown, marker = _render(bad, source=line).splitlines()[1:3]

    assert len(shown) < 120
    assert shown[marker.index("^") :].startswith('"Sandness"')


def test_a_file_that_is_no_text_is_not_shown() -> None:
    """What a link points to stays where it is."""
    link = Diagnostic(PATH, "symlink", params={"name": "a.md"})

    assert "secret" not in _render(link, source="secret")


@pytest.mark.parametrize("source", [None, "", "---\n"])
def test_nothing_to_show(source: str | None) -> None:
    """Without a line worth showing there is the message and the help."""
    missing = Diagnostic(PATH, "empty-file")

    assert len(_render(missing, source=source).splitlines()) == 4
