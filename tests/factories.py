"""Small real values for tests: entries as files, and the records they become."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from idebank.diagnostics import Diagnostic
from idebank.kinds import kind_of_file
from idebank.model import (
    Adoption,
    Contact,
    Coordinator,
    Entry,
    Event,
    Initiative,
    Method,
    Need,
    Network,
    Place,
    Step,
)
from idebank.outline import Outline, load_outline
from idebank.profiles import Profiles, load_profiles
from idebank.resources import schema_folder
from idebank.schema import Schema, Schemas
from idebank.source import SourceFile
from idebank.tiles import Tile, load_tiles
from idebank.validate import Checked, check_bank
from idebank.validate.entries import check_file
from idebank.validate.records import record_of
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


_UPKEEP: Final[Mapping[str, Any]] = {
    "language": "nb",
    "published": "2026-11-22",
    "licence": "CC-BY-4.0",
    "body": "",
}


def adoption(**changes: Any) -> Adoption:
    """Return an adoption with some fields changed."""
    fields: dict[str, Any] = {
        **_UPKEEP,
        "slug": "saltdal-sykkelbuss",
        "path": "content/adoptions/saltdal-sykkelbuss.md",
        "organisation": "Saltdal kommune",
        "organisation_type": "municipality",
        "place": Place("1840", "18"),
        "degree": "adapted",
        "initiative": "sykkelbuss-bodo",
    }
    return Adoption(**(fields | changes))


def need(**changes: Any) -> Need:
    """Return a need with some fields changed."""
    fields: dict[str, Any] = {
        **_UPKEEP,
        "slug": "trygg-skolevei",
        "path": "content/needs/trygg-skolevei.md",
        "title": "Trygg skolevei uten bil",
        "summary": "Vi leter etter måter å få færre biler foran skolene på.",
        "organisation": "Saltdal kommune",
        "organisation_type": "municipality",
        "place": Place("1840", "18"),
        "sectors": ("skole",),
        "status": "open",
        "contact": Contact("Saltdal kommune, skole", url="https://saltdal.kommune.no"),
    }
    return Need(**(fields | changes))


def method(**changes: Any) -> Method:
    """Return a method with some fields changed."""
    fields: dict[str, Any] = {
        **_UPKEEP,
        "slug": "fem-steg",
        "path": "content/methods/fem-steg.md",
        "title": "Fem steg til en tryggere skolevei",
        "summary": "En måte å finne ut hva som hindrer barna i å gå og sykle, og gjøre noe med det.",
        "organisation": "Bodø kommune",
        "organisation_type": "municipality",
        "sectors": ("skole",),
        "contact": Contact("Bodø kommune, miljø", url="https://bodo.kommune.no"),
        "steps": (Step(title="Gå veien sammen"), Step(title="Velg ett sted å begynne")),
    }
    return Method(**(fields | changes))


def event(**changes: Any) -> Event:
    """Return an event with some fields changed."""
    fields: dict[str, Any] = {
        **_UPKEEP,
        "slug": "fredag-om-skolevei",
        "path": "content/events/fredag-om-skolevei.md",
        "title": "Fredag om skolevei",
        "summary": "Tre kommuner forteller hvordan flere barn kom seg til skolen på egen hånd.",
        "start": "2026-10-30T09:00",
        "end": "2026-10-30T10:00",
    }
    return Event(**(fields | changes))


def network(**changes: Any) -> Network:
    """Return a network with some fields changed."""
    fields: dict[str, Any] = {
        **_UPKEEP,
        "slug": "nettverk-i-nordland",
        "path": "content/networks/nettverk-i-nordland.md",
        "title": "Nettverk i Nordland",
        "summary": "Kommunene i Nordland møtes for å lære av hverandre.",
        "network_kind": "county",
        "coordinator": Coordinator(role="Fylkeskommunen, klima og miljø"),
        "counties": ("18",),
    }
    return Network(**(fields | changes))


def write_bank(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their paths under `root`, and return it."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def check(root: Path, **options: Any) -> Checked:
    """Check a bank with the real vocabulary and schema."""
    return check_bank(root, schemas=schemas(), **options)


def check_source(path: str, raw: bytes) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
    """Return the record of one file, when it has no errors, and everything there is to say about it."""
    kind = kind_of_file(path).name
    checked = check_file(SourceFile(path, raw), schema=schemas()[kind])
    record = record_of(checked.entry, profiles=schemas().profiles) if checked.entry else None
    return record, checked.diagnostics


@cache
def vocabulary() -> Vocabulary:
    """Return the real vocabulary, read once."""
    return load_vocabulary(schema_folder() / "vocabulary")


@cache
def schemas() -> Schemas:
    """Return the real schemas, each read once."""
    return Schemas(schema_folder(), vocabulary(), profiles().nodes)


@cache
def profiles() -> Profiles:
    """Return the real profiles, read once."""
    return load_profiles(schema_folder() / "profiles")


@cache
def outline() -> Outline:
    """Return the real outline of the country."""
    return load_outline(schema_folder() / "geometry" / "outline.json")


@cache
def tiles() -> Mapping[str, Tile]:
    """Return the real map of equal tiles, read once."""
    return load_tiles(schema_folder() / "geometry" / "tiles.csv")


def schema(kind: str = "initiative") -> Schema:
    """Return the real schema of a kind."""
    return schemas()[kind]
