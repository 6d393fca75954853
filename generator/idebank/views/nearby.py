"""Which municipalities lie near one another."""

from math import cos, radians
from typing import Final

from idebank.catalog import Catalog
from idebank.vocabulary import Municipality

_NEAREST: Final = 5


def nearest(municipality: Municipality, *, catalog: Catalog) -> tuple[str, ...]:
    """Return numbers of the nearest municipalities that have shared something, nearest first."""
    known = catalog.vocabulary.municipalities
    others = (known[number] for number in catalog.by_municipality if number != municipality.number)
    ranked = sorted(others, key=lambda other: (_squared_distance(municipality, other), other.number))
    return tuple(other.number for other in ranked[:_NEAREST])


def _squared_distance(a: Municipality, b: Municipality) -> float:
    """Return a distance good enough for ranking: degrees of latitude on a local plane, squared."""
    east = (a.longitude - b.longitude) * cos(radians((a.latitude + b.latitude) / 2))
    return (a.latitude - b.latitude) ** 2 + east**2
