"""Immutable indexes over the entries: one look-up wherever a page would otherwise scan them all."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from idebank.catalog.related import Related, find_related
from idebank.model import Initiative
from idebank.slugs import slugify
from idebank.vocabulary import Vocabulary

K = TypeVar("K", bound=Hashable)
Index: TypeAlias = Mapping[K, tuple[Initiative, ...]]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everyone who wrote the same organisation's name, with what they did."""

    slug: str
    name: str
    """As the newest entry writes it."""
    entries: tuple[Initiative, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All entries, newest first, and the indexes over them in the same order."""

    vocabulary: Vocabulary
    entries: tuple[Initiative, ...]
    by_slug: Mapping[str, Initiative]
    by_goal: Index[int]
    by_target: Index[str]
    by_sector: Index[str]
    by_theme: Index[str]
    by_county: Index[str]
    by_municipality: Index[str]
    by_phase: Index[str]
    by_language: Index[str]
    organisations: Mapping[str, Organisation]
    """By slug."""
    parts: Index[str]
    """Entries by the slug of the programme they are part of."""
    related: Mapping[str, tuple[Related, ...]]
    """By slug: what is most like an entry, best first."""


def build_catalog(entries: Iterable[Initiative], *, vocabulary: Vocabulary, workers: int = 1) -> Catalog:
    """Return the catalogue of `entries`; their order does not matter."""
    ordered = tuple(sorted(sorted(entries, key=lambda e: e.slug), key=lambda e: e.published, reverse=True))
    return Catalog(
        vocabulary=vocabulary,
        entries=ordered,
        by_slug={entry.slug: entry for entry in ordered},
        by_goal=_index(ordered, lambda e: e.goals),
        by_target=_index(ordered, lambda e: e.targets),
        by_sector=_index(ordered, lambda e: e.sectors),
        by_theme=_index(ordered, lambda e: e.themes),
        by_county=_index(ordered, lambda e: _known(e.place.county)),
        by_municipality=_index(ordered, lambda e: _known(e.place.municipality)),
        by_phase=_index(ordered, lambda e: (e.phase,)),
        by_language=_index(ordered, lambda e: (e.language,)),
        organisations=_organisations(ordered),
        parts=_index(ordered, lambda e: _known(e.part_of)),
        related=find_related(ordered, workers=workers),
    )


def _index(entries: Iterable[Initiative], keys: Callable[[Initiative], Iterable[K]]) -> Index[K]:
    index: dict[K, list[Initiative]] = defaultdict(list)
    for entry in entries:
        for key in keys(entry):
            index[key].append(entry)
    return {key: tuple(found) for key, found in index.items()}


def _known(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _organisations(entries: Sequence[Initiative]) -> Mapping[str, Organisation]:
    by_slug = _index(entries, lambda e: (slugify(e.organisation),))
    return {slug: Organisation(slug, found[0].organisation, found) for slug, found in sorted(by_slug.items())}
