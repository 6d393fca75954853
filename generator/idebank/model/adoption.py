"""«Vi bruker dette»: another organisation has taken something over."""

from dataclasses import dataclass

from idebank.model.parts import Contact, Entry, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption(Entry):
    """One organisation that uses an initiative or a method of somebody else's."""

    organisation: str
    organisation_type: str
    place: Place
    degree: str
    """Id in the vocabulary `adoption_degrees`."""
    initiative: str | None = None
    """Slug of what was taken over; at least one of this and `method` is there."""
    method: str | None = None
    changed: str | None = None
    outcome: str | None = None
    again: str | None = None
    """Id in the vocabulary `again_answers`: whether they would do it again."""
    date: str | None = None
    """When they began: `2024`, `2024-05` or `2024-05-17`."""
    becomes: str | None = None
    """Slug of the adopter's own entry, when it has one."""
    contact: Contact | None = None
