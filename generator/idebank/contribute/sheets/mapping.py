"""What the columns of an old bank's spreadsheet become: a YAML file, checked before any row is read.

    kind: initiative
    set: {language: nb, licence: CC-BY-4.0}      # what every entry gets
    columns:
      Prosjekttittel: {field: title}
      Kommune: {field: municipality}
      Status: {field: phase, values: {Pågående: running, Avsluttet: completed}}
      Mål: {field: sdgs, as: goals}
      Samlet støtte: {field: funding.amount, as: number, record: 1}
      Beskrivelse: {body: Bakgrunn}
      Saksnummer: {ignore: "Gjelder bare den gamle banken"}

`as` is `text` (usual), `list` (split at `split`, usually line breaks or semicolons), `choice` and
`choices` (by id or name of a closed list), `goals`, `number`, `date`, `yes-no` or `json`. Columns of one
list are joined.
"""

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from idebank.kinds import KINDS
from idebank.schema import Schema

WAYS: Final = ("text", "list", "choice", "choices", "goals", "number", "date", "yes-no", "json")
_RECORD: Final = re.compile(r"[0-9]{1,2}")
_OF_A_COLUMN: Final = frozenset({"field", "as", "split", "values", "record", "body", "ignore"})


class BrokenMappingError(ValueError):
    """Raised for a mapping that cannot be used; its text names the column and what is wrong."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one column becomes."""

    field: tuple[str, ...] = ()
    """The route to its field; empty for a part of the story, or for nothing."""
    way: str = "text"
    split: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What old words are called here, by the old word in small letters."""
    record: int = 0
    """Which record of a list of records it belongs to, from 1; 0 for other fields."""
    body: str = ""
    """The heading under which it stands in the story."""
    ignore: str = ""
    """Why it becomes nothing."""


@dataclasses.dataclass(frozen=True, slots=True)
class SheetMapping:
    """What a spreadsheet's columns become."""

    kind: str
    fixed: Mapping[str, Any]
    columns: Mapping[str, Column]
    """By heading."""


def load_mapping(path: Path, schemas: Mapping[str, Schema]) -> SheetMapping:
    """Read and check a mapping; raises BrokenMappingError or OSError."""
    # The base loader reads every scalar as text, so that `no` stays a word.
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    if not isinstance(tree, dict) or not isinstance(tree.get("columns"), dict):
        raise BrokenMappingError(f"{path.name}: columns")
    kind = tree.get("kind", "initiative")
    if kind not in KINDS:
        raise BrokenMappingError(f"{path.name}: kind {kind}")
    schema = schemas[kind]
    fixed = tree.get("set", {})
    for name in fixed:
        _known((name,), schema, where=f"{path.name}: set")
    columns = {
        heading: _column(own, schema, f"{path.name}: {heading}") for heading, own in tree["columns"].items()
    }
    return SheetMapping(kind, fixed, columns)


def _column(tree: Any, schema: Schema, where: str) -> Column:
    if (
        not isinstance(tree, dict)
        or tree.keys() - _OF_A_COLUMN
        or not tree.keys() & {"field", "body", "ignore"}
    ):
        raise BrokenMappingError(f"{where}: field, body, ignore")
    keys = tuple(tree.get("field", "").split(".")) if "field" in tree else ()
    way = tree.get("as", "text")
    if way not in WAYS:
        raise BrokenMappingError(f"{where}: as {way}")
    if keys:
        _known(keys, schema, where=where)
    record = str(tree.get("record", "0"))
    if not _RECORD.fullmatch(record):
        raise BrokenMappingError(f"{where}: record {record}")
    return Column(
        field=keys,
        way=way,
        split=tree.get("split", ""),
        values={old.strip().lower(): new for old, new in tree.get("values", {}).items()},
        record=int(record),
        body=tree.get("body", ""),
        ignore=tree.get("ignore", ""),
    )


def _known(keys: tuple[str, ...], schema: Schema, *, where: str) -> None:
    node = schema.root
    for key in keys:
        node = node.get("items", node)
        if key not in node.get("properties", {}):
            raise BrokenMappingError(f"{where}: {'.'.join(keys)}")
        node = node["properties"][key]
