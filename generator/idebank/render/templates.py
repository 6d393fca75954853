"""The theme's page templates, and what they may call."""

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, ClassVar, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from idebank.routes import route
from idebank.settings import Settings
from idebank.views.records import Card, FacetGroup, Page
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
        assets: Mapping[str, str],
    ) -> None:
        """Read templates from `folder`; `assets` gives a file's published name."""
        self.wording = wording
        self._cards: dict[str, Markup] = {}
        self._last_facets: tuple[tuple[FacetGroup, ...], Markup] = ((), Markup())
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.add_extension(_Tightened)
        self.globals: Mapping[str, object] = {
            "root": Markup(ROOT),  # noqa: S704 - a marker of our own, no markup
            "language": wording.language,
            "t": wording.t,
            "tn": wording.tn,
            "site": settings,
            "icon": lru_cache(partial(_icon, ROOT + assets["icons.svg"])),
            "asset": lambda name: Markup(ROOT + assets[name]),  # noqa: S704 - our own file names
            "route": partial(_route, wording.language),
            "card": self.card,
            "facets": self.facets,
        }
        self._environment.globals.update(self.globals)

    def main(self, page: Page) -> str:
        """Return what stands inside `<main>`, with ROOT markers."""
        template = self._environment.get_template(page.template)
        return template.render(view=page.view, page=page)

    def card(self, card: Card) -> Markup:
        """Return a card's HTML; each is rendered once."""
        html = self._cards.get(card.slug)
        if html is None:
            text = self._environment.get_template("partials/card.html").render(card=card)
            html = self._cards[card.slug] = Markup(text)  # noqa: S704 - rendered with autoescape
        return html

    def facets(self, groups: tuple[FacetGroup, ...]) -> Markup:
        """Return a list's facets as HTML; all pages of the list share them, so the last are kept."""
        if groups is not self._last_facets[0]:
            text = self._environment.get_template("partials/facets.html").render(groups=groups)
            self._last_facets = (groups, Markup(text))  # noqa: S704 - rendered with autoescape
        return self._last_facets[1]

    def adopt_cards(self, cards: Mapping[str, str]) -> None:
        """Take over cards that other processes have rendered, by slug."""
        self._cards.update((slug, Markup(html)) for slug, html in cards.items())  # noqa: S704 - as above


def resolve_root(html: str, *, up: str) -> str:
    """Put the way up to the site's root, such as `../../`, in the place of every ROOT marker."""
    return html.replace(ROOT, up)


def _route(language: str, name: str, **parts: str | int) -> Markup:
    """Return the way to what a route leads to, in `language`."""
    return Markup(ROOT) + route(name, language, **parts)  # noqa: S704 - a marker of our own, no markup


def _icon(sprite: str, name: str, class_: str = "") -> Markup:
    """Return a reference to one icon of the sprite, for the eye only."""
    classes = f"icon {class_}".rstrip()
    return Markup('<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>').format(
        classes, sprite, name.rpartition("/")[2]
    )


class _Tightened(Extension):
    """Does once, when a template is compiled, what would otherwise be done on every page.

    Indentation is dropped, included templates are put in place, and what is the same on every page of a
    language (`root`, a message without parameters, an icon or a route called by name) becomes plain text.
    """

    _INCLUDE: ClassVar = re.compile(r"""\{% include "([\w./-]+)" %\}""")
    _INDENT: ClassVar = re.compile(r"\n[ \t]+")
    _FIXED: ClassVar = re.compile(
        r"""\{\{ ?(?:(root|language)|(t|icon|asset|route)\((["'])([\w./-]+)\3\)) ?\}\}"""
    )

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """Return the template's source, tightened."""
        whole = self._INCLUDE.sub(self._included, source)
        return self._FIXED.sub(self._value, self._INDENT.sub("\n", whole))

    def _included(self, match: re.Match[str]) -> str:
        loader = self.environment.loader
        source = loader.get_source(self.environment, match[1])[0] if loader else ""
        return self._INCLUDE.sub(self._included, source)

    def _value(self, match: re.Match[str]) -> str:
        variable, function, _, argument = match.groups()
        known: Mapping[str, Any] = self.environment.globals
        return str(escape(known[function](argument) if function else known[variable]))
