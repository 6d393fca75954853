"""A kind's JSON Schema, ready for use: closed lists filled in, compiled, and able to explain itself."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from idebank.diagnostics import Finding, KeyPath
from idebank.kinds import KINDS
from idebank.schema.coercion import coerced
from idebank.schema.empties import empty_fields
from idebank.schema.formats import formats
from idebank.schema.nodes import Node, Pattern, bounded, expanded, inlined, patterns, texts_at
from idebank.schema.violations import explained
from idebank.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Schema:
    """What an entry of one kind may say."""

    kind: str
    root: Node
    """The JSON Schema with every closed list filled in."""
    vocabulary: Vocabulary
    _validator: jsonschema_rs.Draft202012Validator
    _references: tuple[tuple[Pattern, str], ...]
    _forms: tuple[tuple[Pattern, str], ...]

    def coerce(self, fields: Mapping[str, object]) -> dict[str, object]:
        """Return the fields with numbers and yes/no read as such, texts on one line, and no empty fields."""
        return coerced(fields, self.root)

    def violations(self, value: Mapping[str, object]) -> tuple[Finding, ...]:
        """Return where `value` breaks the schema, in our own words."""
        if self._validator.is_valid(value):
            return ()
        return explained(
            self._validator.iter_errors(value), value, root=self.root, vocabulary=self.vocabulary
        )

    def empty_fields(self, fields: Mapping[str, object]) -> tuple[Finding, ...]:
        """Return which fields were left empty and are not missed anyway."""
        return tuple(empty_fields(fields, self.root))

    @property
    def has_place(self) -> bool:
        """Tell whether entries say where they belong."""
        return "municipality" in self.root["properties"]

    def references(self, value: Mapping[str, object]) -> Iterator[tuple[KeyPath, str, str]]:
        """Yield (where, kind, slug) for every other entry that `value` names."""
        for pattern, kind in self._references:
            for keys, slug in texts_at(value, pattern):
                yield keys, kind, slug

    def of_form(self, value: Mapping[str, object], form: str) -> Iterator[tuple[KeyPath, str]]:
        """Yield place and text of every text in `value` that has to follow the form `form`."""
        for pattern, own in self._forms:
            if own == form:
                yield from texts_at(value, pattern)


class Schemas(Mapping[str, Schema]):
    """The schema of every kind, each read when it is first asked for."""

    def __init__(
        self, folder: Path, vocabulary: Vocabulary, profiles: Mapping[str, Node] | None = None
    ) -> None:
        """Read from `folder`; `profiles` are further fields of an initiative, each with fields of its own."""
        self._folder = folder
        self._vocabulary = vocabulary
        self._profiles = profiles or {}
        self._read = cache(self._load)

    def __getitem__(self, kind: str) -> Schema:
        """Return a kind's schema; raises KeyError for an unknown one, OSError or ValueError for a broken."""
        if kind not in KINDS:
            raise KeyError(kind)
        return self._read(kind)

    def __iter__(self) -> Iterator[str]:
        """Yield the names of all kinds."""
        return iter(KINDS)

    def __len__(self) -> int:
        """Return how many kinds there are."""
        return len(KINDS)

    @property
    def profiles(self) -> frozenset[str]:
        """Return the names of the fields that hold a sector's answers."""
        return frozenset(self._profiles)

    @property
    def vocabulary(self) -> Vocabulary:
        """The closed lists that all of them choose from."""
        return self._vocabulary

    def note(self, name: str) -> Schema:
        """Return the schema of a note to the editors, such as `correction`: read like an entry, but none."""
        return self._read(f"notes/{name}")

    def _load(self, name: str) -> Schema:
        whole = inlined(self._json(name), self._shared)
        if name == "initiative":
            whole["properties"] = {**whole["properties"], **self._profiles}
        root = expanded(whole, self._vocabulary)
        questions = dict(formats(self._vocabulary))
        validator = jsonschema_rs.Draft202012Validator(
            bounded(root), formats=questions, validate_formats=True
        )
        references, forms = patterns(root, "x-refers"), patterns(root, "x-format")
        return Schema(whole["title"], root, self._vocabulary, validator, references, forms)

    @property
    def _shared(self) -> Node:
        shared: Node = self._json("shared")
        return shared

    def _json(self, name: str) -> Any:
        return json.loads((self._folder / f"{name}.schema.json").read_text(encoding="utf-8"))
