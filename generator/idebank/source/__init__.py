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
from idebank.source.document import RULES as _DOCUMENT_RULES
from idebank.source.document import Document, Positions, locate, parse_document, placed, positions
from idebank.source.files import RULES as _FILE_RULES
from idebank.source.files import (
    Listing,
    Sibling,
    SourceFile,
    chosen_entries,
    list_bank,
    load_source,
    load_sources,
)

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
    "chosen_entries",
    "is_address",
    "list_bank",
    "load_kept",
    "load_source",
    "load_sources",
    "locate",
    "parse_document",
    "placed",
    "positions",
    "read_moved",
    "read_published",
]
