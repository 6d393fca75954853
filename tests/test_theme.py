"""The theme's words and pictures: complete, alike in three languages, and none that nobody asks for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import yaml

import idebank
from idebank.catalog import Reason
from idebank.resources import theme_folder
from idebank.views.records import Section
from idebank.vocabulary import LANGUAGES
from tests.factories import initiative, vocabulary
from tests.views.shelves import hubs, lists, site
from tests.words import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE: Final = Path(idebank.__file__).parent
HTML: Final = [path.read_text(encoding="utf-8") for path in sorted(theme_folder().rglob("*.html"))]
PYTHON: Final = [
    path.read_text(encoding="utf-8")
    for folder in ("views", "render", "build", "export")
    for path in sorted((PACKAGE / folder).rglob("*.py"))
] + [(PACKAGE / "wording.py").read_text(encoding="utf-8")]
SCRIPTS: Final = [
    path.read_text(encoding="utf-8") for path in sorted((theme_folder() / "js" / "contribute").glob("*.js"))
]

_CALL: Final = re.compile(r"""\b(tn?)\(\s*((?:"[^"]*"|'[^']*'|[\w.\[\]]+|\s*~\s*)+)\s*[,)]""")
_PYTHON_CALL: Final = re.compile(r"""(?:(?<!`)\b(tn?)\(\s*|messages\[)f?"([^"]*)\"""")
_SCRIPT_WORD: Final = re.compile(r"""\btold(?:\.(\w+)|\[([^\]]+)\])""")
_SCRIPT_KEY: Final = re.compile(r"""["`]([^"`]+)["`]""")
_PYTHON_CHOICE: Final = re.compile(r"""\bt\("[^"]*" if [^"]* else "([^"]*)"\)""")
_LISTS: Final = (
    "all",
    "goal",
    "target",
    "sector",
    "theme",
    "county",
    "municipality",
    "organisation",
    "reused",
    "stopped",
)


def _patterns() -> Iterator[re.Pattern[str]]:
    """Yield what is asked for; what is only known when a page is made may be any word."""
    yield from _templates_patterns()
    for source in PYTHON:
        yield from map(re.compile, _PYTHON_CHOICE.findall(source))
        for function, argument in _PYTHON_CALL.findall(source):
            if not argument.startswith("{"):  # a key that is handed on, asked for elsewhere
                yield _pattern(function, r"[\w-]+".join(map(re.escape, re.split(r"\{[^}]*\}", argument))))
    for source in SCRIPTS:
        for name, expression in _SCRIPT_WORD.findall(source):
            for key in [name] if name else _SCRIPT_KEY.findall(expression):
                word = re.sub(r"\$\{[^}]*\}", r"[\\w-]+", key)
                yield re.compile(rf"form-script\.{word}")


def _templates_patterns() -> Iterator[re.Pattern[str]]:
    for source in HTML:
        for function, argument in _CALL.findall(source):
            parts = (part.strip() for part in argument.split("~"))
            text = "".join(re.escape(part[1:-1]) if part[0] in "\"'" else r"[\w-]+" for part in parts)
            yield _pattern(function, text)


def _pattern(function: str, text: str) -> re.Pattern[str]:
    return re.compile(text + r"\.(one|other)" if function == "tn" else text)


def _params(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", ["nn", "en"])
@pytest.mark.parametrize("folder", ["", "cli", "rules"])
def test_same_keys(language: str, folder: str) -> None:
    """Each text exists in each language, in the same order."""
    bokmal, other = (
        yaml.safe_load((theme_folder() / "messages" / folder / f"{name}.yml").read_text(encoding="utf-8"))
        for name in ("nb", language)
    )

    assert list(bokmal) == list(other)


@pytest.mark.parametrize("language", ["nn", "en"])
def test_same_params(language: str) -> None:
    """Each text has the same things filled in in each language."""
    bokmal, other = wording("nb").messages, wording(language).messages

    assert {key: _params(text) for key, text in bokmal.items()} == {
        key: _params(text) for key, text in other.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_empty_text(language: str) -> None:
    """No text is empty, or has space around it."""
    assert [key for key, text in wording(language).messages.items() if not text or text != text.strip()] == []


def test_every_key_exists() -> None:
    """Whatever a template or a view asks for is there."""
    keys = wording().messages

    assert [p.pattern for p in _patterns() if not any(p.fullmatch(key) for key in keys)] == []


def test_no_key_is_unused() -> None:
    """No text is left that nobody asks for."""
    patterns = list(_patterns())

    assert [key for key in wording().messages if not any(p.fullmatch(key) for p in patterns)] == []


@pytest.mark.parametrize("reason", Reason)
def test_reasons(reason: Reason) -> None:
    """Each reason for being alike has words."""
    assert f"reason.{reason}" in wording().messages


@pytest.mark.parametrize("kind", _LISTS)
@pytest.mark.parametrize("name", ["page.title", "page.description", "index.heading"])
def test_words_of_lists(kind: str, name: str) -> None:
    """Each kind of list has a title, a description and a heading."""
    assert f"{name}.{kind}" in wording().messages


@pytest.mark.parametrize("kind", sorted({job.kind for job in hubs().jobs()}))
@pytest.mark.parametrize("name", ["page.title", "page.description"])
def test_words_of_hubs(kind: str, name: str) -> None:
    """Each kind of hub has a title and a description."""
    assert f"{name}.{kind}" in wording().messages


def test_kinds_of_lists() -> None:
    """The kinds of lists above are all there are."""
    assert {job.kind for job in lists(initiative()).jobs()} == set(_LISTS)


def test_sections() -> None:
    """Every page's section is one of those that the frame is made for."""
    bank = site()

    assert {bank.page(job).section for job in bank.jobs()} <= set(Section)


def test_goal_colours_come_from_the_data() -> None:
    """No style sheet repeats a goal's colour; it would differ one day."""
    css = "".join(path.read_text(encoding="utf-8") for path in (theme_folder() / "css").glob("*.css")).lower()

    assert [goal.number for goal in vocabulary().goals.values() if goal.colour.lower() in css] == []


def test_no_style_or_script_in_templates() -> None:
    """The content-security policy allows no style and no script within a page."""
    templates = "".join(HTML)

    assert re.findall(r"\bstyle=|\bon[a-z]+=\"|<style", templates) == []
    assert re.findall(r"<script(?![^>]*(?:\bsrc=|application/json))[^>]*>", templates) == []


def test_no_foreign_origin() -> None:
    """The theme asks nobody else for anything."""
    sources = [*HTML, *(p.read_text(encoding="utf-8") for p in theme_folder().rglob("*.css"))]

    assert re.findall(r"(?:src=\"|url\([\"']?|@import\s+[\"'])(?:https?:)?//", "".join(sources)) == []
