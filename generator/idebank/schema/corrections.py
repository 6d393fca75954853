"""Values as a contributor would write them in the front matter."""

from typing import Any, Final

from idebank.diagnostics import KeyPath

MAX_QUOTED: Final = 60
"""Characters of a found value that a message repeats."""


def value_at(value: object, keys: KeyPath) -> Any:
    """Return what stands at `keys`; None when nothing does."""
    for key in keys:
        try:
            value = value[key]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def shortened(text: str) -> str:
    """Return `text` on one line and short enough to quote."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_QUOTED else f"{line[: MAX_QUOTED - 1].rstrip()}…"


def corrected_value(keys: KeyPath, better: str) -> str:
    """Return what should have stood at `keys`: the field's line, or the item of a list."""
    return f"{keys[-1]}: {better}" if isinstance(keys[-1], str) else better


def listed(items: list[str]) -> str:
    """Return plain values as a list on one line."""
    return f"[{', '.join(items)}]"
