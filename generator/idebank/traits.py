"""What municipalities are like: how many people live there and around, and how far it is to the sea.

The figures are data (schema/geometry/traits.csv). generator/tools/measure_municipalities.py makes them, and
tells what they are and where they come from.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Traits:
    """What one municipality is like."""

    urban: int | None
    """People in its built-up places; None where no figure is known."""
    close: int
    """People in built-up places within 15 km."""
    near: int
    """People in built-up places within 50 km."""
    coast: int
    """Kilometres to the sea."""


def load_traits(path: Path) -> Mapping[str, Traits]:
    """Return the traits of every municipality by its number; raises OSError, KeyError or ValueError."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["number"]: Traits(
            int(row["urban"]) if row["urban"] else None,
            int(row["close"]),
            int(row["near"]),
            int(row["coast"]),
        )
        for row in rows
    }
