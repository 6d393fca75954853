"""The theme's page templates, and what they may call."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from idebank.settings import Settings
from idebank.views.addresses import prefix
from idebank.views.records import Card, Page
from idebank.wording import Wording

ROOT: Final = "\ue010"
"""Stands in rendered text for the way up to the site's root, until the page's depth is known."""


class Templates:
    """The page templates of one language."""

    def __init__(
        self,
        folder: Path,
        *,
        wording: Wording,
        settings: Settings,
        icons: Callable[[str], str],
        assets: Mapping[str, str],
    ) -> None:
        """Read templates from `folder`; `icons` gives an icon's SVG, `assets` a file's published name."""
        self.wording = wording
        self._cards: dict[str, str] = {}
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
        )
        self.globals: Mapping[str, object] = {
            "root": Markup(ROOT),  # noqa: S704 - a marker of our own, no markup
            "prefix": prefix(wording.language),
            "language": wording.language,
            "t": wording.t,
            "tn": wording.tn,
            "site": settings,
            "icon": _icon_function(icons),
            "asset": lambda name: Markup(ROOT + assets[name]),  # noqa: S704 - our own file names
            "card": self.card,
        }
        self._environment.globals.update(self.globals)

    def main(self, page: Page, *, extra_words: str = "") -> str:
        """Return what stands inside `<main>`, with ROOT markers; `extra_words` help the search."""
        template = self._environment.get_template(page.template)
        return template.render(view=page.view, page=page, extra_words=extra_words)

    def card(self, card: Card) -> Markup:
        """Return a card's HTML; each is rendered once."""
        html = self._cards.get(card.slug)
        if html is None:
            html = self._environment.get_template("partials/card.html").render(card=card, view=card)
            self._cards[card.slug] = html
        return Markup(html)  # noqa: S704 - rendered with autoescape

    def adopt_cards(self, cards: Mapping[str, str]) -> None:
        """Take over cards that other processes have rendered, by slug."""
        self._cards.update(cards)


def resolve_root(html: str, *, up: str) -> str:
    """Put the way up to the site's root, such as `../../`, in the place of every ROOT marker."""
    return html.replace(ROOT, up)


def _icon_function(icons: Callable[[str], str]) -> Callable[..., Markup]:
    @lru_cache(maxsize=None)
    def icon(name: str, class_: str = "") -> Markup:
        classes = Markup(' class="icon {}"').format(class_) if class_ else Markup(' class="icon"')
        attributes = Markup('<svg aria-hidden="true" focusable="false"{}').format(classes)
        return Markup(icons(name).replace("<svg", attributes, 1))  # noqa: S704 - a bundled icon

    return icon
