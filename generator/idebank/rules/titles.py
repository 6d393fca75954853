"""Title and summary: two different things, said calmly."""

from typing import Final

from idebank.diagnostics import Rule, Severity
from idebank.rules.entry import Entry, EntryRule, Found
from idebank.slugs import fold
from idebank.source.strict_yaml import quoted

_SHOUTING: Final = 0.7
"""Share of capitals from which a title shouts; names such as «LUP og KS» stay under it."""
_ENOUGH_LETTERS: Final = 10
_PUNCTUATION: Final = 5
"""How much longer a repeated title can be for its full stop and quotes."""


def summary_repeats_title(entry: Entry) -> Found:
    """Find a summary that says no more than the title."""
    title, summary = entry.words("title"), entry.words("summary")
    if title and len(summary) <= len(title) + _PUNCTUATION and fold(title) == fold(summary):
        yield ("summary",), {}


def title_in_capitals(entry: Entry) -> Found:
    """Find a title that shouts."""
    title = entry.words("title")
    letters = [sign for sign in title if sign.isalpha()]
    if len(letters) >= _ENOUGH_LETTERS and sum(map(str.isupper, letters)) >= _SHOUTING * len(letters):
        yield ("title",), {"corrected": f"title: {quoted(title.capitalize())}"}


RULES: Final = (
    EntryRule(Rule("summary-repeats-title", Severity.ADVICE), summary_repeats_title),
    EntryRule(Rule("title-in-capitals", Severity.ADVICE), title_in_capitals),
)
