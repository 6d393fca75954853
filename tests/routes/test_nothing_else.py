"""No template, module or script writes an address: all come from the table of routes."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import idebank
from idebank.kinds import KINDS
from idebank.resources import theme_folder
from idebank.routes import TABLE, located

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(idebank.__file__).parent
THEME = theme_folder()
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "routes")
TEMPLATES = sorted(path for folder in ("templates", "overrides") for path in (THEME / folder).rglob("*.html"))

_NAME = "href|src|action|formaction|poster|data-[a-z-]+"
SCRIPTS = sorted((THEME / "js").rglob("*.js"))
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
_ATTRIBUTE = re.compile(rf'\s({_NAME})="((?:\{{\{{.*?\}}\}}|\{{%.*?%\}}|[^"])*)"')
_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_TEXT = re.compile(r"""(["'])(.*?)\1""")
_FREE = re.compile(r"(mailto:|https?:|#|\?|&).*|")
"""What an attribute may hold beside what it is given: no address of ours, or what stands behind one."""


def literal_addresses(source: str) -> Iterator[str]:
    """Yield what a template writes of addresses itself."""
    for name, value in _ATTRIBUTE.findall(source):
        own = _CODE.sub("", value)
        led = "root" in value or "route" in value or not name.startswith("data-")
        if led and not _FREE.fullmatch(own):
            yield f'{name}="{value}"'
    for code in _CODE.findall(source):
        for _, text in _TEXT.findall(code):
            if text.endswith("/") or (text and located(text)):
                yield text


def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a folder, and a file, that only the table may name."""
    segments = {part for row in TABLE.values() for part in row.segments} - {"idebank"}
    folders = {re.escape(part) for part in segments if part and "{" not in part and "." not in part}
    files = {re.sub(r"\\\{\w+\\\}", ".*", re.escape(row.segments[-1])) for row in TABLE.values()} - {"", ".*"}
    return (
        re.compile(rf"(?:^|/)({'|'.join(sorted(folders))})/"),
        re.compile(rf"(?:^|.*/)({'|'.join(sorted(one for one in files if not one.startswith('.*')))})"),
    )


_FOLDER, _FILE = _words()


def composed_addresses(source: str) -> Iterator[str]:
    """Yield what a module writes of addresses itself, docstrings aside."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in told else None
        if isinstance(text, str) and (_FOLDER.search(text) or _FILE.fullmatch(text)):
            yield text


def scripted_addresses(source: str) -> Iterator[str]:
    """Yield what a script writes of addresses itself, comments aside."""
    for text in re.findall(r"""["'`/}]([a-z0-9-]+)\\?/""", _COMMENT.sub("", source)):
        if _FOLDER.search(f"{text}/"):
            yield text


def routes_asked(source: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield name and parts of every route that a module asks for by name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            callers = [getattr(one, "id", "") for one in (node.func, *node.args)]
            asked = (node.func, *node.args)[callers.index("route") + 1 :] if "route" in callers else ()
            if asked and isinstance(asked[0], ast.Constant):
                yield str(asked[0].value), frozenset(one.arg or "" for one in node.keywords)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_write_no_address(path: Path) -> None:
    """A template gets every address from a view or from the table."""
    assert list(literal_addresses(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_write_no_address(path: Path) -> None:
    """A module gets every address from the table."""
    assert list(composed_addresses(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        '<a href="{{ root }}tiltak/">',
        '<a href="/tiltak/">',
        '<a href="{{ root }}{{ view.mail }}.eml">',
        '<a href="{{ view.url }}plakat/">',
        '<form action="sok/">',
        '<img src="bilde.png">',
        '<p data-feeds="{{ root }}sok/feed/feeds.json">',
        '<p data-like="{{ root }}bidra/data/like/">',
        '{{ item("goals", "barekraftsmal/") }}',
        "{{ item('feed.xml') }}",
        "<a class=x href=\"{% if a %}{{ route('form', form='need') }}{% else %}bidra/{% endif %}\">",
        "<a href=\"{{ route('network', slug=view.slug) }}tavle/\">",
    ],
)
def test_what_the_walk_finds_in_templates(source: str) -> None:
    """The walk finds an address, or a part of one, wherever a template may write it."""
    assert len(list(literal_addresses(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "<a href=\"{{ route('goals') }}#matrise\">",
        "<a href=\"{{ route('compare') }}?tiltak={{ view.slug }}\">",
        '<a href="mailto:{{ view.email }}?subject={{ t("a.b") }}">',
        '<a href="#main">',
        '<p data-each="a/b" data-root="{{ root }}">',
        '{{ icon("material/arrow-right") }}{% include "partials/card.html" %}',
        "<script src=\"{{ asset('search/page.js') }}\">",
    ],
)
def test_what_templates_may_write(source: str) -> None:
    """What is no address, or stands behind one, a template writes itself."""
    assert list(literal_addresses(source)) == []


@pytest.mark.parametrize(
    "source",
    [
        'x = "tiltak/"',
        'x = f"{url}tavle/"',
        'x = f"{url}nytt/nytt"',
        'x = f"{own}feed.xml"',
        'x = f"{own}tavle.csv"',
        'x = f"{own}gevinster.json"',
        'x = f"en/sok/?{query}"',
        'x = y + "siden-sist/"',
        'x = {"a": "bidra/rett/"}',
    ],
)
def test_what_the_walk_finds_in_modules(source: str) -> None:
    """The walk finds an address, or a part of one, however a module composes it."""
    assert len(list(composed_addresses(source))) == 1


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_write_no_address(path: Path) -> None:
    """A script gets every address from the page that it works on, or from what it fetches."""
    assert list(scripted_addresses(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "x = `${root}tiltak/${slug}/`;",
        'x = "sok/?q=";',
        "x = /\\/tiltak\\/([a-z]+)/;",
        "x = base + '/kart/';",
    ],
)
def test_what_the_walk_finds_in_scripts(source: str) -> None:
    """The walk finds an address however a script composes or reads it."""
    assert len(list(scripted_addresses(source))) == 1


ASKED = [
    (path.name, name, parts)
    for path in MODULES
    for name, parts in routes_asked(path.read_text(encoding="utf-8"))
]


def test_routes_are_asked_for_as_they_are() -> None:
    """A module names routes that exist, and none of their parts is missing or made up."""
    partly = {"county_board_table", "network_board_table", "gains_table", "data_file"}

    assert {asked for asked in ASKED if asked[1] not in TABLE} == set()
    assert {
        (file, name)
        for file, name, parts in ASKED
        if not {""} & parts and parts != set(TABLE[name].parts) and name not in partly
    } == set()


def test_every_route_is_used() -> None:
    """No row of the table is there for nobody."""
    written = " ".join(path.read_text(encoding="utf-8") for path in [*MODULES, *TEMPLATES])
    entries = {name for kind in KINDS.values() for name in (kind.name, kind.folder)}

    assert {name for name in TABLE if not re.search(rf"[\"']{name}[\"']", written)} - entries == set()
