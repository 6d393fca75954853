"""Something done for sustainability."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from idebank.model.parts import (
    Attachment,
    Contact,
    Funding,
    Image,
    Period,
    Place,
    Result,
    Topical,
    Video,
)


class Depth(IntEnum):
    """How much an entry tells, computed from what is filled in; never a grade of the work itself."""

    TIP = 1
    """«Tips»: who, where, what, in five minutes."""
    DESCRIPTION = 2
    """«Beskrivelse»: how it was done and what came of it."""
    READY_TO_REUSE = 3
    """«Klar til gjenbruk»: what to keep, what to change, and the papers to do it with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Topical):
    """Something done for sustainability, as one checked file tells it."""

    organisation: str
    organisation_type: str
    place: Place
    phase: str
    contact: Contact
    stopped_why: str | None = None
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
    """Id of a round of `network`."""
    related: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    videos: tuple[Video, ...] = ()
    profiles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, hash=False)
    """By profile (schema/profiles): the answers to its questions, as the schema reads them."""

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
