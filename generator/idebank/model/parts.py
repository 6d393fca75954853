"""What entries of several kinds have in common."""

from dataclasses import dataclass
from typing import Final

NATIONAL_FOLDER: Final = "nasjonalt"
"""Folder of entries that belong to no county."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was done, as today's numbers."""

    municipality: str | None = None
    """Number of the municipality, when it is in one."""
    county: str | None = None
    """Number of the county; None when it is the whole country, or another one."""
    abroad: str | None = None
    """A place in another country, in words."""


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
    measure: str | None = None
    """Id in the vocabulary `measures`: what makes it comparable with others'."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document of the entry: a file beside the entry or an address."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every checked file tells, whatever its kind."""

    slug: str
    """The address part: the file's name without `.md`, unique among entries of its kind."""
    path: str
    """The file, relative to the bank's root, with forward slashes."""
    language: str
    published: str
    """ISO date."""
    licence: str
    body: str
    """The story, as Markdown."""
    sources: tuple[Link, ...] = ()
    former_slugs: tuple[str, ...] = ()
    origin: str = "contributor"
    collected: str | None = None
    caveats: tuple[str, ...] = ()
    verified: str | None = None

    @property
    def modified(self) -> str:
        """Return the ISO date that the entry was last known to hold."""
        return self.verified or self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Topical(Entry):
    """An entry that has a title, and says what it is about."""

    title: str
    summary: str
    sectors: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    goals: tuple[int, ...] = ()
    """Goal numbers, those of the targets included, ascending."""
    targets: tuple[str, ...] = ()
    sdgs_basis: str | None = None
    """Id in the vocabulary `sdgs_bases`: who chose the goals."""
    audience: tuple[str, ...] = ()
