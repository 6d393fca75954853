"""What page templates may call, and how they are tightened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from jinja2 import UndefinedError

from idebank.render import ROOT, Templates
from idebank.views.records import Card, Page, Section
from tests.words import settings, wording

if TYPE_CHECKING:
    from pathlib import Path

ASSETS: Final = {"icons.svg": "assets/icons.1.svg", "a.css": "assets/a.2.css"}
CARD: Final = Card(
    slug="fro",
    url="tiltak/fro/",
    title="<Frø>",
    summary="",
    language="nb",
    organisation="",
    place="",
    goals=(),
    sectors=(),
    sector_icon="material/bank",
    phase="running",
    phase_label="",
    depth=1,
    image="",
    image_alt="",
    reused=0,
)
PAGE: Final = Page("", "page.html", "nn", Section.FRONT, "Tittel", "", view={"text": "<b>"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a template for a card."""
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "card.html").write_text("<i>{{ card.title }}</i>", encoding="utf-8")
    return tmp_path


def _main(folder: Path, source: str) -> str:
    (folder / "page.html").write_text(source, encoding="utf-8")
    return _templates(folder).main(PAGE)


def _templates(folder: Path) -> Templates:
    return Templates(folder, wording=wording("nn"), settings=settings(), assets=ASSETS)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("{{ view.text }}", "&lt;b&gt;"),
        ("{{ page.title }}", "Tittel"),
        ("{{ root }}a/", f"{ROOT}a/"),
        ("{{ root if true }}a/", f"{ROOT}a/"),
        ("{{ route('goals') }}", f"{ROOT}nn/barekraftsmal/"),
        ("{{ route('go' ~ 'als') }}", f"{ROOT}nn/barekraftsmal/"),
        ("{{ route('goal', goal=7) }}", f"{ROOT}nn/barekraftsmal/7/"),
        ("{{ route('need', slug='a&b') }}", f"{ROOT}etterlyst/a&amp;b/"),
        ("{{ language }}", "nn"),
        ('{{ t("nav.front") }}', "Framsida"),
        ("{{ t('nav.' ~ 'front') }}", "Framsida"),
        ('{{ t("goal.number", number=4) }}', "Berekraftsmål 4"),
        ('{{ tn("count.hits", 2) }}', "2 treff"),
        ('{{ asset("a.css") }}', f"{ROOT}assets/a.2.css"),
        ("{{ site.name }}", "Eksempelbanken"),
    ],
)
def test_globals(folder: Path, source: str, html: str) -> None:
    """A template may ask for words, addresses and assets, and what it prints is escaped."""
    assert html == _main(folder, source)


@pytest.mark.parametrize("source", ['{{ icon("material/bank") }}', '{{ icon("material/" ~ "bank") }}'])
def test_icon(folder: Path, source: str) -> None:
    """An icon is a reference into the sprite, for the eye only."""
    html = f'<svg class="icon" aria-hidden="true"><use href="{ROOT}assets/icons.1.svg#bank"/></svg>'

    assert html == _main(folder, source)


def test_icon_with_class(folder: Path) -> None:
    """An icon may have a class of its own."""
    assert 'class="icon stor"' in _main(folder, '{{ icon("material/bank", "stor") }}')


@pytest.mark.parametrize(
    "source", ["{{ view.finnes_ikke }}", "{{ finnes_ikke }}", "{% if finnes_ikke %}{% endif %}"]
)
def test_undefined(folder: Path, source: str) -> None:
    """A name that does not exist is an error, never an empty place."""
    with pytest.raises(UndefinedError):
        _main(folder, source)


def test_unknown_message(folder: Path) -> None:
    """A message that does not exist is an error."""
    with pytest.raises(KeyError):
        _main(folder, '{{ t("finnes.ikke") }}')


@pytest.mark.parametrize("source", ["{{ route('finnes-ikke') }}", "{{ route('goal') }}"])
def test_unknown_route(folder: Path, source: str) -> None:
    """A route that does not exist, or lacks a part, is an error."""
    with pytest.raises(LookupError, match="no route"):
        _main(folder, source)


def test_indentation(folder: Path) -> None:
    """Indentation does not reach the page."""
    assert _main(folder, "<ul>\n    <li>\n\t</li>\n  </ul>") == "<ul>\n<li>\n</li>\n</ul>"


def test_card(folder: Path) -> None:
    """A card is escaped, and stands unharmed where a template puts it."""
    templates = _templates(folder)

    assert str(templates.card(CARD)) == "<i>&lt;Frø&gt;</i>"


def test_card_once(folder: Path) -> None:
    """A card is rendered once; after that it is known by its address."""
    templates = _templates(folder)
    first = templates.card(CARD)

    assert templates.card(replace(CARD, title="Annet")) == first


def test_adopted_cards(folder: Path) -> None:
    """Cards that another process has rendered are used as they are."""
    templates = _templates(folder)

    templates.adopt_cards({"fro": "<i>ferdig</i>"})

    assert str(templates.card(CARD)) == "<i>ferdig</i>"
