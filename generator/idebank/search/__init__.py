"""Search: from a catalogue to files that a browser searches by itself."""

from idebank.search.index import SearchIndex, build_search_index
from idebank.search.lexicon import Lexicon, load_lexicon

__all__ = ["Lexicon", "SearchIndex", "build_search_index", "load_lexicon"]
