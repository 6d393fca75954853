"""Content files: found, read and taken apart into fields and body, with every mistake of form named."""

from typing import Final

from idebank.source.choosing import chosen_entries, load_sources, part_of
from idebank.source.document import RULES as _DOCUMENT_RULES
from idebank.source.document import Document, Positions, locate, parse_document, placed, positions
from idebank.source.files import RULES as _FILE_RULES
from idebank.source.files import SourceFile, load_source
from idebank.source.listing import Listing, Sibling, Stray, list_bank

RULES: Final = (*_DOCUMENT_RULES, *_FILE_RULES)
"""Every rule of this layer."""

__all__ = [
    "RULES",
    "Document",
    "Listing",
    "Positions",
    "Sibling",
    "SourceFile",
    "Stray",
    "chosen_entries",
    "list_bank",
    "load_source",
    "load_sources",
    "locate",
    "parse_document",
    "part_of",
    "placed",
    "positions",
]
