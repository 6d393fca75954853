"""Immutable indexes over the entries: one look-up wherever a page would otherwise scan them all."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, cast

from idebank.catalog.bonds import Showing, answers, showings
from idebank.catalog.evidence import Document, Measured, comparable_results, documents_by_kind
from idebank.catalog.matches import Indexes, matches
from idebank.catalog.organisations import Organisation, organisations
from idebank.catalog.related import Related, find_related
from idebank.catalog.reuse import reuse_counts
from idebank.kinds import KINDS, kind_of, kind_of_record
from idebank.model import Adoption, Collection, Entry, Event, Initiative, Method, Need, Network
from idebank.vocabulary import Vocabulary

K = TypeVar("K", bound=Hashable)
E = TypeVar("E", bound=Entry)
Index: TypeAlias = Mapping[K, tuple[Initiative, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All entries, newest first, and the indexes over them in the same order."""

    vocabulary: Vocabulary
    of_kind: Mapping[str, Mapping[str, Entry]]
    """By kind and slug: every entry, newest first."""
    entries: tuple[Initiative, ...]
    """The initiatives."""
    adoptions: tuple[Adoption, ...]
    needs: tuple[Need, ...]
    methods: tuple[Method, ...]
    events: tuple[Event, ...]
    networks: tuple[Network, ...]
    collections: tuple[Collection, ...]
    by_slug: Mapping[str, Initiative]
    by_goal: Index[int]
    by_target: Index[str]
    by_sector: Index[str]
    by_theme: Index[str]
    by_county: Index[str]
    by_municipality: Index[str]
    by_phase: Index[str]
    by_basis: Index[str]
    """By what their results rest on: `measured`, `estimated`, `not-measured` …"""
    organisations: Mapping[str, Organisation]
    """By slug."""
    by_profile: Index[str]
    """By profile: the initiatives that answer its questions."""
    parts: Index[str]
    """Entries by the slug of the programme they are part of."""
    related: Mapping[str, tuple[Related, ...]]
    """By slug: what is most like an entry, best first."""
    adoptions_of: Mapping[str, tuple[Adoption, ...]]
    """By slug of the initiative that was taken over."""
    adoptions_of_method: Mapping[str, tuple[Adoption, ...]]
    """By slug of the method that was taken over."""
    using: Index[str]
    """Initiatives by the slug of the method they followed."""
    shown_at: Mapping[str, tuple[Showing, ...]]
    """By slug of an initiative: the events where it was shown, as in `events`."""
    needs_solved_by: Mapping[str, tuple[Need, ...]]
    """By slug of the initiative that solved them."""
    reuse: Mapping[str, int]
    """By slug of an initiative: how many have taken it over, from it or from what came of it."""
    matches: Mapping[str, tuple[str, ...]]
    """By slug of a need: the initiatives that may answer it, best first."""
    matched_by: Mapping[str, tuple[Need, ...]]
    """By slug of an initiative: the open needs that it may answer."""
    began_as: Mapping[str, tuple[Adoption, ...]]
    """By slug of an initiative: the adoptions that became it."""
    worked_out_in: Mapping[str, tuple[Method, ...]]
    """By slug of a programme: the methods that it made."""
    answers: Mapping[tuple[str, str], tuple[Initiative, ...]]
    """By network and round: the initiatives that answer its call."""
    documents: Mapping[str, tuple[Document, ...]]
    """By kind of document, newest entry first."""
    measured: Mapping[str, tuple[Measured, ...]]
    """By what is measured, where at least two initiatives measure the same."""
    adoptions_in: Mapping[str, tuple[Adoption, ...]]
    """By number of the municipality."""
    needs_in: Mapping[str, tuple[Need, ...]]
    """By number of the municipality."""
    networks_of: Mapping[str, tuple[Network, ...]]
    """By number of the county: the networks that all its municipalities belong to."""
    collected_in: Mapping[str, tuple[Collection, ...]]
    """By slug of an initiative: the collections that it was picked for."""
    in_series: Mapping[str, tuple[Event, ...]]
    """By series: its events, as in `events`."""

    def one(self, record: type[E], slug: str) -> E:
        """Return the entry of a kind that is called `slug`; it must exist."""
        return cast("E", self.of_kind[_name_of(record)][slug])

    def find(self, record: type[E], slug: str | None) -> E | None:
        """Return the entry of a kind that is called `slug`, if there is one."""
        return cast("E | None", self.of_kind[_name_of(record)].get(slug or ""))


def build_catalog(entries: Iterable[Entry], *, vocabulary: Vocabulary, workers: int = 1) -> Catalog:
    """Return the catalogue of `entries` of all kinds; their order does not matter."""
    of_kind = _newest_by_kind(entries)
    ordered = _all(of_kind, Initiative)
    adoptions, needs, methods = _all(of_kind, Adoption), _all(of_kind, Need), _all(of_kind, Method)
    events, networks = _all(of_kind, Event), _all(of_kind, Network)
    collections = _all(of_kind, Collection)
    by_target, by_theme = _index(ordered, lambda e: e.targets), _index(ordered, lambda e: e.themes)
    by_goal, by_sector = _index(ordered, lambda e: e.goals), _index(ordered, lambda e: e.sectors)
    adoptions_of = _index(adoptions, lambda a: _known(a.initiative))
    matched = matches(needs, Indexes(by_theme, by_target, by_goal, by_sector))
    return Catalog(
        vocabulary=vocabulary,
        of_kind=of_kind,
        entries=ordered,
        adoptions=adoptions,
        needs=needs,
        methods=methods,
        events=events,
        networks=networks,
        collections=collections,
        by_slug={entry.slug: entry for entry in ordered},
        by_goal=by_goal,
        by_target=by_target,
        by_sector=by_sector,
        by_theme=by_theme,
        by_county=_index(ordered, lambda e: _known(e.place.county)),
        by_municipality=_index(ordered, lambda e: _known(e.place.municipality)),
        by_phase=_index(ordered, lambda e: (e.phase,)),
        by_basis=_index(ordered, lambda e: dict.fromkeys(result.basis for result in e.results)),
        organisations=organisations(of_kind),
        by_profile=_index(ordered, lambda e: e.profiles),
        parts=_index(ordered, lambda e: _known(e.part_of)),
        related=find_related(ordered, workers=workers),
        adoptions_of=adoptions_of,
        adoptions_of_method=_index(adoptions, lambda a: _known(a.method)),
        using=_index(ordered, lambda e: _known(e.method)),
        shown_at=showings(events),
        needs_solved_by=_index(needs, lambda n: n.solved_by),
        reuse=reuse_counts(adoptions_of),
        matches=matched,
        matched_by=_index((n for n in needs if n.status == "open"), lambda n: matched[n.slug]),
        began_as=_index(adoptions, lambda a: _known(a.becomes)),
        worked_out_in=_index(methods, lambda m: _known(m.part_of)),
        answers=answers(ordered),
        documents=documents_by_kind((*ordered, *methods, *events)),
        measured=comparable_results(ordered),
        adoptions_in=_index(adoptions, lambda a: _known(a.place.municipality)),
        needs_in=_index(needs, lambda n: _known(n.place.municipality)),
        networks_of=_index(networks, lambda n: n.counties),
        collected_in=_index(collections, lambda c: dict.fromkeys(pick.initiative for pick in c.initiatives)),
        in_series=_index(events, lambda e: _known(e.series)),
    )


def _newest_by_kind(entries: Iterable[Entry]) -> Mapping[str, Mapping[str, Entry]]:
    newest = sorted(sorted(entries, key=lambda e: e.slug), key=lambda e: e.published, reverse=True)
    of_kind: dict[str, dict[str, Entry]] = {kind: {} for kind in KINDS}
    for entry in newest:
        of_kind[kind_of(entry).name][entry.slug] = entry
    return of_kind


def _all(of_kind: Mapping[str, Mapping[str, Entry]], record: type[E]) -> tuple[E, ...]:
    """Return every entry whose record is `record`, newest first."""
    return cast("tuple[E, ...]", tuple(of_kind[_name_of(record)].values()))


def _name_of(record: type[Entry]) -> str:
    return kind_of_record(record).name


def _index(entries: Iterable[E], keys: Callable[[E], Iterable[K]]) -> Mapping[K, tuple[E, ...]]:
    index: dict[K, list[E]] = defaultdict(list)
    for entry in entries:
        for key in keys(entry):
            index[key].append(entry)
    return {key: tuple(found) for key, found in index.items()}


def _known(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
