"""A kind's JSON Schema, ready for use: closed lists filled in, compiled, and able to explain itself."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import jsonschema_rs

from idebank.diagnostics import Finding
from idebank.schema.coercion import coerced
from idebank.schema.empties import empty_fields
from idebank.schema.formats import formats
from idebank.schema.nodes import Node, expanded
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

    def coerce(self, fields: Mapping[str, object]) -> dict[str, object]:
        """Return the fields with numbers and yes/no read as such, texts trimmed and empty fields left out."""
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


def load_schema(folder: Path, kind: str, vocabulary: Vocabulary) -> Schema:
    """Read `<kind>.schema.json` in `folder`; raises OSError or ValueError when it is broken."""
    raw = json.loads((folder / f"{kind}.schema.json").read_text(encoding="utf-8"))
    root = expanded(raw, vocabulary)
    questions = dict(formats(vocabulary))
    validator = jsonschema_rs.Draft202012Validator(root, formats=questions, validate_formats=True)
    return Schema(kind, root, vocabulary, validator)
