"""What a check found that the one before did not, and what is gone since."""

from collections.abc import Sequence
from dataclasses import dataclass

from idebank.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class News:
    """The difference between two checks of a bank."""

    appeared: tuple[Diagnostic, ...]
    gone: int
    """How many of the former are found no more."""
    left: int
    """How many there are now."""

    @property
    def is_any(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.appeared or self.gone)


def news(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> News:
    """Return what is new; a mistake that only moved to another line is the same one."""
    known, found = {_what(one) for one in before}, {_what(one) for one in after}
    appeared = tuple(one for one in after if _what(one) not in known)
    return News(appeared, len(known - found), sum(one.count for one in after))


def _what(diagnostic: Diagnostic) -> tuple[object, ...]:
    return (diagnostic.path, diagnostic.rule, diagnostic.keys, tuple(sorted(diagnostic.params.items())))
