"""What the core asks of the program it runs in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from idebank.render import Slots, Templates
from idebank.routes import prefix
from idebank.views.records import Section, TextLink

Chrome: TypeAlias = Callable[[str, Section, Templates, Slots], str]
"""Given language, section, templates (for their globals) and placeholders, renders the page around them."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A page the host has rendered from content/pages."""

    name: str
    """Address within its language, such as `om/`."""
    language: str
    title: str
    description: str
    html: str
    toc: tuple[TextLink, ...]

    @property
    def address(self) -> str:
        """Address relative to the site's root."""
        return f"{prefix(self.language)}{self.name}"


@dataclass(frozen=True, slots=True)
class Host:
    """A host's gifts: another host means another of these and nothing else."""

    icons: Callable[[str], str]
    """Gives an icon's SVG by name; raises for an unknown one."""
    chrome: Chrome
    prose: Sequence[Prose]
