"""What a check found, told to people and programs."""

from collections.abc import Callable, Sequence
from typing import Final

from idebank.diagnostics import Diagnostic
from idebank.messages import load_messages
from idebank.report.formats import as_annotations, as_json, as_text
from idebank.report.words import Words
from idebank.resources import theme_folder

FORMATS: Final = ("text", "json", "github")
"""How a report can be written."""

__all__ = ["FORMATS", "Words", "render", "words_in"]


def words_in(language: str, *, in_form: bool = False) -> Words:
    """Return the texts of the check in one language; `in_form` for somebody who filled in a form."""
    return Words(language, load_messages(theme_folder() / "messages" / "rules", language), in_form)


def render(
    diagnostics: Sequence[Diagnostic],
    *,
    format: str,  # noqa: A002 - the word people use for it on the command line
    language: str,
    colour: bool,
    sources: Callable[[str], str | None],
) -> str:
    """Return a report in one of FORMATS; `sources` gives the text of a file whose lines are to be shown."""
    words = words_in(language)
    if format == "json":
        lines = as_json(diagnostics, words)
    elif format == "github":
        lines = as_annotations(diagnostics, words)
    else:
        lines = as_text(diagnostics, words, colour=colour, sources=sources)
    return "\n".join(lines) + "\n"
