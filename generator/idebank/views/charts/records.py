"""What a chart is made of."""

from dataclasses import dataclass

TRACK = 0
"""The look of what a bar could reach at most."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled rectangle."""

    x: float
    """Per cent of the chart's width, as `width`."""
    y: float
    """In em, as `height`."""
    width: float
    height: float
    look: int
    """Which of the theme's colours for series it has; 0 is the track behind a bar."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words or a number in the chart."""

    x: float
    """Per cent."""
    y: float
    """Of the line that the letters stand on, in em."""
    text: str
    anchor: str = "start"
    """`start`, `middle` or `end`: which point of the text stands at x."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with a title that says what it shows. Template: `partials/chart.html`."""

    title: str
    height: float
    """In em."""
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    lines: tuple[float, ...] = ()
    """Thin lines across the whole chart: how far down each is, in em."""
