"""Content files: found, read and taken apart into fields and body, with every mistake of form named."""

from typing import Final

from idebank.source.addresses import (
    MOVED,
    PUBLISHED,
    Kept,
    Moved,
    is_address,
    load_kept,
    read_moved,
    read_published,
)
from idebank.source.addresses import RULES as _ADDRESS_RULES
from idebank.source.choosing import chosen_entries, load_sources, part_of
from idebank.source.document import RULES as _DOCUMENT_RULES
from idebank.source.document import Document, Positions, locate, parse_document, placed, positions
from idebank.source.files import RULES as _FILE_RULES
from idebank.source.files import SourceFile, load_source
from idebank.source.listing import Listing, Sibling, Stray, list_bank

RULES: Final = (*_DOCUMENT_RULES, *_FILE_RULES, *_ADDRESS_RULES)
"""Every rule of this layer."""

__all__ = [
    "MOVED",
    "PUBLISHED",
    "RULES",
    "Document",
    "Kept",
    "Listing",
    "Moved",
    "Positions",
    "Sibling",
    "SourceFile",
    "Stray",
    "chosen_entries",
    "is_address",
    "list_bank",
    "load_kept",
    "load_source",
    "load_sources",
    "locate",
    "parse_document",
    "part_of",
    "placed",
    "positions",
    "read_moved",
    "read_published",
]
