"""Who has shared and who has not, and which goals and sectors nobody has told of yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from idebank.catalog.catalog import Catalog
from idebank.model import Initiative, Network, Round
from idebank.slugs import norwegian_order


class Status(StrEnum):
    """How far a municipality has come; the value is part of a message's key."""

    SHARED = "shared"
    INVITED = "invited"
    REMAINING = "remaining"


@dataclass(frozen=True, slots=True)
class Standing:
    """One municipality on a board."""

    municipality: str
    """Number."""
    status: Status
    stories: tuple[Initiative, ...]
    """Everything it has in the bank, newest first."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What nobody in an area has told of."""

    goals: tuple[int, ...]
    sectors: tuple[str, ...]


def members_of(network: Network, catalog: Catalog) -> tuple[str, ...]:
    """Return the numbers of a network's municipalities: all of its counties, and those it names besides."""
    counties = set(network.counties)
    inside = [m.number for m in catalog.vocabulary.municipalities.values() if m.county in counties]
    besides = [member.municipality for member in network.members if member.municipality]
    return tuple(dict.fromkeys((*inside, *besides)))


def standings(
    numbers: Iterable[str], *, catalog: Catalog, round_: Round | None = None
) -> tuple[Standing, ...]:
    """Return how far each municipality has come: in the order of a round, else by name."""
    order = round_.order if round_ else ()
    invited = set(round_.invited) if round_ else set()
    places = catalog.vocabulary.municipalities
    by_name = sorted(numbers, key=lambda number: norwegian_order(places[number].name))
    wanted = set(by_name)
    ordered = dict.fromkeys((*(number for number in order if number in wanted), *by_name))
    return tuple(_standing(number, catalog, invited) for number in ordered)


def _standing(number: str, catalog: Catalog, invited: set[str]) -> Standing:
    stories = catalog.by_municipality.get(number, ())
    waiting = Status.INVITED if number in invited else Status.REMAINING
    return Standing(number, Status.SHARED if stories else waiting, stories)


def told_in(network: Network, catalog: Catalog) -> tuple[Initiative, ...]:
    """Return what was done in a network's counties and by its other municipalities, each once."""
    by_county = (entry for number in network.counties for entry in catalog.by_county.get(number, ()))
    guests = (member.municipality for member in network.members if member.municipality)
    by_guest = (entry for number in guests for entry in catalog.by_municipality.get(number, ()))
    return tuple({entry.slug: entry for entry in (*by_county, *by_guest)}.values())


def gaps(told: Iterable[Initiative], *, catalog: Catalog) -> Gaps:
    """Return the goals and sectors that none of the initiatives in `told` has."""
    told = tuple(told)
    goals = {goal for entry in told for goal in entry.goals}
    sectors = {sector for entry in told for sector in entry.sectors}
    vocabulary = catalog.vocabulary
    return Gaps(
        tuple(number for number in vocabulary.goals if number not in goals),
        tuple(id_ for id_ in vocabulary.terms["sectors"] if id_ not in sectors),
    )
