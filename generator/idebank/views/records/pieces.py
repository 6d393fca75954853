"""What pages of entries of several kinds are put together from."""

from dataclasses import dataclass

from idebank.views.records.links import CountLink, GoalTile, TargetLink, TextLink


@dataclass(frozen=True, slots=True)
class Who:
    """Whose an entry is, and where they are."""

    organisation: CountLink
    organisation_type: str
    """Label."""
    place: str
    """`Skien, Telemark`, the word for national, or a place abroad."""
    places: tuple[TextLink, ...]
    """County and municipality, linked, widest first; empty when there is no county."""


@dataclass(frozen=True, slots=True)
class Topics:
    """What an entry is about, and for whom."""

    goals: tuple[GoalTile, ...]
    goals_basis: str
    """Label saying whether the goals were stated or assigned, or empty."""
    targets: tuple[TargetLink, ...]
    sectors: tuple[CountLink, ...]
    """With icons; the counts are those of the whole bank."""
    themes: tuple[TextLink, ...]
    audience: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Whom to ask; what is not known is empty."""

    role: str
    email: str
    url: str


@dataclass(frozen=True, slots=True)
class Effort:
    """What it costs and how long it takes; what is not known is empty."""

    cost: str
    """Label of the band."""
    cost_amount: str
    """`350 000 kr`."""
    cost_note: str
    time_needed: str
    """Label of the band."""
    time_note: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What those who take it over should know."""

    core: tuple[str, ...]
    adaptable: tuple[str, ...]
    prerequisites: tuple[str, ...]
    pitfalls: tuple[str, ...]
    steps: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line of the results table; an empty text is an empty cell."""

    indicator: str
    before: str
    after: str
    value: str
    unit: str
    period: str
    method: str
    basis: str
    """Label: `Målt`, `Anslått` …"""
    basis_id: str
    source: str
    """Address, or empty."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the initiative."""

    title: str
    kind: str
    """Label."""
    url: str
    """Absolute, or relative to the site's root when `local`."""
    local: bool
    note: str
    """Format, size, language and licence as far as known: `PDF, 340 kB, CC BY 4.0`."""
    template: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the initiative, re-encoded without metadata."""

    url: str
    width: int
    height: int
    alt: str
    credit: str
    licence: str


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A labelled value of a profile; lists come joined."""

    label: str
    value: str
    written: bool = False
    """Whether somebody wrote the value, so that it is in the entry's language."""


@dataclass(frozen=True, slots=True)
class ProfileSection:
    """What one sector's profile adds."""

    id: str
    heading: str
    rows: tuple[ProfileRow, ...]
    gains: tuple[ResultRow, ...] = ()
    """What is shown as a table of results: indicator = kind of gain."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Where an entry comes from, how far it can be relied on, and how to correct it."""

    owner: str
    """Who could confirm it."""
    from_public_sources: bool
    collected: str
    """Written out, such as `22. november 2026`, or empty."""
    caveats: tuple[str, ...]
    sources: tuple[TextLink, ...]
    published: str
    """Written out, such as `22. november 2026`."""
    published_iso: str
    verified: str
    verified_iso: str
    licence: str
    correct_url: str
    """Absolute address where a correction starts (the file in the repository, ready to edit), or empty."""
    correct_email: str
    """Mailbox for corrections, or empty."""
    correct_form: str
    """Address of the form that tells about a mistake."""
    confirm_form: str
    """Address of the form with which the owner says that it still holds."""
