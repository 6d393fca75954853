"""Search: the words an entry is also found by, and the index of the finished pages."""

from idebank.search.index import SearchIndexError, build_index
from idebank.search.words import WordTable, load_words

__all__ = ["SearchIndexError", "WordTable", "build_index", "load_words"]
