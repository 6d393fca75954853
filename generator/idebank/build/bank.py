"""A bank read into memory: vocabulary, messages and checked entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from idebank.diagnostics import BrokenEntriesError, Diagnostic
from idebank.forms import Form, load_forms
from idebank.messages import load_messages
from idebank.model import Entry
from idebank.outline import Outline, load_outline
from idebank.profiles import Profiles, load_profiles
from idebank.progress import Stopwatch
from idebank.rulebook import RuleEntry, load_rulebook
from idebank.schema import Schemas
from idebank.settings import Settings
from idebank.source import Kept, load_kept
from idebank.tiles import Tile, load_tiles
from idebank.traits import Traits, load_traits
from idebank.validate import check_bank
from idebank.vocabulary import LANGUAGES, Vocabulary, load_vocabulary
from idebank.wording import Wording


@dataclass(frozen=True, slots=True)
class Parts:
    """What a bank is, before any entry is read."""

    vocabulary: Vocabulary
    profiles: Profiles
    schemas: Schemas
    tiles: Mapping[str, Tile]
    wordings: Mapping[str, Wording]
    """By language."""


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything a site is built from."""

    vocabulary: Vocabulary
    profiles: Profiles
    schemas: Schemas
    forms: Mapping[str, Form]
    """By id."""
    rulebook: Mapping[str, RuleEntry]
    """By id."""
    tiles: Mapping[str, Tile]
    outline: Outline
    traits: Mapping[str, Traits]
    """What municipalities are like, by number."""
    wordings: Mapping[str, Wording]
    """By language."""
    entries: tuple[Entry, ...]
    advice: tuple[Diagnostic, ...]
    """What could be better, though nothing is wrong."""
    kept: Kept
    """The addresses that it has published, and those that people have moved or closed."""


def load_parts(settings: Settings, *, home: Path) -> Parts:
    """Read what entries are checked and shown by; `home` is where the bank keeps profiles of its own."""
    profiles = load_profiles(settings.schema / "profiles", home / "schema" / "profiles")
    vocabulary = load_vocabulary(settings.schema / "vocabulary").with_terms(profiles.terms)
    messages = settings.theme / "messages"
    return Parts(
        vocabulary,
        profiles,
        Schemas(settings.schema, vocabulary, profiles.nodes),
        load_tiles(settings.schema / "geometry" / "tiles.csv"),
        {language: Wording(language, load_messages(messages, language)) for language in LANGUAGES},
    )


def load_bank(settings: Settings, *, watch: Stopwatch, home: Path | None = None) -> Bank:
    """Read and check a bank; raises BrokenEntriesError with every diagnostic when an entry has errors.

    Profiles and forms of its own are read below `home`, or where its entries are.
    """
    home = home or settings.root
    parts = load_parts(settings, home=home)
    with watch.stage("check"):
        checked = check_bank(settings.root, schemas=parts.schemas, workers=settings.workers)
    if checked.has_errors and not (settings.allow_empty and checked.is_empty):
        raise BrokenEntriesError(checked.diagnostics)
    return Bank(
        vocabulary=parts.vocabulary,
        profiles=parts.profiles,
        schemas=parts.schemas,
        forms=load_forms(
            settings.schema / "forms",
            home / "schema" / "forms",
            schemas=parts.schemas,
            profiles=parts.profiles,
        ),
        rulebook=load_rulebook(settings.schema),
        tiles=parts.tiles,
        outline=load_outline(settings.schema / "geometry" / "outline.json"),
        traits=load_traits(settings.schema / "geometry" / "traits.csv"),
        wordings=parts.wordings,
        entries=checked.entries,
        advice=() if checked.is_empty else checked.diagnostics,
        kept=load_kept(settings.root),
    )
