"""Texts whose length somebody has paid the square of: one shape each, as long as is asked for."""

from __future__ import annotations

from functools import cache
from typing import Final

from idebank import limits

_REPEATED: Final = {
    "one word": "a",
    "capitals": "A",
    "Norwegian letters": "æ",
    "digits": "1",
    "one-letter words": "a ",
    "words": "sykkel ",
    "lines": "a\n",
    "empty lines": "\n",
    "spaces": " ",
    "tabs": "\t",
    "line breaks of Windows": "\r\n",
    "no-break spaces": "\u00a0",
    "no-break spaces and a letter": "\u00a0a",
    "backticks": "`",
    "backticks and a letter": "`a",
    "fences": "```\n",
    "tildes": "~",
    "opening brackets": "[",
    "closing brackets": "]",
    "braces": "{",
    "parentheses": "(",
    "links without an end": "](",
    "links": "[a](b)",
    "pictures without an end": "![",
    "targets in parentheses": "](((a",
    "scripts": "](javascript:",
    "angle brackets": "<",
    "tags without an end": "<a ",
    "tags": "<b>",
    "comments": "<!--",
    "quotation marks": '"',
    "quoted letters": '"a" ',
    "apostrophes": "'",
    "guillemets": "«a» ",
    "numbers of headings": "#",
    "headings": "# a\n",
    "comments of YAML": "a #",
    "underlines": "a\n=\n",
    "at signs": "@",
    "mailboxes": "a@b.no ",
    "mailboxes without a space": "a.b@",
    "dots": ".",
    "words with dots": "a.",
    "hyphens": "-",
    "words with hyphens": "a-",
    "marks of a list": "- ",
    "list below list": "- - a\n",
    "quotation in quotation": ">",
    "stars": "*",
    "emphasis": "*a_",
    "cells": "|a",
    "rules of a table": "|-",
    "ampersands": "&",
    "entities": "&amp;",
    "backslashes": "\\",
    "escaped quotes": '\\"',
    "addresses": "https://a.no/ ",
    "one address": "https://a.no/?",
    "colons": ": ",
    "fields": "a: b\n",
    "unknown fields of one line": "{a: ",
    "anchors": "&a b, ",
    "aliases": "*a, ",
    "semicolons": ";",
    "commas": ", ",
    "dates": "1.1.2024 ",
    "years": "2024 ",
    "telephones": "tlf 912 34 567 ",
    "identity numbers": "13097248022 ",
    "identity numbers in a row": "13097248022",
    "letters with accents": "a\u0316\u0300",
    "soft hyphens": "a\u00ad",
    "directions": "\u202e",
    "emoji": "🚲",
    "ligatures": "\ufdfa",
    "slashes": "/",
    "percent": "%20",
    "and": " og ",
    "at in words": " (at) ",
    "e": "e",
}

_ACCENTS: Final = {
    "accents": "\u0300",
    "accents of two kinds": "\u0300\u0316",
    "accents the wrong way round": "\u0300" * 150 + "\u0316" * 150,
}


@cache
def shapes(length: int) -> dict[str, str]:
    """Return every shape by name, each about `length` letters long."""
    repeated = {name: (unit * (length // len(unit) + 1))[:length] for name, unit in _REPEATED.items()}
    half = length // 2
    return {
        **repeated,
        "spaces within": f"a{' ' * length}b",
        "tabs within": f"a:{chr(9) * length}b",
        "a word and spaces": f"{'a' * half}{' ' * half}",
        "a quoted word without an end": f'"{"a" * length}',
        # As many as a word may have; more are refused before anything else looks at them.
        **{
            name: f"a{accents * (limits.WORD // len(accents) - 1)} "[:length] * (length // limits.WORD)
            for name, accents in _ACCENTS.items()
        },
        "brackets that close": "[" * half + "]" * half,
        "parentheses that close": "(" * half + ")" * half,
        "runs of backticks": " ".join("`" * n for n in range(1, int((2 * length) ** 0.5))),
        "lists in lists": "\n".join(f"{'  ' * n}- a" for n in range(int(length**0.5))),
        "a domain": f"a@{'b.' * half}1",
        "an address": f"https://{'a.' * half}",
        "a date in spaces": f"1.{' ' * length}1.2024",
    }
