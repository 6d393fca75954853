"""«Etterlyst»: a request for a solution."""

from dataclasses import dataclass

from idebank.model.parts import Contact, Place, Topical


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoNeeds:
    """Another organisation that needs the same."""

    organisation: str
    municipality: str | None = None
    """Number."""
    county: str | None = None
    """Number."""
    since: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Topical):
    """Something that somebody looks for, in the same words as initiatives, so that the two can meet."""

    organisation: str
    organisation_type: str
    place: Place
    status: str
    """Id in the vocabulary `need_statuses`."""
    contact: Contact
    deadline: str | None = None
    """ISO date."""
    joint_procurement: bool = False
    solved_by: tuple[str, ...] = ()
    """Slugs of initiatives."""
    event: str | None = None
    """Slug of the event where it was asked."""
    network: str | None = None
    also: tuple[AlsoNeeds, ...] = ()
