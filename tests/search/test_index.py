"""The search index: what stands in its files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from idebank.search.documents import Field, Reader
from idebank.search.files import chunk_files, encoded, entry_files, facet_files, words_file
from idebank.search.index import build_search_index
from idebank.search.postings import MOST
from idebank.views.desk import NO_PROFILES
from tests.factories import adoption, event, initiative, need, vocabulary
from tests.search.indexed import LEXICON, document, indexed
from tests.views.shelves import desk

if TYPE_CHECKING:
    from collections.abc import Iterator


@given(
    st.dictionaries(
        st.text("abcø", min_size=1, max_size=6),
        st.dictionaries(st.integers(0, 10**6), st.integers(1, MOST), min_size=1, max_size=20),
        min_size=1,
    )
)
def test_postings_are_read_back(postings: dict[str, dict[int, int]]) -> None:
    """What is written is what is read."""
    listed = {key: sorted(found.items()) for key, found in postings.items()}

    assert dict(_decoded(encoded(listed, sorted(listed)))) == listed


def _decoded(data: bytes) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Read postings as theme/js/search/index.js does."""
    at = 0

    def varint() -> int:
        nonlocal at
        value = shift = 0
        while data[at] > 0x7F:
            value |= (data[at] & 0x7F) << shift
            at, shift = at + 1, shift + 7
        value |= data[at] << shift
        at += 1
        return value

    while at < len(data):
        length = varint()
        key = data[at : at + length].decode()
        at += length
        number, found = 0, []
        for _ in range(varint()):
            value = varint()
            number += value >> 6
            found.append((number, value & MOST))
        yield key, found


def test_chunks_begin_where_they_say() -> None:
    """The list of first keys leads to the chunk that has a key."""
    many = indexed(*(document(text=f"ord{number}x{number % 7}y " * 3) for number in range(3000)))

    files, firsts = chunk_files(many)

    assert len(files) == len(firsts) > 1
    assert firsts == [next(_decoded(files[f"chunks/{at}.bin"]))[0] for at in range(len(firsts))]


def test_list_of_words() -> None:
    """A word is listed with how many entries have it, and in its shortest form."""
    lines = words_file(indexed(document(text="barnehagene barnehagene barnehage"), document(text="frø")))

    assert lines.decode().splitlines() == ["barnehag 1 barnehage", "fro 1 frø"]


def test_facets_tell_steps() -> None:
    """A facet's file has the entries of each value, each number less the one before."""
    files = dict(facet_files([[("goal", "4")], [], [("goal", "4"), ("goal", "11")]]))

    assert json.loads(files["facets/goal.json"]) == {"4": [0, 2], "11": [2]}


def test_hits_lie_some_to_a_file() -> None:
    """What is shown of entries lies in small files."""
    files = dict(entry_files([[number] for number in range(23)]))

    assert [len(json.loads(content)) for content in files.values()] == [10, 10, 3]


def test_whole_index() -> None:
    """An index has every kind of entry, newest first, and a folder named by its content."""
    own = desk(initiative(published="2026-01-02"), adoption(), need(), event(published="2027-11-01"))

    index = build_search_index(own.catalog, lexicon=LEXICON, profiles=NO_PROFILES)
    again = build_search_index(own.catalog, lexicon=LEXICON, profiles=NO_PROFILES, workers=2)

    shown = json.loads(index.files[f"{index.folder}entries/0.json"])
    assert shown[0][4] == "event"
    assert sorted(entry[4] for entry in shown) == ["adoption", "event", "initiative", "need"]
    assert (again.folder, again.files) == (index.folder, index.files)


def test_former_and_sami_names_are_read() -> None:
    """An entry is found by every name that its place has or had."""
    place = initiative().place

    who = Reader(vocabulary()).document(initiative(place=place)).texts[Field.WHO]

    assert "Nordland" in who
