"""What the tables of profiles show."""

from dataclasses import dataclass

from idebank.views.records import ProfileRow, TextLink


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One initiative of a register."""

    text: str
    """The answer that the register is about."""
    language: str
    """Of the texts that somebody wrote."""
    owner: TextLink
    organisation: str
    answers: tuple[ProfileRow, ...]


@dataclass(frozen=True, slots=True)
class RegisterGroup:
    """The initiatives with the same answer to one question."""

    id: str
    heading: str
    rows: tuple[RegisterRow, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A profile's initiatives by one answer. Template: `register.html`."""

    heading: str
    lead: str
    groups: tuple[RegisterGroup, ...]
    also: tuple[TextLink, ...]
    trail: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class GainRow:
    """One gain in words."""

    owner: TextLink
    language: str
    organisation: str
    kind: str
    value: str
    unit: str
    period: str
    basis: str
    basis_id: str
    source: str


@dataclass(frozen=True, slots=True)
class GainSum:
    """What gains of the same kind, unit and basis come to."""

    kind: str
    value: str
    unit: str
    basis: str
    basis_id: str
    count: int


@dataclass(frozen=True, slots=True)
class GainsView:
    """Everything that a profile's initiatives have gained. Template: `gains.html`."""

    name: str
    """The profile's."""
    rows: tuple[GainRow, ...]
    sums: tuple[GainSum, ...]
    csv: str
    json: str
    trail: tuple[TextLink, ...]
