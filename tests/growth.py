"""How work grows with a text: eight times the text may take eight times as long, and not sixty-four.

Only what takes long at all is compared, the shortest of some tries with the shortest of some, so that a busy
machine is no mistake.
"""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LETTERS: Final = 24_000
TIMES: Final = 8
"""How much longer one text is than the other."""
_LONG_SECONDS: Final = 0.05
_TRIES: Final = 5
TOO_MUCH: Final = 4 * TIMES
"""How much longer that may take: half of the square, for a busy machine is no mistake."""

REPEATED: Final = (
    "`", "` ", "a`", "~~~\n", "```\n", "[", "](", "[a](", "![a](", "*", "**a ", "*a ", "_a ", "_a_", "~~a",
    "<", "<a ", "<!--", "https://", "\\", "> ", "- ", "- a\n", "1. ", "# ", "## a #", "a\n=\n", "---\n",
    "a: 1\n", " ", "  \n", "\n", "\t", "\r", "\u00a0", "0", "1 ", "12345678 ", "a@a", "@a.", "a.", "a-", "-",
    "e\u0301", "\u200b", "\u202e", "«", '"', "&#", "{a}", "%", "sykkel", "sykkel ", "aa", "\U0001f6b2",
)  # fmt: skip
"""What hostile texts are made of."""


def hostile(letters: int = LETTERS) -> Iterator[tuple[str, str]]:
    """Yield what a text repeats, and the text of so many letters: begun by another sign, and ended by one."""
    for piece in REPEATED:
        yield piece, f"a {(piece * letters)[:letters]}!"


def growing(work: Callable[[str], Any], *, letters: int = LETTERS) -> list[str]:
    """Return the texts on which `work` takes more than its length explains."""
    return [name for name, text in hostile(letters) if _grows(work, text)]


def _grows(work: Callable[[str], Any], text: str) -> bool:
    if _seconds(work, text) < _LONG_SECONDS:
        return False
    whole = _shortest(work, text)
    part = f"{text[: len(text) // TIMES]}{text[-1]}"
    return whole >= _LONG_SECONDS and whole > TOO_MUCH * _shortest(work, part)


def _shortest(work: Callable[[str], Any], text: str) -> float:
    return min(_seconds(work, text) for _ in range(_TRIES))


def _seconds(work: Callable[[str], Any], text: str) -> float:
    start = process_time()
    work(text)
    return process_time() - start


def script(functions: Iterable[str]) -> str:
    """Return a script that does the same with functions of `its`, each written as `name: (text) => …`.

    It takes texts by name as `given` and returns the names of functions and texts that grow.
    """
    return f"""(() => {{
      const seconds = (work, text) => {{
        const start = performance.now();
        work(text);
        return (performance.now() - start) / 1000;
      }};
      const tries = Array.from({{ length: {_TRIES} }});
      const shortest = (work, text) => Math.min(...tries.map(() => seconds(work, text)));
      const grows = (work, text) => {{
        if (seconds(work, text) < {_LONG_SECONDS}) return false;
        const whole = shortest(work, text);
        const part = shortest(work, text.slice(0, text.length / {TIMES}) + text.at(-1));
        return whole >= {_LONG_SECONDS} && whole > {TOO_MUCH} * part;
      }};
      return Object.entries({{ {", ".join(functions)} }}).flatMap(([name, work]) =>
        given.filter(([, text]) => grows(work, text)).map(([piece]) => [name, piece]),
      );
    }})()"""
