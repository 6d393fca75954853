"""What an expression of a workflow comes to, in a context that a test makes up."""

from __future__ import annotations

import re
from typing import Any, Final

_TOKEN: Final = re.compile(r"'[^']*'|&&|\|\||!=|==|!|[(),]|[\w*-]+(?:\.[\w*-]+)*")
_WORDS: Final = {"&&": " and ", "||": " or ", "!": " not ", "true": "True", "false": "False"}


def evaluate(expression: str, **context: Any) -> Any:
    """Return what `${{ … }}` comes to: operators are Python's, and what is not there is an empty text."""
    inner = expression.strip().removeprefix("${{").removesuffix("}}")
    written = "".join(_python(token) for token in _TOKEN.findall(inner))
    functions = {"cancelled": lambda: False, "contains": lambda values, value: value in values}
    return eval(written, {**functions, "look": lambda path: _look(context, path)})  # noqa: S307 - our own workflows


def _python(token: str) -> str:
    if token in _WORDS or not re.match(r"[a-z]", token):
        return _WORDS.get(token, token)
    return token if token in {"cancelled", "contains"} else f"look({token!r})"


def _look(context: Any, path: str) -> Any:
    found = context
    for name in path.split("."):
        if name == "*":
            continue
        found = [one.get(name, "") for one in found] if isinstance(found, list) else found.get(name, "")
        if found == "":
            break
    return found
