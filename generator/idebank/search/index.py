"""The search index: from a catalogue to files that a browser searches by itself."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from idebank.catalog import Catalog, effort
from idebank.faults import each
from idebank.kinds import kind_of
from idebank.model import Adoption, Entry, Initiative, Need
from idebank.model.parts import Place
from idebank.profiles import Profiles
from idebank.routes import route
from idebank.search.documents import Field, Reader, SearchDocument
from idebank.search.files import (
    chunk_files,
    entry_files,
    facet_files,
    json_bytes,
    lexicon_file,
    traits_file,
    words_file,
)
from idebank.search.lexicon import Lexicon
from idebank.search.postings import Indexed, index_documents, known_words, merged
from idebank.traits import Traits
from idebank.views import addresses
from idebank.views.findable import facets_of
from idebank.vocabulary import Vocabulary
from idebank.workers import map_forked, shards


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The finished index."""

    folder: str
    """Address of its folder, named by its content, so that browsers may keep its files."""
    files: Mapping[str, bytes]
    """By address."""


def build_search_index(
    catalog: Catalog,
    *,
    lexicon: Lexicon,
    profiles: Profiles,
    traits: Mapping[str, Traits] | None = None,
    workers: int = 1,
) -> SearchIndex:
    """Return the index of every entry of every kind, newest first; `traits` are those of municipalities."""
    entries = sorted(
        (entry for of_kind in catalog.of_kind.values() for entry in of_kind.values()),
        key=lambda entry: (_newest_first(entry.published), entry.slug, kind_of(entry).name),
    )
    indexed = _indexed(entries, catalog=catalog, lexicon=lexicon, workers=workers)
    facets = each(entries, lambda entry: list(facets_of(entry, catalog, profiles)), path=_path_of)
    shown = each(entries, lambda entry: _shown(entry, catalog), path=_path_of)
    chunks, firsts = chunk_files(indexed)
    files = {
        **chunks,
        **dict(facet_files(facets)),
        **dict(entry_files(shown)),
        "words.txt": words_file(indexed),
        "lexicon.json": lexicon_file(lexicon),
        "traits.json": traits_file(traits or {}),
        "index.json": json_bytes({"entries": len(entries), "chunks": firsts, **_ranks(entries, catalog)}),
    }
    folder = route("search_index", digest=_digest(files))
    return SearchIndex(folder, {f"{folder}{name}": content for name, content in files.items()})


def _indexed(entries: Sequence[Entry], *, catalog: Catalog, lexicon: Lexicon, workers: int) -> Indexed:
    reader = Reader(catalog.vocabulary)
    known = known_words(map(_short, entries), lexicon)

    def index(numbers: Sequence[int]) -> Indexed:
        documents = each([entries[number] for number in numbers], reader.document, path=_path_of)
        return index_documents(documents, first=numbers[0], lexicon=lexicon, known=known)

    return merged(map_forked(index, shards(range(len(entries)), count=workers), workers=workers))


def _short(entry: Entry) -> SearchDocument:
    return SearchDocument(
        {Field.TITLE: getattr(entry, "title", ""), Field.SUMMARY: getattr(entry, "summary", "")},
        entry.path,
    )


def _path_of(entry: Entry) -> str:
    return entry.path


def _newest_first(published: str) -> tuple[int, ...]:
    return tuple(-int(part) for part in published.split("-"))


def _ranks(entries: Sequence[Entry], catalog: Catalog) -> dict[str, Any]:
    """Return what entries are ranked by besides words, a digit or number for each."""
    return {
        "worth": "".join(str(_worth(entry, catalog)) for entry in entries),
        "effort": "".join(str(effort(entry, catalog.vocabulary)) for entry in entries),
        "reuse": {
            number: count for number, entry in enumerate(entries) if (count := _reused(entry, catalog))
        },
    }


def _worth(entry: Entry, catalog: Catalog) -> int:
    """Return 0 to 9: complete, reused and confirmed entries come first among equals."""
    if not isinstance(entry, Initiative):
        return 2
    reused = min(3, _reused(entry, catalog))
    return int(entry.depth) + reused + (2 if entry.verified else 0) + (1 if entry.results else 0)


def _shown(entry: Entry, catalog: Catalog) -> list[Any]:
    """Return what the list of hits shows of an entry; theme/js/search/index.js gives names."""
    title, summary = _headline(entry, catalog)
    return [
        addresses.entry(entry),
        title,
        summary,
        entry.language,
        kind_of(entry).name,
        getattr(entry, "organisation", ""),
        _where(getattr(entry, "place", None), catalog.vocabulary),
        list(getattr(entry, "goals", ())),
        entry.phase if isinstance(entry, Initiative) else entry.status if isinstance(entry, Need) else "",
        _reused(entry, catalog),
    ]


def _headline(entry: Entry, catalog: Catalog) -> tuple[str, str]:
    """Return title and summary; an adoption goes by what was taken over."""
    if not isinstance(entry, Adoption):
        return getattr(entry, "title", entry.slug), getattr(entry, "summary", "")
    kind, slug = ("initiative", entry.initiative) if entry.initiative else ("method", entry.method or "")
    taken_over = catalog.of_kind[kind].get(slug)
    return getattr(taken_over, "title", slug), entry.changed or entry.outcome or ""


def _where(place: Place | None, vocabulary: Vocabulary) -> list[str]:
    """Return the names of municipality and county, those that an entry has."""
    if place is None:
        return []
    municipality = [vocabulary.municipalities[place.municipality].name] if place.municipality else []
    return [*municipality, *([vocabulary.counties[place.county].name] if place.county else [])]


def _reused(entry: Entry, catalog: Catalog) -> int:
    return catalog.reuse.get(entry.slug, 0) if isinstance(entry, Initiative) else 0


def _digest(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
    return digest.hexdigest()[:10]
