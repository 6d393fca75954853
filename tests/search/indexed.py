"""Small documents for the search, indexed."""

from typing import Final

from idebank.search.documents import Field, SearchDocument
from idebank.search.lexicon import Lexicon, Relation, build_lexicon
from idebank.search.postings import Indexed, index_documents, known_words

LEXICON: Final = build_lexicon([(Relation.SAME, ["skole", "skule"]), (Relation.STOP, ["og", "på"])])


def document(**texts: str) -> SearchDocument:
    """Return a document with texts in some fields."""
    return SearchDocument({field: texts.get(field.value, "") for field in Field})


def indexed(*documents: SearchDocument, first: int = 0, lexicon: Lexicon = LEXICON) -> Indexed:
    """Return the index of documents alone in their bank."""
    return index_documents(documents, first=first, lexicon=lexicon, known=known_words(documents, lexicon))
