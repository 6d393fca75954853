"""The outline of Norway, and where its municipalities lie on it.

How it is projected is told in generator/tools/geography.py.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outline:
    """A drawing of the country, in SVG units."""

    width: float
    height: float
    land: str
    """For the `d` of a path."""
    points: Mapping[str, tuple[float, float]]
    """By number of a municipality: how far its point lies from the left and the upper edge."""


def load_outline(path: Path) -> Outline:
    """Read the outline; raises OSError, KeyError or ValueError."""
    drawn = json.loads(path.read_text(encoding="utf-8"))
    points = {number: (x, y) for number, (x, y) in drawn["points"].items()}
    return Outline(drawn["width"], drawn["height"], drawn["land"], points)
