"""«Samling»: initiatives that somebody has picked because they belong together."""

from dataclasses import dataclass

from idebank.model.parts import Topical


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One initiative of a collection."""

    initiative: str
    """Slug."""
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(Topical):
    """Initiatives in the order to read them."""

    curator: str
    """Who picked them: an organisation, or the editors."""
    initiatives: tuple[Pick, ...]
