"""The search index as files: small, so that a search takes only those it needs.

- `index.json`: how many entries there are, the first key of every chunk, what entries are ranked by besides
- `chunks/<n>.bin`: postings of some neighbouring keys, as `encoded` writes them
- `words.txt`: every word, how many entries have it, its shortest form; for misspelt ones and compounds
- `facets/<name>.json`: by value, the entries that have it, each number less the one before
- `entries/<n>.json`: what the list of hits shows of some neighbouring entries
- `lexicon.json`: the word table, the endings, and the letters of compounds
- `traits.json`: what municipalities are like, for the order «fits»
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from idebank.search import compounds
from idebank.search.lexicon import Lexicon
from idebank.search.postings import Indexed
from idebank.search.stems import ENDINGS
from idebank.traits import Traits

_CHUNK: Final = 8_000
"""Bytes of postings from which a new chunk is begun."""
ENTRIES_PER_FILE: Final = 10
_WEIGHT_BITS: Final = 6


def encoded(postings: Mapping[str, Sequence[tuple[int, int]]], keys: Iterable[str]) -> bytes:
    """Return the postings of `keys`: for each its length and letters, how many entries, and each entry.

    An entry is its number less the one before, times 64, plus its weight. Every number is written in as few
    bytes as it needs, seven bits in each, lowest first.
    """
    out = bytearray()
    for key in keys:
        name = key.encode()
        out += _varint(len(name)) + name + _varint(len(postings[key]))
        last = 0
        for number, weight in postings[key]:
            out += _varint((number - last) << _WEIGHT_BITS | weight)
            last = number
    return bytes(out)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - seven bits
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def chunk_files(indexed: Indexed) -> tuple[dict[str, bytes], list[str]]:
    """Return the chunks by name, and the first key of each."""
    files: dict[str, bytes] = {}
    firsts: list[str] = []
    chunk = bytearray()
    for key in sorted(indexed.postings):
        if not chunk:
            firsts.append(key)
        chunk += encoded(indexed.postings, (key,))
        if len(chunk) >= _CHUNK:
            files[f"chunks/{len(firsts) - 1}.bin"] = bytes(chunk)
            chunk.clear()
    if chunk:
        files[f"chunks/{len(firsts) - 1}.bin"] = bytes(chunk)
    return files, firsts


def words_file(indexed: Indexed) -> bytes:
    """Return a line for each key that is a word: the key, how many entries have it, its word if another."""
    lines = []
    for key in sorted(indexed.postings):
        forms = indexed.forms.get(key)
        if forms and key.isalpha():
            form = min(forms, key=lambda form: (len(form), form))
            word = indexed.spelt.get(form, form)
            lines.append(f"{key} {len(indexed.postings[key])}" + (f" {word}" if word != key else ""))
    return "\n".join(lines).encode()


def facet_files(facets: Sequence[Iterable[tuple[str, str]]]) -> Iterator[tuple[str, bytes]]:
    """Yield a file for each facet; `facets` are the (facet, value) pairs of each entry, in order."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, pairs in enumerate(facets):
        for facet, value in dict.fromkeys(pairs):
            found[facet][value].append(number)
    for facet, values in found.items():
        yield (
            f"facets/{facet}.json",
            json_bytes({value: _steps(own) for value, own in sorted(values.items())}),
        )


def _steps(numbers: Sequence[int]) -> list[int]:
    return [number - last for last, number in zip((0, *numbers), numbers, strict=False)]


def entry_files(shown: Sequence[Sequence[Any]]) -> Iterator[tuple[str, bytes]]:
    """Yield what is shown of entries, some to a file."""
    for at in range(0, len(shown), ENTRIES_PER_FILE):
        yield f"entries/{at // ENTRIES_PER_FILE}.json", json_bytes(shown[at : at + ENTRIES_PER_FILE])


def lexicon_file(lexicon: Lexicon) -> bytes:
    """Return the word table as the browser reads it."""

    def phrases(table: Mapping[tuple[str, ...], Sequence[Any]]) -> dict[str, list[Any]]:
        return {
            " ".join(phrase): [" ".join(own) if isinstance(own, tuple) else own for own in found]
            for phrase, found in sorted(table.items())
        }

    return json_bytes(
        {
            "endings": {ending: list(rule) for ending, rule in ENDINGS.items()},
            "compounds": [compounds.PART, compounds.SHORTEST, compounds.LONGEST],
            "same": dict(sorted(lexicon.same.items())),
            "like": phrases(lexicon.like),
            "goals": phrases(lexicon.goals),
            "whole": sorted(lexicon.whole),
            "stop": sorted(lexicon.stop),
            "names": sorted(lexicon.names),
        }
    )


def traits_file(traits: Mapping[str, Traits]) -> bytes:
    """Return by number of a municipality its traits, in the order of theme/js/search/fits.js."""
    return json_bytes(
        {number: [own.urban, own.close, own.near, own.coast] for number, own in sorted(traits.items())}
    )


def json_bytes(value: object) -> bytes:
    """Return `value` as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
