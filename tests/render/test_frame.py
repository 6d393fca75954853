"""The chrome around every page."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from idebank.render import ROOT, Frame, Slots, resolve_root, slots_of, way_up
from idebank.views.records import Alternate, NotFoundView, Page, Section, TextLink
from tests.words import settings


def _page(**changes: Any) -> Page:
    values: dict[str, Any] = {
        "url": "tiltak/",
        "template": "index.html",
        "language": "nb",
        "section": Section.INITIATIVES,
        "title": "Alle tiltak",
        "description": "Alt.",
        "view": NotFoundView(()),
    }
    return Page(**(values | changes))


def _slots(page: Page) -> Slots:
    return slots_of(page, content="", settings=settings())


def test_every_placeholder_is_filled() -> None:
    """Each value stands where its placeholder was, also when it is there twice."""
    markers = Slots.placeholders()
    names = [field.name for field in fields(Slots)]
    chrome = "<".join(getattr(markers, name) for name in [*names, "title"])
    values = Slots(**{name: name.upper() for name in names})

    assert Frame(chrome).fill(values, up="./") == "<".join([*names, "title"]).upper()


def test_without_placeholders() -> None:
    """A chrome without placeholders is a page as it is."""
    assert Frame("<html></html>").fill(Slots.placeholders(), up="./") == "<html></html>"


def test_placeholder_in_content() -> None:
    """What looks like a placeholder in a page's content is left alone."""
    marker = Slots.placeholders()
    values = Slots(**{field.name: marker.title for field in fields(Slots)})

    assert Frame(f"a{marker.content}b").fill(values, up="./") == f"a{marker.title}b"


@pytest.mark.parametrize(
    ("url", "up"),
    [
        ("", "./"),
        ("tiltak/", "../"),
        ("tiltak/fro/", "../../"),
        ("nn/sted/vestland/kinn/side/2/", "../../../../../../"),
    ],
)
def test_way_up(url: str, up: str) -> None:
    """From each page the way leads up as many folders as it lies deep."""
    assert up == way_up(url)


def test_root() -> None:
    """Every mark for the site's root becomes the way up."""
    assert resolve_root(f'<a href="{ROOT}tiltak/"><img src="{ROOT}a.webp">', up="../") == (
        '<a href="../tiltak/"><img src="../a.webp">'
    )


def test_title() -> None:
    """A page's title is followed by the site's name."""
    assert _slots(_page()).title == "Alle tiltak – Eksempelbanken"


@pytest.mark.parametrize("url", ["", "nn/", "en/"])
def test_title_of_front_page(url: str) -> None:
    """The front page is called what the site is called."""
    assert _slots(_page(url=url)).title == "Eksempelbanken"


def test_escaped() -> None:
    """What contributors wrote cannot leave the place it is put in."""
    slots = _slots(_page(title='</title><script>"', description='"><script>'))

    assert slots.title == "&lt;/title&gt;&lt;script&gt;&#34; – Eksempelbanken"
    assert slots.description == "&#34;&gt;&lt;script&gt;"


def test_canonical() -> None:
    """A page's address is whole."""
    assert _slots(_page()).canonical == "https://bank.example/under/tiltak/"


def test_kind() -> None:
    """The page says which template it is made from."""
    assert _slots(_page()).kind == "index"


def test_indexed() -> None:
    """A page that is meant to be found says nothing to robots."""
    assert _slots(_page()).robots == ""


def test_not_indexed() -> None:
    """A page that is not meant to be found says so, and names no other languages."""
    slots = _slots(_page(indexed=False, alternates=(Alternate("nb", "a/"),)))

    assert slots.robots == '<meta name="robots" content="noindex">'
    assert slots.alternates == ""


def test_alternates() -> None:
    """A page names itself in each language, the first one as the default."""
    slots = _slots(_page(alternates=(Alternate("nb", "a/"), Alternate("en", "en/a/"))))

    assert slots.alternates == (
        '<link rel="alternate" hreflang="nb" href="https://bank.example/under/a/">'
        '<link rel="alternate" hreflang="en" href="https://bank.example/under/en/a/">'
        '<link rel="alternate" hreflang="x-default" href="https://bank.example/under/a/">'
    )


def test_no_alternates() -> None:
    """A page in one language names no others."""
    assert _slots(_page()).alternates == ""


def test_feed() -> None:
    """A page that can be followed tells newsreaders where; its name cannot leave its place."""
    page = _page(feed=TextLink('Nytt "her"', "tiltak/feed.xml"))

    assert _slots(page).head == (
        '<link rel="alternate" type="application/atom+xml" '
        f'title="Nytt &#34;her&#34;" href="{ROOT}tiltak/feed.xml">'
    )
    assert _slots(_page()).head == ""


def test_language_menu() -> None:
    """The menu leads to the same page in each language and marks the page's own."""
    menu = _slots(_page(alternates=(Alternate("nb", "tiltak/"), Alternate("en", "en/tiltak/")))).language_menu

    assert menu == (
        f'<li><a lang="nb" hreflang="nb" href="{ROOT}tiltak/" aria-current="true">Bokmål</a></li>'
        f'<li><a lang="en" hreflang="en" href="{ROOT}en/tiltak/">English</a></li>'
    )


def test_language_menu_of_an_entry() -> None:
    """From a page in one language, the menu leads to the other languages' front pages."""
    menu = _slots(_page(url="tiltak/fro/", language="nn")).language_menu

    assert f'href="{ROOT}">Bokmål' in menu
    assert f'href="{ROOT}tiltak/fro/" aria-current="true">Nynorsk' in menu
    assert f'href="{ROOT}en/">English' in menu
