"""Pictures and papers as the front matter tells of them."""

from pathlib import PurePosixPath
from typing import Final

from idebank.diagnostics import Rule
from idebank.rules.entry import Entry, EntryRule, Found

PICTURE_ENDINGS: Final = frozenset({".png", ".jpg", ".jpeg", ".webp"})
DOCUMENT_ENDINGS: Final = frozenset({".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".csv", ".txt"})


def attachment_without_source(entry: Entry) -> Found:
    """Find an attachment that is neither a file nor an address."""
    for index, attachment in entry.records("attachments"):
        if "file" not in attachment and "url" not in attachment:
            yield ("attachments", index), {}


def attachment_with_two_sources(entry: Entry) -> Found:
    """Find an attachment that is both a file and an address."""
    for index, attachment in entry.records("attachments"):
        if "file" in attachment and "url" in attachment:
            yield ("attachments", index, "url"), {}


def unknown_document_type(entry: Entry) -> Found:
    """Find an attached file of a kind that is not taken."""
    for index, attachment in entry.records("attachments"):
        ending = _ending(attachment.get("file"))
        if ending and ending not in DOCUMENT_ENDINGS:
            yield ("attachments", index, "file"), {"ending": ending, "endings": _listed(DOCUMENT_ENDINGS)}


def unknown_picture_type(entry: Entry) -> Found:
    """Find a picture of a kind that is not taken, such as SVG, which can hold scripts."""
    for index, image in entry.records("images"):
        ending = _ending(image.get("file"))
        if ending and ending not in PICTURE_ENDINGS:
            yield ("images", index, "file"), {"ending": ending, "endings": _listed(PICTURE_ENDINGS)}


def children_without_consent(entry: Entry) -> Found:
    """Find a picture of children without a word about consent."""
    for index, image in entry.records("images"):
        if image.get("people") == "children" and "consent" not in image:
            yield ("images", index, "consent"), {}


def _ending(name: object) -> str:
    return PurePosixPath(name).suffix.lower() if isinstance(name, str) else ""


def _listed(endings: frozenset[str]) -> str:
    return "\n".join(sorted(endings))


RULES: Final = (
    EntryRule(Rule("attachment-without-source"), attachment_without_source),
    EntryRule(Rule("attachment-with-two-sources", points_at_key=True), attachment_with_two_sources),
    EntryRule(Rule("unknown-document-type"), unknown_document_type),
    EntryRule(Rule("unknown-picture-type"), unknown_picture_type),
    EntryRule(Rule("children-without-consent"), children_without_consent),
)
