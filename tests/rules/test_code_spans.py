"""Code in Markdown is left out, and nothing else moves."""

import time

import pytest

from idebank.rules.body import body_findings
from idebank.rules.code_spans import without_code
from idebank.rules.entry import Entry
from idebank.rules.personal import personal_findings
from tests.factories import PATH, schema


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", "a     c"),
        ("a ``b`c`` d", "a         d"),
        ("a `b c", "a `b c"),
        ("`` a `b`", "`` a    "),
        ("```\n<b>\n```\nc", "   \n   \n   \nc"),
        ("~~~ html\n<b>\n```\n~~~\nc", "        \n   \n   \n   \nc"),
        ("```\n<b>", "   \n   "),
        ("a\nb", "a\nb"),
    ],
)
def test_without_code(text: str, expected: str) -> None:
    """Spans and fences become spaces; an open span stays, an open fence goes on to the end."""
    assert without_code(text) == expected


@pytest.mark.parametrize(
    "flood",
    [
        "`" * 900_000, "` `` " * 200_000, "![" * 450_000, "](" * 450_000, "<a " * 300_000, "<a:" * 300_000,
        "@" * 900_000, "a@" * 450_000, "9" * 900_000, "91 " * 300_000, "# " * 450_000, "=\n" * 400_000,
        "x" * 900_000 + "@x.no", "<!" * 450_000,
    ],
    ids=range(14),
)  # fmt: skip
def test_floods_take_no_longer(flood: str) -> None:
    """A hostile megabyte is looked through in time."""
    entry = Entry(path=PATH, text=flood, value={}, body=flood, body_line=1, schema=schema())
    begun = time.process_time()

    list(body_findings(entry))
    list(personal_findings(entry))

    assert time.process_time() - begun < 10.0
