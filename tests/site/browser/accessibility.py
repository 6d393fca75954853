"""What axe finds on a page: all its rules once, and those that depend on colours or size again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

Scheme: TypeAlias = Literal["light", "dark"]
Rules: TypeAlias = "Mapping[str, object]"

_TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING: Final[Rules] = {"type": "tag", "values": _TAGS}
"""Every rule of WCAG 2.2 AA and of good practice."""
OF_COLOURS: Final[Rules] = {"type": "rule", "values": ["color-contrast"]}
"""What may differ between light and dark."""
OF_SIZE: Final[Rules] = {
    "type": "rule",
    "values": ["color-contrast", "scrollable-region-focusable", "target-size"],
}
"""What may differ between a wide screen and a narrow one."""

LOOKS: Final = pytest.mark.parametrize(
    ("width", "scheme", "rules"),
    [(1440, "light", EVERYTHING), (1440, "dark", OF_COLOURS), (360, "light", OF_SIZE)],
    ids=["everything", "dark", "narrow"],
)
"""How a page is looked at; `make soak` looks for everything at every width, light and dark."""
EVERY_LOOK: Final = pytest.mark.parametrize(
    ("width", "scheme", "rules"),
    [(width, scheme, EVERYTHING) for width in (360, 768, 1440) for scheme in ("light", "dark")],
)

_RUN: Final = (
    "async rules => (await axe.run({runOnly: rules, resultTypes: ['violations']})).violations"
    ".flatMap(one => one.nodes.map(node => "
    "`${one.id}: ${node.target.join(' ')} (${node.failureSummary}) ${node.html.slice(0, 200)}`))"
)


def prepare(page: Page) -> None:
    """Put axe into a page whose own policy is not in force."""
    page.evaluate(Axe().axe_script)


def look(page: Page, *, width: int, scheme: Scheme) -> None:
    """Show a prepared page at a width, light or dark."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})


def violations(page: Page, rules: Rules = EVERYTHING) -> list[str]:
    """Return a line for each place on a prepared page that breaks a rule."""
    found: Any = page.evaluate(_RUN, rules)
    return list(found)
