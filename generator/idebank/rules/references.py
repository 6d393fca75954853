"""What one entry names outside itself."""

from dataclasses import dataclass

from idebank.diagnostics import KeyPath


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry named by another."""

    keys: KeyPath
    """Where it is named."""
    kind: str
    slug: str


@dataclass(frozen=True, slots=True)
class Links:
    """What one entry names outside itself."""

    path: str
    """The entry's file."""
    kind: str
    slug: str
    references: tuple[Reference, ...] = ()
    former_slugs: tuple[tuple[KeyPath, str], ...] = ()
    pictures: tuple[tuple[KeyPath, str], ...] = ()
    documents: tuple[tuple[KeyPath, str], ...] = ()
    rounds: tuple[str, ...] = ()
    """The rounds that a network calls."""
    round: tuple[str, str] | None = None
    """Network and round that an initiative answers."""
