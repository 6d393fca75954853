"""Small real values for tests: entries as files, and the records they become."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from idebank.model import Contact, Initiative, Place
from idebank.resources import schema_folder
from idebank.schema import Schema, load_schema
from idebank.validate import Checked, check_bank
from idebank.vocabulary import Vocabulary, load_vocabulary

PATH: Final = "content/initiatives/nordland/sykkelbuss-bodo.md"
"""Where the entry of `entry_text` belongs."""

FIELDS: Final[Mapping[str, str]] = {
    "title": '"Sykkelbuss til skolen"',
    "summary": '"Foreldre følger barna på sykkel til skolen, og færre blir kjørt."',
    "language": "nb",
    "organisation": '"Bodø kommune"',
    "organisation_type": "municipality",
    "municipality": '"Bodø"',
    "sectors": "[skole]",
    "sdgs": '["11", "3.6"]',
    "phase": "running",
    "contact": '{role: "Bodø kommune, miljø", url: "https://bodo.kommune.no"}',
    "published": '"2026-11-22"',
    "licence": "CC-BY-4.0",
}
"""The fields of a valid entry as they are written, without a mistake or anything to advise on."""

BODY: Final = "## Bakgrunn\n\nMange barn ble kjørt til skolen.\n"


def entry_text(body: str = BODY, /, **changes: str | None) -> str:
    """Return a valid entry with some fields written differently, or left out where they are None."""
    fields = {name: value for name, value in {**FIELDS, **changes}.items() if value is not None}
    lines = (f"{name}:{'' if value.startswith(chr(10)) else ' '}{value}" for name, value in fields.items())
    return "\n".join(("---", *lines, "---", "", body))


def initiative(**changes: Any) -> Initiative:
    """Return an initiative with some fields changed."""
    fields: dict[str, Any] = {
        "slug": "sykkelbuss-bodo",
        "path": PATH,
        "title": "Sykkelbuss til skolen",
        "summary": "Foreldre følger barna på sykkel til skolen, og færre blir kjørt.",
        "language": "nb",
        "organisation": "Bodø kommune",
        "organisation_type": "municipality",
        "place": Place("1804", "18"),
        "sectors": ("skole",),
        "goals": (3, 11),
        "targets": ("3.6",),
        "phase": "running",
        "contact": Contact("Bodø kommune, miljø", url="https://bodo.kommune.no"),
        "published": "2026-11-22",
        "licence": "CC-BY-4.0",
        "body": BODY.strip(),
    }
    return Initiative(**(fields | changes))


def write_bank(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their paths under `root`, and return it."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def check(root: Path, **options: Any) -> Checked:
    """Check a bank with the real vocabulary and schema."""
    return check_bank(root, vocabulary=vocabulary(), schema=schema(), **options)


@cache
def vocabulary() -> Vocabulary:
    """Return the real vocabulary, read once."""
    return load_vocabulary(schema_folder() / "vocabulary")


@cache
def schema() -> Schema:
    """Return the real schema of initiatives, read once."""
    return load_schema(schema_folder(), "initiative", vocabulary())
