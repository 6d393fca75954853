"""What a rule may look at: one entry's fields, in whatever state they are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from idebank.diagnostics import Finding, KeyPath, Rule
from idebank.kinds import KINDS
from idebank.schema import Schema
from idebank.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the rules see it; its fields may still break the schema."""

    path: str
    """The file, relative to the bank's root, with forward slashes."""
    text: str
    value: Mapping[str, object]
    """The fields as the schema reads them; empty ones are left out."""
    body: str
    body_line: int
    schema: Schema
    """What an entry of its kind may say."""
    misnamed: frozenset[str] = frozenset()
    """Fields that are there under a wrong name, which is told already."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The closed lists."""
        return self.schema.vocabulary

    @property
    def kind(self) -> str:
        """The name of its kind, such as `initiative`."""
        return self.schema.kind

    @property
    def slug(self) -> str:
        """The file's name without `.md`."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def folder(self) -> str:
        """The name of the folder that the file lies in."""
        return self.path.rpartition("/")[0].rpartition("/")[2]

    def words(self, *keys: str) -> str:
        """Return the text at `keys`; empty when there is none, or something else."""
        value: Any = self.value
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value if isinstance(value, str) else ""

    def records(self, *keys: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield place and fields of each record in a list of records."""
        value: Any = self.value
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        for index, item in enumerate(value if isinstance(value, list) else ()):
            if isinstance(item, dict):
                yield index, item

    def items(self, key: str) -> Iterator[tuple[int, str]]:
        """Yield place and text of each text in a top-level list."""
        value = self.value.get(key)
        for index, item in enumerate(value if isinstance(value, list) else ()):
            if isinstance(item, str):
                yield index, item


Found: TypeAlias = Iterator[tuple[KeyPath, Mapping[str, str]]]
"""Where a rule is broken, and what its message quotes."""


@dataclass(frozen=True, slots=True)
class EntryRule:
    """A rule about one entry's fields, with the function that finds where it is broken."""

    rule: Rule
    check: Callable[[Entry], Found]
    kinds: frozenset[str] = frozenset(KINDS)
    """Kinds of entries that it is about; a rule about a field that a kind does not have finds nothing."""

    def findings(self, entry: Entry) -> Iterator[Finding]:
        """Yield where `entry` breaks the rule."""
        if entry.kind not in self.kinds:
            return
        for keys, params in self.check(entry):
            yield Finding(self.rule, keys, params)
