"""The records a checked entry becomes: frozen, typed and complete when born."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Depth(IntEnum):
    """How much an entry tells, computed from what is filled in; never a grade of the work itself."""

    TIP = 1
    """«Tips»: who, where, what, in five minutes."""
    DESCRIPTION = 2
    """«Beskrivelse»: how it was done and what came of it."""
    READY_TO_REUSE = 3
    """«Klar til gjenbruk»: what to keep, what to change, and the papers to do it with."""


class Kind(IntEnum):
    """How wide the place of an entry is."""

    MUNICIPALITY = 1
    COUNTY = 2
    NATIONAL = 3


NATIONAL_FOLDER: Final = "nasjonalt"
"""Folder of entries that belong to no county."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an initiative was done, as today's numbers."""

    municipality: str | None = None
    """Number of the municipality, when it is in one."""
    county: str | None = None
    """Number of the county; None when the initiative is national."""

    @property
    def kind(self) -> Kind:
        """Return how wide the place is."""
        if self.municipality:
            return Kind.MUNICIPALITY
        return Kind.COUNTY if self.county else Kind.NATIONAL


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask: a function and a shared mailbox or page, never a private person."""

    role: str
    email: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """When it was done; dates are `2024`, `2024-05` or `2024-05-17`."""

    start: str | None = None
    end: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Funding:
    """One grant or budget post."""

    source: str
    amount: int | None = None
    """Norwegian kroner."""
    year: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was measured, or said not to be."""

    indicator: str
    basis: str
    """Id in the vocabulary `bases`."""
    before: str | None = None
    after: str | None = None
    value: str | None = None
    """The figure, where there is no before and after."""
    unit: str | None = None
    method: str | None = None
    period: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document of the initiative: a file beside the entry or an address."""

    title: str
    kind: str
    """Id in the vocabulary `document_kinds`."""
    file: str | None = None
    url: str | None = None
    language: str | None = None
    licence: str | None = None
    template: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A titled web address."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the entry's folder."""

    file: str
    alt: str
    credit: str
    licence: str
    people: str
    """Id in the vocabulary `people_shown`."""
    consent: str | None = None


@dataclass(frozen=True, slots=True)
class Video:
    """A film elsewhere on the web; it is linked, never embedded."""

    url: str
    title: str
    captions: str | None = None


@dataclass(frozen=True, slots=True)
class Gain:
    """One effect of a procurement, with its unit and basis."""

    kind: str
    value: str
    unit: str
    basis: str
    period: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of an indicator set that a library works with, such as U4SSC."""

    set: str
    id: str
    baseline: str | None = None
    year: str | None = None


@dataclass(frozen=True, slots=True)
class Kindergarten:
    """What a kindergarten wants to know besides."""

    age_groups: tuple[str, ...] = ()
    learning_areas: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    season: tuple[str, ...] = ()
    preparation_time: str | None = None
    duration: str | None = None
    childrens_participation: str | None = None
    safety: str | None = None
    parents: str | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """What a library wants to know besides."""

    library_type: str | None = None
    public_service: bool | None = None
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class School:
    """What a school wants to know besides."""

    grades: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Procurement:
    """What a buyer wants to know besides."""

    buyer: str | None = None
    suppliers: tuple[str, ...] = ()
    need: str | None = None
    procedure: str | None = None
    status: str | None = None
    status_why: str | None = None
    price: str | None = None
    call_off_for_others: str | None = None
    gains: tuple[Gain, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """Something done for sustainability, as one checked file tells it."""

    slug: str
    """The address part: the file's name without `.md`, unique in the bank."""
    path: str
    """The file, relative to the bank's root, with forward slashes."""
    title: str
    summary: str
    language: str
    organisation: str
    organisation_type: str
    place: Place
    sectors: tuple[str, ...]
    goals: tuple[int, ...]
    """Goal numbers, those of the targets included, ascending."""
    targets: tuple[str, ...]
    phase: str
    contact: Contact
    published: str
    """ISO date."""
    licence: str
    body: str
    """The story, as Markdown."""
    sdgs_basis: str | None = None
    stopped_why: str | None = None
    themes: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    period: Period | None = None
    cost: str | None = None
    cost_amount: int | None = None
    """Norwegian kroner."""
    cost_note: str | None = None
    time_needed: str | None = None
    time_note: str | None = None
    funding: tuple[Funding, ...] = ()
    partners: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    core: tuple[str, ...] = ()
    adaptable: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    part_of: str | None = None
    method: str | None = None
    network: str | None = None
    round: str | None = None
    related: tuple[str, ...] = ()
    sources: tuple[Link, ...] = ()
    former_slugs: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    videos: tuple[Video, ...] = ()
    origin: str = "contributor"
    collected: str | None = None
    caveats: tuple[str, ...] = ()
    verified: str | None = None
    kindergarten: Kindergarten | None = None
    library: Library | None = None
    school: School | None = None
    procurement: Procurement | None = None

    @property
    def depth(self) -> Depth:
        """Return how much the entry tells (rules in docs/architecture.md, «Depth»)."""
        told = bool(self.body.strip()) and bool(self.themes)
        transferable = bool(self.steps or self.core) and bool(
            self.prerequisites or self.pitfalls or self.adaptable
        )
        if told and transferable:
            return Depth.READY_TO_REUSE
        return Depth.DESCRIPTION if told else Depth.TIP
