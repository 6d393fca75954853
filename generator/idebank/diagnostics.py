"""What a check has to say: values only; wording and printing live in `report`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeAlias

Key: TypeAlias = str | int
KeyPath: TypeAlias = tuple[Key, ...]

NO_PARAMS: Final[Mapping[str, str]] = {}


class Severity(StrEnum):
    """How serious a diagnostic is; the value is the printed word's message key."""

    ERROR = "error"
    """The entry cannot be published as it is."""
    ADVICE = "advice"
    """The entry can be published, but would be better with a change."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing a check can find wrong; its words are in theme/messages/rules."""

    id: str
    """The wrong pattern's name, such as `unknown-municipality`; it never changes once published."""
    severity: Severity = Severity.ERROR
    points_at_key: bool = False
    """Whether a finding is about the field's name instead of its value."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one file, before anybody knows which file it is."""

    rule: Rule
    keys: KeyPath = ()
    """Route of keys to the value in the front matter; empty where `line` says the place."""
    params: Mapping[str, str] = field(default_factory=lambda: NO_PARAMS, hash=False)
    line: int = 1
    column: int = 1

    def in_file(self, path: str) -> "Diagnostic":
        """Return the finding as a diagnostic of the file `path`."""
        return Diagnostic(
            path, self.rule.id, self.rule.severity, self.keys, self.params, self.line, self.column
        )


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to say about one place in one file."""

    path: str
    """The file, relative to the bank's root, with forward slashes."""
    rule: str
    """The rule's id, such as `unknown-municipality`; it never changes once published."""
    severity: Severity = Severity.ERROR
    keys: KeyPath = ()
    """Route of keys to the value in the front matter; empty for the file as a whole."""
    params: Mapping[str, str] = field(default_factory=lambda: NO_PARAMS, hash=False)
    """What the rule's message quotes: values found, limits, near misses."""
    line: int = 1
    """Line in the file, counted from 1."""
    column: int = 1
    """Column in the line, in characters, counted from 1."""
    further: int = 0
    """Of one that only says how many more of its rule there are from here on: how many."""

    @property
    def count(self) -> int:
        """How many things there are to put right."""
        return self.further or 1

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Fixed order of a report: by file, then place, then rule."""
        return (self.path, self.line, self.column, self.rule, str(sorted(self.params.items())))


class BrokenEntriesError(Exception):
    """Raised when a bank cannot be built because entries have errors; carries all diagnostics."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep the diagnostics in report order."""
        super().__init__(f"{len(diagnostics)} diagnostics")
        self.diagnostics = diagnostics
