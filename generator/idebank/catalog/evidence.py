"""What entries bring that others look for across entries: documents of a kind, results that compare."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from idebank.model import Attachment, Event, Initiative, Method, Result

DocumentOwner: TypeAlias = Initiative | Method | Event


@dataclass(frozen=True, slots=True)
class Document:
    """A document and the entry that brings it."""

    owner: DocumentOwner
    attachment: Attachment


@dataclass(frozen=True, slots=True)
class Measured:
    """A result that names what it measures, and the entry that tells of it."""

    owner: Initiative
    result: Result


def documents_by_kind(owners: Iterable[DocumentOwner]) -> Mapping[str, tuple[Document, ...]]:
    """Return the documents of `owners` by kind, in the order of the owners."""
    found: dict[str, list[Document]] = defaultdict(list)
    for owner in owners:
        for attachment in owner.attachments:
            found[attachment.kind].append(Document(owner, attachment))
    return {kind: tuple(documents) for kind, documents in found.items()}


def comparable_results(entries: Iterable[Initiative]) -> Mapping[str, tuple[Measured, ...]]:
    """Return results by what they measure, where at least two entries measure the same."""
    found: dict[str, list[Measured]] = defaultdict(list)
    for entry in entries:
        for result in entry.results:
            if result.measure:
                found[result.measure].append(Measured(entry, result))
    return {
        measure: tuple(results)
        for measure, results in found.items()
        if len({measured.owner.slug for measured in results}) > 1
    }
