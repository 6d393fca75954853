"""What a check found, told to people and programs."""

from collections.abc import Callable, Mapping, Sequence
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


def render(  # noqa: PLR0913 - everything that a report is made from
    diagnostics: Sequence[Diagnostic],
    *,
    format: str,  # noqa: A002 - the word people use for it on the command line
    language: str,
    colour: bool,
    sources: Callable[[str], str | None],
    read: Mapping[str, int] | None = None,
) -> str:
    """Return a report in one of FORMATS; `sources` gives the text of a file whose lines are to be shown.

    `read` says how many entries of each kind were looked at; None where that is not what is asked.
    """
    words = words_in(language)
    if format == "json":
        lines = as_json(diagnostics, words, read=read)
    elif format == "github":
        lines = as_annotations(diagnostics, words, read=read)
    else:
        lines = as_text(diagnostics, words, colour=colour, sources=sources, read=read)
    return "\n".join(lines) + "\n"
