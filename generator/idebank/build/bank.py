"""A bank read into memory: vocabulary, messages and checked entries."""

from collections.abc import Mapping
from dataclasses import dataclass

from idebank.diagnostics import BrokenEntriesError, Diagnostic
from idebank.export.moves import Move, load_moves
from idebank.forms import Form, load_forms
from idebank.messages import load_messages
from idebank.model import Entry
from idebank.profiles import Profiles, load_profiles
from idebank.progress import Stopwatch
from idebank.schema import Schemas
from idebank.settings import Settings
from idebank.tiles import Tile, load_tiles
from idebank.validate import check_bank
from idebank.vocabulary import LANGUAGES, Vocabulary, load_vocabulary
from idebank.wording import Wording


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything a site is built from."""

    vocabulary: Vocabulary
    profiles: Profiles
    schemas: Schemas
    forms: Mapping[str, Form]
    """By id."""
    tiles: Mapping[str, Tile]
    wordings: Mapping[str, Wording]
    """By language."""
    entries: tuple[Entry, ...]
    advice: tuple[Diagnostic, ...]
    """What could be better, though nothing is wrong."""
    moves: tuple[Move, ...] = ()
    """Addresses that maintainers have moved or closed."""


def load_bank(settings: Settings, *, watch: Stopwatch) -> Bank:
    """Read and check a bank; raises BrokenEntriesError with every diagnostic when an entry has errors."""
    profiles = load_profiles(settings.schema / "profiles", settings.root / "schema" / "profiles")
    vocabulary = load_vocabulary(settings.schema / "vocabulary").with_terms(profiles.terms)
    schemas = Schemas(settings.schema, vocabulary, profiles.nodes)
    with watch.stage("check"):
        checked = check_bank(settings.root, schemas=schemas, workers=settings.workers)
    if checked.has_errors:
        raise BrokenEntriesError(checked.diagnostics)
    messages = settings.theme / "messages"
    wordings = {language: Wording(language, load_messages(messages, language)) for language in LANGUAGES}
    return Bank(
        vocabulary=vocabulary,
        profiles=profiles,
        schemas=schemas,
        forms=load_forms(
            settings.schema / "forms", settings.root / "schema" / "forms", schemas=schemas, profiles=profiles
        ),
        tiles=load_tiles(settings.schema / "geometry" / "tiles.csv"),
        wordings=wordings,
        entries=checked.entries,
        advice=checked.diagnostics,
        moves=load_moves(settings.root / "content" / "moved.txt"),
    )
