"""A working model that others can follow."""

from dataclasses import dataclass

from idebank.model.parts import Attachment, Contact, Image, Place, Result, Topical, Video


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a method."""

    title: str
    text: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """Something that must be at hand before a method can begin."""

    title: str
    text: str | None = None
    url: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Method(Topical):
    """A way of working, told so that others can follow it."""

    organisation: str
    organisation_type: str
    contact: Contact
    steps: tuple[Step, ...]
    place: Place | None = None
    inputs: tuple[Input, ...] = ()
    time_needed: str | None = None
    time_note: str | None = None
    cost: str | None = None
    cost_note: str | None = None
    attachments: tuple[Attachment, ...] = ()
    core: tuple[str, ...] = ()
    adaptable: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    part_of: str | None = None
    """Slug of the programme that made it."""
    images: tuple[Image, ...] = ()
    videos: tuple[Video, ...] = ()
