"""Ways to other pages, and the goals and targets that lead there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextLink:
    """A label that leads somewhere."""

    label: str
    url: str
    language: str = ""
    """Of the label, when somebody wrote it; empty for our own words."""


@dataclass(frozen=True, slots=True)
class CountLink:
    """A label that leads to a list, with how many initiatives it holds."""

    label: str
    url: str
    count: int
    icon: str = ""
    """Name for `icon()`, such as `material/bank`, or empty."""
    note: str = ""
    """A second line in smaller type, such as the Sámi name of a municipality."""
    note_language: str = ""
    """`lang` of the note when it differs from the page's."""


@dataclass(frozen=True, slots=True)
class GoalTile:
    """A goal as a coloured tile."""

    number: int
    name: str
    colour: str
    """`#rrggbb`, also available in CSS as the class `goal-<number>`."""
    text_colour: str
    url: str


@dataclass(frozen=True, slots=True)
class GoalCount:
    """A goal tile with its number of initiatives."""

    tile: GoalTile
    count: int


@dataclass(frozen=True, slots=True)
class TargetLink:
    """A target such as 12.3."""

    code: str
    text: str
    text_language: str
    """`lang` of the text: some targets have no nynorsk wording."""
    official: bool
    """False when the wording is the idea bank's own translation."""
    url: str
    count: int
