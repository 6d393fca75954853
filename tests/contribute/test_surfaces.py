"""What is made from the schema is up to date, and knows what the schema knows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import frontmatter
import jsonschema_rs
import pytest
import yaml

from idebank.contribute.payload import Payload, read_payload
from idebank.contribute.surfaces import Source, generated_files
from idebank.kinds import KINDS
from idebank.resources import schema_folder
from idebank.source import parse_document

PROJECT: Final = Path(__file__).parents[2]
SOURCE: Final = Source.load(schema_folder())
GENERATED: Final = dict(generated_files(SOURCE))
FOLDERS: Final = (".github/ISSUE_TEMPLATE", "docs/templates", "schema/editor")
"""Folders that hold nothing else."""


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_is_up_to_date(name: str) -> None:
    """A generated file is as `make generate` would write it."""
    assert (PROJECT / name).read_bytes() == GENERATED[name]


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_stale_is_left(folder: str) -> None:
    """No file is left that is made no more."""
    there = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / folder).iterdir()}

    assert there == {name for name in GENERATED if name.startswith(f"{folder}/")}


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_fits_its_editor_schema(kind: str) -> None:
    """An editor marks nothing in an entry that the check lets through."""
    schema = json.loads(GENERATED[f"schema/editor/{kind}.schema.json"])
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.Draft202012Validator(schema)

    paths = sorted((PROJECT / "content" / KINDS[kind].folder).rglob("*.md"))
    broken = {path.name: str(error) for path in paths for error in validator.iter_errors(_fields(path, kind))}

    assert broken == {}


def test_editor_schema_knows_the_closed_lists() -> None:
    """A value that is not in the list is marked."""
    schema = json.loads(GENERATED["schema/editor/initiative.schema.json"])

    assert schema["properties"]["phase"]["enum"] == list(SOURCE.vocabulary.terms["phases"])
    assert not jsonschema_rs.Draft202012Validator(schema["properties"]["phase"]).is_valid("ferdig")


def test_issue_form_is_one_that_github_takes() -> None:
    """GitHub drops a form in silence when a part is wrong: ids once, short descriptions, known types."""
    form = yaml.safe_load(GENERATED[".github/ISSUE_TEMPLATE/innmelding.yml"])

    ids = [part["id"] for part in form["body"] if "id" in part]
    assert len(form["description"]) <= 200
    assert ids == ["payload"]
    assert {part["type"] for part in form["body"]} <= {"markdown", "textarea"}
    assert all(len(part["attributes"].get("description", "")) <= 200 for part in form["body"])


def test_box_of_the_issue_form_can_be_read() -> None:
    """What stands in the box to begin with is a payload, so filling it in by hand works."""
    form = yaml.safe_load(GENERATED[".github/ISSUE_TEMPLATE/innmelding.yml"])

    payload = read_payload(form["body"][1]["attributes"]["value"])

    assert isinstance(payload, Payload)
    assert payload.form == "initiative"


@pytest.mark.parametrize("kind", ["initiative", "adoption", "need"])
def test_new_file_has_only_fields_of_the_schema(kind: str) -> None:
    """A template has every field that must be there, and none that the schema lacks."""
    root = SOURCE.schemas[kind].root
    fields = frontmatter.loads(GENERATED[f"docs/templates/{kind}.md"].decode()).metadata

    assert fields.keys() <= root["properties"].keys()
    assert set(root["required"]) <= fields.keys()


def test_reference_names_every_field() -> None:
    """The field reference leaves nothing out."""
    text = GENERATED["docs/felt.md"].decode()

    missing = [
        (kind, name)
        for kind in KINDS
        for name in SOURCE.schemas[kind].root["properties"]
        if f"`{name}" not in text
    ]
    assert missing == []


def _fields(path: Path, kind: str) -> dict[str, Any]:
    document, _ = parse_document(str(path), path.read_bytes())
    assert document
    return SOURCE.schemas[kind].coerce(document.fields)
