"""The chrome around every page: rendered once per language and section, then filled page by page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from markupsafe import Markup, escape

from idebank.render.templates import ROOT, resolve_root
from idebank.routes import by_language, route
from idebank.settings import Settings
from idebank.views.records import Alternate, Page, TextLink
from idebank.vocabulary import LANGUAGES

_SLOT: Final = re.compile("\ue000([a-z_]+)\ue001")
_INDENT: Final = re.compile(r"\n\s+")
_LANGUAGE_NAMES: Final = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


@dataclass(frozen=True, slots=True)
class Slots:
    """What differs from page to page in the chrome; every value is HTML."""

    title: str
    description: str
    canonical: str
    robots: str
    alternates: str
    language_menu: str
    head: str
    kind: str
    content: str

    @classmethod
    def placeholders(cls) -> "Slots":
        """Return markers to render the chrome with; `Frame` finds them again."""
        return cls(**{field.name: Markup(f"\ue000{field.name}\ue001") for field in fields(cls)})  # noqa: S704


class Frame:
    """One rendered chrome, ready to take pages."""

    def __init__(self, chrome: str) -> None:
        """Cut `chrome` at its placeholders; its indentation would be sent with every page, so it goes."""
        parts = _SLOT.split(_INDENT.sub("\n", chrome))
        self._texts = parts[::2]
        self._names = parts[1::2]

    def fill(self, slots: Slots, *, up: str) -> str:
        """Return a whole page; `up` leads from it to the site's root."""
        return resolve_root("".join(self._pieces(slots)), up=up)

    def _pieces(self, slots: Slots) -> Iterator[str]:
        for text, name in zip(self._texts, self._names, strict=False):
            yield text
            yield getattr(slots, name)
        yield self._texts[-1]


def slots_of(page: Page, *, content: str, settings: Settings) -> Slots:
    """Return what a page puts into its chrome."""
    title = settings.name if not by_language(page.url)[1] else f"{page.title} – {settings.name}"
    return Slots(
        title=str(escape(title)),
        description=str(escape(page.description)),
        canonical=str(escape(settings.url + page.url)),
        robots="" if page.indexed else '<meta name="robots" content="noindex">',
        alternates=_alternate_links(page, settings) if page.indexed else "",
        language_menu="".join(_language_items(page)),
        head=_feed_link(page.feed) if page.feed else "",
        kind=page.template.removesuffix(".html"),
        content=content,
    )


def way_up(url: str) -> str:
    """Return what leads from the page at `url` to the site's root: `../../` from `tiltak/frø/`."""
    return "../" * url.count("/") or "./"


def _alternate_links(page: Page, settings: Settings) -> str:
    links = [_alternate_link(a.language, settings.url + a.url) for a in page.alternates]
    if links:
        links.append(_alternate_link("x-default", settings.url + page.alternates[0].url))
    return "".join(links)


def _alternate_link(language: str, url: str) -> str:
    return f'<link rel="alternate" hreflang="{language}" href="{escape(url)}">'


def _feed_link(feed: TextLink) -> str:
    """Return what tells a newsreader where a page's feed is."""
    label, url = escape(feed.label), f"{ROOT}{escape(feed.url)}"
    return f'<link rel="alternate" type="application/atom+xml" title="{label}" href="{url}">'


def _language_items(page: Page) -> Iterator[str]:
    """Yield a menu item per language: the same page where it exists, else that language's front page."""
    alternates = page.alternates or tuple(
        Alternate(language, route("front", language)) for language in LANGUAGES
    )
    for alternate in alternates:
        current = ' aria-current="true"' if alternate.language == page.language else ""
        own = page.url if alternate.language == page.language else alternate.url
        name = _LANGUAGE_NAMES[alternate.language]
        tag = alternate.language
        yield f'<li><a lang="{tag}" hreflang="{tag}" href="{ROOT}{own}"{current}>{name}</a></li>'
